"""Reads a Word document back, by what Word's own format says and not by how we write it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from eia.publishing.word.bookmarks import AGAIN, bookmark_name, note_name

from . import words
from .reading import Reading, Stretch
from .words import Run, mark, run

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

UNREAD = (*(f"{W}{tag}" for tag in ("del", "moveFrom")), f"{MC}Fallback")
"""What nobody reads who opens the document, or what stands there a second time."""
BLANKS = tuple(f"{W}{tag}" for tag in ("tab", "br", "cr", "ptab"))
READ = (
    *(
        f"{W}{tag}"
        for tag in ("t", "noBreakHyphen", "footnoteReference", "fldChar", "instrText", "fldSimple", "hyperlink")
    ),
    *(*BLANKS, f"{WP}docPr", f"{PIC}cNvPr", f"{W}bookmarkStart", f"{W}bookmarkEnd"),
)
"""Of all that a paragraph holds, what has words or says something about them."""

BODY = 9
"""The level of what is no heading, in the outline of Word."""
PLAIN, ITEM = 10, 11
"""After the levels of headings: that of a paragraph that carries a bookmark, and of an item of a list that stands in none."""


def read(content: bytes) -> Reading:
    """What stands where in a .docx."""
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name.startswith("word/")}
    document = _as_read(etree.fromstring(parts["word/document.xml"]))
    reader = _Reader(_targets(parts, "document"), _noted(document), _headings(parts))
    reader.blocks(document)
    return reader.reading(_notes(parts))


def _as_read(document: Element) -> Element:
    """The document without what nobody reads, and with the words of text boxes below the paragraphs that they belong to."""
    etree.strip_elements(document, *UNREAD, with_tail=False)
    for hidden in list(document.iter(f"{W}vanish")):
        for run_of_words in hidden.iterancestors(f"{W}r"):
            run_of_words.clear()
    for box in list(document.iter(f"{W}txbxContent")):
        for paragraph in box.iterancestors(f"{W}p"):
            for block in reversed(box):
                paragraph.addnext(block)
            break
    return document


def _targets(parts: dict[str, bytes], part: str) -> dict[str, str]:
    """Where each relationship of a part leads."""
    data = parts.get(f"word/_rels/{part}.xml.rels")
    return {one.get("Id", ""): one.get("Target", "") for one in (etree.fromstring(data) if data else ())}


def _headings(parts: dict[str, bytes]) -> dict[str, int]:
    """The level of each style for headings, by the style's id: as its outline says, or that of the style it builds on."""
    styles = {
        one.get(f"{W}styleId", ""): one for one in etree.fromstring(parts["word/styles.xml"]).iterfind(f"{W}style")
    }
    levels = ((id, next(_outlines(styles, id), BODY)) for id in styles)
    return {id: level + 1 for id, level in levels if level < BODY}


def _outlines(styles: dict[str, Element], id: str) -> Iterator[int]:
    """The levels that a style and those that it builds on say; no two build on each other."""
    while (style := styles.get(id)) is not None:
        name, outline, base = (style.find(path) for path in (f"{W}name", f"{W}pPr/{W}outlineLvl", f"{W}basedOn"))
        kind, _, level = (name.get(f"{W}val", "") if name is not None else "").casefold().partition(" ")
        if outline is not None:
            yield int(outline.get(f"{W}val", BODY))
        elif kind == "heading" and level.isdecimal():
            yield int(level) - 1
        id = base.get(f"{W}val", "") if base is not None else ""


def _notes(parts: dict[str, bytes]) -> dict[str, Run]:
    """The words of each footnote, by its number."""
    found: dict[str, Run] = {}
    for note in etree.fromstring(parts["word/footnotes.xml"]) if "word/footnotes.xml" in parts else ():
        reader = _Reader({})
        reader.blocks(note)
        found[note.get(f"{W}id", "")] = tuple(word for line in reader.lines for word in line)
    return found


def _noted(document: Element) -> dict[str, str]:
    """The footnote whose mark stands in a bookmark, by the bookmark's name: so a second mark finds it."""
    found: dict[str, str] = {}
    for reference in document.iter(f"{W}footnoteReference"):
        number, within = reference.get(f"{W}id", ""), reference.getparent()
        before = within.getprevious() if within is not None else None
        if before is not None and before.tag == f"{W}bookmarkStart":
            found[before.get(f"{W}name", "")] = number
    return found


