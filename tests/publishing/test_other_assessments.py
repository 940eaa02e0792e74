"""What stands beside an assessment: the one before it, what came of that, the next one, and what belongs with it."""

from __future__ import annotations

from pathlib import Path

import pytest

import eia
from tests.asking import assessment
from tests.publishing.test_first_draft import section
from tests.publishing.test_reads_well import markdown

FOLLOWED = "What came of the previous assessment"
RELATED = "Related assessments and documents"
PLAN = "plan:\n  actions:\n    - id: 1.a\n      does: Build *one* ramp [@1.b].\n    - id: 1.b\n      does: Ask.\n"


def facts(folder: Path, body: str = "") -> str:
    return markdown(folder, body).partition("\n## ")[0]


def before(folder: Path, body: str = PLAN) -> None:
    (folder / "eia.toml").touch()
    assessment(folder, f"title: The old ramp\n{body}", name="before")


def test_the_one_before_is_called_by_its_title(tmp_path: Path) -> None:
    before(tmp_path)
    assert "- **Previous assessment:** The old ramp (before)\n" in facts(tmp_path, "previous: before\n")


@pytest.mark.parametrize("said", ["a", "nowhere", "A Word document of 2019"])
def test_any_other_stands_as_it_was_written(tmp_path: Path, said: str) -> None:
    before(tmp_path)
    assert f"- **Previous assessment:** {said}\n" in facts(tmp_path, f"title: x\nprevious: {said}\n")


@pytest.mark.parametrize("said", ["a", "'a'", '"a"', "a  # the first"])
def test_the_next_one_is_the_one_that_names_this_as_the_one_before_it(tmp_path: Path, said: str) -> None:
    (tmp_path / "eia.toml").touch()
    assessment(tmp_path, f"title: The new ramp\nprevious: {said}\n", name="after")
    assert "- **Next assessment:** The new ramp (after)\n" in facts(tmp_path)


@pytest.mark.parametrize(
    "said", ["previous: a ramp of 2019", "text:\n  previous: a", "previous: b", "title: x", "# previous: a"]
)
def test_no_other_is_the_next_one(tmp_path: Path, said: str) -> None:
    (tmp_path / "eia.toml").touch()
    assessment(tmp_path, f"{said}\n", name="after")
    assert "Next assessment" not in facts(tmp_path, "previous: a\n")


def test_without_a_next_one_nothing_is_said_of_it(tmp_path: Path) -> None:
    assert "Next assessment" not in facts(tmp_path)


# What came of the previous assessment


def test_what_came_of_an_action_stands_beside_what_was_planned(tmp_path: Path) -> None:
    body = (
        "follow-up:\n  - action: 1.a\n    planned: A ramp.\n    came: It was built.\n    further: 2.a\n"
        "plan:\n  actions:\n    - id: 2.a\n      does: Build another.\n"
    )
    assert section(tmp_path, body, FOLLOWED).strip().splitlines() == [
        "| Action | What was planned | What came of it | Further actions |",
        "| --- | --- | --- | --- |",
        "| 1.a | A ramp. | It was built. | [2.a](#2a) |",
    ]


def test_what_was_planned_is_found_in_the_earlier_plan_and_its_citations_lead_nowhere_here(tmp_path: Path) -> None:
    before(tmp_path)
    body = f"previous: before\nfollow-up:\n  - action: 1.a\n    came: It was built.\n{PLAN}"
    assert "| 1.a | Build *one* ramp (1.b). | It was built. |" in section(tmp_path, body, FOLLOWED)


@pytest.mark.parametrize("said", ["previous: before\nfollow-up:\n  - action: 9.z\n", "follow-up:\n  - action: 1.a\n"])
def test_where_an_action_is_not_to_be_found_it_stands_in_the_previous_assessment(tmp_path: Path, said: str) -> None:
    before(tmp_path)
    *_, row = section(tmp_path, said, FOLLOWED).strip().splitlines()
    assert row.endswith("| See the previous assessment | No answer is recorded |")


def test_what_was_planned_without_an_action_is_silence(tmp_path: Path) -> None:
    said = section(tmp_path, "follow-up:\n  - came: It was built.\n", FOLLOWED)
    assert said.count("No answer is recorded") == 2


def test_that_there_was_nothing_to_follow_up_has_its_reason(tmp_path: Path) -> None:
    said = section(tmp_path, "follow-up:\n  none: It had no actions.\n", FOLLOWED)
    assert said.strip() == "**There is none:** It had no actions."


def test_whoever_says_nothing_about_it_is_not_asked(tmp_path: Path) -> None:
    said = markdown(tmp_path, "title: x\n")
    assert FOLLOWED not in said
    assert RELATED not in said


# What belongs with it


def test_another_document_is_named_with_its_kind_and_a_link(tmp_path: Path) -> None:
    body = (
        "related:\n  data:\n    title: Data about visitors\n    kind: Data protection\n    url: https://example.org/d\n"
        "    note: It covers the same *cameras*.\n  shelf: Box file\n  drive:\n    url: S:\\\\ramps\n"
    )
    said = section(tmp_path, body, RELATED)
    data = "[Data about visitors](https://example.org/d), Data protection\n\n  It covers the same *cameras*."
    assert f"- {data}" in said
    assert "- Box file" in said
    assert "- S:" in said


def test_another_assessment_is_called_by_its_title(tmp_path: Path) -> None:
    before(tmp_path)
    said = section(tmp_path, "related:\n  ramp:\n    assessment: before\n", RELATED)
    assert said.strip() == "- The old ramp (before)"
    said = section(tmp_path, "related:\n  ramp:\n    title: The ramp\n    assessment: before\n", RELATED)
    assert said.strip() == "- The ramp: The old ramp (before)"
    assert section(tmp_path, "related:\n  ramp:\n    assessment: gone\n", RELATED).strip().endswith("- gone")


def test_the_conditions_of_a_decision_stand_with_it(tmp_path: Path) -> None:
    said = section(tmp_path, "decision:\n  outcome: Stop\n  conditions: First the roof.\n", "Decision")
    assert said.strip().endswith("**Conditions:** First the roof.")


def test_the_samples_of_the_project_know_of_each_other() -> None:
    said = eia.export("assessments/mopac-action-plan-2020/assessment.eia.yaml", to="md", draft=True).decode()
    assert "- **Next assessment:**" in said
