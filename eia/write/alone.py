"""What the system is asked for beside reading and writing: to be alone in a folder, and that its names outlast a power cut."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from eia.diagnostics.shown import shown_path
from eia.write.whole import Refused

if sys.platform != "win32":
    import fcntl


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Nobody else rewrites files of this project meanwhile. A lock ends with its process, whichever way that ends."""
    folder = _locked(root)
    try:
        yield
    finally:
        if folder is not None:
            os.close(folder)


def outlasting(folder: Path) -> None:
    """See to it that the names in a folder outlast a power cut, where the system lets us."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _locked(root: Path) -> int | None:
    """The folder with a lock on it; nothing where the system has none. Raises `Refused` where somebody else holds it."""
    if sys.platform == "win32":
        return None
    try:
        folder = os.open(root, os.O_RDONLY)
    except OSError:  # what is written next will say why
        return None
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(folder)
        raise Refused(f"another eia is writing in {shown_path(root)} just now", "Run it again in a moment.") from error
    except OSError:  # some network drives have no locks
        os.close(folder)
        return None
    return folder
