"""Where an assessment answers what dotted keys ask for, and where it is silent."""

from __future__ import annotations

from eia.model.assessment import Assessment
from eia.model.part import Data, Route
from eia.model.silence import places


def no_names(key: str, said: str) -> str:
    return ""


def named(key: str, said: str) -> str:
    return said if key == "answers" and said in ("costs", "needs") else ""


def silent(data: dict[str, Data], keys: str) -> list[Route]:
    whole = Assessment.model_validate(data)
    return [one.route for one in places(whole, keys, named) if not one.said]


def test_what_is_answered_is_not_silent() -> None:
    assert silent({"title": "A door"}, "title") == []
    assert silent({"policy": {"aims": "Paint it."}}, "policy.aims") == []


def test_the_way_ends_where_silence_begins() -> None:
    assert silent({}, "policy.aims") == [("policy",)]
    assert silent({"policy": {"change": "New"}}, "policy.aims") == [("policy", "aims")]


def test_that_there_is_none_is_an_answer_to_all_below() -> None:
    assert silent({"evidence": {"none": "Nothing need be known."}}, "evidence.source") == []


def test_each_thing_under_names_of_ones_own_is_asked() -> None:
    rows: Data = {"age": {"because": "So."}, "sex": {"impact": "none"}}
    assert silent({"characteristics": rows}, "characteristics.because") == [("characteristics", "sex", "because")]


def test_each_action_is_asked_in_whatever_section() -> None:
    plan: Data = {
        "actions": [{"id": "1.a", "owner": "Facilities"}],
        "sections": [{"id": "2", "actions": [{"id": "2.a"}]}],
    }
    assert silent({"plan": plan}, "plan.actions.owner") == [("plan", "sections", 0, "actions", 0, "owner")]


def test_a_name_of_the_form_is_part_of_the_way() -> None:
    answered: dict[str, Data] = {"answers": {"costs": "No"}}
    assert silent(answered, "answers.costs") == []
    assert silent(answered, "answers.needs") == [("answers", "needs")]
    assert silent(answered, "answers.costs.because") == [("answers", "costs", "because")]


def test_without_names_of_the_form_each_thing_is_asked() -> None:
    whole = Assessment.model_validate({"answers": {"costs": "No"}})
    assert [(one.route, one.said) for one in places(whole, "answers.answer", no_names)] == [
        (("answers", "costs", "answer"), True)
    ]
