"""The Word writer: a document becomes the bytes of a .docx, the same bytes every time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from eia.document.tree import Document

from . import body, edges, inlines, properties
from .bookmarks import Bookmarks
from .house import House, house_of, ours
from .notes import Notes
from .numbering import Numbering
from .pictures import Pictures
from .place import Desk, Place
from .sheets import Sheets

__all__ = ["write"]


def write(document: Document, template: Path | None = None) -> bytes:
    """The document as a .docx, in an organisation's template or in our own. Raises `Unusable` where that cannot be."""
    house = house_of(template) if template else ours()
    package = house.package
    desk = _desk(house, document)
    sheets = edges.fill(house, document)
    body.fill(package.part(package.main)[0], document, desk, sheets)
    house.dress.put_on(package.part(package.main))
    _fill_notes(house, desk, sheets)
    desk.bookmarks.check()
    properties.fill(package, document)
    return package.zipped()


def _desk(house: House, document: Document) -> Desk:
    package = house.package
    bookmarks = Bookmarks(house.highest("w:bookmarkStart"))
    return Desk(
        document=document,
        bookmarks=bookmarks,
        numbering=Numbering.of(package.of_document("numbering"), house.kinds),
        notes=Notes(package.of_document("footnotes"), document.notes, bookmarks),
        pictures=Pictures(package, house.highest("wp:docPr")),
        relationships=package.relationships(package.main),
    )


def _fill_notes(house: House, desk: Desk, sheets: Sheets) -> None:
    """Notes are a part of their own, so their links are that part's."""
    package = house.package
    relationships = package.relationships(package.related(package.main, "footnotes") or "")
    place = Place(replace(desk, relationships=relationships), sheets.upright.text_width)
    for note in desk.notes.fill(lambda note: inlines.write(note, place)):
        house.dress.put_on(note)
