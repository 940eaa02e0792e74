"""What the commands say and would change, each in a copy of one small town; the files of `said/` show it to people."""

from __future__ import annotations

import os
import shlex
import shutil
from pathlib import Path

import pytest

from tests.running import within

TOWN, SAID = Path("tests/naming/town"), Path("tests/naming/said")
REWRITE = os.environ.get("EIA_GOLDEN") == "write"


@pytest.mark.parametrize("path", sorted(SAID.glob("*.txt")), ids=lambda path: path.stem)
def test_a_command_says_just_this(path: Path, tmp_path: Path) -> None:
    town = shutil.copytree(TOWN, tmp_path / "town")
    now = []
    for command in (line for line in path.read_text("utf-8").splitlines() if line.startswith("$ eia ")):
        ran = within(town, *shlex.split(command.removeprefix("$ eia ")), merged=True)
        lines = "".join(f"{line}\n" for line in ran.out.replace(str(town), "…").splitlines())
        now.append(f"{command}\n{lines}(ends with {ran.code})\n")
    if REWRITE:
        path.write_text("\n".join(now), encoding="utf-8")
    assert path.read_text("utf-8") == "\n".join(now)
    kept = all("--yes" not in one for one in now)
    assert not kept or files(town) == files(TOWN)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_more_is_refused_or_already_so_than_is_changed() -> None:
    changed = [path for path in SAID.glob("*.txt") if "\n+++ " in path.read_text("utf-8")]
    assert len(changed) < len(list(SAID.glob("*.txt"))) / 2
