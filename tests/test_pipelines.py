"""The pipelines that a page of the documentation gives away can be read, and the commands in them do what they are there for."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.asking import PUBLISHED, assessment
from tests.pages import blocks
from tests.running import ROOT, within

PAGE = (ROOT / "docs" / "how-to" / "ci.md").read_text("utf-8")
FILES = {block.mark.removeprefix("write: "): block.words for block in blocks(PAGE) if block.mark.startswith("write: ")}
Node = dict[str, "Node"] | list["Node"] | str | bool | None


def commands(node: Node) -> Iterator[str]:
    """Every line of the scripts of a pipeline, wherever they stand."""
    match node:
        case dict():
            for key, value in node.items():
                script = key in ("run", "script")
                said = [value] if isinstance(value, str) else value if isinstance(value, list) else []
                yield from (line for one in said if script for line in str(one).splitlines())
                yield from () if script else commands(value)
        case list():
            for one in node:
                yield from commands(one)


def lint_of(name: str) -> list[str]:
    """The words of the one command of ours in a pipeline."""
    (line,) = (line for line in commands(yaml.safe_load(FILES[name])) if line.startswith("eia "))
    return shlex.split(line)[1:]


def test_there_is_a_pipeline_for_each_service() -> None:
    assert list(FILES) == [".github/workflows/eia.yml", ".gitlab-ci.yml", "azure-pipelines.yml"]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("wrong", [True, False])
def test_the_command_fails_by_an_error_and_writes_every_file_that_the_pipeline_takes_on(
    tmp_path: Path, name: str, wrong: bool
) -> None:
    (tmp_path / ".git").mkdir()
    assessment(tmp_path, "colour: red\n" if wrong else "title: Hours\n", status="draft")
    before = {*tmp_path.iterdir()}
    assert within(tmp_path, *lint_of(name)).code == wrong
    written = {path.name for path in {*tmp_path.iterdir()} - before}
    assert written == {word.partition("=")[2] for word in lint_of(name) if "=" in word}
    for file in written:
        assert FILES[name].count(file) > 1, f"{file} is written and not used"
        content = (tmp_path / file).read_text("utf-8")
        assert content
        if file.endswith(("json", "sarif")):
            json.loads(content)
        elif file.endswith("xml"):
            ET.fromstring(content)


@pytest.mark.parametrize("name", FILES)
def test_every_installation_is_from_the_address_that_the_page_says_to_replace(name: str) -> None:
    lines = [line for line in commands(yaml.safe_load(FILES[name])) if "pip install" in line]
    assert lines == ['python -m pip install "git+https://example.org/your-organisation/eia@v0.1.0"']


@pytest.mark.skipif(not shutil.which("jq"), reason="jq is on the machines of GitHub, and not on this one")
def test_what_was_accepted_is_taken_out_for_github(tmp_path: Path) -> None:
    (line,) = (one for one in commands(yaml.safe_load(FILES[".github/workflows/eia.yml"])) if one.startswith("jq "))
    within(ROOT, "lint", PUBLISHED.parent, "--read-only", "-o", f"sarif={tmp_path / 'all.sarif'}")
    subprocess.run(["sh", "-c", line], cwd=tmp_path, check=True, timeout=20)
    all_of_them, kept = (
        json.loads((tmp_path / name).read_text())["runs"][0]["results"] for name in ("all.sarif", "eia.sarif")
    )
    assert kept == [one for one in all_of_them if "suppressions" not in one] != all_of_them
