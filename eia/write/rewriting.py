"""Rewriting files of a project: all of them or none, and none that somebody has changed meanwhile."""

from __future__ import annotations

import codecs
import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from eia.diagnostics.shown import listed, shown_path
from eia.files import root_of
from eia.text.read import LARGEST, inside, read, real
from eia.text.span import Text
from eia.write.alone import alone, outlasting
from eia.write.exchange import take_place
from eia.write.journal import NAME, Entry, digest, journal
from eia.write.unfinished import STAGED, finished, swept
from eia.write.whole import Impossible, Refused, advice, beside, discard, held, plainly, refuse_odd, replace

AGAIN = "Run it again."


@dataclass(frozen=True, slots=True)
class _Swap:
    """A file by its name and where that leads, what it held when it was read, and what it is to hold."""

    path: Path
    target: Path
    old: bytes
    new: bytes


def rewrite(several: Iterable[tuple[Text, Text]]) -> None:
    """Put texts in place of those that were read: of all files or of none, whatever fails and whenever.

    Raises `Refused` where one of them says something else by now. A change to several files that is killed half-way is finished
    by the next that is asked for in its project, or by `settle`."""
    pairs = tuple(several)
    try:
        with ExitStack() as locks:
            for root in sorted({root_of(before.path) for before, _ in pairs}):
                locks.enter_context(alone(root))
                if told := finished(root):
                    raise Refused(told, AGAIN)
            _all_or_none([_swap(before, after) for before, after in pairs])
    except OSError as error:
        raise _failed([after for _, after in pairs], error) from error


def settle(root: Path) -> str:
    """Finish what is left of a change to several files of a project that was killed half-way, and say so; else say nothing.

    Raises `Refused` where nobody can tell what to do: a file was changed since, or the journal is not as we write it."""
    try:
        with alone(root):
            return finished(root)
    except OSError as error:
        raise Impossible(*plainly(root / NAME, error)) from error


def _swap(before: Text, after: Text) -> _Swap:
    """What is to become of a file. Raises `Refused` where it says something else by now, or may not say that."""
    path, target, shown = before.path, real(before.path), shown_path(before.path)
    refuse_odd(target)
    mark = codecs.BOM_UTF8 if (held(target) or b"").startswith(codecs.BOM_UTF8) else b""
    try:
        swap = _Swap(path, target, mark + before.source.encode(), mark + after.source.encode())
    except UnicodeEncodeError as error:
        raise Refused(f"{shown} would hold what is no character, so nothing was written") from error
    if len(swap.new) > LARGEST:
        raise Refused(
            f"{shown} would be too long to be read again, so nothing was written", "Move parts of it elsewhere."
        )
    if held(target) != swap.old:
        raise _changed(swap)
    if not os.access(target, os.W_OK):
        raise Impossible(*plainly(path, PermissionError(errno.EACCES, os.strerror(errno.EACCES))))
    return swap


def _changed(swap: _Swap) -> Refused:
    return Refused(f"{shown_path(swap.path)} was changed by somebody else meanwhile, so nothing was written", AGAIN)


def _all_or_none(swaps: Sequence[_Swap]) -> None:
    """Everything that needs room is written first; then the files are moved into place, or back."""
    with ExitStack() as undo:
        for folder in {folder for one in swaps for folder in (one.target.parent, root_of(one.path))}:
            swept(folder)
        staged = [(one, _staged(one, undo)) for one in swaps]
        journals = list(_journals(swaps, undo))
        for one, written in staged:
            undo.callback(_put_back, one)  # before it is moved, since an interruption may come right after
            if not take_place(written, one.target, one.old):
                raise _changed(one)
            outlasting(one.target.parent)
        for path in journals:
            path.unlink()
        undo.pop_all()


def _staged(swap: _Swap, undo: ExitStack) -> Path:
    written = beside(swap.target, swap.new, STAGED)
    undo.callback(discard, written)
    return written


def _journals(swaps: Sequence[_Swap], undo: ExitStack) -> Iterator[Path]:
    """A journal for each project of which several files change: from here on, whoever kills us, the change will be finished."""
    for root in sorted({root_of(one.path) for one in swaps}):
        mine = [one for one in swaps if root_of(one.path) == root]
        if len(mine) > 1:
            path, content = root / NAME, journal(_entry(root, one) for one in mine)
            undo.callback(_forget, path, mine)
            replace(path, content, STAGED)
            outlasting(root)
            yield path


def _entry(root: Path, swap: _Swap) -> Entry:
    if not inside(root, swap.path):
        raise Refused(
            f"{shown_path(swap.path)} leads out of its project, so nothing was written", "Put the file there."
        )
    file = Path(os.path.abspath(swap.path)).relative_to(root).as_posix()
    return Entry(file, digest(swap.old), swap.new.decode())


def _put_back(swap: _Swap) -> None:
    """The old content again, unless the file has it still, or somebody has changed it since."""
    if held(swap.target) == swap.new:
        written = beside(swap.target, swap.old, STAGED)
        try:
            take_place(written, swap.target, swap.new)
        finally:
            discard(written)


def _forget(path: Path, swaps: Sequence[_Swap]) -> None:
    """The journal goes, unless a file could not be put back: then the change is still to be finished."""
    if all(held(one.target) != one.new for one in swaps):
        discard(path)


def _failed(wanted: Sequence[Text], error: OSError) -> Impossible:
    made = [shown_path(one.path) for one in wanted if read(one.path).text.source == one.source]
    if not made:
        return Impossible(*plainly(wanted[0].path, error))
    reason = error.strerror or "no reason given"
    return Impossible(
        f"only {listed(made)} could be written ({reason})", f"{advice(error)} The rest is written first then."
    )
