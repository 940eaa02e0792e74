"""Blocks of which every word only says again what stands elsewhere in the document."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from eia.document.tree import (
    Again,
    Block,
    Blocks,
    Callout,
    Contents,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Table,
)


def again(blocks: Blocks) -> Blocks:
    """The same blocks, with that said of their words; the head of a table and the labels of facts are the form's."""
    return tuple(map(_again, blocks))


def _again(block: Block) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, content=(Again(block.content),))
        case Listing(items):
            return replace(block, items=tuple(map(again, items)))
        case Quote(blocks) | Callout(_, blocks):
            return replace(block, blocks=again(blocks))
        case Table():
            return replace(block, rows=tuple(replace(row, cells=tuple(map(again, row.cells))) for row in block.rows))
        case Facts(pairs):
            return Facts(tuple((label, again(said)) for label, said in pairs))
        case Contents():
            return block
        case _:
            assert_never(block)
