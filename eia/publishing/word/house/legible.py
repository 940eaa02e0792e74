"""Whether everybody can read the words of a template: how large and how dark they are, and how links differ from the rest."""

from __future__ import annotations

from collections.abc import Iterator

from ..markup import NAMESPACES, Element, name
from . import House
from .known import Known, said

LARGE_ENOUGH = 24
"""Half points; smaller text is hard to read for many."""
LARGE, LARGE_IF_BOLD = 36, 28
"""Half points from which letters may be paler (WCAG 2.2, 1.4.3)."""
DARK, DARK_IF_LARGE = 4.5, 3.0
"""How much darker than white paper words have to be (WCAG 2.2, 1.4.3)."""
LOOKED_AT = (
    *("Normal", "Title", "Subtitle", "Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "Heading6"),
    *("ListBullet", "ListNumber", "Quote", "Caption", "Header", "Footer", "FootnoteText", "Hyperlink"),
)


def hard_to_read(house: House) -> Iterator[str]:
    """What some readers of a document in this template will not be able to read."""
    known = Known.of(house.package.of_document("styles"))
    size = _size(known, house.dress.ids["Normal"])
    if 0 < size < LARGE_ENOUGH:
        yield f"Its running text has {size / 2:g} point; many readers need 12."
    for id in dict.fromkeys(house.dress.ids[one] for one in LOOKED_AT):
        ratio, wanted = _contrast(_property(known, id, "color")), _wanted(known, id)
        if ratio < wanted:
            called = said(known.ids[id], "w:name")
            yield f"The words of {called} are too pale on white paper: {ratio:.1f} to 1, and many readers need {wanted:g}."
    if _property(known, house.dress.ids["Hyperlink"], "u") in ("", "none"):
        yield "Its links differ from other words by their colour alone, which not everybody sees. Underline them."


def _size(known: Known, id: str) -> int:
    usual = known.part.find("w:docDefaults//w:sz", NAMESPACES)
    size = _property(known, id, "sz") or ("" if usual is None else usual.get(name("w:val"), ""))
    return int(size) if size.isdecimal() else 0


def _wanted(known: Known, id: str) -> float:
    bold = any(style.find("w:rPr/w:b", NAMESPACES) is not None for style in known.chain(id))
    return DARK_IF_LARGE if _size(known, id) >= (LARGE_IF_BOLD if bold else LARGE) else DARK


def _property(known: Known, id: str, tag: str) -> str:
    """What a style says of its letters, or else the one that it is based on."""
    found = (style.find(f"w:rPr/w:{tag}", NAMESPACES) for style in known.chain(id))
    return next((_value(one) for one in found if one is not None), "")


def _value(one: Element) -> str:
    return one.get(name("w:val"), "")


def _contrast(colour: str) -> float:
    """How much darker than white a colour is, as WCAG counts; what says no colour is black."""
    try:
        red, green, blue = (_light(int(colour[at : at + 2], 16) / 255) for at in (0, 2, 4))
    except ValueError:
        return 21.0
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _light(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
