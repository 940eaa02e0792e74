"""Links inside a document that would lead nowhere, since it prints only some of the places, become plain words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from eia.document.changed import changed
from eia.document.tree import Again, Document, Emphasis, Inline, Inlines, Jump, Link, Strong
from eia.document.walk import anchors


def landed(document: Document) -> Document:
    """The same document, in which every link arrives."""
    there = anchors(document)
    notes = {key: _line(said, there) for key, said in document.notes.items()}
    return replace(document, blocks=changed(document.blocks, lambda content: _line(content, there)), notes=notes)


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
