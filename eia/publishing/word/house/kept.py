"""Which parts of a template stay: those that styles, pages and properties need. What leads out of the file or runs does not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from eia.diagnostics.shown import shortened

from ..fields import unlink
from ..markup import NAMESPACES, Element, name
from ..package import CONTENT_TYPES, TYPES, Package, relationships_of, target_of
from ..relationships import Relationship, Relationships
from ..unusable import Unusable
from .foreign import parsed

OFFICE = "application/vnd.openxmlformats-officedocument."
WORD = f"{OFFICE}wordprocessingml."
NOTES = f"{WORD}footnotes+xml"
"""Of the notes themselves none stays, so neither does what they link to."""
DOCUMENT = f"{WORD}document.main+xml"
CHANGED = (WORD, *(f"{OFFICE}{kind}-properties" for kind in ("custom", "extended")))
MAIN = {DOCUMENT, f"{WORD}template.main+xml"}
STRICT = "http://purl.oclc.org/ooxml/"

OF_FILE = {"officeDocument", "custom-properties", "extended-properties", "classificationlabels"}
"""The core properties are the document's own; a thumbnail or a signature would be of another document."""
OF_DOCUMENT = {"styles", "settings", "numbering", "footnotes", "theme", "fontTable", "customXml"}
EDGES = {"header", "footer"}
ROOTS = {one: one for one in ("styles", "settings", "numbering", "footnotes")} | {"header": "hdr", "footer": "ftr"}
"""What the parts that we read begin with."""
ACTIVE = {
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "keyMapCustomizations": "macros",
    "attachedToolbars": "macros",
    "extensibility": "buttons of its own for Word's ribbon",
    "oleObject": "an embedded object",
    "package": "an embedded object",
    "control": "a control that runs a program",
    "activeXControlBinary": "a control that runs a program",
    "aFChunk": "an embedded document",
    "subDocument": "another document",
    "attachedTemplate": "the template it was made with",
    "mailMergeSource": "a list of addresses",
    "mailMergeHeaderSource": "a list of addresses",
    "signature-origin": "a digital signature",
    "origin": "a digital signature",
}
"""What is never carried over, in people's words."""
PICTURE = ("drawing", "pict", "object")


@dataclass(frozen=True, slots=True)
class Opened:
    """A template, opened: its parts, its document as it stands there, and what was left out."""

    parts: dict[str, bytes]
    types: Element
    document: Element
    main: str
    dropped: dict[str, None] = field(default_factory=dict)
    """In the order in which they were found."""

    def kept(self, edges: set[str]) -> Package:
        """A package of the parts that stay; of headers and footers those that have these ids."""
        return _Keeping(self, edges).package()


@dataclass(frozen=True, slots=True)
class _Keeping:
    """Follows relationships from part to part."""

    template: Opened
    edges: set[str]
    trees: dict[str, Element] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)
    """Parts that stay byte for byte, such as the theme; a tree of them is there for what has to be taken out."""

    def package(self) -> Package:
        self.trees[CONTENT_TYPES] = self.template.types
        waiting = [""]
        while waiting:
            here = waiting.pop()
            for one in self._followed(here):
                target = self._find(here, one)
                if target not in self.trees and target not in self.blobs:
                    self._keep(target)
                    waiting.append(target)
        _forget_types(self.template.types, {*self.trees, *self.blobs})
        package = Package({name: tree for name, tree in self.trees.items() if name not in self.blobs}, self.blobs)
        _refuse_other_content(package, self.edges)
        return package

    def _keep(self, part: str) -> None:
        type, data = type_of(self.template.types, part), self.template.parts[part]
        if part == self.template.main:
            self.trees[part] = self.template.document
            return
        if type.endswith(("+xml", "/xml")):
            self.trees[part] = parsed(part, data)
        if part not in self.trees or not type.startswith(CHANGED):
            self.blobs[part] = data
        elif type.startswith(WORD):
            for kind in unlink(self.trees[part]):
                self._drop(f"a field that fetches something from elsewhere ({kind})")

    def _followed(self, here: str) -> list[Relationship]:
        """The relationships of a part that stay and lead to parts; the others are taken out of it."""
        file = relationships_of(here)
        if file not in self.template.parts:
            return []
        tree = parsed(file, self.template.parts[file])
        related = list(Relationships(tree))
        if len({one.id for one in related}) < len(related):
            raise Unusable(f"it is damaged: its part {file} names two things in the same way")
        for one in related:
            if not self._stays(here, one):
                one.remove()
                if here != self.template.main and here in self.trees and _take_out(self.trees[here], one.id):
                    self.blobs.pop(here, None)
        if len(tree):
            self.trees[file] = tree
        return [one for one in Relationships(tree) if not one.leads_out]

    def _stays(self, here: str, one: Relationship) -> bool:
        if one.kind in ACTIVE:
            return self._drop(ACTIVE[one.kind])
        if not here:
            return one.kind in OF_FILE
        if type_of(self.template.types, here) == NOTES:
            return False
        if one.leads_out and one.kind != "hyperlink":
            return self._drop(f"a link to another file ({shortened(one.target)})")
        if here == self.template.main:
            return one.kind in OF_DOCUMENT or (one.kind in EDGES and one.id in self.edges)
        return True

    def _drop(self, words: str) -> bool:
        self.template.dropped[words] = None
        return False

    def _find(self, here: str, one: Relationship) -> str:
        """The name of the part that is meant; names differ in case now and then."""
        target, parts = target_of(here, one.target.partition("#")[0]), self.template.parts
        if target in parts:
            return target
        found = next((part for part in parts if part.casefold() == target.casefold()), None)
        if found is None:
            raise Unusable(f"it is damaged: it refers to a part that is not there, {target or one.target}")
        one.element.set("Target", f"/{found}")
        return found


