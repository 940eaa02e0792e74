"""Labels run into what they label: what stands for facts and tables inside a cell, where a table would be nested."""

from __future__ import annotations

from collections.abc import Iterable

from eia.document.label import with_colon
from eia.document.tree import Block, Blocks, Listing, Paragraph, Row, Strong, Table, Words


def labelled(pairs: Iterable[tuple[str, Blocks]]) -> Blocks:
    """Each value after its label, which is run into the value's first paragraph."""
    return tuple(block for label, value in pairs for block in _labelled(label, value))


def as_list(table: Table) -> Blocks:
    """The rows of a table as a list, with a label for each column."""
    caption = Paragraph((Strong((Words(with_colon(table.caption)),)),))
    return (caption, Listing(tuple(_as_item(row, table.head) for row in table.rows)))


def _labelled(label: str, value: Blocks) -> tuple[Block, ...]:
    mark = Strong((Words(with_colon(label)),))
    match value:
        case (Paragraph(content, anchor), *rest):
            return (Paragraph((mark, Words(" "), *content), anchor), *rest)
        case _:
            return (Paragraph((mark,)), *value)


def _as_item(row: Row, head: tuple[str, ...]) -> Blocks:
    first, *rest = labelled(zip(head, row.cells, strict=True))
    if row.anchor and isinstance(first, Paragraph):
        first = Paragraph(first.content, row.anchor)
    return (first, *rest)
