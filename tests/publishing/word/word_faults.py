"""What a reader of a .docx would stumble over: names that lead nowhere, tables that nobody can announce, and the like."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

from lxml import etree

NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "dc": "http://purl.org/dc/elements/1.1/",
}
W, R = f"{{{NS['w']}}}", f"{{{NS['r']}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

CONTENT_TYPES, MAIN = "[Content_Types].xml", "word/document.xml"
BY_KIND = {"styles", "settings", "numbering", "footnotes", "comments", "fontTable", "theme", "webSettings"}
"""Kinds of relationship that Word finds by their kind, so that no words name them."""
NO_LIST = "0"
"""Says of a paragraph that it is in no list, whatever its style says."""
LONGEST_BOOKMARK = 40
LEADING_FIELD = re.compile(r'\s*(?:REF|PAGEREF|NOTEREF)\s+"?([^\s"\\]+)|\s*TOC\b.*\\b\s+"?([^\s"\\]+)')


def faults(data: bytes) -> list[str]:
    """Everything that is wrong with the bytes of a .docx, each with the part that it is in; nothing where it is sound."""
    with ZipFile(BytesIO(data)) as archive:
        found = _twice("the zip", "part", (name.casefold() for name in archive.namelist()))
    parts = Parts.of(data)
    return [*found, *(one for check in CHECKS for one in check(parts))]


@dataclass(frozen=True)
class Relationship:
    """What a part leads to."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True)
class Parts:
    """The parts of a .docx by name."""

    blobs: Mapping[str, bytes]

    @classmethod
    def of(cls, data: bytes) -> Parts:
        """Those of the bytes of a .docx."""
        with ZipFile(BytesIO(data)) as archive:
            return cls({name: archive.read(name) for name in archive.namelist()})

    @cached_property
    def trees(self) -> Mapping[str, etree._Element]:
        """The parts that are XML, parsed."""
        return {name: etree.fromstring(data) for name, data in self.blobs.items() if name.endswith((".xml", ".rels"))}

    @cached_property
    def stories(self) -> Mapping[str, etree._Element]:
        """The parts that hold words: the document, its notes, the edges of its pages."""
        return {name: tree for name, tree in self.trees.items() if tree.find(".//w:p", NS) is not None}

    def relationships(self, part: str) -> list[Relationship]:
        """Those of a part; of the whole package where the part is none."""
        tree = self.trees.get(_rels(part))
        return [
            Relationship(
                one.get("Id", ""),
                one.get("Type", "").rpartition("/")[2],
                one.get("Target", "")
                if one.get("TargetMode") == "External"
                else posixpath.normpath(posixpath.join(posixpath.dirname(part), one.get("Target", ""))).lstrip("/"),
                one.get("TargetMode") == "External",
            )
            for one in (tree if tree is not None else ())
        ]

    def of_kind(self, kind: str) -> etree._Element:
        """The part that the document reaches as its styles, its notes and so on; an empty one where there is none."""
        found = (one.target for one in self.relationships(MAIN) if one.kind == kind)
        return self.trees.get(next(found, ""), etree.Element(f"{W}none"))

    @cached_property
    def styles(self) -> Mapping[str, etree._Element]:
        """The styles by their ids."""
        return {one.get(f"{W}styleId", ""): one for one in self.of_kind("styles").iterfind("w:style", NS)}

    @cached_property
    def bookmarks(self) -> list[str]:
        """The names of all bookmarks, without regard to case, as Word takes them."""
        return [one.get(f"{W}name", "").casefold() for _, one in self.each("bookmarkStart")]

    def each(self, *tags: str) -> Iterator[tuple[str, etree._Element]]:
        """Every element of Word's with one of these names, and the part it is in."""
        for name, tree in self.stories.items():
            for one in tree.iter(*(f"{W}{tag}" for tag in tags)):
                yield name, one

    def level(self, style: str) -> int | None:
        """The level at which a style is a heading, its own or of a style that it is based on."""
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            if (level := self.styles[style].find("w:pPr/w:outlineLvl", NS)) is not None:
                return int(level.get(f"{W}val", "9")) + 1
            style = _value(self.styles[style].find("w:basedOn", NS))
        return None


