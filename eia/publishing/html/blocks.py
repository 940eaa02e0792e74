"""Blocks become elements of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from eia.document.direction import begins_leftwards
from eia.document.tree import (
    Block,
    Blocks,
    Callout,
    Contents,
    Document,
    Facts,
    Heading,
    Inlines,
    Listing,
    Paragraph,
    Quote,
    Row,
    Table,
)
from eia.document.unfold import as_list
from eia.document.walk import listed, plain

from .inlines import Speaker
from .markup import Content, Element, fill, h
from .names import id_of

DEEPEST = 6
"""Of headings; the title of the page has the first level for itself."""
STEPS = 20
"""The shares of columns are so many parts of the whole."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a document blocks are being written."""

    document: Document
    speaker: Speaker
    heading: str = ""
    """The words of the heading above, which name what has no caption."""
    in_cell: bool = False


def write(blocks: Blocks, place: Place) -> Iterator[Element]:
    """The elements that these blocks are."""
    for block in blocks:
        if isinstance(block, Heading):
            place = replace(place, heading=plain(block.content))
        yield from _write(block, place)


def _write(block: Block, place: Place) -> Iterator[Element]:
    match block:
        case Heading(level, content, anchor):
            yield _words(f"h{min(level + 1, DEEPEST)}", content, place, anchor)
        case Contents():
            yield _contents(place)
        case Paragraph(content, anchor):
            yield _words("p", content, place, anchor)
        case Listing(items, numbered, first):
            made = h("ol", start=first) if numbered and first != 1 else h("ol" if numbered else "ul")
            made.extend([_item(item, place) for item in items])
            yield made
        case Quote(quoted):
            yield h("blockquote", *write(quoted, place))
        case Table():
            yield from write(as_list(block), place) if place.in_cell else (_table(block, place),)
        case Facts(pairs):
            yield h(
                "dl", *(one for label, said in pairs for one in (_label("dt", label, place), _held("dd", said, place)))
            )
        case Callout(title, inner):
            yield h("div", _label("h2", title, place), *write(inner, replace(place, heading=title)), class_="callout")
        case _:
            assert_never(block)


def _words(tag: str, content: Inlines, place: Place, anchor: str | None = None) -> Element:
    made = h(tag)
    if anchor:
        made.set("id", id_of(anchor))
    if begins_leftwards(plain(content)):
        made.set("dir", "rtl")
    fill(made, place.speaker.said(content))
    return made


def _label(tag: str, words: str, place: Place) -> Element:
    return h(tag, *place.speaker.words(words))


def _held(tag: str, blocks: Blocks, place: Place) -> Element:
    """An element that holds blocks, and the name of the first; a single paragraph needs none of its own there."""
    match blocks:
        case (Paragraph(content, anchor),):
            return _words(tag, content, place, anchor)
        case (Paragraph(content, str(anchor)), *_):
            made = h(tag, *write((Paragraph(content), *blocks[1:]), place))
            made.set("id", id_of(anchor))
            return made
        case _:
            return h(tag, *write(blocks, place))


def _item(item: Blocks, place: Place) -> Element:
    return _held("li", item, place)


def _contents(place: Place) -> Element:
    """The listed headings as links, one list within the other."""
    top = h("ul")
    within = [top]
    for heading in listed(place.document):
        while len(within) > heading.level:
            within.pop()
        while len(within) < heading.level:
            holder = within[-1][-1] if len(within[-1]) else h("li")
            if holder.getparent() is None:
                within[-1].append(holder)
            within.append(h("ul"))
            holder.append(within[-1])
        within[-1].append(h("li", *_entry(heading, place)))
    return h("nav", top, aria_label=place.document.furniture.contents)


def _entry(heading: Heading, place: Place) -> Iterator[Content]:
    words = place.speaker.words(plain(heading.content))
    yield from [h("a", *words, href=f"#{id_of(heading.anchor)}")] if heading.anchor else words


def _table(table: Table, place: Place) -> Element:
    """A table that can be scrolled by itself, also by keyboard, where the screen is too narrow for it."""
    head = h("thead", h("tr", *_heads(table, place)))
    caption = [_label("caption", table.caption, place)] if table.caption else []
    body = h("tbody", *(_row(row, place) for row in table.rows))
    made = h("table", *caption, head, body)
    kind = "table wide" if table.wide else "table"
    return h("div", made, class_=kind, role="group", tabindex=0, aria_label=table.caption or place.heading)


def _heads(table: Table, place: Place) -> Iterator[Element]:
    """The heads of the columns, with their shares of the width: in steps, since the page allows no style but its own sheet."""
    whole = sum(table.widths)
    for at, name in enumerate(table.head):
        made = _label("th", name, place)
        made.set("scope", "col")
        if whole:
            made.set("class", f"w{max(1, round(table.widths[at] / whole * STEPS)) * (100 // STEPS)}")
        yield made


def _row(row: Row, place: Place) -> Element:
    name, *others = row.cells
    inner = replace(place, in_cell=True)
    made = h("tr", _held("th", name, inner), *(_held("td", cell, inner) for cell in others))
    made[0].set("scope", "row")
    if row.anchor:
        made.set("id", id_of(row.anchor))
    if row.to_sign:
        made.set("class", "to-sign")
    return made
