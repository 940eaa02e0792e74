"""A change to several files that was killed half-way: finished, where every file is still as it was left."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from eia.diagnostics.shown import listed, shown_path
from eia.files import is_eia
from eia.text.read import LARGEST, Unreadable, content_of, inside, real
from eia.write.alone import outlasting
from eia.write.journal import NAME, Broken, Entry, digest, entries
from eia.write.whole import ENDING, Refused, discard, held, replace

STAGED = ".eia-new-"
"""How the name of a new content begins that waits beside its file, so that what is left of one can be told."""

_MOST = 64 * LARGEST
_HELP = "Delete it, look through the files that you changed last, and run it again."


def finished(root: Path) -> str:
    """What was finished, as a sentence; nothing where there was nothing. Raises `Refused` where nobody can tell what to do."""
    path = root / NAME
    if not os.path.lexists(path):
        return ""
    files = list(_files(root, path))
    shown = listed([shown_path(file) for file, _ in files])
    changed = [shown_path(file) for file, entry in files if not _is_as_left(file, entry)]
    done = [shown_path(file) for file, entry in files if held(file) == entry.after.encode()]
    if not changed:
        for file, entry in files:
            _finish(file, entry)
    for folder in {root, *(real(file).parent for file, _ in files)}:
        swept(folder)
    path.unlink()
    if changed:
        where = f"It was made in {listed(done)} alone" if done else "It was made in none of them"
        raise Refused(
            f"a change to {shown} was interrupted, and is not finished, since {listed(changed)} was changed by hand",
            f"{where}: look through these files, and run it again.",
        )
    return f"a change to {shown} had been interrupted, and is finished now"


def swept(folder: Path) -> None:
    """What waited beside the files of a folder, for somebody who is there no more, goes."""
    for path in folder.glob(f"{STAGED}*{ENDING}"):
        discard(path)


def _files(root: Path, path: Path) -> Iterator[tuple[Path, Entry]]:
    """The files that a journal names. Raises `Refused` where it may not be gone by."""
    try:
        found = () if path.is_symlink() else entries(content_of(path, most=_MOST))
    except (Broken, Unreadable):
        found = ()
    if not found:
        raise Refused(f"{shown_path(path)}, which eia keeps while it writes, cannot be read", _HELP)
    for one in found:
        file = root / one.file
        if not is_eia(file) or not inside(root, file):
            raise Refused(f"{shown_path(path)} names a file that is none of this project's, and is not obeyed", _HELP)
        yield file, one


def _is_as_left(file: Path, entry: Entry) -> bool:
    now = held(file)
    return now is not None and (digest(now) == entry.before or now == entry.after.encode())


def _finish(file: Path, entry: Entry) -> None:
    if held(file) != entry.after.encode():
        replace(real(file), entry.after.encode(), STAGED)
        outlasting(real(file).parent)
