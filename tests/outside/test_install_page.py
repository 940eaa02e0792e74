"""Whoever types what the page on installing says gets what it says; what it says of Windows cannot be tried here."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.asking import MENDED
from tests.outside.copying import copy_of_project, environment
from tests.running import ROOT
from tests.running import eia as run

pytestmark = [pytest.mark.outside, pytest.mark.skipif(sys.platform == "win32", reason="tries the lines for others")]

PAGE = (ROOT / "docs" / "install.md").read_text("utf-8")


def lines(heading: str) -> Iterator[str]:
    """What there is to type below a heading."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    assert section, heading
    return (line.strip() for line in section.splitlines() if line.startswith(" " * 8))


def type_in(line: str, folder: Path, home: Path) -> str:
    """Type one line into a terminal that has just been opened, and see what it answers."""
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    done = subprocess.run(
        ["bash", "-c", f"touch ~/.zprofile; . ~/.zprofile; {line}"],
        cwd=folder,
        env=environment(HOME=home, PATH=path),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
    return done.stdout


def test_the_lines_for_mac_and_linux_make_the_command(tmp_path: Path) -> None:
    project, home = copy_of_project(tmp_path / "project"), tmp_path / "home"
    home.mkdir()
    make, install, version, path = lines("On a Mac or Linux")
    type_in(make, project, home)
    assert "Successfully installed" in type_in(install, project, home)
    assert type_in(version, project, home).startswith("eia, version ")
    type_in(path, project, home)
    assert type_in("eia --version", tmp_path, home) == type_in(version, project, home)
    way_round = re.search(r'`"%USERPROFILE%\\eia\\Scripts\\python" (-m eia)`', PAGE)
    assert way_round
    assert type_in(f"~/eia/bin/python {way_round[1]} --version", tmp_path, home).startswith("eia, version ")
    assert {one.name for one in home.iterdir()} - {".cache"} == {"eia", ".zprofile"}


def test_the_line_for_a_folder_to_carry_makes_the_folder(tmp_path: Path) -> None:
    project = copy_of_project(tmp_path / "project")
    (line,) = lines("Without a network")
    type_in(line, project, tmp_path)
    made = sorted(path.name for path in project.glob("eia-for-*"))
    assert made == [f"{made[0]}", f"{made[0]}.zip"]
    assert f"`{made[0]}`" in PAGE


def test_what_is_said_of_an_open_document_is_what_the_page_shows(tmp_path: Path) -> None:
    shown = re.search(r"```text\n(library-hours-2026\.docx is open in Word\n.*?)```", PAGE, re.DOTALL)
    assert shown
    shutil.copytree(ROOT / MENDED, tmp_path / "ours", ignore=shutil.ignore_patterns("*.docx"))
    (tmp_path / "~$brary-hours-2026.docx").touch()
    assert run("export", "ours", "-o", "library-hours-2026.docx", folder=tmp_path).err == shown[1]
