"""What does not fit is said once, in plain words, and everything else is still there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eia.loading import load
from eia.model.assessment import Assessment
from eia.model.part import Data
from eia.model.profile import Profile
from eia.model.shape import repair
from tests.asking import assessment

CASES = [
    ("title: [a, b]", "`title` takes text, and a list stands there", "["),
    ("title:\n  deep: down", "`title` takes text, and a part with keys of its own stands there", "deep"),
    ("policy: We will.", "`policy` takes keys of its own, and text stands there", "We"),
    ("characteristics: age", "`characteristics` takes names with a value each, and text stands there", "age"),
    ("characteristics:\n  age:\n    mitigations: Soon", "`mitigations` takes a list, and text stands there", "Soon"),
    (
        "characteristics:\n  age:\n  context: Too far left",
        "`context` stands one level too far left: here it reads as a name among characteristics",
        "context",
    ),
    ("gaps:\n  - - what: Twice", "`gaps` takes keys of its own, and a list stands there", "-"),
    ("gaps:\n  - what: One\n  -\n", "an item of the list `gaps` is empty", "\n"),
    ("gaps:\n  - none:\n      - nothing found", "`none` takes text, and a list stands there", "- nothing"),
    (
        "characteristics:\n  age:\n    impact:\n      - advance: positive",
        "`impact` takes text, and a part with keys of its own stands there",
        "advance",
    ),
    ("format: 2", "`format` cannot be `2`", "2"),
    ("mitgations: x", "`mitgations` is no key of this part", "mitgations"),
    ("review:\n  dat: June 2021", "`dat` is no key of this part", "dat"),
    ("engagement:\n  none: Nobody\n  residents:\n    who: all", "`residents` is no key of this part", "residents"),
]


@pytest.mark.parametrize(("body", "message", "words"), CASES)
def test_a_misfit_is_one_diagnostic_at_its_place(tmp_path: Path, body: str, message: str, words: str) -> None:
    file = load(assessment(tmp_path, body))
    assert [one.message for one in file.diagnostics] == [message]
    (one,) = file.diagnostics
    assert one.text.source[one.span.start :].startswith(words)
    assert one.help


def test_a_status_that_does_not_exist_is_corrected(tmp_path: Path) -> None:
    (one,) = load(assessment(tmp_path, "", status="singed-off")).diagnostics
    assert (one.message, one.help) == ("`status` cannot be `singed-off`", "Did you mean `signed-off`?")


def test_the_rest_is_still_there(tmp_path: Path) -> None:
    file = load(assessment(tmp_path, "policy: We will.\ngaps:\n  - Soon\n  - what: Two\ntitle: Kept\n"))
    assert isinstance(file.content, Assessment)
    assert file.content.title == "Kept"
    assert file.content.gaps[1].what.words == "Two"
    assert [one.words for one in file.unread] == ["policy: We will.", "Soon"]


FINE = [
    "version: 1.2\ntitle: no\nunit: 012\n",
    "people:\n  lead officer: Libraries Manager\n",
    "x-anything:\n  goes: [here]\n",
    "engagement:\n  none: Nobody could be asked.\n",
    "gaps:\n  - none: Everything is known.\n",
    "gaps:\n  none: Everything is known.\n",
    "title:\npolicy:\ncharacteristics:\n  age:\n",
    "policy:\n  affects: public, staff\n",
    "policy:\n  affects: [public, staff]\n",
    "answers:\n  one: Yes\n  two:\n    answer: No\n    because: Not so.\n",
    "characteristics:\n  sex:\n    impact:\n      eliminate: none\n    because:\n      eliminate: Nothing changes.\n",
]


@pytest.mark.parametrize("body", FINE)
def test_what_officers_may_write_is_no_misfit(tmp_path: Path, body: str) -> None:
    file = load(assessment(tmp_path, body))
    assert file.diagnostics == ()
    assert file.unread == ()


@pytest.mark.parametrize(
    ("date", "severity"),
    [
        ("2026-02-30", "error"),
        ("31 June 2021", "error"),
        ("Q5 2026", "error"),
        ("June 2021 to May 2021", "error"),
        ("shortly", "warning"),
        ("12/03/2021", "warning"),
        ("after the election", "warning"),
    ],
)
def test_a_date_that_cannot_be_is_an_error_and_a_vague_one_a_warning(tmp_path: Path, date: str, severity: str) -> None:
    (one,) = load(assessment(tmp_path, f"decision:\n  date: {date}\n")).diagnostics
    assert (one.rule, one.severity.word) == ("unreadable-date", severity)


def test_a_name_that_looks_like_markup_takes_nothing_else_out(tmp_path: Path) -> None:
    file = load(assessment(tmp_path, "characteristics:\n  <local group>: TBC\n  age:\n    label: Age\n"))
    assert isinstance(file.content, Assessment)
    assert list(file.content.characteristics or {}) == ["age"]
    path = tmp_path / "s.eia.yaml"
    path.write_text('sources: s\n"<x>": foo\n')
    assert [one.rule for one in load(path).diagnostics] == ["wrong-shape"]


def test_the_keys_of_the_program_are_no_keys_of_the_file(tmp_path: Path) -> None:
    file = load(assessment(tmp_path, "characteristics:\n  age:\n    not_assessed: Because.\n"))
    assert [(one.rule, one.help) for one in file.diagnostics] == [("unknown-key", "Did you mean `not-assessed`?")]


KEYS = st.sampled_from(
    ["<x>", *Assessment.keys(), "age", "context", "impact", "none", "id", "actions", "x-own", "nonsense"]
)
TEXTS = st.sampled_from(["", "text", "1.a; b", "50% (1 of 2)", "June 2021", "positive"])
DATA: st.SearchStrategy[Data] = st.recursive(
    st.none() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


@pytest.mark.slow
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(KEYS, DATA, max_size=6))
def test_any_data_is_taken_and_every_misfit_has_words(data: dict[str, Data]) -> None:
    content, misfits = repair(Assessment, data)
    assert isinstance(content, Assessment)
    for misfit in misfits:
        assert misfit.message
        assert misfit.help
        assert not {"mapping", "scalar", "sequence", "null", "NoneType"} & set(misfit.message.split())


RATING_KEYS = st.sampled_from(["means", "level", "label", "also", "good", "nonsense"])
RATINGS: st.SearchStrategy[Data] = st.recursive(
    st.none() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(RATING_KEYS, inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.slow
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(RATING_KEYS, RATINGS, max_size=3))
def test_any_scale_is_taken_and_every_misfit_lies_in_it(ratings: dict[str, Data]) -> None:
    content, misfits = repair(Profile, {"profile": "midshire", "ratings": ratings})
    assert isinstance(content, Profile)
    assert set(content.ratings) == {*ratings} - {one.route[-1] for one in misfits if len(one.route) == 2}
    assert all(one.route[:1] == ("ratings",) and one.route[1] in ratings for one in misfits)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(KEYS, DATA, max_size=6))
def test_what_was_repaired_needs_no_second_repair(data: dict[str, Data]) -> None:
    first, misfits = repair(Assessment, data)
    second, again = repair(Assessment, data)
    assert (first, misfits) == (second, again)
