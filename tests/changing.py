"""Assessments that say the same in other words: other names for things, lines between lines, rows in another order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from eia.index import Definition, Site
from eia.linting import place
from eia.loading import LoadedFile
from eia.model.reference import SECTION
from eia.model.vocabulary import chosen
from eia.project import Dossier
from eia.text.span import LINE_END, Span
from eia.text.tree import Mapping, Scalar, everything

NUMBERED = re.compile(rf"{SECTION}(?=\.)")
NUMBER_LAST = re.compile(rf"{SECTION}\Z")
THREE_DIGITS = re.compile(r"(?<!\d)\d{3}(?!\d)")
LOOK_ALIKE = str.maketrans({"i": "l", "1": "l", "0": "o"})
QUOTES = "'\""


class Edit(NamedTuple):
    """What comes in place of a stretch of a file."""

    path: Path
    span: Span
    write: str


def changed(dossier: Dossier, edits: Iterable[Edit], folder: Path) -> Path:
    """The files of a dossier with edits made, in a project of their own, with the pictures that lie beside them."""
    folder.joinpath("eia.toml").touch()
    made = sorted(set(edits), key=lambda one: one.span, reverse=True)
    for file in dossier.files:
        source = file.text.source
        for span, write in ((one.span, one.write) for one in made if one.path == file.path):
            source = source[: span.start] + write + source[span.end :]
        folder.joinpath(file.path.name).write_text(source, encoding="utf-8", newline="")
    for picture in dossier.file.path.parent.glob("*.png"):
        folder.joinpath(picture.name).write_bytes(picture.read_bytes())
    return folder / dossier.file.path.name


@dataclass(frozen=True)
class Renaming:
    """Other names for all that an assessment names itself: `before` stands before a short name, a section counts `more`.

    What the form names keeps its name. So do the letters of actions, since a range goes by their order."""

    before: str
    more: int

    def edits(self, dossier: Dossier) -> Iterator[Edit]:
        """Where names stand, as the index has them: where they are defined and cited, and what they were before."""
        names = {_folded(id) for id in own_names(dossier) if not NUMBERED.match(id)}
        for one in _own(dossier):
            yield from self._renamed(_where_defined(one), one.id, names, one.sort == "section")
        for use in dossier.index.uses:
            yield from self._renamed(use.site, use.id, names, use.reference is not None and use.reference.section)
        for route, action in dossier.plan.content.all_actions():
            for term in action.was.items if action.was else ():
                site = replace(dossier.plan.site((*route, "was")), within=(term.start, term.end))
                yield from self._renamed(site, term.text, names, False)

        for number, waiver in enumerate(dossier.assessment.waivers or ()):
            for term in waiver.at_.items if waiver.at_ else ():
                site = dossier.site(("waivers", number, "at"))
                yield from self._renamed(replace(site, within=(term.start, term.end)), term.text, names, False)

    def _renamed(self, site: Site, id: str, names: set[str], is_section: bool) -> Iterator[Edit]:
        """What becomes of a name at a place; `b` in `1.a, b` stays, since it names no section."""
        text, span = place(site)
        start = span.start + (text.slice(span)[:1] in QUOTES)
        written = text.source[start : span.end].rstrip(QUOTES)
        if number := NUMBER_LAST.search(written) if is_section else NUMBERED.match(written):
            here = Span(start + number.start(), start + number.end())
            yield Edit(text.path, here, str(int(number[0]) + self.more))
        elif not is_section and _folded(id) in names:
            yield Edit(text.path, Span(start, start), self.before)

    def undone(self, message: str) -> str:
        """A message with the old names put back; of two that differ in nothing but the names, this makes one."""
        shorter = THREE_DIGITS.sub(self._fewer, message.casefold())
        return shorter.replace(self.before, "").replace(self.before.replace("-", " "), "")

    def _fewer(self, number: re.Match[str]) -> str:
        fewer = int(number[0]) - self.more
        return str(fewer) if 0 <= fewer < 100 else number[0]


def own_names(dossier: Dossier) -> set[str]:
    """The names of all that an assessment names itself."""
    return {one.id for one in _own(dossier)}


def _own(dossier: Dossier) -> Iterator[Definition]:
    """What is called as the assessment likes; a row of the form is called as the form calls it."""
    for one in dossier.index.definitions:
        if not one.site or not one.id:
            continue
        if one.sort == "row" and one.site.route[0] == "characteristics":
            row = (dossier.assessment.characteristics or {})[one.id]
            if one.id in dossier.profile.groups or row.covers is None:
                continue
        elif one.sort == "row" and one.site.route[0] == "duties" and chosen(dossier.profile.duties, one.id):
            continue
        yield one


def _where_defined(one: Definition) -> Site:
    assert one.site
    if one.sort in ("action", "section"):
        return Site(one.site.file, (*one.site.route, "id"))
    return Site(one.site.file, one.site.route, key=True)


def _folded(id: str) -> str:
    """As citations are found: whatever the capitals, and with signs that look alike taken as one."""
    return id.casefold().translate(LOOK_ALIKE)


def put_between(file: LoadedFile, lines: Iterable[tuple[int, str]]) -> Iterator[Edit]:
    """Lines between those of a file, each as far in as the one that follows; its number chooses one of the places."""
    source, places = file.text.source, tuple(_between(file))
    for number, line in lines:
        at = places[number % len(places)]
        indent = source[at : at + len(source[at:]) - len(source[at:].lstrip(" "))]
        yield Edit(file.path, Span(at, at), f"{indent}{line}\n")


def _between(file: LoadedFile) -> Iterator[int]:
    """The beginnings of lines that carry on no text and no list in brackets."""
    assert file.tree
    source = file.text.source
    nodes = [node for _, node in everything(file.tree.root)]
    held = [node.span for node in nodes if isinstance(node, Scalar) or source[node.span.start] in "[{"]
    for at in (0, *(end.end() for end in LINE_END.finditer(source))):
        if at < len(source) and not any(span.start < at < span.end for span in held):
            yield at


def row_blocks(file: LoadedFile, table: str) -> tuple[Span, ...]:
    """The lines of each row of a table, up to the next row; of the last, its own lines alone."""
    rows = file.tree and file.tree.node((table,))
    if not isinstance(rows, Mapping) or file.text.source[rows.span.start] == "{":
        return ()
    source = file.text.source
    starts = [source.rfind("\n", 0, row.key.span.start) + 1 for row in rows.entries]
    end = source.find("\n", rows.entries[-1].value.span.end - 1)
    return tuple(map(Span, starts, [*starts[1:], end + 1 or len(source)]))


def reordered(file: LoadedFile, blocks: Sequence[Span], order: Sequence[int]) -> Iterator[Edit]:
    """Blocks of lines in another order."""
    for block, number in zip(blocks, order, strict=True):
        yield Edit(file.path, block, file.text.slice(blocks[number]))
