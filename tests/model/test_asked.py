"""What a form asks of one assessment: kinds and parts, questions that depend on others, rows that cover several groups."""

from __future__ import annotations

import pytest

from eia.forms.find import plain
from eia.forms.inherit import inherited
from eia.model.asked import Asked
from eia.model.assessment import Assessment
from eia.model.part import Data
from eia.model.profile import Profile

FORM: dict[str, Data] = {
    "profile": "midshire",
    "groups": {"age": "Age", "sex": "Sex", "carers": {"label": "Carers", "under": "age"}},
    "aims": {"eliminate": "End it", "advance": {"label": "Open doors", "only": "age"}},
    "kinds": {"brief": {"label": "Brief", "also": "Short", "holds": "policy, decision"}},
    "questions": {
        "first": {"label": "First?", "choices": "Yes, No"},
        "second": {"label": "Second?", "when": {"first": "yes"}, "choices": "Yes, No, Not known"},
        "third": {"label": "Third?", "when": {"second": ["No", "Not known"]}},
        "of-age": {"label": "Of age?", "of": "age"},
        "of-all": {"label": "Of all?", "of": "all"},
        "then": {"label": "Then?", "of": "age", "when": {"of-age": "Yes"}},
        "in-full": {"label": "In full?", "kinds": "full"},
    },
    "ratings": {"good": "positive", "bad": "negative"},
}


def asked(data: dict[str, Data], **form: Data) -> Asked:
    profile = inherited(Profile.model_validate({**FORM, **form}), plain())
    return Asked(profile, Assessment.model_validate(data))


def test_a_kind_is_known_by_any_of_its_names_and_an_unknown_one_holds_everything() -> None:
    assert asked({"kind": "short"}).kind == "brief"
    assert not asked({"kind": "SHORT"}).holds("characteristics")
    assert asked({"kind": "other"}).holds("characteristics")


def test_the_facts_of_the_head_belong_to_every_kind() -> None:
    assert all(map(asked({"kind": "brief"}).holds, ("title", "body", "people", "status", "version")))


def test_what_nobody_names_is_not_missed() -> None:
    brief = asked({"kind": "brief"})
    assert brief.expects("decision")
    assert not brief.expects("review")
    assert not asked({"kind": "full"}).expects("follow-up")
    assert asked({"kind": "full"}, required={"in-review": "follow-up"}).expects("follow-up")


def test_a_question_waits_for_the_whole_line_of_those_before_it() -> None:
    given: dict[str, Data] = {"first": "YES", "second": "not known"}
    assert list(asked({"answers": given}).questions) == ["first", "second", "third", "in-full"]
    assert "third" not in asked({"answers": {**given, "first": "No"}}).questions
    assert "third" not in asked({"answers": {"second": "No"}}).questions
    assert "second" not in asked({}).questions


@pytest.mark.slow
def test_a_line_of_a_thousand_questions_is_followed_to_its_end() -> None:
    line: Data = {f"q{at}": {"label": "?", "when": {f"q{at - 1}": "Yes"}} if at else "?" for at in range(1000)}
    answers: dict[str, Data] = dict.fromkeys((f"q{at}" for at in range(1000)), "Yes")
    assert "q999" in asked({"answers": answers}, questions=line).questions
    assert "q999" not in asked({"answers": {**answers, "q0": "No"}}, questions=line).questions


def test_questions_of_another_kind_are_not_asked() -> None:
    assert "in-full" in asked({}).questions
    assert "in-full" not in asked({"kind": "screening"}).questions


def of_row(name: str, row: Data) -> list[str]:
    found = asked({"characteristics": {name: row}})
    return list(found.questions_of(("characteristics", name), dict(found.whole.rows())["characteristics", name]))


def test_a_row_is_asked_what_is_asked_of_the_groups_that_it_covers() -> None:
    assert of_row("age", {"context": "x"}) == ["of-age", "of-all"]
    assert of_row("sex", {"context": "x"}) == ["of-all"]
    assert of_row("everybody", {"covers": "all", "context": "x"}) == ["of-age", "of-all"]
    assert of_row("two", {"covers": "sex; age", "context": "x"}) == ["of-age", "of-all"]
    assert of_row("nobody-knows", {"context": "x"}) == []


def test_a_row_that_was_not_assessed_is_asked_nothing() -> None:
    assert of_row("age", {"not-assessed": "No need."}) == []


def test_a_row_answers_for_itself_what_another_of_its_questions_depends_on() -> None:
    assert "then" in of_row("age", {"answers": {"of-age": "yes"}})
    assert "then" not in of_row("age", {"answers": {"of-age": "no"}})


def owed(row: Data, name: str = "age", **form: Data) -> list[str]:
    found = asked({"characteristics": {name: row}}, **form)
    return list(found.owed(("characteristics", name), dict(found.whole.rows())["characteristics", name]))


def test_whoever_rates_one_aim_is_asked_for_all_that_reach_the_group() -> None:
    assert owed({"impact": {"End it": "good"}}) == ["eliminate", "advance"]
    assert owed({"impact": {"eliminate": "good"}}, "sex") == ["eliminate"]
    assert owed({"impact": "good"}) == []
    assert owed({"impact": {"after": "good"}}) == ["before", "after"]


def test_what_the_form_rates_by_is_asked_for_whatever_was_rated() -> None:
    assert owed({"impact": "good"}, **{"rated-by": "aims"}) == ["eliminate", "advance"]
    assert owed({}, **{"rated-by": "stages"}) == ["before", "after"]


def counting(impact: Data) -> list[str]:
    found = asked({"characteristics": {"age": {"impact": impact}}})
    [(_, row)] = found.whole.rows()
    return [rating.words for _, rating in found.counting(row)]


def test_of_several_stages_the_last_that_is_rated_counts() -> None:
    assert counting({"before": "bad", "after": "good"}) == ["good"]
    assert counting({"After mitigation": "good", "before": "bad"}) == ["good"]
    assert counting({"before": "bad"}) == ["bad"]
    assert counting({"eliminate": "bad", "advance": "good"}) == ["bad", "good"]
    assert counting("good") == ["good"]
