"""Where forms are looked for, and what happens to those that cannot be read, lie elsewhere, or mean harm."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from eia.api import export
from eia.forms.find import LONGEST_LINE, Forms, shipped_names
from eia.linting import Checked, lint
from tests.running import within

ASSESSMENT = """\
assessment: a-door
profile: {}
status: in-review
characteristics:
  age:
    impact: neutral
    because: So.
"""


def project(folder: Path, **profiles: str) -> Path:
    """A project with these forms, and an assessment that follows the first of them."""
    (folder / "eia.toml").touch()
    for name, text in profiles.items():
        path = folder / "profiles" / name / "profile.eia.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(f"profile: {name}\n{text}", encoding="utf-8")
    path = folder / "assessment.eia.yaml"
    path.write_text(ASSESSMENT.format(next(iter(profiles), "gb-equality-act")), encoding="utf-8")
    return path


def rules(checked: Checked) -> set[str]:
    return {one.rule for one in checked.diagnostics}


def test_the_programs_own_come_first_and_then_the_projects(tmp_path: Path) -> None:
    project(tmp_path, zed="", midshire="")
    assert Forms(tmp_path).names() == [*shipped_names(), "midshire", "zed"]


def test_an_assessment_follows_a_form_of_its_project(tmp_path: Path) -> None:
    path = project(tmp_path, midshire="extends: gb-equality-act\ngroups:\n  volunteers: Volunteers\n")
    missing = [one.message for one in lint([path]).diagnostics if one.rule == "missing-characteristic"]
    assert "the record does not show anything about Volunteers" in missing


def test_a_mistake_in_its_form_is_told_to_whoever_checks_an_assessment_and_stands_in_the_form(tmp_path: Path) -> None:
    path = project(tmp_path, midshire="extends: gb-equality-act\ngroups:\n  mayor:\n    law: nowhere\n")
    [one] = [one for one in lint([path]).diagnostics if one.rule == "undefined-name"]
    assert one.text.path == tmp_path / "profiles" / "midshire" / "profile.eia.yaml"
    assert one.text.slice(one.span) == "nowhere"


def test_whoever_checks_a_form_checks_the_assessments_that_follow_it(tmp_path: Path) -> None:
    project(tmp_path, midshire="extends: other\n", other="extends: gb-equality-act\n", unused="")
    for name, users in (("midshire", 1), ("other", 1), ("unused", 0)):
        assert len(lint([tmp_path / "profiles" / name / "profile.eia.yaml"]).dossiers) == users


def test_a_mistake_of_a_form_is_told_once_however_many_extend_it(tmp_path: Path) -> None:
    project(tmp_path, base="groups:\n  mayor:\n    law: nowhere\n", one="extends: base\n", two="extends: base\n")
    assert [one.rule for one in lint([tmp_path]).diagnostics].count("undefined-name") == 1


def test_of_a_form_with_a_mistake_of_shape_nothing_is_said_to_be_missing(tmp_path: Path) -> None:
    path = project(tmp_path, midshire="extends: gb-equality-act\ngroups: age, sex\n")
    assert rules(lint([path])) == {"wrong-shape"}


def test_of_a_form_that_cannot_be_read_nothing_is_said_to_be_missing(tmp_path: Path) -> None:
    path = project(tmp_path, midshire="groups: [\n")
    assert {"missing-characteristic", "unknown-characteristic", "unknown-rating"}.isdisjoint(rules(lint([path])))
    assert "broken-yaml" in rules(lint([path]))
    assert b"Neutral" in export(path, to="md", draft=True)


def test_two_forms_that_extend_each_other_are_told_in_both_places(tmp_path: Path) -> None:
    path = project(tmp_path, here="extends: there\n", there="extends: here\n")
    found = [one for one in lint([tmp_path]).diagnostics if one.rule == "circular-profile"]
    assert {one.text.path.parent.name for one in found} == {"here", "there"}
    assert "circular-profile" in rules(lint([path]))


@pytest.mark.slow
def test_a_line_of_forms_without_an_end_is_told_and_not_followed(tmp_path: Path) -> None:
    forms = {f"form-{at}": f"extends: form-{at + 1}\n" for at in range(3000)}
    assert rules(lint([project(tmp_path, **forms)])) >= {"over-limit"}


def test_a_line_of_twenty_forms_is_followed(tmp_path: Path) -> None:
    forms = {f"form-{at}": f"extends: form-{at + 1}\n" for at in range(LONGEST_LINE - 1)}
    last = "extends: gb-equality-act\ngroups:\n  volunteers: Volunteers\n"
    path = project(tmp_path, **forms, **{f"form-{LONGEST_LINE - 1}": last})
    assert "over-limit" not in rules(lint([path]))
    assert any("Volunteers" in one.message for one in lint([path]).diagnostics)


@pytest.mark.parametrize(
    ("place", "name", "said"),
    [
        ("profiles/midshire/profile.eia.yaml", "mudshire", "no assessment finds a form `mudshire` here"),
        ("midshire.eia.yaml", "midshire", "no assessment finds a form `midshire` here"),
        (
            "profiles/gb-equality-act/profile.eia.yaml",
            "gb-equality-act",
            "`gb-equality-act` is a form that comes with eia",
        ),
        ("profiles/Mid Shire/profile.eia.yaml", "Mid Shire", "`Mid Shire` cannot be the name of a form"),
    ],
)
def test_a_form_that_no_assessment_can_follow_is_told_so(tmp_path: Path, place: str, name: str, said: str) -> None:
    project(tmp_path)
    path = tmp_path / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"profile: {name}\nextends: plain\n", encoding="utf-8")
    [one] = [one for one in lint([path]).diagnostics if one.rule == "misplaced-profile"]
    assert one.message.startswith(said)
    assert one.text.slice(one.span) == name


def test_a_form_of_a_project_never_replaces_one_of_the_program(tmp_path: Path) -> None:
    path = project(tmp_path)
    fake = tmp_path / "profiles" / "gb-equality-act" / "profile.eia.yaml"
    fake.parent.mkdir(parents=True)
    fake.write_text("profile: gb-equality-act\ngroups:\n  nobody: Nobody\n", encoding="utf-8")
    assert any("Disability" in one.message for one in lint([path]).diagnostics)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("linked", ["profiles", "profiles/midshire", "profiles/midshire/profile.eia.yaml"])
def test_a_form_outside_the_project_is_not_followed(tmp_path: Path, linked: str) -> None:
    outside = tmp_path / "outside" / "profiles" / "midshire" / "profile.eia.yaml"
    outside.parent.mkdir(parents=True)
    outside.write_text("profile: midshire\n", encoding="utf-8")
    home = tmp_path / "home"
    home.mkdir()
    path = project(home)
    path.write_text(ASSESSMENT.format("midshire"), encoding="utf-8")
    (home / linked).parent.mkdir(parents=True, exist_ok=True)
    (home / linked).symlink_to(tmp_path / "outside" / linked)
    found = Forms(home).get("midshire")
    assert found is not None
    assert not found.complete
    assert found.profile.id == "plain"
    assert "outside-project" in rules(lint([path]))


@pytest.mark.parametrize(
    "name", ["../midshire", "/etc", "a/b", "..", ".", "profiles", "x" * 5000, "mid shire", "\u202e"]
)
def test_a_name_is_no_path(tmp_path: Path, name: str) -> None:
    path = project(tmp_path)
    path.write_text(ASSESSMENT.format(f'"{name}"'), encoding="utf-8")
    (tmp_path / "midshire").mkdir()
    (tmp_path / "midshire" / "profile.eia.yaml").write_text("profile: midshire\n", encoding="utf-8")
    assert Forms(tmp_path).get(name) is None
    assert not any(one.rule == "wrong-kind" for one in lint([path]).diagnostics)


def test_a_form_is_data_and_nothing_in_it_is_run_or_filled_in(tmp_path: Path) -> None:
    hostile = "${title} {0} %s __import__('os') $(touch here) `touch here` <script>alert(1)</script>"
    text = f"""extends: gb-equality-act
