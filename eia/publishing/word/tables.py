"""Tables: a header row that returns on every page, columns of fixed width, cells that hold blocks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from eia.document.tree import Row, Table

from .markup import Element, name, t, w
from .paragraphs import paragraph
from .place import Place, Writer

PADDING = 2 * 108
"""What the table style leaves free at the left and right of a cell's words."""
LETTER = 145
"""About the width of a letter in the style of header cells."""
SHORT = 300
"""A row whose cells have no more characters than this, in a handful of paragraphs, stays on one page."""
HANDFUL = 5


def write(table: Table, place: Place, write_blocks: Writer) -> Element:
    """The table alone; its caption is a paragraph above it."""
    widths = columns(table.head, table.widths or (1,) * len(table.head), place.width - place.indent)
    rows = [_row(row, widths, place, write_blocks) for row in table.rows]
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    title = table.caption or place.heading or ", ".join(table.head)
    return w("tbl", _properties(sum(widths), place.indent, title), grid, _header(table.head, widths), *rows)


def columns(head: Sequence[str], parts: Sequence[int], width: int) -> list[int]:
    """The widths of the columns: the width shared in these proportions, but no heading broken within a word."""
    widths = share(width, parts)
    least = [_longest_word(label) * LETTER + PADDING for label in head]
    lack = sum(max(0, wanted - given) for given, wanted in zip(widths, least, strict=True))
    spare = [max(0, given - wanted) for given, wanted in zip(widths, least, strict=True)]
    if not 0 < lack <= sum(spare):
        return widths
    cuts = share(lack, spare)
    return [max(given, wanted) - cut for given, wanted, cut in zip(widths, least, cuts, strict=True)]


def share(width: int, parts: Sequence[int]) -> list[int]:
    """The width divided in these proportions, without a remainder."""
    edges = [width * so_far // sum(parts) for so_far in accumulate(parts, initial=0)]
    return [right - left for left, right in pairwise(edges)]


def _longest_word(label: str) -> int:
    return max((len(word) for word in label.replace("-", "- ").split()), default=0)


def _properties(width: int, indent: int, title: str) -> Element:
    return w(
        "tblPr",
        w("tblStyle", val="AssessmentTable"),
        w("tblW", w=width, type="dxa"),
        w("tblInd", w=indent, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="06A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=1, noVBand=1),
        w("tblCaption", val=title),
    )


def _header(head: Sequence[str], widths: Sequence[int]) -> Element:
    cells = [
        _cell(width, [paragraph("TableHead", w("r", t(words)))]) for words, width in zip(head, widths, strict=True)
    ]
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _row(row: Row, widths: Sequence[int], place: Place, write_blocks: Writer) -> Element:
    if len(row.cells) != len(widths):
        raise ValueError(f"a table has a row of {len(row.cells)} cells in {len(widths)} columns")
    places = [place.cell(width - PADDING) for width in widths]
    contents = [write_blocks(blocks, cell) for blocks, cell in zip(row.cells, places, strict=True)]
    if not all(contents):
        raise ValueError("a table has an empty cell")
    if row.anchor:
        place.desk.bookmarks.place(row.anchor, contents[0][0])
    cells = [_cell(width, content) for width, content in zip(widths, contents, strict=True)]
    made = w("tr", *cells)
    if all(_is_short(content) for content in contents):
        made.insert(0, w("trPr", w("cantSplit")))
    return made


def _cell(width: int, content: list[Element]) -> Element:
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *content)


def _is_short(content: list[Element]) -> bool:
    characters = sum(len(text.text or "") for block in content for text in block.iter(name("w:t")))
    return len(content) <= HANDFUL and characters <= SHORT
