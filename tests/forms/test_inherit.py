"""What a form comes to that extends another: all of the other, but for what it says itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eia.forms.find import FILE, SHIPPED, Forms, plain, shipped
from eia.model.profile import OPENING, Profile
from eia.model.vocabulary import LAW, words_of


def form(folder: Path, text: str, name: str = "midshire") -> Profile:
    path = folder / "profiles" / name / "profile.eia.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"profile: {name}\n{text}", encoding="utf-8")
    found = Forms(folder).get(name)
    assert found is not None
    assert found.diagnostics == ()
    return found.profile


def test_whoever_says_nothing_has_all_that_the_other_has(tmp_path: Path) -> None:
    own, other = form(tmp_path, "extends: england-council\n"), shipped("england-council").profile
    changed = {name for name in Profile.model_fields if getattr(own, name) != getattr(other, name)}
    assert changed == {"id", "extends", "title", "reviewed_on"}


def test_whoever_extends_nothing_has_the_plain_words_and_no_group(tmp_path: Path) -> None:
    own = form(tmp_path, "title: Bare\n")
    assert own.words == plain().words
    assert not own.groups
    assert own.law == plain().law
    assert LAW not in {one.basis or LAW for one in own.law.values()}


def test_a_word_keeps_what_is_not_said_of_it(tmp_path: Path) -> None:
    own = form(tmp_path, "extends: gb-equality-act\ngroups:\n  sex:\n    label: Women and men\n")
    assert own.groups["sex"].label == "Women and men"
    assert words_of(own.groups["sex"].also) == ["Gender"]
    assert own.basis(own.groups["sex"].law)


def test_a_form_without_a_title_goes_by_its_own_name_and_not_by_that_of_another(tmp_path: Path) -> None:
    assert form(tmp_path, "extends: gb-equality-act\n").called == "midshire"
    assert form(tmp_path, "extends: gb-equality-act\ntitle: Midshire's\n").called == "Midshire's"


def test_lists_of_words_are_only_ever_added_to(tmp_path: Path) -> None:
    own = form(tmp_path, "extends: gb-equality-act\nword-lists:\n  placeholders: xyzzy, TBC\n")
    assert {*words_of(plain().word_lists["placeholders"]), "xyzzy"} <= set(words_of(own.word_lists["placeholders"]))


def test_a_new_group_comes_last_or_where_it_says(tmp_path: Path) -> None:
    own = form(
        tmp_path,
        "extends: gb-equality-act\ngroups:\n  volunteers: Volunteers\n  carers:\n    label: Carers\n    after: disability\n"
        "  deaf-people:\n    label: Deaf people\n    under: disability\n",
    )
    keys = list(own.groups)
    assert keys[-1] == "volunteers"
    assert keys[keys.index("disability") :][:3] == ["disability", "deaf-people", "carers"]


def test_a_scale_is_replaced_whole(tmp_path: Path) -> None:
    own = form(tmp_path, "extends: england-council\nratings:\n  good: positive\n  bad: negative\n")
    assert list(own.ratings) == ["good", "bad"]


def test_what_is_required_is_only_ever_added_to(tmp_path: Path) -> None:
    own = form(tmp_path, "extends: gb-equality-act\nrequired:\n  in-review: [unit, title]\n")
    asked = words_of(own.required["in-review"])
    assert asked == [*words_of(shipped("gb-equality-act").profile.required["in-review"]), "unit"]
    assert "signed-off" in own.required


def test_words_that_are_left_out_are_gone_and_all_others_stay(tmp_path: Path) -> None:
    own = form(tmp_path, "extends: england-council\nwithout: questions.alternatives, outcomes.decision.stop\n")
    other = shipped("england-council").profile
    assert other.questions.keys() - own.questions.keys() == {"alternatives"}
    assert other.outcomes["decision"].keys() - own.outcomes["decision"].keys() == {"stop"}
    assert own.outcomes["screening"] == other.outcomes["screening"]


@pytest.mark.parametrize("left_out", ["groups.age", "aims.foster", "words.page", "law.section-4", "required.in-review"])
def test_nothing_else_can_be_left_out(tmp_path: Path, left_out: str) -> None:
    path = tmp_path / "profiles" / "midshire" / "profile.eia.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(f"profile: midshire\nextends: gb-equality-act\nwithout: {left_out}\n", encoding="utf-8")
    found = Forms(tmp_path).get("midshire")
    assert found is not None
    assert [one.rule for one in found.diagnostics] == ["undefined-name"]
    field, _, name = left_out.partition(".")
    assert name in getattr(found.profile, field)


def test_the_sections_follow_their_order_and_those_that_are_not_named_come_after(tmp_path: Path) -> None:
    own = form(tmp_path, "extends: gb-equality-act\nlayout:\n  order: policy, introduction, plan\n")
    before = list(shipped("gb-equality-act").profile.headings)
    named = ["policy", "introduction", "plan"]
    assert list(own.headings) == [*OPENING, *named, *(key for key in before if key not in (*OPENING, *named))]


def test_the_sections_that_open_a_document_may_stand_elsewhere_where_the_form_says_so(tmp_path: Path) -> None:
    own = form(tmp_path, "extends: gb-equality-act\nlayout:\n  order: policy, glance, plan\n")
    assert list(own.headings)[:5] == ["summary", "contents", "policy", "glance", "plan"]


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_the_order_of_groups_is_the_same_however_many_forms_lie_between(tmp_path: Path, depth: int) -> None:
    groups = "groups:\n  bees:\n    label: B\n    after: age\n  ants:\n    label: A\n    after: age\n"
    form(tmp_path, f"extends: gb-equality-act\n{groups}", "form-0")
    for at in range(1, depth):
        form(tmp_path, f"extends: form-{at - 1}\n", f"form-{at}")
    own = form(tmp_path, f"extends: form-{depth - 1}\n")
    keys = list(own.groups)
    assert keys[keys.index("age") :][:3] == ["age", "bees", "ants"]


def test_groups_behind_each_other_in_a_circle_are_still_there(tmp_path: Path) -> None:
    own = form(
        tmp_path,
        "groups:\n  aa-group:\n    label: A\n    after: bb-group\n  bb-group:\n    label: B\n    after: aa-group\n",
    )
    assert set(own.groups) == {"aa-group", "bb-group"}


def test_columns_and_stages_are_replaced_whole_and_keep_what_is_not_said_of_them(tmp_path: Path) -> None:
    own = form(
        tmp_path,
        "extends: england-council\nstages:\n  after: In the end\nlayout:\n  columns:\n    impact:\n      label: Effect\n"
        "    context:\n      holds: context, evidence, mitigations\n",
    )
    assert list(own.stages) == ["after"]
    assert list(own.layout.columns) == ["impact", "context"]
    assert own.layout.columns["impact"].label == "Effect"
    assert own.layout.columns["impact"].holds == shipped("england-council").profile.layout.columns["impact"].holds


def test_forms_may_extend_forms_of_the_same_project(tmp_path: Path) -> None:
    form(tmp_path, "extends: england-council\ngroups:\n  volunteers: Volunteers\n", "county")
    own = form(tmp_path, "extends: county\ntitle: District\n", "district")
    assert "volunteers" in own.groups
    assert own.title == "District"


def test_a_translation_is_put_together_word_by_word(tmp_path: Path) -> None:
    form(
        tmp_path,
        "extends: gb-equality-act\ntranslations:\n  cy:\n    groups:\n      age: Oed\n      sex: Rhyw\n",
        "wales",
    )
    own = form(tmp_path, "extends: wales\ntranslations:\n  cy:\n    groups:\n      age: Oedran\n", "cardiff")
    assert own.translations["cy"].groups == {"age": "Oedran", "sex": "Rhyw"}


def test_a_translation_of_one_word_leaves_those_of_the_others(tmp_path: Path) -> None:
    form(
        tmp_path,
        "extends: gb-equality-act\nstages:\n  before: First\n  after: Last\ntranslations:\n  cy:\n    ratings:\n"
        "      positive: Cadarnhaol\n      negative: Negyddol\n    stages:\n      before: Cyn\n      after: Wedyn\n",
        "wales",
    )
    own = form(
        tmp_path,
        "extends: wales\ntranslations:\n  cy:\n    ratings:\n      positive: Da\n    stages:\n      after: Ar ôl\n",
        "cardiff",
    )
    assert own.translations["cy"].ratings == {"positive": "Da", "negative": "Negyddol"}
    assert own.translations["cy"].stages == {"before": "Cyn", "after": "Ar ôl"}


def test_what_is_left_out_is_not_translated_either(tmp_path: Path) -> None:
    form(
        tmp_path,
        "extends: gb-equality-act\nquestions:\n  one: One?\n  two: Two?\n"
        "translations:\n  cy:\n    questions:\n      one: Un?\n",
        "wales",
    )
    own = form(
        tmp_path,
        "extends: wales\nwithout: questions.one\ntranslations:\n  cy:\n    questions:\n      two: Dau?\n",
        "cardiff",
    )
    assert own.translations["cy"].questions == {"two": "Dau?"}


def test_on_what_a_question_depends_is_said_anew(tmp_path: Path) -> None:
    own = form(tmp_path, "extends: england-council\nquestions:\n  justification:\n    when:\n      staff: Yes\n")
    assert list(own.questions["justification"].when or {}) == ["staff"]


def test_a_column_keeps_what_is_not_said_of_it_and_those_that_are_not_named_are_gone(tmp_path: Path) -> None:
    own = form(tmp_path, "extends: gb-equality-act\nlayout:\n  columns:\n    impact:\n      label: What it means\n")
    assert list(own.layout.columns) == ["impact"]
    assert words_of(own.layout.columns["impact"].holds) == ["not-assessed", "impact", "because"]


@pytest.mark.slow
def test_whatever_key_is_misspelt_the_rest_is_inherited(tmp_path: Path) -> None:
    _, _, text = (SHIPPED / "england-council" / FILE).read_text("utf-8").partition("extends: gb-equality-act\n")
    keys = {one[0]: one for one in re.finditer(r"^ *([a-z][\w-]*):", text, re.MULTILINE)}
    path = tmp_path / "profiles" / "midshire" / FILE
    path.parent.mkdir(parents=True)
    for key in keys.values():
        slip = f"{text[: key.start(1)]}misspelt{text[key.end(1) :]}"
        path.write_text(f"profile: midshire\nextends: england-council\n{slip}", encoding="utf-8")
        found = Forms(tmp_path).get("midshire")
        assert found is not None
        assert found.profile.groups
    assert len(keys) > 100
