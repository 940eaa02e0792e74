"""The document a reader sees, whatever file it becomes: blocks that hold inlines, all frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import ClassVar, Literal

from .tongues import Tongues


@dataclass(frozen=True, slots=True)
class Words:
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words stressed once."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Strong:
    """Words stressed twice, and run-in labels."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Code:
    """Characters to be typed as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link out of the document (http, https, mailto)."""

    url: str
    content: Inlines


@dataclass(frozen=True, slots=True)
class Jump:
    """A link inside the document, to the block, row or cell that carries the anchor."""

    anchor: str
    content: Inlines


@dataclass(frozen=True, slots=True)
class Again:
    """What only says again, for those who look over the document, what stands elsewhere in it."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a footnote; the note itself stands in `Document.notes` under this key."""

    key: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark for the eye, before words that say the same: something is there, it is said that there is none, or nothing is."""

    of: Literal["there", "none", "lacking"]

    @property
    def text(self) -> str:
        """The mark as a character."""
        return {"there": "\N{CHECK MARK}", "none": "\N{WHITE CIRCLE}", "lacking": "\N{EN DASH}"}[self.of]


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of the project, with the words that stand for it."""

    path: Path
    alternative: str
    address: str = ""
    """As the author wrote it, from the assessment's folder."""


Inline = Words | Emphasis | Strong | Code | Link | Jump | Again | NoteMark | Sign | LineBreak | Picture
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's top level, under its title. Levels never skip downwards.

    The contents list those that are `listed`: where there are dozens of a kind, they would hide the others."""

    level: int
    content: Inlines
    anchor: str | None = None
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Contents:
    """The listed headings of the document as links, down to the second level."""

    depth: ClassVar = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words."""

    content: Inlines
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, bulleted or numbered from `first`; every listing starts anew."""

    items: tuple[Blocks, ...]
    numbered: bool = False
    first: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, set apart."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: a cell for each column, none of them empty; the first cell names the row.

    One `to_sign` leaves room for a pen."""

    cells: tuple[Blocks, ...]
    anchor: str | None = None
    to_sign: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row. `widths` are the columns' shares of the page; a `wide` one asks for a landscape page.

    Where there is no room for a table whose cells hold running text, each row becomes a heading of `level`, with what its
    other cells hold below it. One without a level is data, and short."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[int, ...] = ()
    wide: bool = False
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Labelled values, a line or more each: who, when, which version."""

    pairs: tuple[tuple[str, Blocks], ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A box that must not be overlooked, such as the open points of a draft; its title is a heading of the first level."""

    title: str
    blocks: Blocks


Block = Heading | Contents | Paragraph | Listing | Quote | Table | Facts | Callout
Blocks = tuple[Block, ...]


def deeper(block: Block) -> Block:
    """The same a level further down: headings, and the rows of tables that become headings."""
    return replace(block, level=block.level + 1) if isinstance(block, Heading | Table) and block.level else block


@dataclass(frozen=True, slots=True)
class Furniture:
    """The words a writer needs around the document, in its language."""

    page: str
    of: str
    contents: str = ""
    notes: str = ""
    """The heading of the footnotes, where they stand at the end."""
    note: str = ""
    back: str = ""
    """Leads from a footnote to its mark; the mark's number follows."""
    skip: str = ""
    """Leads past all that stands on every page."""


@dataclass(frozen=True, slots=True)
class Document:
    """What is to be written, and nothing about how."""

    title: str
    language: str
    """BCP 47, e.g. en-GB."""
    blocks: Blocks
    furniture: Furniture
    subtitle: str = ""
    """What sort of document it is; empty where the title says so."""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    mark: str = ""
    """Words that stand on every page, e.g. that this is a draft; empty for none."""
    footer: str = ""
    dated: date | None = None
    """Its own day, for its properties: the last on which somebody approved or decided it."""
    as_of: date | None = None
    """The day that it is asked to bear, which comes before any other."""
    notes: Mapping[str, Inlines] = field(default_factory=dict)
    tongues: Tongues = field(default_factory=Tongues)
    """Its labels in other languages than its own."""
