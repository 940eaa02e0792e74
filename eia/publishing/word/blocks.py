"""Blocks become paragraphs and tables."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from eia.document.direction import begins_leftwards
from eia.document.label import with_colon
from eia.document.tree import (
    Block,
    Blocks,
    Callout,
    Contents,
    Facts,
    Heading,
    Inlines,
    Listing,
    Paragraph,
    Quote,
    Table,
    Words,
)
from eia.document.unfold import as_labelled, as_list
from eia.document.walk import plain

from . import contents, inlines, lists, tables
from .dress import GAP, SPACED
from .inlines import Look
from .markup import Element, name, t, w
from .numbering import STEP
from .paragraphs import is_paragraph, paragraph, set_property, set_spacing, style_of
from .place import Place

DEEPEST_HEADING = 6
QUOTE, BOX, FACT = 567, 284, 2835
INDENTS = {
    "ListContinue": STEP,
    "Quote": QUOTE,
    "Callout": BOX,
    "CalloutTitle": BOX,
    "CalloutInner": BOX + STEP,
}
"""What the template's styles indent by themselves; any other indent is said directly."""
LONGEST_LABEL = 20
"""A label of more characters takes the line for itself."""


def write(blocks: Blocks, place: Place) -> list[Element]:
    """The paragraphs and tables that these blocks are in Word."""
    written: list[Element] = []
    for block in blocks:
        if isinstance(block, Heading):
            place = replace(place, heading=plain(block.content))
        following = _write(block, place)
        if written and following and not is_paragraph(written[-1]):
            _set_apart(following)
        elif written and _is_led_to(block):
            set_property(written[-1], w("keepNext"))
        written += following
    return written


def _write(block: Block, place: Place) -> list[Element]:
    match block:
        case Heading(_, content, anchor):
            return [_paragraph(_heading_style(block), content, place, anchor)]
        case Contents():
            return contents.write(place)
        case Paragraph(content, anchor):
            return [_paragraph(place.style, content, place, anchor)]
        case Listing():
            return lists.write(block, place, write)
        case Quote(quoted):
            return write(quoted, place.inside("Quote", QUOTE))
        case Table():
            return _table(block, place)
        case Facts():
            return _facts(block, place)
        case Callout():
            return _callout(block, place)
        case _:
            assert_never(block)


def _heading_style(heading: Heading) -> str:
    """Word makes the contents anew from the styles of headings, so those that it is to pass over have others."""
    level = min(heading.level, DEEPEST_HEADING)
    return f"Heading{level}" if heading.listed or level > Contents.depth else f"Heading{level}Unlisted"


def _paragraph(style: str, content: Inlines, place: Place, anchor: str | None = None) -> Element:
    made = paragraph(style, *inlines.write(content, place))
    if begins_leftwards("".join(map(str, made.itertext(name("w:t"))))):
        set_property(made, w("bidi"))
    if anchor:
        place.desk.bookmarks.place(anchor, made)
    if place.indent != INDENTS.get(style, 0):
        set_property(made, w("ind", left=place.indent, firstLine=0))
    return made


def _table(table: Table, place: Place) -> list[Element]:
    if place.in_cell:
        return write(as_list(table), place)
    caption = [_paragraph("Caption", (Words(table.caption),), place)] if table.caption else []
    return [*caption, tables.write(table, place, write)]


def _facts(facts: Facts, place: Place) -> list[Element]:
    if place.in_cell:
        return write(as_labelled(facts.pairs), place)
    return _ended(_kept([block for label, value in facts.pairs for block in _fact(label, value, place)]))


def _kept(written: list[Element]) -> list[Element]:
    """Where facts break over a page, no line of them stays alone on either side."""
    for one in (written[0], written[-2]) if len(written) > 1 else ():
        if is_paragraph(one):
            set_property(one, w("keepNext"))
    return written


def _fact(label: str, value: Blocks, place: Place) -> list[Element]:
    """The label, the first paragraph of the value beside it where there is room, and the rest below."""
    match value:
        case (Paragraph() as beside, *below):
            pass
        case _:
            beside, below = Paragraph(()), list(value)
    first = _paragraph("Facts", beside.content, place, beside.anchor)
    if place.indent:
        set_property(first, w("ind", left=place.indent + FACT, hanging=FACT))
    first.insert(1, inlines.run(t(with_colon(label)), Look(bold=True)))
    first.insert(2, inlines.run(w("tab" if len(label) <= LONGEST_LABEL else "br")))
    return [first, *write(tuple(below), place.inside("Facts", FACT))]


def _callout(callout: Callout, place: Place) -> list[Element]:
    inner = place.inside("Callout", BOX)
    title = _paragraph("CalloutTitle", (Words(callout.title),), inner)
    return _ended([title, *write(callout.blocks, inner)])


def _ended(written: list[Element]) -> list[Element]:
    """Keep what follows at a distance."""
    if written and is_paragraph(written[-1]):
        set_spacing(written[-1], "after", GAP)
    return written


def _is_led_to(block: Block) -> bool:
    """Whether the paragraph above leads to this, and must not stay behind at the foot of a page."""
    return isinstance(block, Listing | Quote) or (isinstance(block, Table) and not block.wide)


def _set_apart(following: list[Element]) -> None:
    """Word leaves no space after a table by itself, and makes one table of two that touch."""
    first = following[0]
    if not is_paragraph(first):
        following.insert(0, paragraph("TableEnd"))
    elif not style_of(first).startswith(SPACED):
        set_spacing(first, "before", GAP)
