"""Which pictures can be printed, and how large they are: the one answer for lint and for every format."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from eia.text.read import Unreadable, content_of, inside, is_file

LARGEST = 20 * 1024 * 1024
BESIDE = "Put the picture beside the assessment, as PNG or JPEG, without blanks in its name."
SAVE_ANEW = "Save it again, as PNG or JPEG, in the program that it was made with."
SAVE_SMALLER = "Save it with fewer pixels, or as JPEG: a photograph needs no more than a mebibyte in print."

USUAL = 72.0
"""Pixels to the inch, where a picture does not say."""
INCHES_IN_A_METRE = 39.37007874
CENTIMETRES_IN_AN_INCH = 2.54


class Unprintable(Exception):
    """A picture cannot be printed, and why: what is said goes on from its name."""

    def __init__(self, message: str, help: str = SAVE_ANEW) -> None:
        super().__init__(message)
        self.message, self.help = message, help


@dataclass(frozen=True, slots=True)
class Image:
    """A picture's bytes, the ending that files of its kind have, and its size in inches."""

    content: bytes
    ending: str
    width: float
    height: float


def address_of(root: Path, folder: Path, address: str) -> Path:
    """The file that an address in prose leads to from this folder, if it can be printed. Raises `Unprintable`."""
    name = unquote(address)
    path = folder / name
    if "://" in address or not inside(root, path):
        raise Unprintable("lies outside the project", BESIDE)
    if any(map(str.isspace, name)):
        raise Unprintable("has a blank in its name", BESIDE)
    if not is_file(path):
        raise Unprintable("is not there", BESIDE)
    image_of(path)
    return path


def image_of(path: Path) -> Image:
    """The picture in a file. Raises `Unprintable`."""
    try:
        content = content_of(path, LARGEST)
    except Unreadable as reason:
        raise _unreadable(path, reason) from reason
    if not content:
        raise Unprintable("is empty")
    for signature, (ending, size_of) in KINDS.items():
        if content.startswith(signature):
            return Image(content, ending, *_sound(content, size_of))
    raise Unprintable("is of a kind that Word does not show")


def _unreadable(path: Path, reason: Unreadable) -> Unprintable:
    size = path.stat().st_size if is_file(path) else 0
    if size > LARGEST:
        return Unprintable(f"has {size:,} bytes, and {LARGEST:,} are the most that is printed", SAVE_SMALLER)
    return Unprintable(f"cannot be read: {reason.message}", reason.help)


def _sound(content: bytes, size_of: Callable[[bytes], tuple[float, float]]) -> tuple[float, float]:
    try:
        width, height = size_of(content)
    except (struct.error, ValueError) as error:
        raise Unprintable("is broken, or its end is missing") from error
    if not width or not height:
        raise Unprintable("has no size")
    return width, height


def _png(content: bytes) -> tuple[float, float]:
    """Its chunks are walked to the last, so that half a picture is known as such."""
    at, kind, across, down = 8, b"", USUAL, USUAL
    width, height = struct.unpack_from(">II", content, content.index(b"IHDR", at, at + 8) + 4)
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", content, at)
        if kind == b"pHYs":
            x, y, unit = struct.unpack_from(">IIB", content, at + 8)
            across, down = (x / INCHES_IN_A_METRE, y / INCHES_IN_A_METRE) if unit == 1 and x and y else (across, down)
        at += length + 12
    return width / across, height / down


def _jpeg(content: bytes) -> tuple[float, float]:
    """Its segments are walked to the first that holds pixels, behind which its end must stand."""
    at, kind, width, height, across, down = 2, 0, 0, 0, USUAL, USUAL
    while kind != 0xDA:
        at = content.index(b"\xff", at)
        kind, length = struct.unpack_from(">BH", content, at + 1)
        if kind == 0xFF:
            at += 1
            continue
        if kind == 0xE0 and content[at + 4 : at + 9] == b"JFIF\0":
            unit, x, y = struct.unpack_from(">BHH", content, at + 11)
            scale = {1: 1.0, 2: CENTIMETRES_IN_AN_INCH}.get(unit, 0)
            across, down = (x * scale or USUAL), (y * scale or USUAL)
        elif 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", content, at + 5)
        at += length + 2
    content.index(b"\xff\xd9", at)
    return width / across, height / down


def _gif(content: bytes) -> tuple[float, float]:
    """The ten bytes that describe an image are followed by its blocks, their end and a `;`, which some programs leave out."""
    width, height = struct.unpack_from("<HH", content, 6)
    (content + b";").index(b"\0;", content.index(b",", 10) + 10)
    return width / USUAL, height / USUAL


KINDS: Mapping[bytes, tuple[str, Callable[[bytes], tuple[float, float]]]] = {
    b"\x89PNG\r\n\x1a\n": ("png", _png),
    b"\xff\xd8\xff": ("jpg", _jpeg),
    b"GIF8": ("gif", _gif),
}
"""By the signs that a file begins with: how the name of its kind ends, and how its size is found."""
