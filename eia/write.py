"""Writing a file so that there is always a whole one: the old or the new, never half of either."""

from __future__ import annotations

import codecs
import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from eia.diagnostics.told import Told
from eia.text.read import content_of, read
from eia.text.span import Text

_FULL = "Make room, and try again."
_ADVICE = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: "Nothing can be written on this disk. Name another place with -o.",
    errno.ENAMETOOLONG: "Name it shorter, with -o.",
}


class Refused(Told):
    """A file is not written, and why; nothing has been changed."""


class Impossible(Refused):
    """A file cannot be written there at all."""


def write_whole(path: Path, content: bytes) -> None:
    """Put the content in place of what was there. Raises `Refused`, with the old file untouched, where that cannot be done.

    A link keeps pointing where it did; what it points to is replaced."""
    target = Path(os.path.realpath(path))
    _refuse_odd(target)
    try:
        _replace(target, content)
    except OSError as error:
        raise Impossible(*_plainly(path, error)) from error


def rewrite(pairs: Iterable[tuple[Text, Text]]) -> None:
    """Put texts in place of those that were read. Raises `Refused`, and writes none, where a file says something else by now."""
    both = tuple(pairs)
    for before, _ in both:
        if read(before.path).text.source != before.source:
            raise Refused(
                f"{before.path} was changed by somebody else meanwhile, so nothing was written", "Run it again."
            )
    for before, after in both:
        mark = codecs.BOM_UTF8 if content_of(before.path).startswith(codecs.BOM_UTF8) else b""
        write_whole(before.path, mark + after.source.encode())


def advice(error: OSError) -> str:
    """What people can do when the system fails in this way."""
    return _ADVICE.get(error.errno or 0, "Try again, or name another place with -o.")


def _refuse_odd(target: Path) -> None:
    if not target.parent.is_dir():
        raise Impossible(f"there is no folder {target.parent}", "Make it first, or name another place with -o.")
    if target.is_symlink() or (target.exists() and not stat.S_ISREG(target.stat().st_mode)):
        raise Impossible(f"{target} is not a file, and is left as it is", "Name a file with -o.")


def _replace(target: Path, content: bytes) -> None:
    """Write beside the target, then move over it in one step; the leading dot keeps a leftover out of sight."""
    descriptor, name = tempfile.mkstemp(prefix=".eia-", suffix=".tmp", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(_mode(target))
        os.replace(beside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _mode(target: Path) -> int:
    """The permissions of the old file, or those that a new one would have."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _plainly(path: Path, error: OSError) -> tuple[str, str]:
    if isinstance(error, PermissionError):
        return (
            f"{path} may not be written",
            "If it is open in a program such as Word, close it there. If not, see whether you may write there.",
        )
    return f"{path} could not be written ({error.strerror}); what was there is untouched", advice(error)
