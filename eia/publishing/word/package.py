"""The package: opens our template, hands out its parts, and zips them into the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import Self
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from . import seal
from .markup import Element

CONTENT_TYPES = "[Content_Types].xml"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can hold: a document does not say when or where it was written."""


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a .docx by name: XML, which may be changed until the package is zipped, and other bytes."""

    _trees: dict[str, Element]
    _blobs: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def from_template(cls) -> Self:
        """A package of our template's parts."""
        template = files(__package__) / "template"
        return cls({name: _parse(data) for name, data in _read(template)})

    def part(self, name: str) -> Element:
        """The root element of an XML part."""
        return self._trees[name]

    def add(self, name: str, data: bytes) -> None:
        """Put in bytes that are not XML."""
        self._blobs[name] = data

    def zipped(self) -> bytes:
        """The bytes of the .docx."""
        parts = {name: _serialise(tree) for name, tree in self._trees.items()} | self._blobs
        parts[seal.PART] = _serialise(seal.sealed(self._trees[seal.PART], parts))
        stream = BytesIO()
        with ZipFile(stream, "w") as archive:
            for name in sorted(parts, key=lambda part: (part != CONTENT_TYPES, part)):
                archive.writestr(_entry(name), parts[name], compresslevel=9)
        return stream.getvalue()


def _read(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _read(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, entry.read_bytes()


def _parse(data: bytes) -> Element:
    """Parse without what the template has for people; a checkout that changes line ends changes nothing."""
    return etree.fromstring(data, etree.XMLParser(remove_blank_text=True, remove_comments=True))


def _serialise(tree: Element) -> bytes:
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, EPOCH)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0  # else it says which system wrote it
    return entry
