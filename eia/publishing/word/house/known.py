"""Styles by their ids and names, and what each says with all that it is based on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..markup import NAMESPACES, Element, name, w
from ..unusable import Unusable, number


@dataclass(frozen=True, slots=True)
class Known:
    """The styles of a part, by id and by name."""

    part: Element
    ids: dict[str, Element] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, part: Element) -> Known:
        """The styles of a part."""
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
        named = self.names.get((type_of(ours), names_of(ours)[0]))
        return self.defaults.get(type_of(ours), named) if ours.get(name("w:default")) else named

    def free_id(self, wanted: str) -> str:
        """The id, or the first one like it that no style has."""
        taken = {id.casefold() for id in self.ids}
        return next(one for one in _numbered(wanted) if one.casefold() not in taken)

    def free_name(self, wanted: str) -> str:
        """The name, or the first one like it that no style has, of whatever type."""
        taken = {one for _, one in self.names}
        return next(one for one in _numbered(wanted, " (eia)") if one.casefold() not in taken)

    def spaces_by_itself(self) -> bool:
        """Whether running text leaves it to Word how far paragraphs are apart, as text from the web does."""
        text = self.ids[self.defaults["paragraph"]].iterfind("w:pPr/w:spacing", NAMESPACES)
        usual = self.part.iterfind("w:docDefaults//w:spacing", NAMESPACES)
        return any(str(key).endswith("Autospacing") for one in (*usual, *text) for key in one.attrib)

    def space_before(self, id: str) -> int:
        """The distance that paragraphs of a style keep from what is above them."""
        usual = self.part.find("w:docDefaults//w:spacing", NAMESPACES)
        own = [one for style in self.chain(id) for one in style.iterfind("w:pPr/w:spacing", NAMESPACES)]
        telling = [one for one in (*own, usual) if one is not None and one.get(name("w:before"))]
        return number(telling[0], "before") if telling else 0

    def chain(self, id: str) -> Iterator[Element]:
        """A style, and those that it is based on."""
        seen: set[str] = set()
        while id in self.ids:
            if id in seen:
                raise Unusable(f"its style {said(self.ids[id], 'w:name') or id} is based on itself")
            seen.add(id)
            yield self.ids[id]
            id = said(self.ids[id], "w:basedOn")

    def indent(self, id: str) -> Element:
        """How a style is indented in all."""
        indent: dict[str, str] = {}
        for style in reversed(list(self.chain(id))):
            for one in style.iterfind("w:pPr/w:ind", NAMESPACES):
                indent |= {str(key): str(value) for key, value in one.attrib.items()}
        made = w("ind", left=0)
        made.attrib.update({key.replace("}start", "}left"): value for key, value in indent.items()})
        if not {name("w:hanging"), name("w:firstLine")} & set(made.attrib):
            made.set(name("w:firstLine"), "0")
        return made


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