def opened(parts: dict[str, bytes]) -> Opened:
    """The document in these parts. Raises `Unusable` where there is none that we can read."""
    types = parsed(CONTENT_TYPES, parts[CONTENT_TYPES])
    if "_rels/.rels" not in parts:
        raise Unusable("it is damaged: it does not say which of its parts is the document")
    roots = [one for one in Relationships(parsed("_rels/.rels", parts["_rels/.rels"])) if one.kind == "officeDocument"]
    if not roots:
        raise Unusable("it is damaged: it does not say which of its parts is the document")
    if roots[0].element.get("Type", "").startswith(STRICT):
        raise Unusable(
            "it is saved as Strict Open XML", "In Word, choose Save As and the type Word Document (.docx), not Strict."
        )
    main = target_of("", roots[0].target)
    if main not in parts:
        raise Unusable("it is damaged: the document in it is missing")
    type = type_of(types, main)
    if "macroEnabled" in type:
        raise Unusable(
            "it is made for macros (.docm or .dotm)", "In Word, choose Save As and the type Word Document (.docx)."
        )
    document = parsed(main, parts[main])
    if type not in MAIN or document.tag != name("w:document") or document.find("w:body", NAMESPACES) is None:
        raise Unusable("it is not a Word file")
    return Opened(parts, types, document, main)


def type_of(types: Element, part: str) -> str:
    """What kind of content a part has: by its own name, else by its ending."""
    own = {one.get("PartName", "").casefold(): one for one in types.iterchildren(f"{{{TYPES}}}Override")}
    usual = {one.get("Extension", "").casefold(): one for one in types.iterchildren(f"{{{TYPES}}}Default")}
    found = own.get(f"/{part}".casefold(), usual.get(part.rpartition(".")[2].casefold()))
    return "" if found is None else found.get("ContentType", "")


def _refuse_other_content(package: Package, edges: set[str]) -> None:
    """What the document builds on must be what it is said to be."""
    related = {one.id: one for one in package.relationships(package.main)}
    if not edges <= related.keys():
        raise Unusable("it is damaged: its pages name a header or footer that is not there")
    for one in related.values():
        part = target_of(package.main, one.target)
        if one.kind in ROOTS and not package.begins_with(part, name(f"w:{ROOTS[one.kind]}")):
            raise Unusable(f"it is damaged: its part {part} is not what it should be")
    if any(related[id].kind not in EDGES for id in edges):
        raise Unusable("it is damaged: its pages name a header or footer that is none")


def _forget_types(types: Element, kept: Iterable[str]) -> None:
    names = {f"/{part}".casefold() for part in kept}
    for one in types.findall(f"{{{TYPES}}}Override"):
        if one.get("PartName", "").casefold() not in names:
            types.remove(one)


def _take_out(part: Element, id: str) -> bool:
    """Take out what shows a relationship that is gone: the reference, and a picture that has nothing else to show."""
    found = False
    for one in list(part.iter(etree.Element)):
        for attribute in [key for key, value in one.attrib.items() if value == id and _is_reference(str(key))]:
            found = True
            del one.attrib[attribute]
            if not any(_is_reference(str(key)) for key in one.attrib):
                _remove(_picture(one))
    return found


def _is_reference(attribute: str) -> bool:
    return attribute.startswith(f"{{{NAMESPACES['r']}}}")


def _picture(one: Element) -> Element:
    """The whole picture that an element gives its image to; of anything else, the element itself."""
    local = etree.QName(one).localname
    if local not in ("blip", "imagedata", "fill"):
        return one
    holders = [holder for holder in one.iterancestors() if etree.QName(holder).localname in PICTURE]
    return holders[0] if holders and local != "fill" else one


def _remove(one: Element) -> None:
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)