@dataclass(slots=True)
class _Reader:
    """Goes through the blocks of a part, line by line."""

    targets: dict[str, str]
    noted: dict[str, str] = field(default_factory=dict)
    headings: dict[str, int] = field(default_factory=dict)
    lines: list[Run] = field(default_factory=list)
    places: dict[str, Stretch] = field(default_factory=dict)
    begun: list[tuple[int, list[str], int]] = field(default_factory=list)
    """Places that have not ended yet: their level, their names, and their first line."""
    opening: int | None = None

    def reading(self, notes: dict[str, Run]) -> Reading:
        """All that was read."""
        self._end(0, len(self.lines))
        opening = len(self.lines) if self.opening is None else self.opening
        return Reading(tuple(self.lines), self.places, bookmark_name, opening, notes, self._number)

    def _number(self, source: str) -> str:
        return self.noted.get(note_name(source), "")

    def blocks(self, holder: Element, in_row: bool = False) -> None:
        """Paragraphs and tables, and those in what only wraps them."""
        for block in holder:
            if block.tag == f"{W}p":
                self._paragraph(block, in_row)
            elif block.tag == f"{W}tbl":
                self._table(block, in_row)
            else:
                self.blocks(block, in_row)

    def _table(self, table: Element, in_row: bool) -> None:
        """A row is the place of every bookmark in it."""
        for row in _own(table, "tr", "tbl"):
            first = len(self.lines)
            for cell in _own(row, "tc", "tr"):
                self.blocks(cell, in_row=True)
            if not in_row:
                self.places |= dict.fromkeys(self._names(row), (first, len(self.lines)))

    def _names(self, holder: Element) -> list[str]:
        """The bookmarks of places; not those around the marks of footnotes and around what is said again."""
        names = (one.get(f"{W}name", "") for one in holder.iter(f"{W}bookmarkStart"))
        return [one for one in names if one not in self.noted and not one.startswith(AGAIN)]

    def _paragraph(self, paragraph: Element, in_row: bool) -> None:
        """A place that begins in a paragraph goes on until another of its level, or one further up."""
        first, names, level = len(self.lines), self._names(paragraph), self._level(paragraph)
        if not in_row and (names or level != PLAIN):
            self._end(level, first)
            self.begun += [(level, names, first)] if names else []
            if level < PLAIN and self.opening is None:
                self.opening = first
        self._read(paragraph)

    def _level(self, paragraph: Element) -> int:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return PLAIN
        style, listed = properties.find(f"{W}pStyle"), properties.find(f"{W}numPr/{W}ilvl")
        level = self.headings.get(style.get(f"{W}val", "")) if style is not None else None
        return level or (PLAIN if listed is None else ITEM + int(listed.get(f"{W}val", "0")))

    def _end(self, level: int, line: int) -> None:
        while self.begun and self.begun[-1][0] >= level:
            _, names, first = self.begun.pop()
            self.places |= dict.fromkeys(names, (first, line))

    def _read(self, paragraph: Element) -> None:
        """The line of a paragraph, and after it what has words of its own: addresses, pictures."""
        found = _Words(self.targets, self.noted)
        self.lines.append(run("".join(found.of(paragraph))))
        self.lines += map(run, found.beside)


def _own(holder: Element, tag: str, kind: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, whatever wraps them; not those of a table within."""
    return (one for one in holder.iter(f"{W}{tag}") if next(one.iterancestors(f"{W}{kind}")) is holder)


@dataclass(slots=True)
class _Words:
    """The characters of a paragraph, with its footnotes' marks; what has words of its own is kept beside them."""

    targets: dict[str, str]
    noted: dict[str, str]
    beside: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    """What the fields say that have begun and not ended."""
    simple: Element | None = None
    """A mark that stands there once more, with a number that is none of the words."""
    again: set[str] = field(default_factory=set)
    """The numbers of bookmarks that have begun and not ended, around what is said again."""

    def of(self, paragraph: Element) -> Iterator[str]:
        """What is read in it, from its beginning to its end."""
        for one in paragraph.iter(*READ):
            tag = one.tag
            if tag == f"{W}bookmarkEnd":
                self.again.discard(one.get(f"{W}id", ""))
            elif self.again:
                continue
            elif tag == f"{W}bookmarkStart":
                yield from self._again(one)
            elif tag == f"{W}t":
                yield "" if self._is_mark(one) else one.text or ""
            elif tag in BLANKS:
                yield "\t"
            elif tag == f"{W}noBreakHyphen":
                yield "-"
            elif tag == f"{W}footnoteReference":
                yield mark(one.get(f"{W}id", ""))
            elif tag == f"{W}fldChar":
                yield from self._field(one.get(f"{W}fldCharType", ""))
            elif tag == f"{W}instrText":
                self.fields[-1:] = ["".join((*self.fields[-1:], one.text or ""))]
            elif tag == f"{W}fldSimple":
                yield from self._simple(one)
            elif tag == f"{W}hyperlink":
                self.beside += filter(None, [self.targets.get(one.get(f"{R}id", ""))])
            else:
                self.beside.append(one.get("descr" if tag == f"{WP}docPr" else "name", ""))

    def _again(self, one: Element) -> Iterator[str]:
        if one.get(f"{W}name", "").startswith(AGAIN):
            self.again.add(one.get(f"{W}id", ""))
            yield words.AGAIN

    def _simple(self, one: Element) -> Iterator[str]:
        if note := self._note(one.get(f"{W}instr", "")):
            self.simple = one
            yield mark(note)

    def _field(self, kind: str) -> Iterator[str]:
        if kind == "begin":
            self.fields.append("")
        elif kind == "end" and self.fields and (note := self._note(self.fields.pop())):
            yield mark(note)

    def _is_mark(self, text: Element) -> bool:
        within = self.simple is not None and self.simple in text.iterancestors()
        return within or any(map(self._note, self.fields))

    def _note(self, instruction: str) -> str:
        """The footnote that a field refers to, if it refers to one."""
        kind, *rest = instruction.split() or [""]
        return self.noted.get(rest[0], "") if kind == "NOTEREF" and rest else ""
