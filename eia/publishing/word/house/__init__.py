"""The house: what a document is made in, which is our own template or an organisation's file."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from ..dress import OUR_OWN, Dress
from ..markup import Element, name
from ..numbering import OURS, Kinds
from ..package import Package
from ..seal import PART as CUSTOM
from ..sheets import Sheets, sheets_of
from ..unusable import Unusable, told_of
from . import notes, numbering, properties, settings, styles
from .foreign import parts_of
from .kept import DOCUMENT, OFFICE, WORD, Opened, opened
from .settings import has_even_pages

__all__ = ["House", "house_of", "ours"]

CORE, PROGRAM = "docProps/core.xml", "docProps/app.xml"
CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
PICTURES = {"gif": "image/gif", "jpg": "image/jpeg", "png": "image/png"}
"""The endings of pictures that a document may have."""


@dataclass(frozen=True, slots=True)
class House:
    """A template, ready to be written in: its parts, its kinds of pages, and what our styles and lists are called there."""

    package: Package
    sheets: Sheets
    even_pages: bool
    dress: Dress = OUR_OWN
    kinds: Kinds = OURS
    lacking: tuple[str, ...] = ()
    """The styles of ours that it had not."""
    dropped: tuple[str, ...] = ()
    """What was in it and is not carried over."""

    def highest(self, tag: str) -> int:
        """The highest number that an element of this name bears in a header or footer; no two may share theirs."""
        edges = (self.package.of_id(id) for sheet in self.sheets for id in sheet.edges.values())
        found = (one.get("id", one.get(name("w:id"), "")) for edge in edges for one in edge.iter(name(tag)))
        return max((int(one) for one in found if one.isdecimal()), default=0)


def ours() -> House:
    """Our own template."""
    package = Package.from_template()
    document = package.part(package.main)
    sheets = sheets_of(document)
    for body in document:
        for child in list(body):
            body.remove(child)
    return House(package, sheets, has_even_pages(package.of_document("settings")))


def house_of(path: Path) -> House:
    """An organisation's own file. Raises `Unusable`, which says what is wrong with it."""
    with told_of(path):
        return furnished(opened(parts_of(path)))


def furnished(template: Opened) -> House:
    """A template with all of ours put in that documents need and it lacks."""
    sheets = sheets_of(template.document)
    package = template.kept({id for sheet in sheets for id in sheet.edges.values()})
    own = ours().package
    if package.related(package.main, "styles") is None:
        raise Unusable("it has no styles")
    _ensure(package, "settings", own.of_document("settings"))
    for kind in ("numbering", "footnotes"):
        _ensure(package, kind, _emptied(own.of_document(kind)))
    lists = package.of_document("numbering")
    found = styles.merged(package.of_document("styles"), own.of_document("styles"), lists)
    kinds = numbering.merged(lists, own.of_document("numbering"), found)
    separators = notes.keep_separators(package.of_document("footnotes"), own.of_document("footnotes"))
    gone = tuple(settings.settle(package.of_document("settings"), separators))
    package.put(package.main, own.part(own.main), DOCUMENT)
    _tell_of_itself(package, own)
    package.declare(PICTURES)
    even = has_even_pages(package.of_document("settings"))
    return House(package, sheets, even, found.dress, kinds, found.lacking, (*template.dropped, *gone))


def _ensure(package: Package, kind: str, part: Element) -> None:
    """Give the document the part of this kind, where it has none."""
    if package.related(package.main, kind) is None:
        package.put_beside(package.free(f"word/{kind}.xml"), part, kind, f"{WORD}{kind}+xml")


def _emptied(part: Element) -> Element:
    empty = deepcopy(part)
    empty[:] = []
    return empty


def _tell_of_itself(package: Package, own: Package) -> None:
    """The core properties are the document's; the seal joins the custom ones."""
    custom, program = package.take("custom-properties"), package.take("extended-properties")
    sealed = own.part(CUSTOM) if custom is None else properties.with_seal(custom, own.part(CUSTOM))
    owned = properties.of_program(program, own.part(PROGRAM))
    package.put(CORE, own.part(CORE), "application/vnd.openxmlformats-package.core-properties+xml")
    package.put(PROGRAM, owned, f"{OFFICE}extended-properties+xml")
    package.put(CUSTOM, sealed, f"{OFFICE}custom-properties+xml")
    related = package.relationships("")
    related.relate(CORE_PROPERTIES, CORE)
    related.relate("extended-properties", PROGRAM)
    related.relate("custom-properties", CUSTOM)
