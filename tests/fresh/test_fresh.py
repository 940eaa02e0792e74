"""Three assessments by somebody who had not read the rules: lint asks of them a few fair questions, and raises no false alarm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

import pytest

from eia.linting import Checked, lint
from eia.settings import Choice

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
Preset = Literal["standard", "strict", "review"]
PRESETS: tuple[Preset, ...] = ("standard", "strict", "review")
PARKING, PITCHES, OUTPATIENTS = "parking-charges-2026", "sports-pitches-2026", "digital-outpatients-2027"
DAYS = {PARKING: None, PITCHES: None, OUTPATIENTS: date(2026, 11, 30)}
"""The day by which each is judged: its own, where it is signed off."""


class Question(NamedTuple):
    """What a reviewer would ask: of which document, from which preset on, by which rule, at which words of the file."""

    document: str
    preset: Preset
    rule: str
    words: str
    times: int = 1


FAIR = {
    "How many permits were in use, and when?": Question(PARKING, "review", "undated-time-word", "currently"),
    "Which aims of the duty does the change touch?": Question(
        PARKING, "standard", "aim-not-addressed", "characteristics"
    ),
    "What does it rest on that marriage makes no difference?": Question(
        PARKING, "standard", "rating-without-evidence", "no impact"
    ),
    "Was it looked at whether marriage makes a difference?": Question(
        PARKING, "standard", "silence-read-as-no-harm", "no evidence that"
    ),
    "Who asked people who are pregnant or have a baby?": Question(
        PARKING, "standard", "affected-group-not-engaged", "pregnancy-and-maternity"
    ),
    "Who asked care leavers?": Question(PARKING, "standard", "affected-group-not-engaged", "care-leavers"),
    "What does it rest on that care leavers come out the same?": Question(
        PARKING, "standard", "rating-without-evidence", "neutral"
    ),
    "Should five of nineteen sites be a percentage?": Question(PITCHES, "strict", "small-base", "26% (5 of 19)"),
    "Was it looked at whether marital status makes a difference?": Question(
        PITCHES, "standard", "silence-read-as-no-harm", "no evidence that"
    ),
    "When did 22% of the appointments take place by telephone?": Question(
        OUTPATIENTS, "review", "undated-time-word", "At the moment"
    ),
    "When were these patients and carers counted?": Question(
        OUTPATIENTS, "review", "undated-time-word", "At present", times=2
    ),
    "When was one in eight held by telephone?": Question(OUTPATIENTS, "review", "undated-time-word", "currently"),
    "What does it rest on that marriage has no effect?": Question(
        OUTPATIENTS, "standard", "rating-without-evidence", "no effect"
    ),
    "Was it looked at whether patients are treated alike?": Question(
        OUTPATIENTS, "standard", "silence-read-as-no-harm", "no evidence of"
    ),
}


@pytest.fixture(scope="module")
def checked() -> dict[tuple[str, str], Checked]:
    """What lint says of each document at each preset."""
    return {
        (name, preset): lint([HERE / name / "assessment.eia.yaml"], as_of=day, choice=Choice(preset))
        for name, day in DAYS.items()
        for preset in PRESETS
    }


def said(checked: Checked) -> Iterator[tuple[str, str]]:
    for one in checked.diagnostics:
        yield one.rule, one.text.source[one.span.start : one.span.end]


def asked(name: str, preset: Preset) -> Iterator[Question]:
    """The fair questions of a document that belong to a preset or to a milder one."""
    for one in FAIR.values():
        if one.document == name and PRESETS.index(one.preset) <= PRESETS.index(preset):
            yield one


@pytest.mark.slow
@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("name", DAYS)
def test_lint_asks_what_is_fair_and_nothing_else(
    checked: dict[tuple[str, str], Checked], name: str, preset: Preset
) -> None:
    expected = Counter({(one.rule, one.words): one.times for one in asked(name, preset)})
    assert Counter(said(checked[name, preset])) == expected


@pytest.mark.parametrize("question", FAIR)
def test_a_reviewer_would_ask(checked: dict[tuple[str, str], Checked], question: str) -> None:
    document, first, rule, words, times = FAIR[question]
    counted = [list(said(checked[document, preset])).count((rule, words)) for preset in PRESETS]
    milder = PRESETS.index(first)
    assert counted == [0] * milder + [times] * (len(PRESETS) - milder)


SILENT = {
    "PE 11 is the mark of a proposal": (PARKING, "undefined-acronym", "PE"),
    "everybody knows LED lamps": (PARKING, "undefined-acronym", "LED"),
    "two days of a month are a date": (PARKING, "unreadable-date", "21 and 23 October 2025"),
    "minutes are a figure": (PARKING, "unreadable-figure", "95 minutes"),
    "parking that is free now is about to cost": (PARKING, "undated-time-word", "at present"),
    "a season of a sport is a period": (PITCHES, "unreadable-date", "season 2025/26"),
    "a club that is not known of is no harm that is not known of": (
        PITCHES,
        "silence-read-as-no-harm",
        "not aware of any",
    ),
    "how clubs keep their hours is about to change": (PITCHES, "undated-time-word", "At present"),
    "miles are a figure": (OUTPATIENTS, "unreadable-figure", "11.6 miles"),
    "nearly two hours are a figure": (OUTPATIENTS, "unreadable-figure", "nearly 2 hours"),
    "what somebody has now is set beside what is better": (OUTPATIENTS, "undated-time-word", "at present"),
}


@pytest.mark.parametrize("alarm", SILENT)
def test_no_false_alarm_is_raised_where(checked: dict[tuple[str, str], Checked], alarm: str) -> None:
    name, rule, words = SILENT[alarm]
    assert any(words in path.read_text("utf-8") for path in (HERE / name).glob("*.yaml"))
    assert (rule, words) not in list(said(checked[name, "review"]))
