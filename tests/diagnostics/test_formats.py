"""Diagnostics handed over to other tools: each format as it is, valid by its own rules, and the same wherever it is written."""

from __future__ import annotations

import json
import os
import xml.etree.ElementTree as ET
from contextlib import chdir
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from eia.cli.show import PRINTERS
from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.junit import junit
from eia.diagnostics.markdown import markdown
from eia.diagnostics.sarif import sarif
from tests.asking import PUBLISHED, assessment
from tests.diagnostics.fixed import CLEAN, DIAGNOSTICS, FORMATS, manual
from tests.running import ROOT, Ran, within

HERE = Path(__file__).parent
SCHEMA = Draft202012Validator(json.loads((HERE / "sarif-schema-2.1.0.json").read_text("utf-8")))
ENDINGS = {"json": "json", "sarif": "sarif", "gitlab": "json", "junit": "xml", "markdown": "md"}
STANDING, ACCEPTED = DIAGNOSTICS[:2], DIAGNOSTICS[2:]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What one run says of a real assessment in all formats that are files."""
    folder = tmp_path_factory.mktemp("formats")
    outputs = [word for name in ENDINGS for word in ("-o", f"{name}={folder / name}")]
    assert within(ROOT, "lint", PUBLISHED, "--read-only", *outputs).code == 1
    return {name: (folder / name).read_text("utf-8") for name in ENDINGS}


@pytest.mark.parametrize("name", PRINTERS)
def test_a_format_is_as_it_was(name: str) -> None:
    path = HERE / "golden" / f"{name}.{ENDINGS.get(name, 'txt')}"
    said = FORMATS[name](DIAGNOSTICS) + "\n"
    if os.environ.get("EIA_GOLDEN") == "write":
        path.write_text(said, encoding="utf-8")
    assert path.read_text("utf-8") == said


@pytest.mark.slow
def test_sarif_is_valid(ran: dict[str, str]) -> None:
    for log in (ran["sarif"], sarif(DIAGNOSTICS, manual, "1.0.0"), sarif([], manual, "1.0.0")):
        SCHEMA.validate(json.loads(log))


def test_sarif_brings_the_pages_of_the_rules_that_occur(ran: dict[str, str]) -> None:
    run = json.loads(ran["sarif"])["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} == {result["ruleId"] for result in run["results"]}
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert all("\n## Why\n" in rule["help"]["markdown"] for rule in rules if "family" in rule["properties"])
    assert all(len(rule["fullDescription"]["text"]) <= 1024 for rule in rules)


def test_what_was_accepted_or_known_is_suppressed_and_nothing_else() -> None:
    results = json.loads(sarif(DIAGNOSTICS[1:], manual, "1", known=DIAGNOSTICS[:1]))["runs"][0]["results"]
    assert [one.get("suppressions", [{}])[0].get("kind") for one in results] == [None, "inSource", "external"]
    assert results[1]["suppressions"][0]["justification"] == "The survey is out until May."


def test_no_two_results_have_one_fingerprint(ran: dict[str, str]) -> None:
    of_sarif = [one["partialFingerprints"]["eiaThing/v1"] for one in json.loads(ran["sarif"])["runs"][0]["results"]]
    of_gitlab = [one["fingerprint"] for one in json.loads(ran["gitlab"])]
    assert len(of_sarif) == len(set(of_sarif))
    assert set(of_gitlab) <= set(of_sarif)


def test_columns_count_characters() -> None:
    (region, *_) = (
        one["locations"][0]["physicalLocation"]["region"]
        for one in json.loads(FORMATS["sarif"](DIAGNOSTICS))["runs"][0]["results"]
    )
    assert region == {"startLine": 5, "startColumn": 20, "endLine": 5, "endColumn": 23}


@pytest.mark.parametrize("stand", [".", "assess ments", "assess ments/ä"])
def test_services_find_the_file_wherever_in_the_repository_lint_was_run(tmp_path: Path, stand: str) -> None:
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "assess ments" / "ä"
    folder.mkdir(parents=True)
    path = assessment(folder, "colour: red\n", name="50% #1")
    for name, place in {
        "sarif": '"assess%20ments/%C3%A4/50%25%20%231.eia.yaml"',
        "gitlab": '"assess ments/ä/50% #1.eia.yaml"',
        "github": "file=assess ments/ä/50%25 #1.eia.yaml,",
        "junit": 'file="assess ments/ä/50% #1.eia.yaml"',
    }.items():
        assert place in within(tmp_path / stand, "lint", path, "--format", name).out


def test_a_file_outside_the_repository_stands_for_itself(tmp_path: Path) -> None:
    (tmp_path / "team" / ".git").mkdir(parents=True)
    with chdir(tmp_path / "team"):
        out = within(tmp_path / "team", "lint", assessment(tmp_path, "colour: red\n"), "--format", "sarif").out
    address = json.loads(out)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert address == {"uri": (tmp_path / "a.eia.yaml").as_uri()}


@pytest.mark.parametrize(("fail_on", "failed"), [("error", 1), ("warning", 2), ("note", 2)])
def test_a_test_of_junit_fails_by_what_makes_the_exit_code_1(fail_on: str, failed: int) -> None:
    root = ET.fromstring(junit([CLEAN], DIAGNOSTICS, Severity.of(fail_on)))
    assert root.attrib == {
        "name": "eia lint",
        "tests": "4",
        "failures": str(failed),
        "errors": "0",
        "skipped": "1",
    }
    assert [suite.get("failures") for suite in root] == [str(failed), "0"]


def test_what_was_known_before_is_skipped() -> None:
    root = ET.fromstring(junit([], STANDING, Severity.ERROR, known=STANDING[:1]))
    assert (root.get("failures"), root.get("skipped")) == ("0", "1")


def test_a_meeting_reads_rows_by_their_names_and_reasons_apart() -> None:
    page = FORMATS["markdown"](DIAGNOSTICS)
    assert (
        page.index("### Age\n") < page.index("## Accepted, with reasons\n") < page.index("The survey is out until May.")
    )
    assert "Nothing was found." in markdown([], [], {})


def outcome(folder: Path, *words: str) -> Ran:
    assessment(folder, "colour: red\n")
    return within(folder, "lint", *words, folder / "a.eia.yaml")


@pytest.mark.parametrize("name", PRINTERS)
def test_the_exit_code_does_not_depend_on_the_format(tmp_path: Path, name: str) -> None:
    assert outcome(tmp_path, "--format", name).code == 1


def test_a_file_holds_the_format_and_the_terminal_the_words_for_people(tmp_path: Path) -> None:
    usual = outcome(tmp_path).out
    assert outcome(tmp_path, "--format", "sarif", "--output", "eia.sarif").out == usual
    SCHEMA.validate(json.loads((tmp_path / "eia.sarif").read_text("utf-8")))


def test_one_run_can_write_several_files_and_print_annotations(tmp_path: Path) -> None:
    ran = outcome(tmp_path, "--format", "github", "-o", "sarif=eia.sarif", "-o", "junit=eia.xml", "-o", "text=eia.txt")
    assert "::error file=a.eia.yaml," in ran.out
    assert {path.name for path in tmp_path.glob("eia.*")} == {"eia.sarif", "eia.xml", "eia.txt"}


def test_a_file_is_never_coloured(tmp_path: Path) -> None:
    assessment(tmp_path, "colour: red\n")
    assert "\x1b" in within(tmp_path, "lint", "-o", "text=eia.txt", env={"FORCE_COLOR": "1"}).out
    assert "\x1b" not in (tmp_path / "eia.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "output",
    ["b.eia.yaml", "sarif=b.eia.yaml", "eia.toml", "json=eia-baseline.json", "sarf=x", "sarif=", "-", "no/folder/x"],
)
def test_what_is_no_file_for_it_is_told_and_left_alone(tmp_path: Path, output: str) -> None:
    ran = outcome(tmp_path, "-o", output)
    assert ran.code == 2
    assert "What to do: " in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["a.eia.yaml"]


def test_a_link_to_an_assessment_is_no_file_for_it_either(tmp_path: Path) -> None:
    (tmp_path / "link.json").symlink_to("a.eia.yaml")
    assert outcome(tmp_path, "-o", "json=link.json").code == 2
    assert (tmp_path / "a.eia.yaml").read_text("utf-8").startswith("assessment: ")


def test_a_file_that_cannot_be_written_hides_nothing_of_what_was_found(tmp_path: Path) -> None:
    assert "`colour`" in outcome(tmp_path, "-o", "no/folder/x").out


def test_a_folder_without_assessments_yet_still_gets_its_file(tmp_path: Path) -> None:
    (tmp_path / "eia.toml").touch()
    assert within(tmp_path, "lint", "-o", "sarif=eia.sarif").code == 0
    assert json.loads((tmp_path / "eia.sarif").read_text("utf-8"))["runs"][0]["results"] == []
