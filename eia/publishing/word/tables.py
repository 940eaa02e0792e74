"""Tables: a header row that returns on every page, columns of fixed width, cells that hold blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise, zip_longest

from eia.document.tree import Paragraph, Row, Table
from eia.document.unfold import is_plain
from eia.document.walk import plain

from .markup import Element, name, t, w
from .paragraphs import paragraph, set_property
from .place import Place, Writer

PADDING = 2 * 108
"""What the table style leaves free at the left and right of a cell's words."""
LETTER, BODY_LETTER = 145, 120
"""About the width of a letter in the style of header cells, and in that of others."""
LONGEST_WORD = 16
"""Longer words, mostly addresses, are broken rather than given all the room."""
SHARES = (8, 40)
"""The least and the most that a column's words count for when nobody says how wide it is to be."""
WHOLE = 14
"""A row of no more lines stays on one page."""
SIGNATURE = 850
"""The height that a pen needs: a centimetre and a half."""
FEW = 12
"""A table of no more rows, with a line in each cell, stays on one page."""


def write(table: Table, place: Place, write_blocks: Writer) -> Element:
    """The table alone; its caption is a paragraph above it."""
    widths = columns(table.head, table.widths or _shares(table), place.width - place.indent, _longest_words(table))
    rows = [_row(row, widths, place, write_blocks) for row in table.rows]
    if len(rows) <= FEW and is_plain(table):
        _keep_together(rows)
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    title = table.caption or place.heading or ", ".join(table.head)
    return w("tbl", _properties(sum(widths), place.indent, title), grid, _header(table.head, widths), *rows)


def columns(head: Sequence[str], parts: Sequence[int], width: int, words: Sequence[int] = ()) -> list[int]:
    """The widths of the columns: the width shared in these proportions, but no heading broken within a word.

    `words` are the letters of the longest word in the cells of each."""
    widths = share(width, parts)
    heads = [_longest_word(label) * LETTER for label in head]
    least = [max(one, letters * BODY_LETTER) + PADDING for one, letters in zip_longest(heads, words, fillvalue=0)]
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


def _shares(table: Table) -> list[int]:
    """How much room the words of each column want, where nobody says how wide it is to be."""
    least, most = SHARES
    return [min(max(map(len, (name, *cells))), most) + least for name, *cells in _columns(table)]


def _longest_words(table: Table) -> list[int]:
    return [min(max(map(_longest_word, cells), default=0), LONGEST_WORD) for _, *cells in _columns(table)]


def _columns(table: Table) -> Iterator[list[str]]:
    """The name of each column, and the words that its cells begin with."""
    for at, head in enumerate(table.head):
        firsts = (first for row in table.rows for cell in row.cells[at : at + 1] for first in cell[:1])
        yield [head, *(plain(first.content) for first in firsts if isinstance(first, Paragraph))]


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
    if row.to_sign:
        made.insert(0, w("trPr", w("cantSplit"), w("trHeight", val=SIGNATURE, hRule="atLeast")))
    elif all(_lines(content, cell.width) <= WHOLE for content, cell in zip(contents, places, strict=True)):
        made.insert(0, w("trPr", w("cantSplit")))
    return made


def _cell(width: int, content: list[Element]) -> Element:
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *content)


def _lines(content: list[Element], width: int) -> int:
    """About how many lines the words of a cell fill."""
    return sum(1 + _letters(block) * BODY_LETTER // max(width, 1) for block in content)


def _letters(block: Element) -> int:
    return sum(len(text.text or "") for text in block.iter(name("w:t")))


def _keep_together(rows: list[Element]) -> None:
    """Let no page end between these rows."""
    for line in (one for row in rows[:-1] for one in row.iter(name("w:p"))):
        set_property(line, w("keepNext"))
