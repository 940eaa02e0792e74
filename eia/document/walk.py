"""Everything that a document holds, one inline after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from eia.document.tree import (
    Again,
    Block,
    Blocks,
    Callout,
    Code,
    Contents,
    Document,
    Emphasis,
    Facts,
    Heading,
    Inline,
    Inlines,
    Jump,
    LineBreak,
    Link,
    Listing,
    Paragraph,
    Quote,
    Sign,
    Strong,
    Table,
    Words,
)


def jumped_to(document: Document) -> frozenset[str]:
    """The anchors that links of the document lead to, those of its contents among them."""
    said = (*in_blocks(document.blocks), *(one for note in document.notes.values() for one in in_line(note)))
    has_contents = any(isinstance(one, Contents) for one in document.blocks)
    contents = (one.anchor for one in listed(document) if has_contents and one.anchor)
    return frozenset((*contents, *(one.anchor for one in said if isinstance(one, Jump))))


def anchors(document: Document) -> frozenset[str]:
    """The anchors that blocks of the document carry."""
    return frozenset(filter(None, _anchors(document.blocks)))


def _anchors(blocks: Iterable[Block]) -> Iterator[str | None]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.anchor
        elif isinstance(block, Table):
            yield from (row.anchor for row in block.rows)
        for inner in within(block):
            yield from _anchors(inner)


def listed(document: Document) -> Iterator[Heading]:
    """The headings that the contents list."""
    headings = (one for one in document.blocks if isinstance(one, Heading))
    return (one for one in headings if one.listed and one.level <= Contents.depth)


def in_blocks(blocks: Iterable[Block]) -> Iterator[Inline]:
    """The inlines of blocks, and those within them."""
    for block in blocks:
        yield from _in_block(block)


def in_line(content: Inlines) -> Iterator[Inline]:
    """Inlines, and those within them."""
    for inline in content:
        yield inline
        if isinstance(inline, Emphasis | Strong | Link | Jump | Again):
            yield from in_line(inline.content)


def plain(content: Inlines) -> str:
    """The characters of inlines without their dress."""
    characters = (
        one.text if isinstance(one, Words | Code | Sign) else " " * isinstance(one, LineBreak)
        for one in in_line(content)
    )
    return "".join(characters)


def _in_block(block: Block) -> Iterator[Inline]:
    match block:
        case Heading(_, content) | Paragraph(content):
            yield from in_line(content)
        case _:
            for inner in within(block):
                yield from in_blocks(inner)


def within(block: Block) -> Iterable[Blocks]:
    """The blocks that a block holds, as far as it holds any: items, cells, what is quoted."""
    match block:
        case Listing(items):
            return items
        case Quote(blocks) | Callout(_, blocks):
            return (blocks,)
        case Table():
            return (cell for row in block.rows for cell in row.cells)
        case Facts(pairs):
            return (said for _, said in pairs)
        case Heading() | Paragraph() | Contents():
            return ()
        case _:
            assert_never(block)
