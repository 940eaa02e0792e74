"""The package: the parts of a Word file by name, how one leads to another, and the same bytes of all of them every time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from itertools import chain, count
from posixpath import dirname, join, normpath, relpath
from typing import Self
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from . import seal
from .markup import Element
from .relationships import NAMESPACE, Relationships

CONTENT_TYPES = "[Content_Types].xml"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can hold: a document does not say when or where it was written."""


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a .docx by name: XML, which may be changed until the package is zipped, and other bytes."""

    _trees: dict[str, Element]
    _blobs: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def from_template(cls) -> Self:
        """A package of our own template's parts."""
        template = files(__package__) / "template"
        return cls({name: _parse(data) for name, data in _read(template)})

    def part(self, name: str) -> Element:
        """The root element of an XML part."""
        return self._trees[name]

    def begins_with(self, name: str, tag: str) -> bool:
        """Whether there is such a part, and its root element is called so."""
        return name in self._trees and self._trees[name].tag == tag

    @property
    def main(self) -> str:
        """The name of the part that holds the document itself."""
        return self.related("", "officeDocument") or ""

    def related(self, name: str, kind: str) -> str | None:
        """The name of the part that a part (the file itself, with an empty name) has this relationship with."""
        found = (one.target for one in self.relationships(name) if one.kind == kind and not one.leads_out)
        return next((target_of(name, target) for target in found), None)

    def of_document(self, kind: str) -> Element:
        """The part that the document has this relationship with."""
        return self.part(self.related(self.main, kind) or "")

    def of_id(self, id: str) -> Element:
        """The part that a relationship of the document leads to."""
        (found,) = (one.target for one in self.relationships(self.main) if one.id == id)
        return self.part(target_of(self.main, found))

    def relationships(self, name: str) -> Relationships:
        """The relationships of a part."""
        empty = etree.fromstring(f'<Relationships xmlns="{NAMESPACE}"/>')
        return Relationships(self._trees.setdefault(relationships_of(name), empty))

    def add(self, name: str, data: bytes) -> None:
        """Put in bytes that are not ours to change."""
        self._blobs[name] = data

    def put(self, name: str, part: Element, type: str) -> None:
        """Put in an XML part, in place of the one of that name, and say what it is."""
        self._trees[name] = part
        self._forget_type(name)
        override = {"PartName": f"/{name}", "ContentType": type}
        etree.SubElement(self.part(CONTENT_TYPES), f"{{{TYPES}}}Override", override)

    def _forget_type(self, name: str) -> None:
        types = self.part(CONTENT_TYPES)
        for old in types.findall(f"{{{TYPES}}}Override"):
            if old.get("PartName", "").casefold() == f"/{name}".casefold():
                types.remove(old)

    def take(self, kind: str) -> Element | None:
        """Take out the part that the file itself has this relationship with."""
        found = self.related("", kind)
        for one in list(self.relationships("")):
            if one.kind == kind:
                one.remove()
        if found is None:
            return None
        self._forget_type(found)
        self._blobs.pop(found, b"")
        return self._trees.pop(found, None)

    def free(self, name: str) -> str:
        """The name, or the first one like it that no part has."""
        stem, dot, ending = name.rpartition(".")
        taken = {one.casefold() for one in (*self._trees, *self._blobs)}
        others = (f"{stem}{number}{dot}{ending}" for number in count(2))
        return next(one for one in chain((name,), others) if one.casefold() not in taken)

    def declare(self, endings: Mapping[str, str]) -> None:
        """Say what files with these endings are, where it is not yet said."""
        types = self.part(CONTENT_TYPES)
        said = {one.get("Extension", "").casefold() for one in types.iterfind(f"{{{TYPES}}}Default")}
        for ending in sorted(endings.keys() - said):
            types.insert(
                0, types.makeelement(f"{{{TYPES}}}Default", {"Extension": ending, "ContentType": endings[ending]})
            )

    def put_beside(self, name: str, part: Element, kind: str, type: str) -> str:
        """Put in an XML part that the document has this relationship with. Its id."""
        self.put(name, part, type)
        return self.relationships(self.main).relate(kind, self.seen_from_document(name))

    def seen_from_document(self, name: str) -> str:
        """A part's name as the document's relationships write it."""
        return relpath(name, dirname(self.main) or ".")

    def zipped(self) -> bytes:
        """The bytes of the .docx."""
        parts = {name: _serialise(tree) for name, tree in self._trees.items()} | self._blobs
        parts[seal.PART] = _serialise(seal.sealed(self._trees[seal.PART], parts))
        stream = BytesIO()
        with ZipFile(stream, "w") as archive:
            for name in sorted(parts, key=lambda part: (part != CONTENT_TYPES, part)):
                archive.writestr(_entry(name), parts[name], compresslevel=9)
        return stream.getvalue()


def relationships_of(name: str) -> str:
    """The name of the part with the relationships of a part."""
    folder, slash, file = name.rpartition("/")
    return f"{folder}{slash}_rels/{file}.rels"


def target_of(name: str, target: str) -> str:
    """The name of the part that a relationship of a part leads to."""
    return normpath(join("/", dirname(name), target)).lstrip("/")


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
