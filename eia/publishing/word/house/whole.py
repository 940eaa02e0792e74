"""One of our styles made whole in itself, so that it looks right on whatever a template's running text is like."""

from __future__ import annotations

from copy import deepcopy

from ..markup import NAMESPACES, Element, name, w
from .known import Known

PARAGRAPH = (
    *("keepNext", "keepLines", "widowControl", "numPr", "pBdr", "suppressAutoHyphens", "spacing", "ind"),
    *("contextualSpacing", "jc", "outlineLvl"),
)
RUN = ("rFonts", "b", "bCs", "noProof", "color", "sz", "szCs", "u", "vertAlign")
"""The properties that our styles have, and those we add to them, in the order the schema wants."""


def complete(style: Element, chain: list[Element], automatic: bool) -> None:
    """Say in the style itself all that ours inherit, and what theirs may say of running text and tables cannot bear."""
    for tag, order in (("pPr", PARAGRAPH), ("rPr", RUN)):
        found: dict[str, Element] = {}
        for one in reversed(chain[:-1]):
            for said_there in one.iterfind(f"w:{tag}/*", NAMESPACES):
                _lay_over(found, said_there)
        if tag == "pPr":
            _settle(found, automatic)
        for old in style.findall(name(f"w:{tag}")):
            style.remove(old)
        if found:
            style.append(w(tag, *(found[name(f"w:{key}")] for key in order if name(f"w:{key}") in found)))


def _lay_over(found: dict[str, Element], one: Element) -> None:
    tag = str(one.tag)
    if tag in found and tag in (name("w:spacing"), name("w:ind")):
        found[tag].attrib.update(dict(one.attrib))
    else:
        found[tag] = deepcopy(one)


def _settle(found: dict[str, Element], automatic: bool) -> None:
    spacing = found.get(name("w:spacing"))
    if spacing is not None:
        spacing.set(name("w:before"), spacing.get(name("w:before"), "0"))
        for side in ("beforeAutospacing", "afterAutospacing") if automatic else ():
            spacing.set(name(f"w:{side}"), "0")
        found[name("w:contextualSpacing")] = w("contextualSpacing", val=0)
    if name("w:numPr") not in found:
        indent = found.setdefault(name("w:ind"), w("ind"))
        sides = ("left", "right") if indent.get(name("w:hanging")) else ("left", "right", "firstLine")
        for side in sides:
            indent.set(name(f"w:{side}"), indent.get(name(f"w:{side}"), "0"))
    found[name("w:jc")] = w("jc", val="left")


def spacing_of(own: Known, id: str) -> Element:
    """How far the lines of one of our styles are apart, whatever it stands on."""
    style = deepcopy(own.ids[id])
    complete(style, list(own.chain(id)), automatic=False)
    (spacing,) = style.iterfind("w:pPr/w:spacing", NAMESPACES)
    return spacing
