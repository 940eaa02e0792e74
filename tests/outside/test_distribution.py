"""What others download holds all that the program needs and nothing else, and works where nothing of the project is."""

from __future__ import annotations

import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from packaging.metadata import Metadata

import eia
from tests.asking import MENDED
from tests.outside.copying import copy_of_project
from tests.outside.installing import Installed, call
from tests.running import ROOT

pytestmark = pytest.mark.outside

STRAY = (
    "notes.txt",
    "eia-for-windows/click.whl",
    "eia/__pycache__/api.pyc",
    "eia/draft.docx",
    "docs/.hypothesis/x",
    "dist/a.whl",
)
"""What may lie in the folder of whoever builds, and is nobody else's business."""


@dataclass(frozen=True)
class Built:
    """Both kinds of package, and what they were built from."""

    project: frozenset[str]
    source: dict[str, bytes]
    wheel: dict[str, bytes]
    straight: dict[str, bytes]
    path: Path
    unpacked: Path


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The source package, the wheel made of it, and the wheel made of the project itself."""
    project = copy_of_project(tmp_path_factory.mktemp("project"))
    names = frozenset(path.relative_to(project).as_posix() for path in project.rglob("*") if path.is_file())
    for name in STRAY:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text("stray", encoding="utf-8")
    out = tmp_path_factory.mktemp("built")
    call(sys.executable, "-m", "build", "--outdir", out, project, folder=out)
    call(sys.executable, "-m", "build", "--wheel", "--outdir", out / "straight", project, folder=out)
    with tarfile.open(next(out.glob("*.tar.gz"))) as archive:
        archive.extractall(out, filter="data")
    unpacked = next(path for path in out.glob("equality_impact_assessment-*") if path.is_dir())
    source = {
        path.relative_to(unpacked).as_posix(): path.read_bytes() for path in unpacked.rglob("*") if path.is_file()
    }
    wheel = next(out.glob("*.whl"))
    return Built(names, source, files_of(wheel), files_of(next(out.glob("straight/*.whl"))), wheel, unpacked)


def files_of(wheel: Path) -> dict[str, bytes]:
    """The files of a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_wheel_holds_the_program_and_its_pages_and_nothing_else(built: Built) -> None:
    program = {name for name in built.project if name.startswith("eia/")}
    info = f"equality_impact_assessment-{eia.__version__}.dist-info/"
    rest = {name for name in built.wheel.keys() - program if not name.startswith(info)}
    assert program <= built.wheel.keys()
    assert all(name.startswith("eia/pages/") and name.endswith(".md") for name in rest), rest
    assert f"{info}licenses/LICENSE" in built.wheel


@pytest.mark.parametrize(
    "name",
    [
        "eia/py.typed",
        "eia/rules/reading.md",
        "eia/profiles/gb-equality-act/profile.eia.yaml",
        "eia/publishing/word/template/[Content_Types].xml",
        "eia/publishing/word/template/_rels/.rels",
        "eia/publishing/word/template/word/styles.xml",
        "eia/publishing/word/template/docProps/custom.xml",
        "eia/pages/python.md",
    ],
)
def test_what_the_program_reads_while_it_runs_is_in_the_wheel(built: Built, name: str) -> None:
    assert built.wheel[name] or name == "eia/py.typed"


def test_the_source_package_holds_the_project_and_nothing_else(built: Built) -> None:
    assert built.source.keys() - {"PKG-INFO"} == built.project


def test_the_source_package_gives_the_same_wheel(built: Built) -> None:
    assert built.wheel == built.straight


def test_the_tests_can_be_run_from_the_source_package(built: Built) -> None:
    asked = call(
        sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", folder=built.unpacked
    )
    assert "tests/test_cli.py" in asked
    call(
        sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/test_profiles.py", folder=built.unpacked
    )


def test_the_metadata_are_valid_and_say_what_the_project_says(built: Built) -> None:
    said = Metadata.from_email(built.wheel[f"equality_impact_assessment-{eia.__version__}.dist-info/METADATA"])
    assert (said.name, str(said.version)) == ("equality-impact-assessment", eia.__version__)
    assert (said.license_expression, said.license_files) == ("MIT", ["LICENSE"])
    assert str(said.requires_python) == ">=3.11"
    assert said.description_content_type == "text/markdown"
    assert said.description == (ROOT / "README.md").read_text("utf-8")
    assert all(any(part.operator == "<" for part in one.specifier) for one in said.requires_dist or ())


def test_the_wheel_works_alone_and_from_anywhere(built: Built, tmp_path: Path) -> None:
    there = Installed.nothing(tmp_path / "home", tmp_path / "elsewhere")
    there.pip("install", built.path)
    assert there.eia("--version") == f"eia, version {eia.__version__}\n"
    assert "unknown-reference" in there.eia("rules")
    said = there.eia("export", ROOT / MENDED, "-o", "sample.docx")
    assert said.startswith("Written: ")
    assert "word/document.xml" in files_of(tmp_path / "elsewhere" / "sample.docx")
