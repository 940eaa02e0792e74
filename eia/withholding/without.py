"""A dossier as everybody may read it: read again from texts in which what is withheld does not stand. No file is written."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from eia.editing.apply import edited
from eia.index import Site
from eia.loading import LoadedFile
from eia.model.contact import details
from eia.model.part import Route
from eia.project import Dossier, Project
from eia.text.change import Add, Change, Rename, Reword, Set
from eia.text.read import real
from eia.text.span import Text
from eia.text.tree import Mapping as Keys
from eia.withholding.names import Names
from eia.withholding.withheld import INSTEAD, Kind, Withheld, value_at

TEXT, SECTION = "text", "withheld"
"""Where the document says what was withheld: a text of its own section, so that every format has it and it is proved."""

LEAD = "withheld-lead"
LABELS: Mapping[Kind, str] = {
    "name": "withheld-name",
    "detail": "withheld-detail",
    "count": "withheld-count",
    "further": "withheld-count",
}
"""Words of the form for that. Which hidden figure is the small one is not said: that would tell of both."""


def without(dossier: Dossier, found: Iterable[Withheld], *, said: bool = True) -> Dossier:
    """The dossier without what was found, and with a section that says how much that was. Raises `NotMade`."""
    every, drafts = list(found), dict[Path, Text]()
    for file in (one for one in dossier.files if one.tree):
        here = [one for one in every if one.site.file.path == file.path]
        section = _words(dossier, every) if said and every and file is dossier.file else ""
        if changes := [*_changes(dossier, file, here, every, section)]:
            drafts[real(file.path)] = edited(file.text, changes)
    return read_again(dossier, drafts)


def read_again(dossier: Dossier, drafts: Mapping[Path, Text], select: tuple[str, ...] = ()) -> Dossier:
    """The same dossier, read from these texts in place of its files, to be judged by these rules too."""
    held = dossier.project
    choice = replace(held.choice, select=(*held.choice.select, *select))
    project = Project(held.root, held.as_of, held.today, choice, {**held.drafts, **drafts})
    again = project.dossier(project.file(dossier.file.path))
    assert again is not None  # it was a dossier before
    return again


def _changes(
    dossier: Dossier, file: LoadedFile, here: list[Withheld], every: list[Withheld], section: str
) -> Iterator[Change]:
    """All changes of a file; each value is said anew once."""
    assert file.tree is not None  # something stands in it
    said: defaultdict[Route, list[Withheld]] = defaultdict(list)
    for one in here:
        said[one.site.route] += () if one.site.key else (one,)
    new = {route: _rewritten(several) for route, several in said.items() if several}
    if section:
        held = file.tree.node((TEXT,))
        if isinstance(held, Keys) and SECTION in held.first:
            new[TEXT, SECTION] = "\n\n".join((new.get((TEXT, SECTION)) or file_says(file, (TEXT, SECTION)), section))
        else:
            yield Add((TEXT, SECTION), section) if isinstance(held, Keys) else Add((TEXT,), {SECTION: section})
    yield from (Set(route, words) for route, words in new.items())
    yield from _renamed(here)
    yield from _remarks(dossier, file, every)


def file_says(file: LoadedFile, route: Route) -> str:
    """The words of a value of a file."""
    return value_at(Site(file, route))


def _rewritten(several: list[Withheld]) -> str:
    """A value with other words in place of what is withheld; a link that led there leads nowhere any more."""
    words = value_at(several[0].site)
    for one in sorted(several, key=lambda one: one.site.within or (0, 0), reverse=True):
        start, end = one.site.within or (0, 0)
        words = words[:start] + one.instead + words[end:]
    for instead in {one.instead for one in several if one.kind == "detail"}:
        to = rf"(?:mailto:|tel:)?{re.escape(instead)}"
        words = re.sub(rf"\[([^\]\n]*)\]\({to}[^)\n]*\)", r"\1", words)
        words = re.sub(rf"<{to}>|(?:mailto:|tel:){re.escape(instead)}", instead, words)
    return words


def _renamed(here: list[Withheld]) -> Iterator[Change]:
    """Keys that are names; several people have several keys still."""
    keys = dict.fromkeys(one.site.route for one in here if one.site.key)
    for number, route in enumerate(keys, 1):
        several = [one for one in here if one.site.key and one.site.route == route]
        yield Rename(route, _rewritten(several) + (f" ({number})" if number > 1 else ""))


def _remarks(dossier: Dossier, file: LoadedFile, every: list[Withheld]) -> Iterator[Change]:
    """Remarks in the file: a reason that sets something aside is printed, and what could not be read with those in it."""
    names, instead = Names(dossier), dossier.profile.words
    hidden = {one.words: one.instead for one in every if one.kind in INSTEAD}
    for remark in file.tree.comments if file.tree else ():
        words = before = file.text.slice(remark.span)
        here = {words[found[0].start : found[-1].end]: instead[INSTEAD["name"]] for found in names.in_prose(words)}
        here |= {one.words: instead[INSTEAD["detail"]] for one in details(words)}
        for private, said in sorted({**hidden, **here}.items(), key=lambda one: -len(one[0])):
            words = re.sub(rf"(?<!\w){re.escape(private)}(?!\w)", said.replace("\\", r"\\"), words, flags=re.IGNORECASE)
        if words != before:
            yield Reword(remark.span, words)


def _words(dossier: Dossier, every: list[Withheld]) -> str:
    """What the document says of all this: of each kind, in how many places it stood."""
    form, number = dossier.profile.words, Counter(LABELS[one.kind] for one in every)
    items = (f"- {form[label]}: {number[label]}" for label in dict.fromkeys(LABELS.values()) if number[label])
    return "\n".join((form[LEAD], "", *items)) + "\n"
