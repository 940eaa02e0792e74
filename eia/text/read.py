"""From a path to characters: the limits that hold before anything is parsed, so that no file can block or swamp us."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from eia.text.flaw import Flaw
from eia.text.span import Span, Text

LARGEST = 2 * 1024 * 1024
"""The most bytes a file may have: a book of a thousand pages."""

# O_NONBLOCK: a pipe without a writer must not hold us; O_BINARY: Windows must not translate line ends behind our back.
HOW_TO_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)

SAVE_AS_UTF8 = "Open the file in the program it was written in, choose Save As and, under Encoding, UTF-8."

SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint file"),
    (b"{\\rtf", "a rich text document, as WordPad and TextEdit save it"),
    (b"PK\x03\x04", "a zip archive"),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The characters of a file, or why there are none."""

    text: Text
    flaws: tuple[Flaw, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether the text is what stands in the file."""
        return not self.flaws


class Unreadable(Exception):
    """A file has no content for us, and why."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message, self.help = message, help


def read(path: Path) -> Reading:
    """The text of a file; never raises and never waits."""
    try:
        return Reading(Text(path, _characters(content_of(path))))
    except Unreadable as reason:
        flaw = Flaw("unreadable-file", reason.message, Span(0, 0), reason.help)
        return Reading(Text(path, ""), (flaw,))


def is_file(path: Path) -> bool:
    """Whether a path leads to a file; a name that no file can have leads nowhere."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def real(path: Path) -> Path:
    """Where a path leads once all links are followed; of links in a circle, one of them."""
    return Path(os.path.realpath(path))


def inside(root: Path, path: Path) -> bool:
    """Whether a path stays under a root once all links are followed."""
    try:
        return real(path).is_relative_to(real(root))
    except (OSError, ValueError):  # a NUL in the name
        return False


def content_of(path: Path, most: int = LARGEST) -> bytes:
    """The bytes of a file, which may have no more than this; never waits. Raises `Unreadable`."""
    try:
        descriptor = os.open(path, HOW_TO_OPEN)
        try:
            return _bounded(descriptor, most)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise Unreadable(_plainly(error, path)) from error
    except ValueError as error:
        raise Unreadable("no file can have this name") from error


def _bounded(descriptor: int, most: int) -> bytes:
    """The whole content; the limit is asked of the opened file and kept while reading, should the file grow."""
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable(f"this is {_kind(status.st_mode)}, not a file")
    content = b""
    if status.st_size <= most:
        with open(descriptor, "rb", closefd=False) as file:
            content = file.read(most + 1)
    size = max(status.st_size, len(content))
    if size > most:
        raise Unreadable(
            f"this file has {size:,} bytes; the most that is read is {most:,}",
            "Check that it is the right file; move long tables and annexes to files of their own.",
        )
    return content


def _kind(mode: int) -> str:
    return "a folder" if stat.S_ISDIR(mode) else "a pipe" if stat.S_ISFIFO(mode) else "a device"


def _plainly(error: OSError, path: Path) -> str:
    if error.errno == errno.ENOENT:
        return "this link leads to a file that is not there" if path.is_symlink() else "there is no such file"
    known = {
        errno.EACCES: "this file may not be opened: its permissions do not allow it",
        errno.EISDIR: "this is a folder, not a file",
        errno.ELOOP: "this link leads back to itself",
        errno.ENAMETOOLONG: "no file can have a name this long",
        errno.ENXIO: "this is a socket or device, not a file",
    }
    return known.get(error.errno or 0, f"this file cannot be opened ({error.strerror or 'no reason given'})")


def _characters(content: bytes) -> str:
    if kind := _other_than_text(content):
        raise Unreadable(f"this is not a text file (it looks like {kind})", "Save the words in it as plain text.")
    if _is_utf16(content):
        raise Unreadable("this file is saved as UTF-16, which Windows also calls Unicode, not as UTF-8", SAVE_AS_UTF8)
    if 0 in content:
        raise Unreadable("this is not a text file (it holds NUL bytes)")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(_foreign(content, error.start), SAVE_AS_UTF8) from error


def _other_than_text(content: bytes) -> str | None:
    if content.startswith(b"PK\x03\x04") and b"word/" in content:
        return "a Word document"
    return next((kind for signature, kind in SIGNATURES if content.startswith(signature)), None)


def _is_utf16(content: bytes) -> bool:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    # Without a mark at the start: western text then has a NUL as every second byte.
    return max(content[::2].count(0), content[1::2].count(0)) > len(content) // 4


def _foreign(content: bytes, offset: int) -> str:
    line = content.count(b"\n", 0, offset) + 1
    byte = content[offset : offset + 1]
    meant = byte.decode("cp1252", "replace")
    return f"this file is not saved as UTF-8: line {line} has a `{meant}` as older Windows programs write it"
