"""Lists: their items with their marks, at any depth and among any kind of paragraphs."""

from __future__ import annotations

from copy import deepcopy

from eia.document.tree import Blocks, Listing, Paragraph

from .markup import Element, name, w
from .numbering import DEEPEST, STEP
from .paragraphs import clear_property, is_paragraph, set_property, set_spacing, style_of
from .place import Place, Writer

ITEM_STYLES = {"Normal": "ListContinue", "TableText": "ListContinue", "Callout": "CalloutInner"}
"""How paragraphs in a list look that stands among paragraphs of these styles; among others they look like those."""
BARE: Blocks = (Paragraph(()),)
"""An item of which there is only the mark."""
AFTER = 160
"""Between a list in running text and what follows it."""


def write(listing: Listing, place: Place, write_blocks: Writer) -> list[Element]:
    """The paragraphs and tables of a list."""
    numbering = place.desk.numbering.begin(listing.numbered, place.level, listing.first)
    inner = place.item(ITEM_STYLES.get(place.style, place.style), STEP)
    written: list[Element] = []
    for item in listing.items:
        content = write_blocks(item or BARE, inner)
        if _takes_mark(content[0]):
            _mark(content[0], numbering, place)
            if style_of(content[0]) == inner.style:
                set_property(content[0], w("pStyle", val=_item_style(listing, place)))
        written += content
    if written and place.style == "Normal" and is_paragraph(written[-1]):
        set_spacing(written[-1], "after", AFTER)
    return written


def _takes_mark(first: Element) -> bool:
    """An item may begin with a list, whose mark is enough, or with a table, which cannot have one."""
    return is_paragraph(first) and first[0].find(name("w:numPr")) is None


def _mark(first: Element, numbering: Element, place: Place) -> None:
    """Put the bullet or the number before an item's first paragraph."""
    set_property(first, deepcopy(numbering))
    if place.indent == STEP * min(place.level, DEEPEST):
        clear_property(first, name("w:ind"))  # the indent of the numbering's level is right
    else:
        set_property(first, w("ind", left=place.indent + STEP, hanging=STEP))


def _item_style(listing: Listing, place: Place) -> str:
    """The style of paragraphs with a mark: they begin where the list's surroundings do, and look like them in a box."""
    if ITEM_STYLES.get(place.style, place.style) == "ListContinue":
        return "ListNumber" if listing.numbered else "ListBullet"
    return place.style
