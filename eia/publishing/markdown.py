"""The document as GitHub-flavoured Markdown that also reads well as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from textwrap import indent
from typing import assert_never
from unicodedata import category

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
from eia.document.unfold import with_plain_tables
from eia.document.walk import jumped_to, listed, plain
from eia.publishing.address import encoded
from eia.publishing.seal import OF_TEXT

_SPECIAL = re.compile(r"([\\`*_\[\]<>~|]|&(?=#?\w+;))")
_AT_START = re.compile(r"^([ \t]*)(#{1,6}(?=[ \t]|$)|[+-](?=[ \t]|$)|(?:-{2,}|=+)(?=[ \t]*$))", re.MULTILINE)
_NUMBER = re.compile(r"^([ \t]*[0-9]+)([.)])(?=[ \t]|$)", re.MULTILINE)
_AT_END = re.compile(r"(?<=[ \t])(#+)$")
_STROKE = re.compile(r"(?<!\\)\|")
"""In a table it would begin a cell, even within code or an address."""
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_ENTITY = re.compile(r"&(?=#?\w+;)")
"""In an address it would stand for another sign."""
_IN_SLUG = {"L", "M", "Nd", "Nl", "Pc"}
"""The kinds of characters, as Unicode sorts them, that GitHub keeps of a heading, beside blanks and hyphens."""


def write(document: Document) -> bytes:
    """The document as UTF-8 text, with a seal in a remark at its end."""
    text = (_Writer(with_plain_tables(document)).text().rstrip("\n") + "\n").encode()
    return OF_TEXT.sealed(text)


@dataclass
class _Writer:
    """Writes one document; footnotes are numbered as they are met."""

    document: Document
    numbers: dict[str, int] = field(default_factory=dict)

    @cached_property
    def wanted(self) -> frozenset[str]:
        """The anchors that some link leads to; any other would only be in the way of who reads the text as it stands."""
        return jumped_to(self.document)

    @cached_property
    def slugs(self) -> dict[str, str]:
        """The names by which GitHub and others know a heading without our help, by the heading's anchor.

        Of a name that is taken, the next is taken that is free; a heading without letters has none that anybody could rely on."""
        taken, slugs = {_slug(self.document.title): 0}, dict[str, str]()
        for heading in (one for one in self.document.blocks if isinstance(one, Heading)):
            own = slug = _slug(plain(heading.content))
            while slug in taken:
                taken[own] += 1
                slug = f"{own}-{taken[own]}"
            taken[slug] = 0
            if heading.anchor and own.strip("-_"):
                slugs[heading.anchor] = slug
        return slugs

    def anchor(self, anchor: str | None) -> str:
        """The target of a link, on the line of what it names."""
        return f'<a id="{_id(anchor)}"></a>' if anchor in self.wanted and anchor else ""

    def target(self, anchor: str) -> str:
        """Where a link to an anchor leads."""
        return f"#{self.slugs.get(anchor) or _id(anchor)}"

    def text(self) -> str:
        document = self.document
        mark = f"**{_escaped(document.mark)}**\n\n" if document.mark else ""
        body = self.blocks(document.blocks)
        subtitle = f"{_escaped(document.subtitle)}\n\n" if document.subtitle else ""
        return f"# {_end(_escaped(document.title))}\n\n{subtitle}{mark}{body}{self.notes()}"

    def notes(self) -> str:
        return "".join(
            f"\n[^{number}]: {self.inlines(self.document.notes[key])}\n" for key, number in self.numbers.items()
        )

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "\n".join(text for block in blocks if (text := self.block(block)))

    def block(self, block: Block) -> str:
        match block:
            case Heading(level, content, anchor):
                place = "" if anchor in self.slugs else self.anchor(anchor)
                return f"{'#' * min(level + 1, 6)} {place}{_end(self.inlines(content))}\n"
            case Contents():
                return "".join(map(self.entry, listed(self.document)))
            case Paragraph(content, anchor):
                return f"{self.anchor(anchor)}{_start(self.inlines(content))}\n"
            case Listing(items, numbered, first):
                return "".join(self.item(item, f"{at}. " if numbered else "- ") for at, item in enumerate(items, first))
            case Quote(quoted):
                return indent(self.blocks(quoted), "> ", lambda _: True) + "\n"
            case Facts(pairs):
                return "".join(self.fact(label, said) for label, said in pairs)
            case Callout(title, inner):
                said = f"**{_escaped(title)}**\n\n{self.blocks(inner)}"
                return indent(said.rstrip("\n"), "> ", lambda _: True) + "\n"
            case Table():
                return "".join(self.table(block))
            case _:
                assert_never(block)

    def entry(self, heading: Heading) -> str:
        """A line of the contents: a link, where the heading can be reached by one."""
        words = _escaped(plain(heading.content))
        said = f"[{words}]({self.target(heading.anchor)})" if heading.anchor else words
        return f"{'  ' * (heading.level - 1)}- {said}\n"

    def item(self, blocks: Blocks, mark: str) -> str:
        """An item of a list; a blank line stands only between its own blocks."""
        said = self.blocks(blocks).rstrip("\n")
        return mark + indent(said, " " * len(mark))[len(mark) :] + "\n"

    def fact(self, label: str, said: Blocks) -> str:
        match said:
            case (Paragraph(content, _),):
                return f"- **{_escaped(with_colon(label))}** {self.inlines(content)}\n"
            case _:
                inner = indent(self.blocks(said).rstrip("\n"), "  ")
                return f"- **{_escaped(with_colon(label))}**\n\n{inner}\n"

    def table(self, table: Table) -> Iterator[str]:
        yield f"| {' | '.join(_escaped(name) for name in table.head)} |\n"
        yield f"|{' --- |' * len(table.head)}\n"
        for row in table.rows:
            cells = (_STROKE.sub(r"\\|", self.blocks(cell).strip().replace("\n", " ")) for cell in row.cells)
            yield f"| {self.anchor(row.anchor)}{' | '.join(cells)} |\n"

    def inlines(self, content: Inlines) -> str:
        said = ""
        for touches, inline in told_apart(_stressed_once(content)):
            more = " " * touches + self.inline(inline)
            if said.endswith("!") and more.startswith("["):
                said = f"{said[:-1]}\\!"  # else the link would be a picture
            said += more
        return said

    def inline(self, inline: Inline) -> str:
        match inline:
            case Words(text) | Sign(text=text):
                return _escaped(text)
            case Emphasis(content):
                return _signed("*", self.inlines(content))
            case Strong(content):
                return _signed("**", self.inlines(content))
            case Code(text):
                fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
                return f"{fence} {text} {fence}" if "`" in text else f"`{text}`" if text.strip() else " "
            case Link(url, content):
                address = _ENTITY.sub(r"\&", encoded(url))
                return f"[{self.inlines(content)}]({f'<{address}>' if re.search('[()]', address) else address})"
            case Jump(anchor, content):
                return f"[{self.inlines(content)}]({self.target(anchor)})"
            case Again(content):
                return self.inlines(content)
            case NoteMark(key):
                return f"[^{self.numbers.setdefault(key, len(self.numbers) + 1)}]"
            case LineBreak():
                return "\\\n"
            case Picture(_, alternative, address):
                return f"![{_escaped(alternative)}](<{address}>)"
            case _:
                assert_never(inline)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split("\n")))


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


def _signed(sign: str, said: str) -> str:
    """Signs of stress stand close to the words, since a blank within would take their meaning."""
    words = said.strip()
    return said.replace(words, f"{sign}{words}{sign}", 1) if words else said


def _start(text: str) -> str:
    """Words that would begin a list or a heading, or make one of the line above them, keep their meaning as words."""
    return _NUMBER.sub(r"\1\\\2", _AT_START.sub(r"\1\\\2", text))


def _end(text: str) -> str:
    """Signs that would close a heading keep their meaning as words."""
    return _AT_END.sub(r"\\\1", text)


def _slug(heading: str) -> str:
    kept = (char for char in heading.strip().lower() if char in " -" or {category(char), category(char)[0]} & _IN_SLUG)
    return "".join(kept).replace(" ", "-")


def _id(anchor: str) -> str:
    return _NOT_IN_ID.sub("-", anchor.lower()).strip("-")
