"""Moving a file into the place of one that is as we know it: what somebody saved in the last moment stays."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from eia.write.whole import held

_HERE, _EXCHANGE = -100, 2
"""As Linux and macOS call the folder we stand in, and that two names change places."""


def take_place(written: Path, target: Path, known: bytes) -> bool:
    """Put what is written in place of a file that holds what we know of it; whether that was done.

    Where the system can exchange two files in one step, what was there is looked at once more when it has come out, and goes
    back if it is not what we know. Elsewhere a moment is left in which somebody may save."""
    if held(target) != known:
        return False
    if not in_one_step(written, target):
        os.replace(written, target)
        return True
    if held(written) == known:
        written.unlink()
        return True
    in_one_step(written, target)
    return False


def in_one_step(one: Path, other: Path) -> bool:
    """Let two files change places; whether this system, and the disk, could do it."""
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "win32":
        return False
    system = ctypes.CDLL(None)
    if hasattr(system, "renameat2"):
        return bool(system.renameat2(_HERE, names[0], _HERE, names[1], ctypes.c_uint(_EXCHANGE)) == 0)
    if hasattr(system, "renamex_np"):
        return bool(system.renamex_np(*names, ctypes.c_uint(_EXCHANGE)) == 0)
    return False
