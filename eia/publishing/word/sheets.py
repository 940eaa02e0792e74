"""Sheets: the kinds of pages that a template has, each with its paper, its margins, its header and its footer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree

from .markup import NAMESPACES, Element, name, w
from .unusable import Unusable, number

Edge = tuple[str, str]
"""`header` or `footer`, and on which pages it stands: `default`, `first` or `even`."""

EDGES: tuple[Edge, ...] = tuple((tag, on) for on in ("default", "first", "even") for tag in ("header", "footer"))
KEPT = [
    name(f"w:{tag}")
    for tag in (
        *("pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "vAlign", "titlePg"),
        *("textDirection", "bidi", "rtlGutter", "docGrid"),
    )
]
"""What is taken from a section of the template, in the order the schema wants; the document numbers its notes throughout."""
SINGLE = {
    name("w:cols"): ("w:num", "w:equalWidth", "w:sep"),
    name("w:pgNumType"): ("w:start",),
}
"""What is left out of them: tables are as wide as the page, and no two pages of a document have the same number."""
MARGINS = ("top", "right", "bottom", "left", "header", "footer", "gutter")
NARROWEST = 2835
"""Five centimetres; no table can be read that is narrower."""
A4 = {11906, 16838}
WIDTH, HEIGHT = 11906, 16838
MARGIN, EDGE = 1418, 680
"""Of pages that a template says nothing about."""
NEARLY = 60
"""A millimetre: programs round the sides of paper in different ways."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of page; distances are in twentieths of a point, as in Word."""

    edges: Mapping[Edge, str]
    """The ids of the document's relationships to headers and footers."""
    properties: tuple[Element, ...]

    def section(self, again: bool) -> Element:
        """The properties of a section on such pages. One that comes again has no first page of its own."""
        first = self.has_first_page and not again
        edges = [
            _reference(edge, self.edges[edge]) for edge in EDGES if edge in self.edges and (first or edge[1] != "first")
        ]
        kept = [deepcopy(one) for one in self.properties if first or one.tag != name("w:titlePg")]
        return w("sectPr", *edges, w("type", val="nextPage"), *kept)

    @property
    def text_width(self) -> int:
        """Between the margins."""
        margins = self._one("pgMar")
        return self.size[0] - sum(number(margins, side) for side in ("left", "right", "gutter"))

    @property
    def size(self) -> tuple[int, int]:
        """The width and the height of the paper."""
        size = self._one("pgSz")
        return number(size, "w"), number(size, "h")

    @property
    def is_turned(self) -> bool:
        """Whether it is wider than high."""
        width, height = self.size
        return width > height

    @property
    def is_a4(self) -> bool:
        """Whether the paper is the usual one."""
        return all(abs(one - usual) < NEARLY for one, usual in zip(sorted(self.size), sorted(A4), strict=True))

    @property
    def has_first_page(self) -> bool:
        """Whether the first page has edges of its own."""
        return any(is_on(one) for one in self.properties if one.tag == name("w:titlePg"))

    def pages(self, even: bool) -> tuple[str, ...]:
        """Which pages have edges of their own, where even pages may."""
        return ("default", *(["first"] if self.has_first_page else []), *(["even"] if even else []))

    def turned(self) -> Sheet:
        """The same paper the other way, with the same edges, which keep the room that they need above and below."""
        properties = tuple(deepcopy(one) for one in self.properties if one.tag != name("w:titlePg"))
        for one in properties:
            if one.tag == name("w:pgSz"):
                width, height = self.size
                one.attrib.update({name("w:w"): str(height), name("w:h"): str(width), name("w:orient"): "landscape"})
        return replace(self, properties=properties)

    def _one(self, tag: str) -> Element:
        return next(one for one in self.properties if one.tag == name(f"w:{tag}"))


@dataclass(frozen=True, slots=True)
class Sheets:
    """Which pages of the template serve which pages of the document."""

    opening: Sheet
    """Title and summary."""
    upright: Sheet
    turned: Sheet
    """Wide tables."""
    has_turned: bool = True
    """Whether the turned pages are the template's own."""
    unused: int = 0
    """How many sections of the template serve none."""

    def __iter__(self) -> Iterator[Sheet]:
        return iter((self.opening, self.upright, self.turned))


