"""The styles of a template: those of ours are found in it by their names, and where one is missing, ours is added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from ..dress import Dress
from ..markup import NAMESPACES, Element, name, w
from ..unusable import Unusable

USED = {
    *("Normal", "Title", "Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "Heading6"),
    *("ListBullet", "ListNumber", "ListContinue", "Quote", "Callout", "CalloutTitle", "CalloutInner", "Facts"),
    *("Caption", "TableHead", "TableText", "AssessmentTable", "Hyperlink", "Code"),
    *("FootnoteText", "FootnoteReference", "Header", "HeaderMark", "Footer"),
}
"""The styles that a document is written in; the others are there for whoever goes on working on it."""
INDENTED = ("ListContinue", "Callout", "CalloutTitle", "CalloutInner", "Facts")
"""Our styles that lists, boxes and facts count on being indented as they are."""
LISTS = ("ListBullet", "ListNumber", "ListContinue")

PARAGRAPH = (
    *("keepNext", "keepLines", "widowControl", "numPr", "pBdr", "suppressAutoHyphens", "spacing", "ind"),
    *("contextualSpacing", "jc", "outlineLvl"),
)
RUN = ("rFonts", "b", "bCs", "noProof", "color", "sz", "szCs", "u", "vertAlign")
"""The properties that our styles have, and those we add to them, in the order the schema wants."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a template, and what became of ours."""

    part: Element
    dress: Dress
    added: tuple[Element, ...]
    """Our styles that the template lacks, as they were added to it."""
    lacking: tuple[str, ...]
    """Their names, as far as a document is written in them."""


@dataclass(frozen=True, slots=True)
class _Known:
    """Styles by id and by name."""

    part: Element
    ids: dict[str, Element] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, part: Element) -> _Known:
        known = cls(part)
        for style in part.iterfind("w:style", NAMESPACES):
            id, type = style.get(name("w:styleId"), ""), type_of(style)
            if id in known.ids:
                raise Unusable(f"it is damaged: two of its styles are called {id}")
            known.ids[id] = style
            for one in names_of(style):
                known.names.setdefault((type, one), id)
            if style.get(name("w:default")) in ("1", "true", "on"):
                known.defaults[type] = id
        return known

    def like(self, ours: Element) -> str | None:
        """The id of the style that is called as one of ours, or is what all of its type are without another."""
        type = type_of(ours)
        if ours.get(name("w:default")):
            return self.defaults.get(type)
        return self.names.get((type, names_of(ours)[0]))

    def free_id(self, wanted: str) -> str:
        taken = {id.casefold() for id in self.ids}
        return next(one for one in _numbered(wanted) if one.casefold() not in taken)

    def free_name(self, wanted: str) -> str:
        taken = {one for _, one in self.names}
        return next(one for one in _numbered(wanted, " (eia)") if one.casefold() not in taken)

    def spaces_by_itself(self) -> bool:
        """Whether running text leaves it to Word how far paragraphs are apart, as text from the web does."""
        text = self.ids[self.defaults["paragraph"]].iterfind("w:pPr/w:spacing", NAMESPACES)
        usual = self.part.iterfind("w:docDefaults//w:spacing", NAMESPACES)
        return any(str(key).endswith("Autospacing") for one in (*usual, *text) for key in one.attrib)

    def chain(self, id: str) -> Iterator[Element]:
        """A style, and those that it is based on."""
        seen: set[str] = set()
        while id in self.ids:
            if id in seen:
                raise Unusable(f"its style {names_of(self.ids[id])[0]} is based on itself")
            seen.add(id)
            yield self.ids[id]
            id = said(self.ids[id], "w:basedOn")


def merged(theirs: Element, ours: Element, numbering: Element) -> Styles:
    """Their styles and, added to them, those of ours that they lack; the numbering part says which headings count."""
    known = _Known.of(theirs)
    _find_running_text(known)
    for id in known.ids:
        list(known.chain(id))
    _mend(known)
    own = _Known.of(ours)
    ids: dict[str, str] = {}
    lacking: list[str] = []
    for id, style in own.ids.items():
        found = known.like(style)
        ids[id] = found or known.free_id(id)
        if not found:
            lacking.append(id)
    added = tuple(_added(own, id, ids, known) for id in lacking)
    numbered = frozenset(id for id in own.ids if id.startswith("Heading") and _is_numbered(known, ids[id], numbering))
    indents = {
        id: _indent(own, id) for id in INDENTED if id not in lacking and not _same_indent(known, ids[id], own, id)
    }
    in_cells = {id: _spacing(own, "TableText") for id in LISTS}
    theirs.extend(added)
    named = tuple(said(own.ids[id], "w:name") for id in lacking if id in USED)
    return Styles(theirs, Dress(ids, numbered, indents, in_cells), added, named)


