"""What still stands in a dossier though it is withheld: where no word can be taken out without breaking the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.index import Site
from eia.loading import LoadedFile
from eia.project import Dossier
from eia.rules.privacy.everywhere import everything_in, texts
from eia.withholding.known import Known
from eia.withholding.names import Names, is_published
from eia.withholding.withheld import Withheld

LEFT = "not-withheld"
RENAME = "Take it out there. An id is called otherwise with `eia rename`, a picture by the name of its file."
SAY = "Say it in words, without the number."
_RATIO = re.compile(r"([0-9][0-9,]*) +(?:out +)?of +([0-9][0-9,]*)")


def left(before: Dossier, after: Dossier, found: Iterable[Withheld]) -> Iterator[Diagnostic]:
    """Each such place, in the officer's own file."""
    every, known = tuple(found), Known(Names(before))
    details = [one.words.casefold() for one in every if one.kind == "detail"]
    for file, again in zip(before.files, after.files, strict=True):
        for site, words in everything_in(again):
            named = not is_published(site) and any(known.whole(words))
            if named or _has_any(words.casefold(), details):
                yield _told("what is withheld elsewhere stands here too", RENAME, file, site)
    yield from _figures(before, after, every)


def _figures(before: Dossier, after: Dossier, every: Iterable[Withheld]) -> Iterator[Diagnostic]:
    """Figures that are withheld and stand in running text as well."""
    hidden = (one.words for one in every if one.kind in ("count", "further"))
    ratios = {found.groups() for words in hidden for found in _RATIO.finditer(words)}
    for site, words in texts(after) if ratios else ():
        if any(found.groups() in ratios for found in _RATIO.finditer(words)):
            file = next(one for one in before.files if one.path == site.file.path)
            yield _told("a figure that is withheld elsewhere stands here too", SAY, file, site)


def _has_any(words: str, details: Iterable[str]) -> bool:
    return any(one in words for one in details)


def _told(message: str, help: str, file: LoadedFile, site: Site) -> Diagnostic:
    """Told where it stands in the file as it is."""
    assert file.tree is not None  # it is one of a dossier
    return Diagnostic(LEFT, Severity.ERROR, message, file.text, file.tree.nearest(site.route), help)