def sheets_of(document: Element) -> Sheets:
    """The sheets of a template. Its first section opens the document, its last upright one bears the rest."""
    found = _sections(document)
    if not found:
        raise Unusable("it does not say on which paper it is printed", "Open it in Word, save it anew, and try again.")
    upright = [one for one in found if not one.is_turned]
    turned = [one for one in found if one.is_turned]
    opening, last = (upright or turned)[0], (upright or turned)[-1]
    across = turned[0] if turned else last.turned()
    unused = sum(not any(_alike(section, one) for one in (opening, last, across)) for section in found)
    if _alike(opening, last):
        last = opening
    return Sheets(opening, _after(opening, last), _after(opening, across), bool(turned), unused)


def _sections(document: Element) -> list[Sheet]:
    """Every section, as it is now; an edge that it does not name is that of the section before."""
    edges: dict[Edge, str] = {}
    found = []
    for section in document.iterfind("w:body//w:sectPr", NAMESPACES):
        if next(section.iterancestors(name("w:sectPrChange")), None) is None:
            edges = edges | _edges(section)
            found.append(Sheet(edges, _properties(section)))
    for sheet in found:
        if sheet.text_width < NARROWEST:
            raise Unusable("its margins leave no room for text", "Make the margins smaller, or the paper larger.")
    return found


def _edges(section: Element) -> dict[Edge, str]:
    return {
        (tag, one.get(name("w:type"), "default")): one.get(name("r:id"), "")
        for tag in ("header", "footer")
        for one in section.iterfind(f"w:{tag}Reference", NAMESPACES)
    }


def _properties(section: Element) -> tuple[Element, ...]:
    kept = {one.tag: _clean(one) for one in section if one.tag in KEPT}
    kept[name("w:pgSz")] = _size(kept.get(name("w:pgSz")))
    kept[name("w:pgMar")] = _margins(kept.get(name("w:pgMar")))
    for one in kept.values():
        for attribute in SINGLE.get(str(one.tag), ()):
            one.attrib.pop(name(attribute), "")
        if one.tag == name("w:cols"):
            one[:] = []
    return tuple(kept[tag] for tag in KEPT if tag in kept)


def _size(said: Element | None) -> Element:
    size = w("pgSz", w=WIDTH, h=HEIGHT) if said is None else said
    for side in ("w", "h"):
        size.set(name(f"w:{side}"), str(number(size, side)))
    return size


def _margins(said: Element | None) -> Element:
    """With all that Word wants to be told; some programs leave out the gutter or measure in fractions."""
    usual = dict.fromkeys(MARGINS, MARGIN) | {"header": EDGE, "footer": EDGE, "gutter": 0}
    return w("pgMar", **{side: usual[side] if said is None else number(said, side) for side in MARGINS})


def _clean(one: Element) -> Element:
    """A copy without what other programs note in namespaces of their own, and printers' relationships."""
    copy = etree.fromstring(etree.tostring(one, with_tail=False))
    etree.cleanup_namespaces(copy)
    for attribute in list(copy.attrib):
        if not str(attribute).startswith(f"{{{NAMESPACES['w']}}}"):
            del copy.attrib[attribute]
    return copy


def is_on(one: Element) -> bool:
    """Whether a property that is on or off is on."""
    return one.get(name("w:val"), "true") not in ("0", "false", "off")


def _alike(one: Sheet, other: Sheet) -> bool:
    """Whether pages look the same, once the first is past."""
    return etree.tostring(one.section(again=True)) == etree.tostring(other.section(again=True))


def _after(opening: Sheet, sheet: Sheet) -> Sheet:
    """Word copies a first page's edges into every later section; they are shown once all the same."""
    first = [one.edges.get(edge) for one in (opening, sheet) for edge in EDGES if edge[1] == "first"]
    if sheet is opening or first[:2] != first[2:]:
        return sheet
    return replace(sheet, properties=tuple(one for one in sheet.properties if one.tag != name("w:titlePg")))


def _reference(edge: Edge, relationship: str) -> Element:
    tag, on = edge
    reference = w(f"{tag}Reference", type=on)
    reference.set(name("r:id"), relationship)
    return reference
