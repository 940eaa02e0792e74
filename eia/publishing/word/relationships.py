"""The relationships of one part: what its words link to and which pictures it shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote

from lxml import etree

from .markup import Element, sound

KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
URL_CHARACTERS = ":/?#[]@!$&'()*+,;=%"
"""What stays as it is in a URL, beside letters and digits; Word calls a file with a blank in one corrupt."""


@dataclass(frozen=True, slots=True)
class Relationships:
    """A part's relationships; the same target asked for twice is one relationship."""

    _part: Element
    _ids: dict[str, str] = field(default_factory=dict)

    def link(self, url: str) -> str:
        """The id of a link out of the document."""
        return self._relate("hyperlink", quote(sound(url), safe=URL_CHARACTERS), TargetMode="External")

    def picture(self, target: str) -> str:
        """The id of a picture in the package; the target counts from the part's own folder."""
        return self._relate("image", target)

    def _relate(self, kind: str, target: str, **more: str) -> str:
        if target not in self._ids:
            self._ids[target] = f"rId{len(self._part) + 1}"
            values = {"Id": self._ids[target], "Type": KINDS + kind, "Target": sound(target), **more}
            etree.SubElement(self._part, f"{{{self._part.nsmap[None]}}}Relationship", values)
        return self._ids[target]