def _find_running_text(known: _Known) -> None:
    """LibreOffice writes a style called Normal and does not say that it is what paragraphs have without another."""
    normal = known.defaults.get("paragraph", known.names.get(("paragraph", "normal")))
    if normal is None:
        raise Unusable("it has no style for running text (Normal)")
    known.defaults["paragraph"] = normal
    known.ids[normal].set(name("w:default"), "1")


def _is_numbered(known: _Known, id: str, numbering: Element) -> bool:
    """Whether Word numbers the paragraphs of a style by itself; LibreOffice gives every heading a list that shows nothing."""
    said = {"ilvl": "0"}
    for style in reversed(list(known.chain(id))):
        for one in style.iterfind("w:pPr/w:numPr/*", NAMESPACES):
            said[etree.QName(one).localname] = one.get(name("w:val"), "0")
    kind = numbering.xpath(
        "string(w:num[@w:numId=$id]/w:abstractNumId/@w:val)", namespaces=NAMESPACES, id=said.get("numId", "")
    )
    path = "w:abstractNum[@w:abstractNumId=$kind]/w:lvl[@w:ilvl=$level][w:numFmt/@w:val!='none'][w:lvlText/@w:val!='']"
    return bool(numbering.xpath(path, namespaces=NAMESPACES, kind=str(kind), level=said["ilvl"]))


def names_of(style: Element) -> list[str]:
    """What a style is called; of Word's own styles the names are English, and case does not count."""
    return [one.strip().casefold() for part in ("w:name", "w:aliases") for one in said(style, part).split(",") if one]


def type_of(style: Element) -> str:
    """`paragraph`, `character`, `table` or `numbering`."""
    return style.get(name("w:type"), "paragraph")


def said(style: Element, tag: str) -> str:
    """The value of a property."""
    found = style.find(tag, NAMESPACES)
    return "" if found is None else found.get(name("w:val"), "")


def _numbered(wanted: str, ending: str = "Eia") -> Iterator[str]:
    yield wanted
    yield wanted + ending
    number = 2
    while True:
        yield f"{wanted}{ending}{number}"
        number += 1


def _mend(known: _Known) -> None:
    """Some programs refer to styles that they do not write."""
    for style in known.ids.values():
        for tag in ("basedOn", "next", "link"):
            for one in style.findall(name(f"w:{tag}")):
                if one.get(name("w:val")) not in known.ids:
                    style.remove(one)


def _added(own: _Known, id: str, ids: Mapping[str, str], known: _Known) -> Element:
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
    if type_of(style) == "paragraph":
        _complete(style, list(own.chain(id)), known.spaces_by_itself())
        based = style.find("w:basedOn", NAMESPACES)
        if based is not None:
            based.set(name("w:val"), known.defaults["paragraph"])
    return style


def _complete(style: Element, chain: list[Element], automatic: bool) -> None:
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


def _indent(known: _Known, id: str) -> Element:
    """How a style is indented in all."""
    indent: dict[str, str] = {}
    for style in reversed(list(known.chain(id))):
        for one in style.iterfind("w:pPr/w:ind", NAMESPACES):
            indent |= {str(key): str(value) for key, value in one.attrib.items()}
    made = w("ind", left=0)
    made.attrib.update({key.replace("}start", "}left"): value for key, value in indent.items()})
    if not {name("w:hanging"), name("w:firstLine")} & set(made.attrib):
        made.set(name("w:firstLine"), "0")
    return made


def _spacing(own: _Known, id: str) -> Element:
    """How far the lines of one of our styles are apart, whatever it stands on."""
    style = deepcopy(own.ids[id])
    _complete(style, list(own.chain(id)), automatic=False)
    (spacing,) = style.iterfind("w:pPr/w:spacing", NAMESPACES)
    return spacing


def _same_indent(known: _Known, id: str, own: _Known, ours: str) -> bool:
    theirs, wanted = _indent(known, id).attrib, _indent(own, ours).attrib
    sides = [name(f"w:{side}") for side in ("left", "hanging", "firstLine")]
    return all((theirs.get(side) or "0") == (wanted.get(side) or "0") for side in sides)