title: "{hostile}"
groups:
  mayor:
    label: "{hostile}"
    says: "{hostile}"
words:
  because: "{hostile}"
headings:
  policy: "{hostile}"
guidance:
  policy.aims: "{hostile}"
"""
    path = project(tmp_path, midshire=text)
    assert "internal" not in rules(lint([path]))
    assert within(tmp_path, "export", "a-door", "--draft", "--to", "md").code == 0
    assert within(tmp_path, "export", "a-door", "--draft").code == 0
    assert within(tmp_path, "new", "a-window", "--profile", "midshire").code == 0
    assert within(tmp_path, "profile", "show", "midshire").code == 0
    made = (tmp_path / "assessments" / "a-window" / "assessment.eia.yaml").read_text("utf-8")
    assert "${title} {0} %s" in " ".join(made.replace("#", " ").split())
    assert not list(tmp_path.rglob("here"))
    assert "<script>" not in (tmp_path / "a-door.md").read_text("utf-8")


def test_a_date_of_review_that_nobody_can_check_is_told(tmp_path: Path) -> None:
    path = project(tmp_path, midshire="extends: gb-equality-act\nreviewed-on: yesterday\n")
    assert "unreadable-date" in rules(lint([path]))


def test_a_title_of_several_lines_takes_one_where_forms_are_listed(tmp_path: Path) -> None:
    project(tmp_path, midshire="extends: gb-equality-act\ntitle: |\n  Midshire\n\n  # Equality\n")
    assert "Midshire # Equality (profiles/midshire/profile.eia.yaml)" in within(tmp_path, "profile", "list").out
    assert within(tmp_path, "profile", "show", "midshire").out.startswith("# Midshire # Equality\n")


def test_what_a_form_says_at_length_is_cut_where_it_is_repeated(tmp_path: Path) -> None:
    questions = 'questions:\n  one:\n    number: "1\\n\\n2"\n    label: One?\n'
    path = project(tmp_path, midshire=f"extends: gb-equality-act\n{questions}")
    [said] = [one.message for one in lint([path]).diagnostics if one.rule == "unanswered-question"]
    assert said == "question 1 2 (`one`) is asked and not answered: One?"
    path.write_text(f"assessment: a-door\nstatus: {'long ' * 5000}\nprofile: midshire\n", encoding="utf-8")
    assert max(len(one.message) for one in lint([path]).diagnostics) < 200


@pytest.mark.parametrize(
    ("rated_by", "what"), [("rated-by: stages\n", "stage"), ("rated-by: aims\n", "aim or stage"), ("", "aim or stage")]
)
def test_a_misspelt_stage_is_called_one_where_rows_are_rated_by_stages(
    tmp_path: Path, rated_by: str, what: str
) -> None:
    path = project(tmp_path, midshire=f"extends: gb-equality-act\n{rated_by}stages:\n  now: Now\n  later: Later\n")
    path.write_text(
        "assessment: a-door\nprofile: midshire\ncharacteristics:\n  age:\n    impact:\n      nwo: neutral\n",
        encoding="utf-8",
    )
    [said] = [one for one in lint([path]).diagnostics if one.rule == "unknown-rating"]
    assert said.message == f"`nwo` is no {what} of the form midshire"
    assert said.help == "Did you mean `now`?"


def test_a_remark_in_a_form_sets_nothing_aside_in_an_assessment(tmp_path: Path) -> None:
    text = "# eia: ignore-file[missing-characteristic] -- we need no table\nextends: gb-equality-act\n"
    path = project(tmp_path, midshire=text)
    assert "missing-characteristic" in rules(lint([path]))


def test_six_thousand_answers_take_no_long_time(tmp_path: Path) -> None:
    answers = "".join(f"      - Answer number {at}\n" for at in range(6000))
    text = f"extends: gb-equality-act\nquestions:\n  one:\n    takes: several\n    choices:\n{answers}"
    path = project(tmp_path, midshire=f"{text}translations:\n  cy:\n    answers:\n      Answer number 7: Saith\n")
    began = time.monotonic()
    assert "unanswered-question" in rules(lint([path]))
    assert time.monotonic() - began < 3


@pytest.mark.slow
def test_five_thousand_groups_take_no_long_time(tmp_path: Path) -> None:
    groups = "".join(f"  group-number-{at}:\n    label: Group {at}\n    also: G {at}\n" for at in range(5000))
    path = project(tmp_path, midshire=f"groups:\n{groups}")
    assert "missing-characteristic" in rules(lint([path]))
