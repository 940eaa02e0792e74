"""Blocks with every line of them changed, however deep it stands; the head of a table and the labels of facts are the form's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from eia.document.tree import (
    Block,
    Blocks,
    Callout,
    Contents,
    Facts,
    Heading,
    Inlines,
    Listing,
    Paragraph,
    Quote,
    Row,
    Table,
)

Change = Callable[[Inlines], Inlines]


def changed(blocks: Blocks, change: Change) -> Blocks:
    """The same blocks with what comes of each line."""
    return tuple(_block(one, change) for one in blocks)


def _block(block: Block, change: Change) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, content=change(block.content))
        case Listing(items):
            return replace(block, items=tuple(changed(item, change) for item in items))
        case Quote(blocks) | Callout(_, blocks):
            return replace(block, blocks=changed(blocks, change))
        case Table(rows=rows):
            return replace(block, rows=tuple(_row(row, change) for row in rows))
        case Facts(pairs):
            return Facts(tuple((label, changed(said, change)) for label, said in pairs))
        case Contents():
            return block
        case _:
            assert_never(block)


def _row(row: Row, change: Change) -> Row:
    return replace(row, cells=tuple(changed(cell, change) for cell in row.cells))
