"""The document as GitHub-flavoured Markdown that also reads well as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count, repeat
from textwrap import indent
from typing import assert_never

from eia.document.label import with_colon
from eia.document.marks import told_apart
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
    NoteMark,
    Paragraph,
    Picture,
    Quote,
    Sign,
    Strong,
    Table,
    Words,
)
from eia.document.walk import listed, plain
from eia.publishing.seal import OF_TEXT

from .escape import address, apart, cell, code, escaped, heading, paragraph, stressed
from .names import Names
from .tables import unfolded

__all__ = ["unfolded", "write"]


def write(document: Document) -> bytes:
    """The document as UTF-8 text, with a seal in a remark at its end."""
    text = (_Writer(unfolded(document)).text().rstrip("\n") + "\n").encode()
    return OF_TEXT.sealed(text)


@dataclass
class _Writer:
    """Writes one document; footnotes are numbered as they are met."""

    document: Document
    numbers: dict[str, int] = field(default_factory=dict)

    @cached_property
    def names(self) -> Names:
        return Names.of(self.document)

    def text(self) -> str:
        document = self.document
        mark = f"**{escaped(document.mark)}**\n\n" if document.mark else ""
        body = self.blocks(document.blocks)
        subtitle = f"{paragraph(escaped(document.subtitle))}\n\n" if document.subtitle else ""
        return f"# {heading(escaped(document.title))}\n\n{subtitle}{mark}{body}{self.notes()}"

    def notes(self) -> str:
        said = ((number, self.inlines(self.document.notes[key])) for key, number in self.numbers.items())
        return "".join(f"\n[^{number}]: {cell(text)}\n" for number, text in said)

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Blocks with a blank line between them. A list behind a list has other signs, or the two would be one."""
        said, before, changes = list[str](), None, False
        for block in blocks:
            kind = _kind(block)
            changes = kind is not None and kind == before and not changes
            if text := self.block(block, changes):
                said.append(text)
                before = kind
        return "\n".join(said)

    def block(self, block: Block, changes: bool = False) -> str:
        match block:
            case Heading(level, content, anchor):
                return f"{'#' * min(level + 1, 6)} {self.names.sign(anchor)}{heading(self.inlines(content))}\n"
            case Contents():
                return "".join(map(self.entry, listed(self.document)))
            case Paragraph(content, anchor):
                text = self.names.sign(anchor) + paragraph(self.inlines(content))
                return text and f"{text}\n"
            case Listing(items, numbered, first):
                signs = (
                    (f"{at}{')' if changes else '.'} " for at in count(first)) if numbered else repeat(_bullet(changes))
                )
                return "".join(map(self.item, items, signs))
            case Quote(quoted):
                return _quoted(self.blocks(quoted))
            case Facts(pairs):
                return "".join(self.fact(label, said, _bullet(changes)) for label, said in pairs)
            case Callout(title, inner):
                return _quoted(f"**{escaped(title)}**\n\n{self.blocks(inner)}")
            case Table():
                return "".join(self.table(block))
            case _:
                assert_never(block)

    def entry(self, one: Heading) -> str:
        """A line of the contents: a link, where the heading can be reached by one."""
        words = escaped(plain(one.content))
        said = f"[{words}]({self.names.target(one.anchor)})" if one.anchor else words
        return f"{'  ' * (one.level - 1)}- {said}\n"

    def item(self, blocks: Blocks, sign: str) -> str:
        """An item of a list; a blank line stands only between its own blocks."""
        return _behind(sign, self.blocks(blocks))

    def fact(self, label: str, said: Blocks, sign: str) -> str:
        label = f"**{escaped(with_colon(label))}**"
        match said:
            case (Paragraph(content, _),):
                return _behind(sign, f"{label} {paragraph(self.inlines(content))}")
            case _:
                return _behind(sign, f"{label}\n\n{self.blocks(said)}")

    def table(self, table: Table) -> Iterator[str]:
        yield f"| {' | '.join(cell(escaped(name)) for name in table.head)} |\n"
        yield f"|{' --- |' * len(table.head)}\n"
        for row in table.rows:
            cells = " | ".join(cell(self.blocks(one)) for one in row.cells)
            yield f"| {self.names.sign(row.anchor)}{cells} |\n"

    def inlines(self, content: Inlines) -> str:
        said, words = [""], False
        for touches, inline in told_apart(_stressed_once(content)):
            said[-1], more = apart(said[-1], " " * touches + self.inline(inline), words)
            if more:
                said.append(more)
                words = _ends_in_words(inline)
        return "".join(said)

    def inline(self, inline: Inline) -> str:
        match inline:
            case Words(text) | Sign(text=text):
                return escaped(text)
            case Emphasis(content):
                return stressed("*", self.inlines(content))
            case Strong(content):
                return stressed("**", self.inlines(content))
            case Code(text):
                return code(text)
            case Link(url, content):
                return f"[{self.inlines(content)}]({address(url)})"
            case Jump(anchor, content):
                return f"[{self.inlines(content)}]({self.names.target(anchor)})"
            case Again(content):
                return self.inlines(content)
            case NoteMark(key):
                return f"[^{self.numbers.setdefault(key, len(self.numbers) + 1)}]"
            case LineBreak():
                return "\n"
            case Picture(_, alternative, file):
                return f"![{escaped(alternative)}](<{file}>)"
            case _:
                assert_never(inline)


def _ends_in_words(inline: Inline) -> bool:
    while isinstance(inline, Emphasis | Strong | Again) and inline.content:
        inline = inline.content[-1]
    return isinstance(inline, Words)


def _kind(block: Block) -> str | None:
    """Which signs a block has at the beginning of its lines, if it is a list."""
    match block:
        case Listing(_, numbered):
            return "numbers" if numbered else "bullets"
        case Facts():
            return "bullets"
        case _:
            return None


def _bullet(changes: bool) -> str:
    return "* " if changes else "- "


def _behind(sign: str, text: str) -> str:
    """What stands behind the sign of a list, and below it as far in."""
    return (sign + indent(text.rstrip("\n"), " " * len(sign))[len(sign) :]).rstrip() + "\n"


def _quoted(text: str) -> str:
    return "".join(f"> {line}".rstrip() + "\n" for line in text.rstrip("\n").split("\n"))


def _stressed_once(content: Inlines, within: frozenset[type] = frozenset()) -> Inlines:
    """What is stressed within the same stress, or beside it, is one with it: Markdown has no signs to tell them apart."""
    said: list[Inline] = []
    for one in content:
        if not isinstance(one, Emphasis | Strong):
            said.append(one)
            continue
        kind, inner = type(one), _stressed_once(one.content, within | {type(one)})
        if kind in within:
            said += inner
        elif said and isinstance(before := said[-1], kind):
            said[-1] = kind((*before.content, *inner))
        else:
            said.append(kind(inner))
    return tuple(said)
