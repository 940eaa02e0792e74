"""What is handed over to other tools is what they take: by their own validators and readers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.asking import PUBLISHED
from tests.running import ROOT, within
from tests.test_pipelines import FILES

pytestmark = pytest.mark.outside
SCHEMAS = {
    ".github/workflows/eia.yml": "github-workflows",
    ".gitlab-ci.yml": "gitlab-ci",
    "azure-pipelines.yml": "azure-pipelines",
}
NO_ADDRESS = "SARIF2005"
"""It asks for an address of the program; there is none to give."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("told")
    words = [f"-o{name}={folder / name}.out" for name in ("sarif", "junit", "gitlab")]
    assert within(ROOT, "lint", PUBLISHED, "--read-only", *words).code == 1
    return folder


@pytest.mark.parametrize("kind", ["Sarif", "Sarif;Ghas"])
def test_the_validator_of_sarif_has_nothing_to_say(told: Path, kind: str, tmp_path: Path) -> None:
    """Its rules for GitHub's code scanning too."""
    tool = Path(os.environ["EIA_NODE_MODULES"]) / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool"
    (tmp_path / "eia.sarif").write_bytes((told / "sarif.out").read_bytes())
    done = subprocess.run(
        [tool, "validate", "eia.sarif", "--rule-kind", kind, "--output", "found.sarif"],
        cwd=tmp_path,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert "1 files scanned" in done.stdout, done.stdout + done.stderr
    found = json.loads((tmp_path / "found.sarif").read_text("utf-8-sig"))["runs"][0].get("results", [])
    assert {one["ruleId"].partition("/")[0] for one in found} <= {NO_ADDRESS}


def test_a_reader_of_junit_counts_as_we_do(told: Path) -> None:
    from junitparser import JUnitXml, TestSuite

    read = JUnitXml.fromfile(str(told / "junit.out"))
    counted = (read.tests, read.failures, read.skipped)
    read.update_statistics()
    assert (read.tests, read.failures, read.skipped) == counted
    assert read.failures > 0
    assert all(isinstance(suite, TestSuite) and suite.name for suite in read)


@pytest.mark.parametrize("name", FILES)
def test_a_pipeline_is_one_by_the_schema_of_its_service(name: str, tmp_path: Path) -> None:
    path = tmp_path / Path(name).name
    path.write_text(FILES[name], encoding="utf-8")
    schema = ["--builtin-schema", f"vendor.{SCHEMAS[name]}", "--regex-variant", "nonunicode"]
    command = [sys.executable, "-m", "check_jsonschema", *schema, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
