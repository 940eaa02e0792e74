"""The folder that officers without a network are given holds all that is needed, fits their computer, and installs there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from packaging.tags import Tag
from packaging.utils import parse_wheel_filename

import eia
from tests.asking import MENDED
from tests.outside.copying import environment
from tests.outside.installing import Installed
from tests.running import ROOT

pytestmark = pytest.mark.outside

SCRIPT = ROOT / "docs" / "install" / "wheelhouse.py"
NEEDED = {"equality-impact-assessment", "click", "lxml", "pydantic", "pydantic-core", "pyyaml"}


def ask(*words: str | Path, script: Path = SCRIPT, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the script as its reader would."""
    command = [sys.executable, str(script), *map(str, words)]
    return subprocess.run(command, env=environment(**more), capture_output=True, encoding="utf-8", timeout=300)


def wheels(folder: Path) -> dict[str, frozenset[Tag]]:
    """The packages in a folder, and what they fit."""
    parsed = [parse_wheel_filename(path.name) for path in folder.glob("*.whl")]
    return {name: tags for name, _, _, tags in parsed}


def test_it_installs_here_without_a_network_and_works(tmp_path: Path) -> None:
    done = ask(tmp_path / "house")
    assert done.returncode == 0, done.stderr
    (tmp_path / "unpacked").mkdir()
    with zipfile.ZipFile(tmp_path / "house.zip") as archive:
        archive.extractall(tmp_path / "unpacked")
    there = Installed.nothing(tmp_path / "home", tmp_path / "unpacked")
    there.pip("install", "--no-index", "--find-links", ".", "--upgrade", "equality-impact-assessment")
    assert there.eia("--version") == f"eia, version {eia.__version__}\n"
    shutil.copytree(ROOT / MENDED, tmp_path / "unpacked" / "sample", ignore=shutil.ignore_patterns("*.docx"))
    assert "Found 0 errors" in there.eia("lint", "sample").replace("\n", " ")
    assert "Written: " in there.eia("export", "sample", "-o", "sample.docx")
    assert zipfile.is_zipfile(tmp_path / "unpacked" / "sample.docx")
    assert there.eia("help", "install").startswith("# ")


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_it_can_be_made_for_windows_anywhere(python: str, tmp_path: Path) -> None:
    done = ask("--for", "windows", "--python", python, tmp_path / "house")
    assert done.returncode == 0, done.stderr
    found = wheels(tmp_path / "house")
    assert found.keys() >= NEEDED
    for name, tags in found.items():
        assert {tag.platform for tag in tags} <= {"any", "win_amd64"}, name
        assert any(fits(tag, python) for tag in tags), name
    assert {tag.platform for tag in found["lxml"]} == {"win_amd64"}
    text = (tmp_path / "house" / "READ ME.txt").read_bytes()
    assert f'py -{python} -m venv "%USERPROFILE%\\eia"\r\n'.encode() in text
    assert sorted(zipfile.ZipFile(tmp_path / "house.zip").namelist()) == sorted(
        path.name for path in (tmp_path / "house").iterdir()
    )


def fits(tag: Tag, python: str) -> bool:
    """Whether a Python of this version takes a wheel with this tag."""
    own = f"cp{python.replace('.', '')}"
    return tag.interpreter in ("py3", own) or (tag.abi == "abi3" and int(tag.interpreter[3:]) <= int(own[3:]))


def test_what_is_needed_on_windows_alone_is_there_too(tmp_path: Path) -> None:
    """pip judges such conditions by the computer that it runs on."""
    script = project(tmp_path / "project", 'colorama>=0.4; sys_platform == "win32"')
    for system, needed in (("windows", {"colorama"}), ("mac", set())):
        done = ask("--for", system, tmp_path / system, script=script)
        assert done.returncode == 0, done.stderr
        assert wheels(tmp_path / system).keys() == {"small", *needed}


def project(folder: Path, requirement: str) -> Path:
    """A project with one requirement and the script in it."""
    script = folder / "docs" / "install" / "wheelhouse.py"
    script.parent.mkdir(parents=True)
    shutil.copy(SCRIPT, script)
    (folder / "small.py").touch()
    (folder / "pyproject.toml").write_text(
        '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'
        f"[project]\nname = 'small'\nversion = '1'\ndependencies = ['{requirement}']\n",
        encoding="utf-8",
    )
    return script


def test_what_cannot_be_fetched_is_named(tmp_path: Path) -> None:
    done = ask(tmp_path / "house", "--for", "windows", script=project(tmp_path / "project", "colorama==999"))
    assert done.returncode == 1
    assert "Not to be had: colorama==999.\n" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "house").exists()


def test_a_network_that_is_not_there_is_told_from_a_package_that_is_not_there(tmp_path: Path) -> None:
    done = ask(
        tmp_path / "house",
        PIP_CONFIG_FILE=os.devnull,
        PIP_INDEX_URL="http://127.0.0.1:9/simple",
        PIP_EXTRA_INDEX_URL="",
        PIP_FIND_LINKS="",
        PIP_NO_CACHE_DIR="1",
        PIP_RETRIES="1",
    )
    assert done.returncode == 1
    assert "The network was not reached; docs/install.md says what helps" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_somebody_else_put_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "letter.docx").write_text("mine", encoding="utf-8")
    done = ask(tmp_path / "house")
    assert done.returncode == 1
    assert "holds other things, and is left as it is" in done.stderr
    assert (tmp_path / "house" / "letter.docx").read_text("utf-8") == "mine"


def test_what_it_made_before_is_made_anew(tmp_path: Path) -> None:
    script = project(tmp_path / "project", "colorama")
    assert ask(tmp_path / "house", script=script).returncode == 0
    (tmp_path / "house" / "old-1-py3-none-any.whl").touch()
    assert ask(tmp_path / "house", script=script).returncode == 0
    assert wheels(tmp_path / "house").keys() == {"small", "colorama"}


def test_a_python_that_is_too_old_is_refused(tmp_path: Path) -> None:
    done = ask("--python", "3.10", tmp_path / "house")
    assert done.returncode == 2
    assert "3.10 is no version of Python that eia runs on" in done.stderr
