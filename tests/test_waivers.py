"""Waivers: what the record of an assessment accepts, exactly that, and for as long as it says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import eia
from eia.checklist import checklist
from eia.diagnostics.diagnostic import Diagnostic
from eia.linting import Checked, judge, lint
from eia.project import Project
from eia.rules import ALL
from eia.rules.manual import known
from eia.settings import Choice
from tests.asking import assessment, broken

TODAY = date(2026, 6, 1)
BODY = """\
plan:
  sections:
    - id: 1
      title: Doors
      actions:
        - id: 1.a
          does: Paint the doors.
        - id: 1.b
          does: Oil the hinges.
    - id: 2
      title: Roofs
      actions:
        - id: 2.a
          does: Mend the roof.
characteristics:
  age:
    impact: lovely
  sex:
    impact: awful
decision:
  outcome: Go ahead
"""
RULE, RATING = "uncited-action", "unknown-rating"
ON_SUPPRESSION = ("ignore-without-reason", "unknown-rule", "unused-ignore", "expired-waiver", "unknown-reference")


def waiver(**said: str) -> str:
    """One waiver, whole but for what is said otherwise; nothing leaves a key out."""
    usual = {"rule": RULE, "at": "1.a", "because": "It is paint.", "by": "Adviser", "date": "1 May 2026"}
    lines = [f"{key}: {value}" for key, value in {**usual, **said}.items() if value]
    return "  - " + "\n    ".join(lines) + "\n"


def checked(folder: Path, *waivers: str, body: str = BODY, status: str = "in-review") -> Checked:
    said = f"waivers:\n{''.join(waivers)}" if waivers else ""
    return lint([assessment(folder, body + said, status=status)], as_of=TODAY)


def accepted(told: Checked) -> list[tuple[str, str]]:
    return [(one.rule, _named(one)) for one in told.accepted]


def _named(one: Diagnostic) -> str:
    return next((name for name in one.at if name in ("1.a", "1.b", "2.a", "age", "sex", "decision")), "")


def faults(told: Checked) -> list[tuple[str, str]]:
    wrong = (one for one in told.diagnostics if one.rule in ON_SUPPRESSION)
    return [(one.rule, one.text.slice(one.span)) for one in wrong]


def test_without_a_waiver_nothing_is_accepted(tmp_path: Path) -> None:
    told = checked(tmp_path)
    assert not told.accepted
    assert len(broken(told, RULE)) == 3
    assert len(broken(told, RATING)) == 2


@pytest.mark.parametrize(
    ("rule", "at", "expected"),
    [
        (RULE, "1.a", ["1.a"]),
        (RULE, "1.b", ["1.b"]),
        (RULE, "1.a, 2.a", ["1.a", "2.a"]),
        (RULE, "[1.a, 1.b]", ["1.a", "1.b"]),
        (RULE, "1", ["1.a", "1.b"]),
        (RULE, "'2'", ["2.a"]),
        (RULE, "plan", ["1.a", "1.b", "2.a"]),
        (RULE, "a", ["1.a", "1.b", "2.a"]),
        (RATING, "age", ["age"]),
        (RATING, "characteristics", ["age", "sex"]),
        (RATING, "a", ["age", "sex"]),
        (RATING, "sex, age", ["age", "sex"]),
    ],
)
def test_it_sets_aside_exactly_what_it_names(tmp_path: Path, rule: str, at: str, expected: list[str]) -> None:
    before = checked(tmp_path)
    told = checked(tmp_path, waiver(rule=rule, at=at))
    assert accepted(told) == [(rule, name) for name in expected]
    assert faults(told) == []
    gone = {(one.rule, one.message) for one in before.diagnostics} - {
        (one.rule, one.message) for one in told.diagnostics
    }
    assert gone == {(one.rule, one.message) for one in told.accepted}
    assert len(told.diagnostics) + len(told.accepted) == len(before.diagnostics)


def test_it_carries_what_it_says(tmp_path: Path) -> None:
    (one,) = checked(tmp_path, waiver(until="31 March 2027")).accepted
    assert one.accepted
    said = one.accepted
    assert (said.because, said.by, said.date, said.until) == ("It is paint.", "Adviser", "1 May 2026", "31 March 2027")
    assert said.on_record


@pytest.mark.parametrize("until", ["1 June 2026", "June 2026", "2026", "31 December 2030", "until June 2026"])
def test_until_its_last_day_it_holds(tmp_path: Path, until: str) -> None:
    told = checked(tmp_path, waiver(until=until))
    assert accepted(told) == [(RULE, "1.a")]
    assert faults(told) == []


@pytest.mark.parametrize("until", ["31 May 2026", "2025", "quarterly"])
def test_from_then_on_it_sets_nothing_aside_and_is_told(tmp_path: Path, until: str) -> None:
    told = checked(tmp_path, waiver(until=until))
    assert accepted(told) == []
    assert faults(told) == [("expired-waiver", until)]
    assert broken(told, "expired-waiver")[0].severity.word == "error"


@pytest.mark.parametrize("until", ["31 February 2027", "some day"])
def test_an_end_that_cannot_be_read_is_told_as_any_date_and_does_not_last_for_ever(tmp_path: Path, until: str) -> None:
    told = checked(tmp_path, waiver(until=until))
    assert accepted(told) == []
    assert faults(told) == []
    assert len(broken(told, "unreadable-date")) == 1


def test_what_is_signed_is_held_to_the_day_it_was_signed(tmp_path: Path) -> None:
    body = f"{BODY}  date: 3 May 2026\nrule-set: 1\nwaivers:\n{waiver(rule=RATING, at='age', until='31 May 2026')}"
    told = lint([assessment(tmp_path, body, status="signed-off")])
    assert accepted(told) == [(RATING, "age")]
    assert faults(told) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"rule": ""}, "ignore-without-reason"),
        ({"because": ""}, "ignore-without-reason"),
        ({"because": '"-"'}, "ignore-without-reason"),
        ({"at": ""}, "ignore-without-reason"),
        ({"rule": "uncited-actoin"}, "unknown-rule"),
        ({"rule": "all"}, "unknown-rule"),
        ({"rule": "actions"}, "unknown-rule"),
        ({"at": "7.z"}, "unknown-reference"),
        ({"at": "nowhere"}, "unknown-reference"),
        ({"at": "2.b"}, "unknown-reference"),
        ({"at": "1.a, 7.z", "because": ""}, "ignore-without-reason"),
    ],
)
def test_what_is_wrong_with_it_is_told_with_what_to_write(tmp_path: Path, said: dict[str, str], expected: str) -> None:
    told = checked(tmp_path, waiver(**said))
    assert accepted(told) == []
    assert faults(told)[0][0] == expected
    assert all(one.help and one.severity.word == "error" for one in told.diagnostics if one.rule == expected)


@pytest.mark.parametrize("key", ["rule", "at", "because"])
def test_a_slip_in_a_key_of_it_is_told_as_that_alone(tmp_path: Path, key: str) -> None:
    told = checked(tmp_path, waiver().replace(f"{key}:", f"{key}x:"))
    assert accepted(told) == []
    assert faults(told) == []
    assert len(broken(told, "unknown-key")) == 1


def test_of_several_names_one_that_leads_nowhere_does_not_harm_the_others(tmp_path: Path) -> None:
    told = checked(tmp_path, waiver(at="1.a, 7.z"))
    assert accepted(told) == [(RULE, "1.a")]
    assert faults(told) == [("unknown-reference", "7.z")]


@pytest.mark.parametrize("missing", ["by", "date"])
def test_who_and_when_are_asked_for_as_whatever_is_half_said(tmp_path: Path, missing: str) -> None:
    told = checked(tmp_path, waiver(**{missing: ""}))
    assert accepted(told) == [(RULE, "1.a")]
    assert faults(told) == []
    assert [one for one in broken(told, "half-said") if f"`{missing}:` of item 1 of `waivers:`" in one.message]


@pytest.mark.parametrize("rule", [name for name in known() if name not in {one.id for one in ALL if not one.firm}])
def test_what_can_only_be_mended_cannot_be_waived(tmp_path: Path, rule: str) -> None:
    told = checked(tmp_path, waiver(rule=rule, at="a"))
    assert accepted(told) == []
    assert [(one.message, one.help) for one in broken(told, "unknown-rule")] == [
        (f"`{rule}` cannot be set aside", "Mend what it finds.")
    ]


def test_a_waiver_that_meets_nothing_is_told_and_what_it_may_mean(tmp_path: Path) -> None:
    told = checked(tmp_path, waiver(rule=RATING, at="decision"))
    assert faults(told) == [("unused-ignore", "decision")]
    (one,) = broken(told, "unused-ignore")
    assert one.help == "It is broken at `age`, `sex`: name that."
    assert one.severity.word == "warning"


def test_of_several_names_each_has_to_meet_something(tmp_path: Path) -> None:
    told = checked(tmp_path, waiver(rule=RATING, at="age, 2.a"))
    assert accepted(told) == [(RATING, "age")]
    assert faults(told) == [("unused-ignore", "2.a")]


@pytest.mark.parametrize("status", ["superseded"])
def test_where_its_rule_is_not_asked_nobody_says_that_it_is_unused(tmp_path: Path, status: str) -> None:
    told = checked(tmp_path, waiver(rule=RATING, at="decision"), status=status)
    assert not broken(told, "unused-ignore")


def test_a_rule_of_another_preset_may_be_waived_beforehand(tmp_path: Path) -> None:
    preset = next(rule.id for rule in ALL if rule.preset == "review")
    assert faults(checked(tmp_path, waiver(rule=preset, at="a"))) == []


def test_what_is_told_of_several_things_at_once_is_set_aside_only_for_all_of_them(tmp_path: Path) -> None:
    told = checked(tmp_path, waiver(rule="half-said", at="age"))
    assert accepted(told) == []
    (one,) = broken(told, "unused-ignore")
    assert one.help == "Add to it what else it is about: `sex`."
    told = checked(tmp_path, waiver(rule="half-said", at="age, sex"))
    assert {rule for rule, _ in accepted(told)} == {"half-said"}
    assert not broken(told, "unused-ignore")


def test_a_waiver_does_not_waive_what_is_said_of_waivers(tmp_path: Path) -> None:
    told = checked(tmp_path, waiver(by="", date="", rule="half-said", at="a"))
    assert [one for one in broken(told, "half-said") if "`waivers:`" in one.message]


def test_where_the_plan_cannot_be_read_its_ids_may_well_be_there(tmp_path: Path) -> None:
    (tmp_path / "plan.eia.yaml").write_text("plan: p\n\tbroken\n")
    body = "plan: plan.eia.yaml\n" + BODY[BODY.index("characteristics") :]
    assert faults(checked(tmp_path, waiver(at="9.z"), body=body)) == []


def test_two_waivers_of_one_thing_are_both_of_use(tmp_path: Path) -> None:
    told = checked(tmp_path, waiver(), waiver(at="1", because="Doors touch nobody."))
    assert faults(told) == []
    assert [one.accepted and one.accepted.because for one in told.accepted] == ["It is paint.", "Doors touch nobody."]


def test_waivers_that_are_none_at_all_are_told_as_any_shape(tmp_path: Path) -> None:
    for said in ("waivers: all\n", "waivers:\n  rule: x\n", "waivers:\n  - uncited-action\n", "waivers:\n"):
        told = lint([assessment(tmp_path, BODY + said)], as_of=TODAY)
        assert not told.accepted
        assert bool(broken(told, "wrong-shape")) == (said != "waivers:\n")


# A plan that two assessments share

SHARED = "plan: plan.eia.yaml\n" + BODY[BODY.index("characteristics") :]


OPEN = "placeholder-text"


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "eia.toml").touch()
    plan = BODY[: BODY.index("characteristics")].replace("plan:", "plan: p", 1).replace("\n  ", "\n")
    (tmp_path / "plan.eia.yaml").write_text(plan.replace("Paint the doors.", "TBC"))
    waives = assessment(tmp_path, f"{SHARED}waivers:\n{waiver(rule=OPEN)}", name="first")
    return waives, assessment(tmp_path, SHARED, name="second")


def test_what_one_accepts_is_still_told_for_the_other(two: tuple[Path, Path]) -> None:
    alone = [lint([path], as_of=TODAY) for path in two]
    assert [len(broken(one, OPEN)) for one in alone] == [0, 1]
    together = lint([two[0].parent], as_of=TODAY)
    assert len(broken(together, OPEN)) == 1
    assert not broken(together, "unused-ignore")


def test_the_document_of_each_goes_by_its_own_record(two: tuple[Path, Path]) -> None:
    project = Project(two[0].parent, TODAY)
    dossiers = [one for path in two if (one := project.dossier(project.file(path)))]
    together = judge((), dossiers)
    for dossier, waives in zip(dossiers, (True, False), strict=True):
        told = [one for one in together.told_of(dossier) if one.rule == OPEN]
        assert [bool(one.accepted) for one in told] == [waives]
        alone = judge((), [dossier]).told_of(dossier)
        assert [(one.order, one.accepted) for one in told] == [
            (one.order, one.accepted) for one in alone if one.rule == OPEN
        ]


def test_what_both_accept_is_accepted(two: tuple[Path, Path]) -> None:
    second = two[1]
    second.write_text(f"{second.read_text()}waivers:\n{waiver(rule=OPEN)}")
    assert not broken(lint([second.parent], as_of=TODAY), OPEN)


# In the document


def exported(folder: Path, *waivers: str, body: str = BODY) -> str:
    path = assessment(folder, f"{body}waivers:\n{''.join(waivers)}")
    return (
        eia.export(path, to="md", draft=True)
        .decode()
        .partition("\n## Points considered and accepted\n")[2]
        .partition("\n## ")[0]
    )


def test_it_is_printed_with_what_was_found(tmp_path: Path) -> None:
    said = exported(tmp_path, waiver(at="1.a, decision", until="2030"))
    for words in (
        "No row cites the action `1.a` (Paint the doors)",
        "[1.a](#1a)",
        "Decision",
        "`uncited-action`",
        "It is paint.",
    ):
        assert words in said
    assert "**By:** Adviser" in said
    assert "**Until:** 2030" in said


def test_what_it_is_about_is_called_as_readers_know_it(tmp_path: Path) -> None:
    said = exported(tmp_path, waiver(at="2, a"), body=f"title: Library hours\n{BODY}")
    assert "[2 Roofs](#section-2-roofs), Library hours (a)" in said


def test_one_that_meets_nothing_is_printed_too(tmp_path: Path) -> None:
    said = exported(tmp_path, waiver(at="decision"))
    assert "No such point is found at present" in said
    assert "It is paint." in said


@pytest.mark.parametrize(
    "said", [{"until": "forever"}, {"until": "quarterly"}, {"because": ""}, {"rule": "no-such-rule"}]
)
def test_what_does_not_hold_is_not_printed_as_accepted(tmp_path: Path, said: dict[str, str]) -> None:
    words = exported(tmp_path, waiver(**said))
    assert "Paint the doors" not in words
    assert "Nothing is accepted by this" in words


@pytest.mark.parametrize("missing", ["rule", "at", "because", "by", "date"])
def test_what_it_does_not_say_is_said_to_be_missing(tmp_path: Path, missing: str) -> None:
    assert exported(tmp_path, waiver(**{missing: ""})).count("No answer is recorded") == 1


@pytest.mark.parametrize("layout", ["table", "headings"])
@pytest.mark.parametrize(
    "said",
    [
        {},
        {"at": "1.a, age, decision, plan, a, 9.z, nowhere"},
        {"rule": "no-such-rule", "until": "quarterly"},
        {"because": "See [@1.b] and *this*."},
        {"rule": "", "by": "", "date": ""},
        {"at": "[1.a, glossary, x-own]"},
    ],
)
def test_nothing_of_it_is_dropped_from_word(tmp_path: Path, said: dict[str, str], layout: str) -> None:
    path = assessment(tmp_path, f"{BODY}waivers:\n{waiver(**said)}{waiver(at='2.a')}")
    assert eia.export(path, draft=True, layout="table" if layout == "table" else "headings")


def test_an_error_that_is_waived_does_not_stop_an_export(tmp_path: Path) -> None:
    errors = {one.rule for one in lint([assessment(tmp_path, BODY)]).errors}
    several = "".join(waiver(rule=rule, at="a") for rule in errors)
    path = assessment(tmp_path, f"{BODY}waivers:\n{several}")
    assert not lint([path]).errors
    assert eia.export(path)


def test_what_is_accepted_is_not_open_for_the_next_status(tmp_path: Path) -> None:
    def open_for_review(*waivers: str) -> list[str]:
        path = assessment(tmp_path, BODY + (f"waivers:\n{''.join(waivers)}" if waivers else ""))
        return [
            one.told.message
            for one in checklist(eia.load(path), "signed-off").points
            if one.told.rule == "missing-answer"
        ]

    before, after = open_for_review(), open_for_review(waiver(rule="missing-answer", at="decision"))
    assert {one for one in before if one not in after}
    assert len(after) < len(before)


def test_a_choice_of_rules_goes_on_before_waivers(tmp_path: Path) -> None:
    told = lint([assessment(tmp_path, f"{BODY}waivers:\n{waiver()}")], as_of=TODAY, choice=Choice("", (), (RULE,)))
    assert not told.accepted
    assert faults(told) == []
