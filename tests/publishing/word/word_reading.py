"""Reads a written document back without python-docx: parts, paragraphs, what refers to what."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from eia.document.tree import Block, Document, Furniture, Inlines
from eia.publishing.word import write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NS = {
    "w": W[1:-1],
    "r": R[1:-1],
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}
FURNITURE = Furniture(page="Page", of="of")


class Read:
    """The parts of a .docx."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as archive:
            self.entries = archive.infolist()
            self.blobs = {entry.filename: archive.read(entry) for entry in self.entries}

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.blobs[f"word/{name}.xml"])

    @property
    def body(self) -> etree._Element:
        return self.part("document")[0]

    def find(self, path: str, part: str = "document") -> list[etree._Element]:
        """What an XPath finds in a part."""
        return self.part(part).xpath(path, namespaces=NS)

    def target(self, relationship: str, part: str = "document") -> str:
        """What a relationship of a part leads to."""
        rels = etree.fromstring(self.blobs[f"word/_rels/{part}.xml.rels"])
        (found,) = rels.xpath("rel:Relationship[@Id=$id]/@Target", namespaces=NS, id=relationship)
        return found

    def styles(self, part: str = "document") -> list[str]:
        """The style of each paragraph."""
        return self.find("//w:p/w:pPr/w:pStyle/@w:val", part)


def words(element: etree._Element) -> str:
    """The characters of an element."""
    return "".join(element.itertext(f"{W}t"))


def document(*blocks: Block, notes: dict[str, Inlines] | None = None, **fields: object) -> Document:
    """A document of these blocks."""
    given = {"title": "A title", "language": "en-GB", "furniture": FURNITURE, "notes": notes or {}} | fields
    return Document(blocks=blocks, **given)


def written(*blocks: Block, notes: dict[str, Inlines] | None = None, **fields: object) -> Read:
    """A document of these blocks, written and read back."""
    return Read(write(document(*blocks, notes=notes, **fields)))
