"""The styles of a template: those of ours are found in it by their names, and where one is missing, ours is added."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from ..dress import GAP, SPACED, Dress
from ..markup import NAMESPACES, Element, name
from ..unusable import Unusable
from .known import Known, said, type_of
from .whole import complete, spacing_of

USED = {
    *(
        "Normal",
        "Title",
        "Subtitle",
        "TOC1",
        "TOC2",
        "Heading1",
        "Heading2",
        "Heading3",
        "Heading4",
        "Heading5",
        "Heading6",
    ),
    *("ListBullet", "ListNumber", "ListContinue", "Quote", "Callout", "CalloutTitle", "CalloutInner", "Facts"),
    *("Caption", "TableHead", "TableText", "AssessmentTable", "Hyperlink", "Code"),
    *("FootnoteText", "FootnoteReference", "Header", "HeaderMark", "Footer"),
}
"""The styles that a document is written in; the others are there for whoever goes on working on it."""
INDENTED = ("ListContinue", "Callout", "CalloutTitle", "CalloutInner", "Facts")
"""Our styles that lists, boxes and facts count on being indented as they are."""
ON_HEADINGS = ("Heading1Unlisted", "Heading2Unlisted")
"""Ours that are headings like any other, but that contents pass over: they stand on the template's own headings."""
LISTS = ("ListBullet", "ListNumber", "ListContinue")


@dataclass(frozen=True, slots=True)
class Styles:
    """What became of our styles in a template."""

    dress: Dress
    added: tuple[Element, ...]
    """Our styles that the template lacks, as they were added to it."""
    lacking: tuple[str, ...]
    """Their names, as far as a document is written in them."""


def merged(theirs: Element, ours: Element, numbering: Element) -> Styles:
    """Their styles and, added to them, those of ours that they lack; the numbering part says which headings count."""
    known = Known.of(theirs)
    _find_running_text(known)
    for id in known.ids:
        list(known.chain(id))
    _mend(known)
    own = Known.of(ours)
    ids: dict[str, str] = {}
    lacking: list[str] = []
    for id, style in own.ids.items():
        found = known.like(style)
        ids[id] = found or known.free_id(id)
        if not found:
            lacking.append(id)
    added = tuple(_added(own, id, ids, known) for id in lacking)
    indents = {
        id: own.indent(id) for id in INDENTED if id not in lacking and not _alike(known.indent(ids[id]), own.indent(id))
    }
    in_cells = {id: spacing_of(own, "TableText") for id in LISTS}
    theirs.extend(added)
    known.ids.update((style.get(name("w:styleId"), ""), style) for style in added)
    numbered = frozenset(id for id in own.ids if id.startswith("Heading") and _is_numbered(known, ids[id], numbering))
    named = tuple(said(own.ids[id], "w:name") for id in lacking if id in USED)
    close = frozenset(id for id in own.ids if id.startswith(SPACED) and known.space_before(ids[id]) < GAP)
    return Styles(Dress(ids, numbered, indents, in_cells, close), added, named)


def _find_running_text(known: Known) -> None:
    """LibreOffice writes a style called Normal and does not say that it is what paragraphs have without another."""
    normal = known.defaults.get("paragraph", known.names.get(("paragraph", "normal")))
    if normal is None:
        raise Unusable("it has no style for running text (Normal)")
    known.defaults["paragraph"] = normal
    known.ids[normal].set(name("w:default"), "1")


def _is_numbered(known: Known, id: str, numbering: Element) -> bool:
    """Whether Word numbers the paragraphs of a style by itself; LibreOffice gives every heading a list that shows nothing."""
    place = {"ilvl": "0"}
    for style in reversed(list(known.chain(id))):
        for one in style.iterfind("w:pPr/w:numPr/*", NAMESPACES):
            place[etree.QName(one).localname] = one.get(name("w:val"), "0")
    kind = numbering.xpath(
        "string(w:num[@w:numId=$id]/w:abstractNumId/@w:val)", namespaces=NAMESPACES, id=place.get("numId", "")
    )
    shown = "w:lvl[@w:ilvl=$level][w:numFmt/@w:val!='none'][w:lvlText/@w:val!='']"
    path = f"w:abstractNum[@w:abstractNumId=$kind][w:numStyleLink or {shown}]"
    return bool(numbering.xpath(path, namespaces=NAMESPACES, kind=str(kind), level=place["ilvl"]))


def _mend(known: Known) -> None:
    """Some programs refer to styles that they do not write."""
    for style in known.ids.values():
        for tag in ("basedOn", "next", "link"):
            for one in style.findall(name(f"w:{tag}")):
                if one.get(name("w:val")) not in known.ids:
                    style.remove(one)


def _added(own: Known, id: str, ids: Mapping[str, str], known: Known) -> Element:
    """One of our styles, whole in itself, on the style that theirs build on."""
    style = deepcopy(own.ids[id])
    style.set(name("w:styleId"), ids[id])
    called = style.find("w:name", NAMESPACES)
    if called is not None:
        free = known.free_name(said(style, "w:name"))
        if free != said(style, "w:name"):
            style.set(name("w:customStyle"), "1")
        called.set(name("w:val"), free)
        known.names[(type_of(style), free.casefold())] = ids[id]
    for tag in ("basedOn", "next"):
        one = style.find(f"w:{tag}", NAMESPACES)
        if one is not None:
            one.set(name("w:val"), ids[one.get(name("w:val"), "")])
    if type_of(style) == "paragraph" and id not in ON_HEADINGS:
        complete(style, list(own.chain(id)), known.spaces_by_itself())
        based = style.find("w:basedOn", NAMESPACES)
        if based is not None:
            based.set(name("w:val"), known.defaults["paragraph"])
    return style


def _alike(one: Element, other: Element) -> bool:
    """Whether two indents begin lines at the same places."""
    sides = [name(f"w:{side}") for side in ("left", "hanging", "firstLine")]
    return all((one.get(side) or "0") == (other.get(side) or "0") for side in sides)
