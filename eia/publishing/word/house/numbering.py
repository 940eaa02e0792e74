"""Our two kinds of list among a template's own: fresh numbers for them, and no heading of theirs changed."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from ..markup import NAMESPACES, Element, name
from ..numbering import Kinds
from ..unusable import number
from .styles import Styles

LEVEL = (
    *("start", "numFmt", "lvlRestart", "pStyle", "isLgl", "suff", "lvlText", "lvlPicBulletId", "legacy", "lvlJc"),
    *("pPr", "rPr"),
)
"""What makes a level of a list, in the order the schema wants."""
KIND, LIST = "abstractNum", "num"


def merged(theirs: Element, ours: Element, styles: Styles) -> Kinds:
    """Put our kinds into their part, and let our styles that were added use them. The numbers that they have now."""
    _mend(theirs)
    kinds = dict(zip(_ids(ours, KIND), _fresh(theirs, KIND), strict=True))
    lists = dict(zip(_ids(ours, LIST), _fresh(theirs, LIST), strict=True))
    first = theirs.find(f"w:{LIST}", NAMESPACES)
    for kind in ours.iterfind(f"w:{KIND}", NAMESPACES):
        mine = _kind(kind, kinds, theirs, styles)
        theirs.append(mine) if first is None else first.addprevious(mine)
    for one in ours.iterfind(f"w:{LIST}", NAMESPACES):
        mine = deepcopy(one)
        mine.set(name("w:numId"), str(lists[number(one, "numId")]))
        for kind in mine.iterfind("w:abstractNumId", NAMESPACES):
            kind.set(name("w:val"), str(kinds[number(kind, "val")]))
        theirs.append(mine)
    for style in styles.added:
        for reference in style.iterfind("w:pPr/w:numPr/w:numId", NAMESPACES):
            reference.set(name("w:val"), str(lists[number(reference, "val")]))
    bulleted, numbered = kinds.values()
    return Kinds(bulleted, numbered)


def _kind(kind: Element, kinds: dict[int, int], theirs: Element, styles: Styles) -> Element:
    mine, added = deepcopy(kind), {style.get(name("w:styleId")) for style in styles.added}
    mine.set(name("w:abstractNumId"), str(kinds[number(kind, "abstractNumId")]))
    taken = {one.get(name("w:val"), "").upper() for one in theirs.iterfind(f"w:{KIND}/w:nsid", NAMESPACES)}
    for mark in mine.iterfind("w:nsid", NAMESPACES):
        value = int(mark.get(name("w:val"), "0"), 16)
        while f"{value:08X}" in taken:  # Word takes lists with the same mark for one
            value += 0x10
        mark.set(name("w:val"), f"{value:08X}")
    for level in mine.iterfind("w:lvl", NAMESPACES):
        for style in level.findall("w:pStyle", NAMESPACES):
            style.set(name("w:val"), styles.dress.ids[style.get(name("w:val"), "")])
            if style.get(name("w:val")) not in added:
                level.remove(style)  # theirs has marks of its own
    return mine


def _ids(part: Element, tag: str) -> list[int]:
    attribute = "numId" if tag == LIST else "abstractNumId"
    return [number(one, attribute) for one in part.iterfind(f"w:{tag}", NAMESPACES)]


def _fresh(part: Element, tag: str) -> range:
    first = max(_ids(part, tag), default=0) + 1
    return range(first, first + 2)


def _mend(part: Element) -> None:
    """Word for the Mac leaves a note to itself, which would have to be last; LibreOffice mixes up the order in a level."""
    for old in part.findall("w:numIdMacAtCleanup", NAMESPACES):
        part.remove(old)
    for level in part.iterfind(f"w:{KIND}/w:lvl", NAMESPACES):
        level[:] = sorted(
            level, key=lambda one: LEVEL.index(local) if (local := etree.QName(one).localname) in LEVEL else -1
        )
