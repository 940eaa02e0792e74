"""The marks of footnotes among other words: each close to what it is about, and apart from the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eia.document.tree import Again, Emphasis, Inline, Inlines, Jump, Link, NoteMark, Strong, Words


def close(content: Iterable[Inline]) -> Inlines:
    """The same inlines, with no blank between a word and the mark of its footnote."""
    said: list[Inline] = []
    for inline in content:
        if said and isinstance(before := said[-1], Words) and begins_with_mark(inline):
            said[-1:] = [Words(words)] if (words := before.text.rstrip(" ")) else []
        said.append(inline)
    return tuple(said)


def told_apart(content: Inlines) -> Iterator[tuple[bool, Inline]]:
    """Each inline, and whether its mark would run into the one before it, so that two numbers would be read as one."""
    ends_in_mark = False
    for inline in content:
        yield ends_in_mark and begins_with_mark(inline), inline
        ends_in_mark = isinstance(_edge(inline, -1), NoteMark)


def begins_with_mark(inline: Inline) -> bool:
    """Whether the first sign of this is the mark of a footnote."""
    return isinstance(_edge(inline, 0), NoteMark)


def _edge(inline: Inline, at: int) -> Inline:
    """What stands at the beginning or the end of an inline, however deep."""
    while isinstance(inline, Emphasis | Strong | Link | Jump | Again) and inline.content:
        inline = inline.content[at]
    return inline
