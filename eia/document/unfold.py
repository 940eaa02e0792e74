"""Tables unfolded: into headings where running text wants the whole page, into lists where a table has no place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain

from eia.document.label import with_colon
from eia.document.labelled import labelled
from eia.document.layout import Layout
from eia.document.tree import (
    Block,
    Blocks,
    Document,
    Heading,
    Inline,
    LineBreak,
    Listing,
    Paragraph,
    Row,
    Strong,
    Table,
    Words,
)


def laid_out(document: Document, layout: Layout, scrolls: bool = False) -> Document:
    """The document in one of its layouts; it is built for tables."""
    return in_headings(document, scrolls) if layout == "headings" else document


def in_headings(document: Document, scrolls: bool = False) -> Document:
    """The same document without a table that is wider than a narrow screen: what rows say stands under headings.

    Where a table `scrolls` by itself, one of data stays: it is there to be looked over, and a list cannot be."""
    return with_tables(document, lambda one: (is_plain(one) and not one.wide) or (scrolls and not one.level))


def with_tables(document: Document, stays: Callable[[Table], bool]) -> Document:
    """The same document with those tables alone that may stay."""
    unfolded = (
        (block,) if not isinstance(block, Table) or stays(block) else _unfolded(block) for block in document.blocks
    )
    return replace(document, blocks=tuple(chain.from_iterable(unfolded)))


def _unfolded(table: Table) -> Blocks:
    if table.level:
        return as_records(table, table.level)
    return as_lines(table) if table.wide and _is_short(table) else as_list(table)


def as_lines(table: Table) -> Blocks:
    """The rows of a table of short cells, each as one line with a label for each column but the first."""
    return (Listing(tuple((Paragraph(tuple(_in_a_line(row, table.head)), row.anchor),) for row in table.rows)),)


def _in_a_line(row: Row, head: tuple[str, ...]) -> Iterator[Inline]:
    names, *others = (tuple(_in_line(cell)) for cell in row.cells)
    yield Strong(names)
    for at, (name, said) in enumerate(zip(head[1:], others, strict=True)):
        yield from (Words("; " if at else " – "), Strong((Words(with_colon(name)),)), Words(" "), *said)


def _in_line(cell: Blocks) -> Iterator[Inline]:
    for at, one in enumerate(one for one in cell if isinstance(one, Paragraph)):
        yield from ((Words("; "),) if at else ())
        yield from one.content


def is_plain(table: Table) -> bool:
    """Whether each cell is a line."""
    return all(_is_line(cell) for row in table.rows for cell in row.cells)


def as_records(table: Table, level: int) -> Blocks:
    """Each row under a heading of this level, with what its other cells hold below it.

    That stands under headings of its own where the table is wide, and after labels where it is not. The caption goes, since it
    says again what the heading above the table says."""
    return tuple(block for row in table.rows for block in _record(table, row, level))


def _record(table: Table, row: Row, level: int) -> Iterator[Block]:
    first, *more = row.cells[0]
    title = first.content if isinstance(first, Paragraph) else (Words(table.head[0]),)
    yield Heading(level, title, row.anchor, listed=table.wide)
    yield from more if isinstance(first, Paragraph) else row.cells[0]
    for name, cell in zip(table.head[1:], row.cells[1:], strict=True):
        yield from (Heading(level + 1, (Words(name),), listed=False), *cell) if table.wide else labelled(name, cell)


def as_list(table: Table) -> Blocks:
    """The rows of a table as a list, with a label for each column; of a table without rows, the labels."""
    caption = (Paragraph((Strong((Words(with_colon(table.caption)),)),)),) if table.caption else ()
    rows = table.rows or (Row(tuple((Paragraph(()),) for _ in table.head)),)
    return (*caption, Listing(tuple(_as_item(row, table.head) for row in rows)))


def as_labelled(pairs: Iterable[tuple[str, Blocks]]) -> Blocks:
    """Each value after its label."""
    return tuple(block for label, value in pairs for block in labelled(label, value))


def _as_item(row: Row, head: tuple[str, ...]) -> Blocks:
    first, *rest = as_labelled(zip(head, row.cells, strict=True))
    if row.anchor and isinstance(first, Paragraph):
        first = replace(first, anchor=row.anchor)
    return (first, *rest)


def _is_short(table: Table) -> bool:
    """Whether each cell is one line or several."""
    return all(_is_line((block,)) for row in table.rows for cell in row.cells for block in cell)


def _is_line(cell: Blocks) -> bool:
    first, *more = cell
    return not more and isinstance(first, Paragraph) and not any(isinstance(one, LineBreak) for one in first.content)
