"""Everything that a document holds, one inline after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from eia.document.tree import (
    Block,
    Blocks,
    Callout,
    Document,
    Emphasis,
    Facts,
    Heading,
    Inline,
    Inlines,
    Jump,
    Link,
    Listing,
    Paragraph,
    Quote,
    Strong,
    Table,
)


def jumped_to(document: Document) -> frozenset[str]:
    """The anchors that links of the document lead to."""
    said = (*in_blocks(document.blocks), *(one for note in document.notes.values() for one in in_line(note)))
    return frozenset(one.anchor for one in said if isinstance(one, Jump))


def in_blocks(blocks: Iterable[Block]) -> Iterator[Inline]:
    """The inlines of blocks, and those within them."""
    for block in blocks:
        yield from _in_block(block)


def in_line(content: Inlines) -> Iterator[Inline]:
    """Inlines, and those within them."""
    for inline in content:
        yield inline
        if isinstance(inline, Emphasis | Strong | Link | Jump):
            yield from in_line(inline.content)


def _in_block(block: Block) -> Iterator[Inline]:
    match block:
        case Heading(_, content) | Paragraph(content):
            yield from in_line(content)
        case _:
            for inner in _within(block):
                yield from in_blocks(inner)


def _within(block: Block) -> Iterable[Blocks]:
    match block:
        case Listing(items):
            return items
        case Quote(blocks) | Callout(_, blocks):
            return (blocks,)
        case Table():
            return (cell for row in block.rows for cell in row.cells)
        case Facts(pairs):
            return (said for _, said in pairs)
        case Heading() | Paragraph():
            return ()
        case _:
            assert_never(block)
