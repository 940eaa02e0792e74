"""What is still missing for the next status: the profile's questions and lint's findings, as a checklist."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from eia.api import load
from eia.checklist import LAST, TOLD_ONE_BY_ONE, Checklist, checklist, next_status
from eia.forms.find import shipped, shipped_names
from eia.linting import lint
from eia.model.assessment import STATUSES, Assessment, Status
from eia.model.plan import Plan
from tests.asking import AS_OF, MENDED, PUBLISHED
from tests.running import within

EVERYTHING = Path("tests/publishing/everything/assessment.eia.yaml")
HEAD = "assessment: a-name\nprofile: gb-equality-act\n"
TABLE = "characteristics:\n  everybody:\n    covers: all\n    not-assessed: Only the paint of a door changes.\n"
READY = f"""{HEAD}status: draft
title: A door
body: Midshire
people:
  lead officer: Libraries Manager
policy:
  aims: A door is painted.
engagement:
  none: Nobody is touched by it.
evidence:
  none: Nothing need be known.
gaps:
  none: All is known.
{TABLE}
plan:
  actions:
    - id: 1.a
      does: Paint the door.
      owner: Facilities
"""


def listed(folder: Path, text: str, goal: Status | None = None) -> Checklist:
    path = folder / "a.eia.yaml"
    path.write_text(text, encoding="utf-8")
    return checklist(load(path), goal)


def open_at(done: Checklist) -> list[str]:
    return [one.told.text.slice(one.told.span) for one in done.points]


@pytest.mark.parametrize("status", STATUSES)
def test_each_status_works_towards_the_one_after_it(status: Status) -> None:
    after = STATUSES[STATUSES.index(status) + 1 :]
    assert next_status(status) == (after[0] if after and after[0] != "superseded" else LAST)


def test_what_the_next_status_asks_for_and_nobody_answered_is_open(tmp_path: Path) -> None:
    done = listed(tmp_path, f"{HEAD}status: draft\n{TABLE}")
    assert [one.told.message for one in done.points] == [
        "`title:` is not answered",
        "`body:` is not answered",
        "`people:` is not answered",
        "`policy:` is not answered",
        "`engagement:` is not answered",
        "`gaps:` is not answered",
        "`plan:` is not answered",
        "`evidence:` is not answered",
    ]


def test_nothing_is_open_once_everything_is_answered(tmp_path: Path) -> None:
    assert listed(tmp_path, READY).points == ()


def test_there_is_none_is_an_answer(tmp_path: Path) -> None:
    assert "engagement" not in " ".join(open_at(listed(tmp_path, READY)))


def test_a_later_status_asks_for_what_the_earlier_ones_asked_for_too(tmp_path: Path) -> None:
    done = listed(tmp_path, READY.replace("title: A door\n", ""), "signed-off")
    messages = [one.told.message for one in done.points]
    assert "`title:` is not answered" in messages
    assert "`due:` is not answered" in messages


def test_a_signed_off_record_is_not_asked_what_a_draft_may_leave_open(tmp_path: Path) -> None:
    assert [one.told.message for one in listed(tmp_path, READY).points if "decision" in one.told.message] == []


def test_each_action_is_asked_for_itself_and_of_its_owner(tmp_path: Path) -> None:
    done = listed(tmp_path, READY + "    - id: 1.b\n      does: Dry it.\n", "signed-off")
    asked = [
        (one.told.about, one.told.message, one.owner) for one in done.points if one.section == "plan" and one.told.about
    ]
    assert asked == [
        ("Action 1.a", "`due:` is not answered", "Facilities"),
        ("Action 1.b", "`owner:` is not answered", ""),
        ("Action 1.b", "`due:` is not answered", ""),
    ]


def test_a_decision_and_a_review_are_asked_of_whoever_takes_them(tmp_path: Path) -> None:
    text = READY + "decision:\n  by: Cabinet\nreview:\n  by: Facilities\n"
    owners = {one.section: one.owner for one in listed(tmp_path, text, "signed-off").points}
    assert owners["decision"] == "Cabinet"
    assert owners["review"] == "Facilities"
    assert owners["approvals"] == "Libraries Manager"


def test_what_lint_would_say_at_that_status_is_open_in_its_section(tmp_path: Path) -> None:
    done = listed(tmp_path, READY.replace(TABLE, "characteristics:\n  age:\n    impact: positive\n"))
    rows = [one for one in done.points if one.section == "assessment"]
    assert "the record does not show anything about Disability" in [one.told.message for one in rows]
    assert "Age" in [one.told.about for one in rows]


def test_notes_are_advice_and_no_open_points() -> None:
    done = checklist(load(MENDED / "assessment.eia.yaml"), "draft")
    assert done.points == ()


@pytest.mark.parametrize(
    "path", [EVERYTHING, PUBLISHED / "assessment.eia.yaml", MENDED / "assessment.eia.yaml"], ids=str
)
@pytest.mark.slow
@pytest.mark.parametrize("goal", STATUSES)
def test_every_error_and_warning_at_that_status_is_in_the_list(path: Path, goal: Status) -> None:
    found = [one for one in lint([path], status=goal, as_of=AS_OF).diagnostics if one.severity.word != "note"]
    found = [one for one in found if one.rule not in TOLD_ONE_BY_ONE]
    listed = checklist(load(path, as_of=AS_OF), goal).points
    points = {(one.told.message, one.told.text.path.name, one.told.span) for one in listed}
    assert {(one.message, one.text.path.name, one.span) for one in found} <= points


@pytest.mark.slow
@pytest.mark.parametrize("goal", STATUSES)
@pytest.mark.parametrize("path", [EVERYTHING, PUBLISHED / "assessment.eia.yaml"], ids=str)
def test_what_lint_tells_once_is_told_of_each_thing(path: Path, goal: Status) -> None:
    once = [one.message for one in lint([path], status=goal).diagnostics if one.rule == "missing-answer"]
    each = [one for one in checklist(load(path), goal).points if one.told.rule == "missing-answer"]
    number = sum(int(times[1]) if (times := re.search(r"(\d+) times", message)) else 1 for message in once)
    assert goal in ("draft", "superseded") or number == len(each)


def test_points_stand_in_the_order_of_the_document(tmp_path: Path) -> None:
    sections = list(dict.fromkeys(one.section for one in listed(tmp_path, HEAD, "published").points))
    headings = ["", *shipped("gb-equality-act").profile.headings]
    assert sections == sorted(sections, key=headings.index)


def classes(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for inner in get_args(annotation) for found in classes(inner)]


def leads_somewhere(key: str) -> bool:
    here: list[type[BaseModel]] = [Assessment]
    for step in key.split("."):
        fields = [
            field for model in here for name, field in model.model_fields.items() if (field.alias or name) == step
        ]
        if not fields:
            return False
        here = [model for field in fields for model in classes(field.annotation)]
        here += [
            inner for model in here if model is Plan for inner in classes(Plan.model_fields["sections"].annotation)
        ]
    return True


@pytest.mark.parametrize("profile", shipped_names())
def test_every_key_that_a_profile_asks_for_or_explains_exists(profile: str) -> None:
    asked = [term.text for terms in shipped(profile).profile.required.values() for term in terms.items]
    assert asked
    for key in (*asked, *shipped(profile).profile.guidance):
        assert leads_somewhere(key), key


def test_a_key_that_does_not_exist_leads_nowhere() -> None:
    assert not leads_somewhere("decision.colour")


def test_the_command_prints_a_box_a_place_and_the_help_once(tmp_path: Path) -> None:
    (tmp_path / "a.eia.yaml").write_text(READY.replace("owner: Facilities", ""), encoding="utf-8")
    ran = within(tmp_path, "status", "a-name", "--for", "signed-off")
    assert ran.code == 0, ran.err
    assert ran.out.startswith("A door (a-name)\nStatus: draft. To do before it is signed off:\n")
    assert "Action plan (nobody named yet)\n  [ ] Action 1.a: `owner:` is not answered. a.eia.yaml:23\n" in ran.out
    assert ran.out.count("What will be done, by whom and by when") <= 1
    assert re.search(r"\n\d+ open points: ", ran.out)


def test_when_nothing_is_open_the_command_says_what_is_left_to_people(tmp_path: Path) -> None:
    (tmp_path / "a.eia.yaml").write_text(READY, encoding="utf-8")
    ran = within(tmp_path, "status", "a.eia.yaml")
    assert "for people to judge" in ran.out
    assert "`status: in-review`" in ran.out
    assert "[ ]" not in ran.out


def test_several_assessments_are_listed_one_after_the_other(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.eia.yaml").write_text(READY.replace("a-name", f"{name}-name"), encoding="utf-8")
    ran = within(tmp_path, "status", ".")
    assert "A door (a-name)" in ran.out
    assert "A door (b-name)" in ran.out


def test_an_assessment_that_is_not_there_is_named(tmp_path: Path) -> None:
    ran = within(tmp_path, "status", "nothing-here")
    assert ran.code == 2
    assert "nothing-here" in ran.err


def test_a_file_that_cannot_be_read_is_shown_and_ends_with_2(tmp_path: Path) -> None:
    (tmp_path / "a.eia.yaml").write_text("assessment: a\n\tb: c\n", encoding="utf-8")
    ran = within(tmp_path, "status", "a.eia.yaml")
    assert ran.code == 2
    assert "a.eia.yaml:2" in ran.out


SIGNED = "approvals:\n  - as: lead-officer\n    role: Libraries Manager\n    date: 9 January 2026\n  - role: Cabinet member\n"


@pytest.mark.parametrize("goal", ["signed-off", "published"])
def test_whoever_of_the_form_has_yet_to_sign_is_named(tmp_path: Path, goal: Status) -> None:
    done = listed(tmp_path, f"assessment: a-name\nprofile: england-council\nkind: full\n{SIGNED}", goal)
    unsigned = [(one.told.message, one.owner, one.section) for one in done.points if "signed" in one.told.message]
    assert unsigned == [
        ("Equality adviser has not signed", "Equality adviser", "approvals"),
        ("Head of service has not signed", "Head of service", "approvals"),
    ]


@pytest.mark.parametrize(
    ("goal", "kind", "signed"),
    [
        ("in-review", "full", SIGNED),
        ("signed-off", "full", "approvals:\n  none: The mayor decides alone.\n"),
        ("signed-off", "full", ""),
    ],
)
def test_nobody_is_named_before_it_is_time_or_where_no_signature_is_there_at_all(
    tmp_path: Path, goal: Status, kind: str, signed: str
) -> None:
    done = listed(tmp_path, f"assessment: a-name\nprofile: england-council\nkind: {kind}\n{signed}", goal)
    assert not [one for one in done.points if "has not signed" in one.told.message]


def test_a_mistake_in_the_form_is_an_open_point(tmp_path: Path) -> None:
    (tmp_path / "eia.toml").touch()
    form = tmp_path / "profiles" / "midshire" / "profile.eia.yaml"
    form.parent.mkdir(parents=True)
    form.write_text(
        "profile: midshire\nextends: gb-equality-act\ngroups:\n  mayor:\n    law: nowhere\n", encoding="utf-8"
    )
    done = listed(tmp_path, HEAD.replace("gb-equality-act", "midshire"))
    assert [one.told.rule for one in done.points if one.told.text.path == form] == ["undefined-name"]


def test_settings_with_a_mistake_end_the_command_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "a.eia.yaml").write_text(READY, encoding="utf-8")
    (tmp_path / "eia.toml").write_text("preset = 3\n", encoding="utf-8")
    ran = within(tmp_path, "status")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("eia.toml: `preset` takes text\n")
