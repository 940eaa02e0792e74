"""A Word file of somebody else's, checked before it is parsed: what kind it is, how large, what its parts are called."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from struct import error as StructError
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from lxml import etree

from eia.text.read import SIGNATURES, Unreadable, content_of

from ..markup import Element
from ..package import CONTENT_TYPES
from ..unusable import SAVE_ANEW, Unreached, Unusable

MOST, MOST_OF_A_PART, MOST_PARTS = 64 * 1024 * 1024, 32 * 1024 * 1024, 2000
STEEPEST, SMALL = 200, 1024 * 1024
"""A part that unpacks to more than a mebibyte, and to more than so many times its size, was made to swamp us."""
STEP = 256 * 1024

OLE, ENCRYPTED = b"\xd0\xcf\x11\xe0", "EncryptedPackage".encode("utf-16-le")
OTHERS = {
    "content.xml": "an OpenDocument file",
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
}
BROKEN = (
    BadZipFile,
    LargeZipFile,
    zlib.error,
    EOFError,
    StructError,
    ValueError,
    NotImplementedError,
    OSError,
    OverflowError,
)
NAME_ANOTHER = "Name a Word document (.docx) or a Word template (.dotx)."
DAMAGED = "it is damaged: it cannot be unpacked"


def parts_of(path: Path) -> dict[str, bytes]:
    """The parts of a Word file by name. Raises `Unusable`; nothing is put on disk."""
    try:
        content = content_of(path, MOST)
    except Unreadable as reason:
        raise Unreached(str(reason), reason.help or NAME_ANOTHER) from reason
    _refuse_other_kinds(content)
    try:
        with ZipFile(BytesIO(content)) as archive:
            return _unpacked(archive)
    except RuntimeError as error:  # what the zip module says of a password, of which no part of a Word file has one
        raise Unusable(
            "it is protected with a password", "Open it in Word, take the password off, and save it."
        ) from error
    except BROKEN as error:
        raise Unusable(DAMAGED) from error


def parsed(name: str, data: bytes) -> Element:
    """The root of an XML part. Raises `Unusable`; nothing outside of it is looked at."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    if b"<!DOCTYPE" in data.replace(b"\0", b"").upper():  # UTF-16 has a NUL beside every letter
        raise Unusable(f"its part {name} begins with a DOCTYPE, which no Word file has")
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unusable(f"it is damaged: its part {name} cannot be read as XML") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unusable(f"its part {name} begins with a DOCTYPE, which no Word file has")
    return root


def _refuse_other_kinds(content: bytes) -> None:
    if not content:
        raise Unusable("it is empty", NAME_ANOTHER)
    if content.startswith(OLE):
        if ENCRYPTED in content:
            raise Unusable("it is protected with a password", "Open it in Word, take the password off, and save it.")
        raise Unusable("it is an old Word file (.doc)")
    kind = next((kind for signature, kind in SIGNATURES if content.startswith(signature)), "a zip archive")
    if kind != "a zip archive":
        raise Unusable(f"it is {kind}, not a Word file", NAME_ANOTHER)
    if not content.startswith(b"PK"):
        raise Unusable("it is not a Word file", NAME_ANOTHER)


def _unpacked(archive: ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MOST_PARTS:
        raise Unusable(f"it has {len(entries):,} parts, and {MOST_PARTS:,} are the most that are read")
    _refuse_names([entry.orig_filename for entry in entries])
    parts: dict[str, bytes] = {}
    left = MOST
    for entry in entries:
        if not entry.is_dir():
            parts[entry.filename] = _inflated(archive, entry, left)
            left -= len(parts[entry.filename])
    _refuse_other_packages(parts)
    return parts


def _inflated(archive: ZipFile, entry: ZipInfo, left: int) -> bytes:
    """The real bytes of a part, counted as they come: what a zip says of its sizes may be a lie."""
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise Unusable(DAMAGED)
    data = bytearray()
    with archive.open(entry) as stream:
        while piece := stream.read(STEP):
            data += piece
            if len(data) > min(left, MOST_OF_A_PART) or len(data) > max(SMALL, STEEPEST * entry.compress_size):
                raise Unusable(
                    "it unpacks to far more than any template needs", "Make its pictures smaller, and save it."
                )
    return bytes(data)


def _refuse_names(names: list[str]) -> None:
    for name in names:
        steps = name.rstrip("/").split("/")
        if not all(steps) or {".", ".."} & set(steps) or "\\" in name or "\0" in name or ":" in steps[0]:
            raise Unusable("it is damaged: one of its parts has a name that no part of a Word file can have")
    if len({name.casefold() for name in names}) < len(names):
        raise Unusable("it is damaged: two of its parts have the same name")


def _refuse_other_packages(parts: dict[str, bytes]) -> None:
    if CONTENT_TYPES not in parts:
        kind = next((kind for name, kind in OTHERS.items() if name in parts), "a zip archive")
        raise Unusable(f"it is {kind}, not a Word file", SAVE_ANEW if kind == OTHERS["content.xml"] else NAME_ANOTHER)
    for name, kind in OTHERS.items():
        if name in parts:
            raise Unusable(f"it is {kind}, not a Word file", NAME_ANOTHER)
