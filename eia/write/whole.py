"""Writing one file: it is moved into place when it is whole."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path

from eia.diagnostics.told import Told
from eia.text.read import Unreadable, content_of, real

HIDDEN, ENDING = ".eia-", ".tmp"
"""How the name of what is written beside a file begins and ends."""

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
    target = real(path)
    refuse_odd(target)
    try:
        replace(target, content)
    except OSError as error:
        raise Impossible(*plainly(path, error)) from error


def advice(error: OSError) -> str:
    """What people can do when the system fails in this way."""
    return _ADVICE.get(error.errno or 0, "Try again, or name another place with -o.")


def refuse_odd(target: Path) -> None:
    """Raise `Impossible` where there is no file and there can be none."""
    if not target.parent.is_dir():
        raise Impossible(f"there is no folder {target.parent}", "Make it first, or name another place with -o.")
    if target.is_symlink() or (target.exists() and not stat.S_ISREG(target.stat().st_mode)):
        raise Impossible(f"{target} is not a file, and is left as it is", "Move it away, or name another file.")


def replace(target: Path, content: bytes, prefix: str = HIDDEN) -> None:
    """Write beside the target, then move over it in one step."""
    written = beside(target, content, prefix)
    try:
        os.replace(written, target)
    except BaseException:
        discard(written)
        raise


def beside(target: Path, content: bytes, prefix: str = HIDDEN) -> Path:
    """A file with this content beside the target, with its permissions; a leading dot keeps a leftover out of sight."""
    descriptor, name = tempfile.mkstemp(prefix=prefix, suffix=ENDING, dir=target.parent)
    written = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        written.chmod(_mode(target))
    except BaseException:
        discard(written)
        raise
    return written


def held(path: Path) -> bytes | None:
    """What a file holds now; nothing where it cannot be read."""
    try:
        return content_of(path)
    except Unreadable:
        return None


def discard(path: Path) -> None:
    """Take a file away, if that can be done."""
    with contextlib.suppress(OSError):
        path.unlink()


def _mode(target: Path) -> int:
    """The permissions of the old file, or those that a new one would have."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def plainly(path: Path, error: OSError) -> tuple[str, str]:
    """What went wrong with a file that could not be written, and what to do."""
    if isinstance(error, PermissionError):
        return (
            f"{path} may not be written",
            "If it is open in a program such as Word, close it there. If not, see whether you may write there.",
        )
    return f"{path} could not be written ({error.strerror}); what was there is untouched", advice(error)
