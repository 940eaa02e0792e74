"""A seal on the file, by which we know our own work again: a hash of all other parts, kept as a document property."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from .markup import Element

PART = "docProps/custom.xml"
NAME = "eia-seal"
MOST = 64 * 1024 * 1024
"""A file that unpacks to more than this was not written by us."""


def sealed(part: Element, parts: Mapping[str, bytes]) -> Element:
    """The part of custom properties, with the hash of all other parts in the property that is ours."""
    ((value,),) = (one for one in part if one.get("name") == NAME)
    value.text = _hash(parts)
    return part


def is_unchanged(content: bytes) -> bool:
    """Whether these are the bytes of a document that we wrote and nobody has saved since: Word rewrites every part."""
    try:
        parts = _parts(content)
    except (BadZipFile, zlib.error, EOFError, ValueError, KeyError, OSError, RuntimeError):
        return False
    return _hash(parts).encode() in parts.get(PART, b"")


def seal_of(content: bytes) -> str:
    """The seal that the parts of a .docx come to, whatever the file says itself."""
    return _hash(_parts(content))


def _parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MOST:
            raise BadZipFile("larger than anything we write")
        return {name: archive.read(name) for name in archive.namelist()}


def _hash(parts: Mapping[str, bytes]) -> str:
    summed = sha256()
    for name in sorted(parts.keys() - {PART}):
        summed.update(f"{name}\0{len(parts[name])}\0".encode())
        summed.update(parts[name])
    return summed.hexdigest()
