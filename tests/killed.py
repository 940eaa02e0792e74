"""Rewrites files and is killed before a line of our writing: run in a process of its own, which has no threads to lose.

`python -m tests.killed FOLDER STEP` does so for every line that runs, or every second, third …, and says of each what was there
afterwards, at once and once settled."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

from eia.files import root_of
from eia.text.read import read
from eia.text.span import Text
from eia.write import rewrite, settle
from eia.write.journal import NAME, Entry, digest, journal

OLD, NEW = "title: Old\n", "title: New, and longer\n"
OURS = (os.path.join("eia", "write"), "tempfile.py", "contextlib.py")


def prepared(folder: Path, several: int) -> tuple[Path, ...]:
    """Files of a project, all old."""
    (folder / "below").mkdir(parents=True, exist_ok=True)
    (folder / "eia.toml").touch()
    paths = tuple(folder / ("below" if number % 2 else "") / f"{number}.eia.yaml" for number in range(several))
    for path in paths:
        path.write_text(OLD, "utf-8")
    return paths


def change(paths: tuple[Path, ...], new: str = NEW) -> None:
    rewrite([(read(path).text, Text(path, new)) for path in paths])


def strays(folder: Path) -> list[str]:
    """What lies in the project beside its files."""
    return sorted(path.name for path in folder.rglob(".*"))


def left_behind(paths: tuple[Path, ...]) -> None:
    """The first file new, the others old, and a journal that has them all."""
    paths[0].write_text(NEW, "utf-8")
    root = root_of(paths[0])
    files = (Entry(path.relative_to(root).as_posix(), digest(OLD.encode()), NEW) for path in paths)
    (root / NAME).write_bytes(journal(files))


def at_each_line(folder: Path, several: int, step: int, finishing: bool = False) -> Iterator[dict[str, Any]]:
    """What is there after a kill before the first line, before one a step further, and so on, until one comes to its end."""
    for number in count(0, step):
        paths = prepared(folder, several)
        if finishing:
            left_behind(paths)
        child = os.fork()
        if not child:
            _killed_before(number)
            settle(folder) if finishing else change(paths)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        once = [path.read_text("utf-8") for path in paths]
        told = settle(folder)
        again = [path.read_text("utf-8") for path in paths]
        change(paths, OLD if again[0] == NEW else NEW)  # it sweeps what was left lying about
        yield {"once": once, "told": told, "settled": again, "strays": strays(folder)}
        if not os.WIFSIGNALED(status):
            return


def _killed_before(number: int) -> None:
    lines = count()

    def trace(frame: FrameType, event: str, _: object) -> object:
        if not any(one in frame.f_code.co_filename for one in OURS):
            return None
        if event == "line" and next(lines) == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)


if __name__ == "__main__":
    where, by = Path(sys.argv[1]), int(sys.argv[2])
    json.dump(
        {
            "one": list(at_each_line(where / "one", 1, by)),
            "three": list(at_each_line(where / "three", 3, by)),
            "finishing": list(at_each_line(where / "finishing", 3, by, finishing=True)),
        },
        sys.stdout,
    )
