"""Dress: which of a template's styles stands for each of ours, and what a paragraph must then say itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from .markup import Element, name, w
from .paragraphs import set_property, set_spacing

BEGINS_WITH_A_NUMBER = re.compile(r"\s*(\(?\d{1,2}(\.\w{1,2})*[.):]?(\s|$)|\(?[A-Za-z]{1,4}[.)]\s|\w+ \d{1,2}:\s)")
"""`1. Trust`, `2.1 Powers`, `3) Who was asked?`, `a) First`, `IV. Last`, `Section 2: Trust`; a year is not such a number."""
GAP = 240
"""Between a table and what follows."""
SPACED = ("Heading", "Caption", "CalloutTitle")
"""How the styles begin that keep this distance by themselves, and never stand alone at the foot of a page."""
REFERENCES = tuple(name(f"w:{tag}") for tag in ("pStyle", "rStyle", "tblStyle"))


@dataclass(frozen=True, slots=True)
class Dress:
    """How what was written in our styles is put into a template's."""

    ids: Mapping[str, str] = field(default_factory=dict)
    """Ours, and theirs; a style that is not named keeps its id."""
    numbered: frozenset[str] = frozenset()
    """Those of ours whose counterparts Word numbers by itself."""
    indents: Mapping[str, Element] = field(default_factory=dict)
    """Of styles of ours whose counterparts are indented in another way: the indent that lists and facts count on."""

    in_cells: Mapping[str, Element] = field(default_factory=dict)
    """Of styles for lists: the spacing that tables count on."""
    close: frozenset[str] = frozenset()
    """Those of ours whose counterparts do not keep their distance from a table above."""

    def put_on(self, written: Element) -> Element:
        """The same element, and all in it, in the template's styles."""
        for reference in written.iter(*REFERENCES):
            ours = reference.get(name("w:val"), "")
            reference.set(name("w:val"), self.ids.get(ours, ours))
            properties = reference.getparent()
            paragraph = None if properties is None else properties.getparent()
            if paragraph is not None and paragraph.tag == name("w:p"):
                self._adjust(ours, paragraph)
        return written

    def _adjust(self, ours: str, paragraph: Element) -> None:
        properties, around, above = paragraph[0], paragraph.getparent(), paragraph.getprevious()
        if ours.startswith(SPACED):
            set_property(paragraph, w("keepNext"))
        words = "".join(map(str, paragraph.itertext(name("w:t"))))
        if ours in self.numbered and (ours.endswith("Unlisted") or BEGINS_WITH_A_NUMBER.match(words)):
            set_property(paragraph, w("numPr", w("numId", val=0)))
            set_property(paragraph, w("ind", left=0, firstLine=0))
        if ours in self.indents and properties.find(name("w:ind")) is None and properties.find(name("w:numPr")) is None:
            set_property(paragraph, deepcopy(self.indents[ours]))
        if ours in self.in_cells and around is not None and around.tag == name("w:tc"):
            for side, distance in self.in_cells[ours].attrib.items():
                set_spacing(paragraph, etree.QName(side).localname, str(distance))
            set_property(paragraph, w("jc", val="left"))
        if ours in self.close and above is not None and above.tag == name("w:tbl"):
            set_spacing(paragraph, "before", GAP)


OUR_OWN = Dress()
"""For our own template."""
