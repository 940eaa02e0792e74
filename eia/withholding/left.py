"""What still stands in a dossier though it is withheld: where no word can be taken out without breaking the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.index import Site
from eia.loading import LoadedFile
from eia.project import Dossier
from eia.rules.privacy.everywhere import texts
from eia.text.tree import Scalar, everything
from eia.withholding.names import Names, is_published
from eia.withholding.withheld import Withheld

LEFT = "not-withheld"
RENAME = "Take it out there. An id is called otherwise with `eia rename`, a picture by the name of its file."
SAY = "Say it in words, without the number."
_RATIO = re.compile(r"([0-9][0-9,]*) +(?:out +)?of +([0-9][0-9,]*)")


def left(before: Dossier, after: Dossier, found: Iterable[Withheld]) -> Iterator[Diagnostic]:
    """Each such place, in the officer's own file."""
    every, names = tuple(found), Names(before)
    people = names.people()
    details = [one.words.casefold() for one in every if one.kind == "detail"]
    for file, again in zip(before.files, after.files, strict=True):
        for site, words in _said(again) if people or details else ():
            named = not is_published(site) and names.whole(people, words)
            if named or any(one in words.casefold() for one in details):
                yield _told("what is withheld elsewhere stands here too", RENAME, file, site)
    yield from _figures(before, after, every)


def _said(file: LoadedFile) -> Iterator[tuple[Site, str]]:
    """All keys and values of a file, the second of a key that stands there twice too."""
    assert file.tree is not None  # it is one of a dossier
    for key, node in everything(file.tree.root):
        for one in (key, node):
            if isinstance(one, Scalar):
                yield Site(file, file.tree.route_at(one.span.start)), one.value


def _figures(before: Dossier, after: Dossier, every: Iterable[Withheld]) -> Iterator[Diagnostic]:
    """Figures that are withheld and stand in running text as well."""
    hidden = (one.words for one in every if one.kind in ("count", "further"))
    ratios = {found.groups() for words in hidden for found in _RATIO.finditer(words)}
    for site, words in texts(after) if ratios else ():
        if any(found.groups() in ratios for found in _RATIO.finditer(words)):
            file = next(one for one in before.files if one.path == site.file.path)
            yield _told("a figure that is withheld elsewhere stands here too", SAY, file, site)


def _told(message: str, help: str, file: LoadedFile, site: Site) -> Diagnostic:
    """Told where it stands in the file as it is."""
    assert file.tree is not None  # it is one of a dossier
    return Diagnostic(LEFT, Severity.ERROR, message, file.text, file.tree.nearest(site.route), help)
