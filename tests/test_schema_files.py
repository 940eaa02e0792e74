"""`eia schema` and what `eia lint` does with what it wrote: made where asked for, kept fresh where they are, never in the way."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from eia.cli import cli
from eia.loading import KINDS
from eia.write import Impossible
from tests.running import within

ASSESSMENT = """\
assessment: library-hours
profile: gb-equality-act
plan: plan.eia.yaml
sources:
  survey-2025:
    title: Library survey 2025
engagement:
  branch-sessions:
    who: library users
evidence:
  use-by-age:
    says: Used a branch at least once a month
    source: survey-2025
characteristics:
  age:
    evidence: use-by-age, branch-sessions
    mitigations:
      - actions: 1.a
    impact: negative
    because: The last bus leaves at four.
"""
PLAN = """\
plan: library-hours-plan
sections:
  - id: 1
    title: Opening hours
    actions:
      - id: 1.a
        does: Keep two quiet mornings.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "eia.toml").touch()
    home = tmp_path / "assessments" / "library-hours"
    home.mkdir(parents=True)
    (home / "assessment.eia.yaml").write_text(ASSESSMENT, encoding="utf-8")
    (home / "plan.eia.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def schema(project: Path, name: str = "library-hours") -> Path:
    return project / "schemas" / f"{name}.schema.json"


def offered(project: Path, kind: str) -> dict[str, str]:
    """The ids that are offered for a kind of reference, with what is said of each."""
    known = json.loads(schema(project).read_text("utf-8"))["definitions"][kind]["anyOf"][1:]
    return {one["enum"][0]: one["enumDescriptions"][0] for one in known}


def accepted(project: Path, kind: str, words: str) -> bool:
    """Whether such a reference would stand without being underlined."""
    asked = json.loads(schema(project).read_text("utf-8"))["definitions"][kind]["anyOf"][0]
    return re.search(asked.get("pattern", ""), words) is not None


def test_a_kind_is_printed(tmp_path: Path) -> None:
    for kind in KINDS:
        ran = within(tmp_path, "schema", kind)
        assert ran.code == 0
        assert ran.out == Path(__file__).parent.parent.joinpath("schemas", f"{kind}.schema.json").read_text("utf-8")


@pytest.mark.parametrize("words", [["schema"], ["schema", "plan", "--project"], ["schema", "plans"]])
def test_wrong_words_are_answered_with_what_may_be_said(tmp_path: Path, words: list[str]) -> None:
    ran = within(tmp_path, *words)
    assert ran.code == 2
    assert "assessment" in ran.err
    assert "profile" in ran.err


def test_a_form_that_is_not_there_is_named_with_the_nearest(tmp_path: Path) -> None:
    ran = within(tmp_path, "schema", "plan", "--profile", "gb-equality-atc")
    assert ran.code == 2
    assert "there is no form called gb-equality-atc. Did you mean `gb-equality-act`?" in ran.err


def test_a_form_cannot_be_named_for_a_project(project: Path) -> None:
    ran = within(project, "schema", "--project", "--profile", "gb-equality-act")
    assert ran.code == 2
    assert "eia.toml" in ran.err
    assert not (project / "schemas").exists()


def test_a_project_gets_one_for_each_kind_and_each_assessment(project: Path) -> None:
    ran = within(project / "assessments", "schema", "--project")
    assert ran.code == 0
    names = {f"{name}.schema.json" for name in (*KINDS, "library-hours")}
    assert {path.name for path in (project / "schemas").iterdir()} == names
    assert ran.out.count("Written: ") == len(names)
    assert within(project, "schema", "--project").out.startswith(
        "Everything your editor needs is there and up to date."
    )


def test_an_assessment_that_does_not_say_where_its_schema_is_is_told_the_line(project: Path) -> None:
    path = project / "assessments" / "library-hours" / "assessment.eia.yaml"
    line = "# yaml-language-server: $schema=../../schemas/library-hours.schema.json"
    assert f"\n  assessments/library-hours/assessment.eia.yaml\n{line}\n" in within(project, "schema", "--project").out
    assert path.read_text("utf-8") == ASSESSMENT
    path.write_text(
        f"# yaml-language-server: $schema=../../schemas/assessment.schema.json\n{ASSESSMENT}", encoding="utf-8"
    )
    assert line in within(project, "schema", "--project").out
    path.write_text(f"{line}\n{ASSESSMENT}", encoding="utf-8")
    assert line not in within(project, "schema", "--project").out


def test_references_offer_what_is_there_with_its_title(project: Path) -> None:
    within(project, "schema", "--project")
    assert offered(project, "ActionReferences") == {
        "1.a": "Keep two quiet mornings.",
        "all": "All actions of the plan.",
        "all of 1": "Opening hours",
    }
    assert offered(project, "EvidenceReferences") == {
        "branch-sessions": "Engagement: library users",
        "use-by-age": "Used a branch at least once a month",
    }
    assert offered(project, "SourceReferences") == {"survey-2025": "Library survey 2025"}
    assert offered(project, "GroupReferences")["sex"] == "Sex"
    assert list(offered(project, "RowReferences")) == ["age"]


@pytest.mark.parametrize(
    ("kind", "words", "fine"),
    [
        ("ActionReferences", "1.a", True),
        ("ActionReferences", " 1.A ", True),
        ("ActionReferences", "all", True),
        ("ActionReferences", "ALL of 1", True),
        ("ActionReferences", "1.z; 1.a", True),
        ("ActionReferences", "1.a–c; 4.a", True),
        ("ActionReferences", "1.a-f", True),
        ("ActionReferences", "", True),
        ("ActionReferences", "1.z", False),
        ("ActionReferences", "use-by-age", False),
        ("EvidenceReferences", "Use-By-Age", True),
        ("EvidenceReferences", "use-by-age, visits-fell", True),
        ("EvidenceReferences", "use-by-agee", False),
        ("EvidenceReferences", "none", False),
        ("SourceReferences", "survey-2O25", True),
        ("SourceReferences", "survey-2024", False),
        ("GroupReferences", "sex", True),
        ("GroupReferences", "sects", False),
        ("RowReferences", "sex", False),
    ],
)
def test_only_a_single_id_that_is_not_there_is_refused(project: Path, kind: str, words: str, fine: bool) -> None:
    within(project, "schema", "--project")
    assert accepted(project, kind, words) is fine


def test_no_remark_lets_a_citation_stand_that_leads_nowhere(project: Path) -> None:
    path = project / "assessments" / "library-hours" / "assessment.eia.yaml"
    remark = "# eia: ignore[unknown-reference] -- the plan comes later"
    path.write_text(ASSESSMENT.replace("actions: 1.a", f"actions: 9.z {remark}"), encoding="utf-8")
    within(project, "schema", "--project")
    assert not accepted(project, "ActionReferences", "9.z")


def test_lint_keeps_it_up_to_date_also_when_only_the_plan_is_linted(project: Path) -> None:
    within(project, "schema", "--project")
    plan = project / "assessments" / "library-hours" / "plan.eia.yaml"
    plan.write_text(f"{PLAN}      - id: 1.b\n        does: Open until eight.\n", encoding="utf-8")
    assert within(project, "lint", "assessments/library-hours/plan.eia.yaml", "--read-only").code == 0
    assert "1.b" not in offered(project, "ActionReferences")
    assert within(project, "lint", "assessments/library-hours/plan.eia.yaml").err == ""
    assert offered(project, "ActionReferences")["1.b"] == "Open until eight."


def test_lint_writes_nothing_where_nobody_asked_for_a_schema(project: Path) -> None:
    within(project, "lint")
    assert not (project / "schemas").exists()


def test_what_is_up_to_date_is_not_written_again(project: Path) -> None:
    within(project, "schema", "--project")
    os.utime(schema(project), (1, 1))
    within(project, "lint")
    assert schema(project).stat().st_mtime == 1


def test_a_general_one_of_another_release_is_brought_up_to_date_too(project: Path) -> None:
    within(project, "schema", "--project")
    path = schema(project, "plan")
    now = path.read_text("utf-8")
    path.write_text(now.replace("What will be done", "Something else"), encoding="utf-8")
    within(project, "lint")
    assert path.read_text("utf-8") == now


@pytest.mark.parametrize("plan", ["plan: [\n", None, "<<<<<<< ours\n" + PLAN])
def test_ids_that_are_out_of_sight_for_a_moment_are_still_offered(project: Path, plan: str | None) -> None:
    within(project, "schema", "--project")
    path = project / "assessments" / "library-hours" / "plan.eia.yaml"
    path.unlink() if plan is None else path.write_text(plan, encoding="utf-8")
    assert within(project, "lint").code == 1
    assert "1.a" in offered(project, "ActionReferences")
    ran = within(project, "schema", "--project")
    assert ran.code == 1
    assert "schemas/library-hours.schema.json is left as it is" in ran.err
    assert "1.a" in offered(project, "ActionReferences")


def test_without_the_plan_any_action_may_be_cited(project: Path) -> None:
    (project / "assessments" / "library-hours" / "plan.eia.yaml").unlink()
    within(project, "schema", "--project")
    assert accepted(project, "ActionReferences", "9.z")
    assert not accepted(project, "EvidenceReferences", "nothing-of-the-kind")


def test_a_file_of_somebody_else_is_left_alone(project: Path) -> None:
    schema(project).parent.mkdir()
    schema(project).write_text("{}", encoding="utf-8")
    ran = within(project, "schema", "--project")
    assert ran.code == 1
    assert "schemas/library-hours.schema.json was not written by eia" in ran.err
    assert within(project, "lint").err == ""
    assert schema(project).read_text("utf-8") == "{}"


def test_nothing_is_written_outside_the_project(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (project / "schemas").symlink_to(elsewhere)
    ran = within(project, "schema", "--project")
    assert ran.code == 1
    assert "leads out of the project" in ran.err
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize(
    ("id", "why"),
    [
        ("../../library", "its id `../../library` cannot name a file"),
        ("Plan", "its id `Plan` is the name of a kind of file"),
        ("library hours", "its id `library hours` cannot name a file"),
    ],
)
def test_an_assessment_whose_id_names_no_file_gets_none_and_is_told(project: Path, id: str, why: str) -> None:
    path = project / "assessments" / "library-hours" / "assessment.eia.yaml"
    path.write_text(ASSESSMENT.replace("library-hours", id, 1), encoding="utf-8")
    ran = within(project, "schema", "--project")
    assert ran.code == 1
    assert why in ran.err
    assert len(list((project / "schemas").iterdir())) == len(KINDS)
    assert "Traceback" not in within(project, "lint").err


def test_two_assessments_of_one_name_get_none(project: Path) -> None:
    copy = project / "assessments" / "copy.eia.yaml"
    copy.write_text(ASSESSMENT.replace("library-hours", "Library-Hours", 1), encoding="utf-8")
    ran = within(project, "schema", "--project")
    assert ran.err.count("another assessment has the id") == 2
    assert not schema(project).exists()


def test_the_form_of_the_settings_is_asked_for(project: Path) -> None:
    (project / "eia.toml").write_text('profile = "gb-equality"\n', encoding="utf-8")
    ran = within(project, "schema", "--project")
    assert ran.code == 2
    assert "`gb-equality`, which is not there" in ran.err


def test_settings_that_cannot_be_read_change_nothing_else_that_lint_says(project: Path) -> None:
    within(project, "schema", "--project")
    before = within(project, "lint", "--format", "concise")
    schema(project).write_text(schema(project).read_text("utf-8") + " ", encoding="utf-8")
    (project / "eia.toml").write_text("profile = 7\n", encoding="utf-8")
    after = within(project, "lint", "--format", "concise")
    of_settings, rest = after.out.split("\n", 1)
    assert of_settings == "eia.toml:1:1: error: `profile` takes text [wrong-settings]"
    assert (after.code, rest) == (1, before.out)
    assert after.err.startswith("What your editor offers could not be brought up to date: eia.toml: ")
    assert schema(project).read_text("utf-8").endswith("}\n")


def test_a_schema_that_may_not_be_written_changes_nothing_either(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    within(project, "schema", "--project")
    before = within(project, "lint")
    schema(project).write_text(schema(project).read_text("utf-8") + " ", encoding="utf-8")

    def full(path: Path, content: bytes) -> None:
        raise Impossible("there is no room")

    monkeypatch.setattr("eia.schema.files.write_whole", full)
    after = within(project, "lint")
    assert (after.code, after.out) == (before.code, before.out)
    assert after.err == "What your editor offers could not be brought up to date: there is no room.\n"


def test_a_copied_assessment_does_not_take_the_schema_of_the_first(project: Path) -> None:
    within(project, "schema", "--project")
    before = schema(project).read_text("utf-8")
    home = project / "assessments" / "library-hours"
    shutil.copytree(home, project / "assessments" / "next-year")
    copied = project / "assessments" / "next-year" / "plan.eia.yaml"
    copied.write_text(copied.read_text("utf-8").replace("1.a", "1.q"), encoding="utf-8")
    within(project, "lint", "assessments/next-year")
    assert schema(project).read_text("utf-8") == before


def test_an_assessment_that_was_moved_takes_its_schema_along(project: Path) -> None:
    within(project, "schema", "--project")
    (project / "assessments" / "library-hours").rename(project / "assessments" / "hours")
    within(project, "lint")
    assert "assessments/hours/" in schema(project).read_text("utf-8")


def test_its_help_needs_no_word_of_the_trade() -> None:
    assert cli.commands["schema"].get_short_help_str(80) == "Let your editor help as you type."
