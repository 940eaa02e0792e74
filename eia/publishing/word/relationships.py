"""The relationships of one part: what its words link to, which pictures it shows, which parts it needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from eia.publishing.address import encoded

from .markup import Element, sound

NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


@dataclass(frozen=True, slots=True)
class Relationship:
    """One of them; its kind is the last word of its type, e.g. `header`."""

    element: Element

    @property
    def id(self) -> str:
        """By which the part names it."""
        return self.element.get("Id", "")

    @property
    def kind(self) -> str:
        """What the target is to the part."""
        return self.element.get("Type", "").rpartition("/")[2]

    @property
    def target(self) -> str:
        """Where it leads, as it is written: counted from the part's folder, or out of the file."""
        return self.element.get("Target", "")

    @property
    def leads_out(self) -> bool:
        """Whether the target is no part of the file."""
        return self.element.get("TargetMode") == "External"

    def remove(self) -> None:
        """Let the part have nothing to do with the target any more."""
        parent = self.element.getparent()
        if parent is not None:
            parent.remove(self.element)


@dataclass(frozen=True, slots=True)
class Relationships:
    """A part's relationships; the same target asked for twice is one relationship."""

    _part: Element
    _ids: dict[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Relationship]:
        return (Relationship(element) for element in self._part.iterchildren(f"{{{NAMESPACE}}}Relationship"))

    def link(self, url: str) -> str:
        """The id of a link out of the document."""
        return self.relate("hyperlink", encoded(sound(url)), TargetMode="External")

    def picture(self, target: str) -> str:
        """The id of a picture in the package; the target counts from the part's own folder."""
        return self.relate("image", target)

    def relate(self, kind: str, target: str, **more: str) -> str:
        """The id of a relationship of this kind to this target."""
        if target not in self._ids:
            self._ids[target] = self._free()
            kind = kind if ":" in kind else KINDS + kind
            values = {"Id": self._ids[target], "Type": kind, "Target": sound(target), **more}
            etree.SubElement(self._part, f"{{{NAMESPACE}}}Relationship", values)
        return self._ids[target]

    def _free(self) -> str:
        taken, number = {one.get("Id") for one in self._part}, len(self._part) + 1
        while f"rId{number}" in taken:
            number += 1
        return f"rId{number}"
