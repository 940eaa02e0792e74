"""The Word writer: a document becomes the bytes of a .docx, the same bytes every time."""

from __future__ import annotations

from dataclasses import replace

from eia.document.tree import Document

from . import body, inlines, page, properties
from .bookmarks import Bookmarks
from .notes import Notes
from .numbering import Numbering
from .package import Package
from .pictures import Pictures
from .place import Desk, Place
from .relationships import Relationships

__all__ = ["write"]


def write(document: Document) -> bytes:
    """The document as a .docx."""
    package = Package.from_template()
    desk = _desk(package, document)
    body.fill(package.part("word/document.xml")[0], document, desk)
    _fill_notes(package, desk)
    desk.bookmarks.check()
    page.fill_edges(package, document)
    properties.fill(package, document)
    return package.zipped()


def _desk(package: Package, document: Document) -> Desk:
    bookmarks = Bookmarks()
    return Desk(
        document=document,
        bookmarks=bookmarks,
        numbering=Numbering(package.part("word/numbering.xml")),
        notes=Notes(package.part("word/footnotes.xml"), document.notes, bookmarks),
        pictures=Pictures(package),
        relationships=Relationships(package.part("word/_rels/document.xml.rels")),
    )


def _fill_notes(package: Package, desk: Desk) -> None:
    """Notes are a part of their own, so their links are that part's."""
    relationships = Relationships(package.part("word/_rels/footnotes.xml.rels"))
    place = Place(replace(desk, relationships=relationships), page.UPRIGHT.text_width)
    desk.notes.fill(lambda note: inlines.write(note, place))
