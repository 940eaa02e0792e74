"""What people should know of a template before documents are made in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..fields import counts_pages
from ..markup import NAMESPACES, Element, name
from ..seal import NAME as SEAL
from ..seal import PART as CUSTOM
from ..sheets import Sheet
from ..unusable import told_of
from . import House, furnished
from .foreign import parts_of
from .kept import Opened, opened
from .legible import hard_to_read
from .properties import labels
from .styles import USED

CENTIMETRE = 567


@dataclass(frozen=True, slots=True)
class Report:
    """A template that can be used: which styles it lacks, of how many, and what else there is to know."""

    lacking: tuple[str, ...]
    wanted: int
    notes: tuple[str, ...]


def report(path: Path) -> Report:
    """What there is to know of a file. Raises `Unusable` where no document can be made in it."""
    with told_of(path):
        template = opened(parts_of(path))
        house = furnished(template)
        return Report(house.lacking, len(USED), tuple(_notes(template, house)))


def _notes(template: Opened, house: House) -> Iterator[str]:
    if "".join(map(str, template.document.itertext(name("w:t")))).strip():
        yield "Its own text is not used; its styles, pages, headers and footers are."
    if SEAL.encode() in template.parts.get(CUSTOM, b""):
        yield "It was exported by eia. Delete in its header and footer what belongs to that document: title, mark, status."
    yield from _of_paper(template.document, house)
    yield from _of_edges(house)
    yield from hard_to_read(house)
    if house.dress.numbered:
        yield "Its headings are numbered. A heading whose own words begin with a number gets no other."
    for label in labels(house.package.part(CUSTOM)):
        yield f"It bears the sensitivity label {label}, and so will every document."
    if house.dropped:
        yield f"Not carried over: {', '.join(house.dropped)}."


def _of_paper(document: Element, house: House) -> Iterator[str]:
    sheets = house.sheets
    for sheet in dict.fromkeys((sheets.upright.size, sheets.opening.size)):
        if not next(one for one in sheets if one.size == sheet).is_a4:
            width, height = (f"{side / CENTIMETRE:.1f}" for side in sheet)
            yield f"Its paper is {width} by {height} cm, not A4."
    if sheets.opening != sheets.upright:
        yield "The pages of its first section bear the title and the summary, those of its last upright one all else."
    if sheets.unused:
        yield f"{sheets.unused} of its sections {'is' if sheets.unused == 1 else 'are'} not used."
    if any(one.get(name("w:num"), "1") != "1" for one in document.iterfind(".//w:sectPr/w:cols", NAMESPACES)):
        yield "It has pages with columns; a document has one column, so that its tables have room."
    if not sheets.has_turned:
        yield "It has no pages turned sideways. Wide tables stand on its paper, turned, with the same header and footer."


def _of_edges(house: House) -> Iterator[str]:
    upright = house.sheets.upright
    edges = {tag: _edge(house, upright, tag) for tag in ("header", "footer")}
    if edges["header"] is None:
        yield "It has no header. The mark of a draft stands there alone."
    if edges["footer"] is None:
        yield "It has no footer. A line of the document's own stands there, with page numbers, title and status."
    elif any(edge is not None and counts_pages(edge) for edge in edges.values()):
        yield "It numbers the pages. The line that is put below its footer has the title and the status only."
    else:
        yield "It does not number the pages. The line that is put below its footer does, and has the title and the status."
    for edge in edges.values():
        if edge is not None and edge.find(".//w:ins", NAMESPACES) is not None:
            yield "Its header or footer holds tracked changes, which every document will show."


def _edge(house: House, sheet: Sheet, tag: str) -> Element | None:
    id = sheet.edges.get((tag, "default"))
    return None if id is None else house.package.of_id(id)
