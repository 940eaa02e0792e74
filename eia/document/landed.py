"""Links inside a document that would lead nowhere, since it prints only some of the places, become plain words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import assert_never

from eia.document.tree import (
    Again,
    Block,
    Blocks,
    Callout,
    Contents,
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
    Row,
    Strong,
    Table,
)
from eia.document.walk import anchors


def landed(document: Document) -> Document:
    """The same document, in which every link arrives."""
    there = anchors(document)
    notes = {key: _line(said, there) for key, said in document.notes.items()}
    return replace(document, blocks=_blocks(document.blocks, there), notes=notes)


def _blocks(blocks: Blocks, there: Collection[str]) -> Blocks:
    return tuple(_block(one, there) for one in blocks)


def _block(block: Block, there: Collection[str]) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, content=_line(block.content, there))
        case Listing(items):
            return replace(block, items=tuple(_blocks(item, there) for item in items))
        case Quote(blocks) | Callout(_, blocks):
            return replace(block, blocks=_blocks(blocks, there))
        case Table(rows=rows):
            return replace(block, rows=tuple(_row(row, there) for row in rows))
        case Facts(pairs):
            return Facts(tuple((label, _blocks(said, there)) for label, said in pairs))
        case Contents():
            return block
        case _:
            assert_never(block)


def _row(row: Row, there: Collection[str]) -> Row:
    return replace(row, cells=tuple(_blocks(cell, there) for cell in row.cells))


def _line(content: Inlines, there: Collection[str]) -> Inlines:
    return tuple(inner for one in content for inner in _inline(one, there))


def _inline(inline: Inline, there: Collection[str]) -> Inlines:
    match inline:
        case Jump(anchor, content) if anchor not in there:
            return _line(content, there)
        case Emphasis() | Strong() | Link() | Jump() | Again():
            return (replace(inline, content=_line(inline.content, there)),)
        case _:
            return (inline,)