def _rels(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(f"{W}val", "")


def _ids(elements: Iterable[etree._Element], name: str = "id") -> list[str]:
    return [one.get(f"{W}{name}", "") for one in elements]


def _twice(where: str, what: str, ids: Iterable[str]) -> list[str]:
    return [f"{where}: {number} times the {what} {id!r}" for id, number in Counter(ids).items() if number > 1]


def content_types(parts: Parts) -> Iterator[str]:
    """Every part has a type, by its name or by its ending, and no type is given to what is not there."""
    types = parts.trees[CONTENT_TYPES]
    endings = {one.get("Extension", "").lower() for one in types.iterfind("ct:Default", NS)}
    names = {one.get("PartName", "").lstrip("/") for one in types.iterfind("ct:Override", NS)}
    for name in parts.blobs.keys() - names - {CONTENT_TYPES}:
        if name.rpartition(".")[2].lower() not in endings:
            yield f"{name}: has no content type"
    yield from (f"{name}: has a content type, and is not there" for name in names - parts.blobs.keys())


def relationships(parts: Parts) -> Iterator[str]:
    """Every relationship leads to a part or to an address, and is the only one of its id."""
    for part in ("", *parts.blobs):
        own = parts.relationships(part)
        yield from _twice(_rels(part), "relationship", (one.id for one in own))
        for one in own:
            if not one.external and one.target not in parts.blobs:
                yield f"{_rels(part)}: {one.id} leads to {one.target}, which is not there"
            if one.external and not re.fullmatch(r"(?:https?|mailto):\S+", one.target):
                yield f"{_rels(part)}: {one.id} leads to {one.target!r}, which is no address"


def uses_of_relationships(parts: Parts) -> Iterator[str]:
    """Every relationship that words name is there, and every one that words should name is named."""
    for name, tree in parts.stories.items():
        used = {value for one in tree.iter() for key, value in one.attrib.items() if str(key).startswith(R)}
        own = parts.relationships(name)
        yield from (f"{name}: names {id}, which is no relationship" for id in used - {one.id for one in own})
        spare = {one.id for one in own if one.kind not in BY_KIND} - used
        yield from (f"{name}: never names the relationship {id}" for id in spare)


def orphans(parts: Parts) -> Iterator[str]:
    """Every part is reached from the package."""
    reached, waiting = {CONTENT_TYPES}, [""]
    while waiting:
        part = waiting.pop()
        reached |= {part, _rels(part)}
        waiting += {one.target for one in parts.relationships(part) if not one.external} - reached
    yield from (f"{name}: no relationship leads here" for name in parts.blobs.keys() - reached)


def styles(parts: Parts) -> Iterator[str]:
    """Every style that is used or built upon is defined, and of the right kind."""
    defined = parts.of_kind("styles").findall("w:style", NS)
    yield from _twice("styles", "style", _ids(defined, "styleId"))
    yield from _twice("styles", "name of a style", (_value(one.find("w:name", NS)).casefold() for one in defined))
    for tag, kind in {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}.items():
        for name, used in parts.each(tag):
            style = parts.styles.get(_value(used))
            if style is None or style.get(f"{W}type") != kind:
                yield f"{name}: there is no {kind} style {_value(used)!r}"
    for id, style in parts.styles.items():
        for tag in ("basedOn", "next", "link"):
            leads = style.find(f"w:{tag}", NS)
            if leads is not None and _value(leads) not in parts.styles:
                yield f"styles: {id} is {tag} {_value(leads)!r}, which is not defined"


def lists(parts: Parts) -> Iterator[str]:
    """Every list that a paragraph or a style belongs to is defined, at that level, after all kinds of list."""
    part = parts.of_kind("numbering")
    kinds = {one.get(f"{W}abstractNumId", ""): one for one in part.iterfind("w:abstractNum", NS)}
    lists = {one.get(f"{W}numId", ""): _value(one.find("w:abstractNumId", NS)) for one in part.iterfind("w:num", NS)}
    yield from _twice("numbering", "kind of list", _ids(part.iterfind("w:abstractNum", NS), "abstractNumId"))
    yield from _twice("numbering", "list", _ids(part.iterfind("w:num", NS), "numId"))
    tags = [one.tag for one in part if one.tag in (f"{W}abstractNum", f"{W}num")]
    if tags != sorted(tags):
        yield "numbering: a kind of list comes after a list, which Word calls corrupt"
    yield from (f"numbering: the list {id} is of no kind" for id, kind in lists.items() if kind not in kinds)
    used = [*parts.each("numPr"), *(("styles", one) for one in parts.of_kind("styles").iter(f"{W}numPr"))]
    for name, one in used:
        id, level = _value(one.find("w:numId", NS)), _value(one.find("w:ilvl", NS)) or "0"
        if id == NO_LIST:
            continue
        if id not in lists:
            yield f"{name}: there is no list {id!r}"
        elif (kind := kinds.get(lists[id])) is not None and level not in _ids(kind.iterfind("w:lvl", NS), "ilvl"):
            yield f"{name}: the list {id} has no level {level}"


def notes(parts: Parts) -> Iterator[str]:
    """Every mark has its note, every note its mark, in the text and in itself."""
    part = parts.of_kind("footnotes")
    every = part.findall("w:footnote", NS)
    own = {one.get(f"{W}id", ""): one for one in every if one.get(f"{W}type", "normal") == "normal"}
    marks = _ids(one for _, one in parts.each("footnoteReference"))
    yield from _twice("footnotes", "note", _ids(every))
    yield from _twice("document", "mark of the note", marks)
    yield from (f"document: there is no note {id}" for id in marks if id not in own)
    yield from (f"footnotes: the note {id} is marked nowhere" for id in own if id not in marks)
    yield from (f"footnotes: the note {id} lacks its number" for id, one in own.items() if not _has(one, "footnoteRef"))
    for id in _ids(parts.of_kind("settings").iterfind("w:footnotePr/w:footnote", NS)):
        if id not in _ids(every):
            yield f"settings: there is no separator {id} of notes"


def _has(element: etree._Element, tag: str) -> bool:
    return next(element.iter(f"{W}{tag}"), None) is not None


def bookmarks(parts: Parts) -> Iterator[str]:
    """Names are Word's own kind of name and differ by more than case; every bookmark that begins ends, once and later."""
    yield from _twice("document", "bookmark", parts.bookmarks)
    for name in parts.bookmarks:
        if not re.fullmatch(r"[^\W\d]\w*", name) or len(name) > LONGEST_BOOKMARK:
            yield f"document: {name!r} cannot be the name of a bookmark"
    for name, tree in parts.stories.items():
        starts = _ids(tree.iter(f"{W}bookmarkStart"))
        yield from _twice(name, "beginning of the bookmark", starts)
        opened: set[str] = set()
        for one in tree.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
            id = one.get(f"{W}id", "")
            if one.tag == f"{W}bookmarkStart":
                opened.add(id)
            elif id in opened:
                opened.remove(id)
            else:
                yield f"{name}: the bookmark {id} ends and has not begun"
        yield from (f"{name}: the bookmark {id} does not end" for id in opened)


def links(parts: Parts) -> Iterator[str]:
    """Every link and every field arrives, and every field that begins ends."""
    for name, link in parts.each("hyperlink"):
        anchor = link.get(f"{W}anchor")
        if anchor is None and link.get(f"{R}id") is None:
            yield f"{name}: a link leads nowhere"
        if anchor is not None and anchor.casefold() not in parts.bookmarks:
            yield f"{name}: a link leads to {anchor!r}, which is no bookmark"
    for name, field in parts.each("fldSimple", "instrText"):
        said = LEADING_FIELD.match(field.get(f"{W}instr") or field.text or "")
        if said and (target := said[1] or said[2]).casefold() not in parts.bookmarks:
            yield f"{name}: a field leads to {target!r}, which is no bookmark"
    for name, tree in parts.stories.items():
        kinds = Counter(_ids(tree.iter(f"{W}fldChar"), "fldCharType"))
        if kinds["begin"] != kinds["end"]:
            yield f"{name}: {kinds['begin']} fields begin and {kinds['end']} end"


def drawings(parts: Parts) -> Iterator[str]:
    """Every picture has a number of its own, and words for those who do not see it."""
    found = [(name, one) for name, tree in parts.stories.items() for one in tree.iter(f"{{{NS['wp']}}}docPr")]
    yield from _twice("document", "number of a picture", (one.get("id", "") for _, one in found))
    yield from (f"{name}: a picture has no words" for name, one in found if not one.get("descr", "").strip())


def tables(parts: Parts) -> Iterator[str]:
    """Every table has a header row, and a cell with something in it for each column of each row."""
    for name, table in parts.each("tbl"):
        rows = table.findall("w:tr", NS)
        words = "".join(table.itertext(f"{W}t"))[:30]
        if not rows or rows[0].find("w:trPr/w:tblHeader", NS) is None:
            yield f"{name}: the table {words!r} has no header row"
        columns = len(table.findall("w:tblGrid/w:gridCol", NS))
        if any(len(row.findall("w:tc", NS)) != columns for row in rows):
            yield f"{name}: the table {words!r} has rows of another number of cells than its {columns} columns"
        if any(_has(table, tag) for tag in ("gridSpan", "vMerge", "hMerge")):
            yield f"{name}: the table {words!r} has merged cells"
        for cell in table.iterfind("w:tr/w:tc", NS):
            if not "".join(cell.itertext(f"{W}t")).strip() and not _has(cell, "drawing"):
                yield f"{name}: the table {words!r} has an empty cell"
            if cell[-1].tag != f"{W}p":
                yield f"{name}: a cell of the table {words!r} does not end in a paragraph, which Word calls corrupt"


def headings(parts: Parts) -> Iterator[str]:
    """The first heading is of the first level, and none is more than a level below the one before it."""
    named = parts.trees[MAIN].iterfind(".//w:p/w:pPr/w:pStyle", NS)
    levels = [level for one in named if (level := parts.level(_value(one)))]
    for above, below in pairwise((0, *levels)):
        if below > above + 1:
            yield f"document: a heading of level {below} follows one of level {above}"


def language_and_title(parts: Parts) -> Iterator[str]:
    """A screen reader knows in which voice to read, and a window what to call itself."""
    core = parts.trees["docProps/core.xml"]
    said = (core.findtext("dc:language", "", NS) or "").strip()
    if not said:
        yield "docProps/core.xml: the language is not set"
    default = parts.of_kind("styles").find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", NS)
    if _value(default) != said:
        yield f"styles: the language of the words is {_value(default)!r}, and that of the document {said!r}"
    if not (core.findtext("dc:title", "", NS) or "").strip():
        yield "docProps/core.xml: the title is not set"


def blanks(parts: Parts) -> Iterator[str]:
    """Word drops a blank at the edge of words that are not said to keep it."""
    for name, one in parts.each("t"):
        if one.text and one.text != one.text.strip(" \t\r\n") and one.get(SPACE) != "preserve":
            yield f"{name}: a blank beside {one.text.strip()[:30]!r} would be lost"


CHECKS: tuple[Callable[[Parts], Iterator[str]], ...] = (
    content_types,
    relationships,
    uses_of_relationships,
    orphans,
    styles,
    lists,
    notes,
    bookmarks,
    links,
    drawings,
    tables,
    headings,
    language_and_title,
    blanks,
)
