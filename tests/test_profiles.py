"""The vocabulary is data: what the law lists, and every word that a document needs, no more and no fewer."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from eia.forms.check import faults
from eia.forms.find import FILE, PLAIN, plain, shipped
from eia.forms.find import SHIPPED as PROFILES
from eia.loading import load
from eia.model.assessment import Status
from eia.model.profile import Profile
from eia.model.row import Row
from eia.model.vocabulary import words_of
from eia.publishing.build import SECTIONS
from eia.publishing.sections.table import CELLS

SHIPPED = sorted(folder.name for folder in PROFILES.iterdir())


@pytest.fixture(params=SHIPPED)
def profile(request: pytest.FixtureRequest) -> Profile:
    return shipped(request.param).profile


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_profile_has_no_fault(name: str) -> None:
    file = load(PROFILES / name / FILE)
    assert file.diagnostics == ()
    assert isinstance(file.content, Profile)
    parent = plain() if name == PLAIN else shipped(file.content.extends or PLAIN).profile
    assert faults(file, file.content, parent, shipped(name).profile, plain()) == ()


def strings() -> set[str]:
    rooms = ("publishing", "withholding")
    trees = [ast.parse(path.read_text("utf-8")) for room in rooms for path in Path("eia", room).rglob("*.py")]
    return {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def asked_for() -> set[str]:
    trees = [ast.parse(path.read_text("utf-8")) for path in Path("eia/publishing").rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    keys = [node.args[0] for node in calls if getattr(node.func, "attr", "") in ("word", "unanswered")]
    return {key.value for key in keys if isinstance(key, ast.Constant)}


def test_every_word_that_a_document_asks_for_is_there(profile: Profile) -> None:
    assert asked_for() | set(Status.__args__) <= profile.words.keys()


def test_no_word_or_heading_is_there_for_nothing(profile: Profile) -> None:
    keys_of_officers = {"begin", "report"}
    assert profile.words.keys() <= strings() | set(Status.__args__) | keys_of_officers


def test_every_heading_is_filled_by_the_program_or_by_what_the_officer_or_the_form_puts_there() -> None:
    prose_only = {"introduction", "evidence", "appendix", "withheld"}
    questions = {"answers"}
    assert set(plain().headings) == SECTIONS.keys() | prose_only | questions | {"unread", "open-points"}


def test_a_form_with_a_heading_of_its_own_asks_or_declares_something_there(profile: Profile) -> None:
    placed = {one.section for one in (*profile.questions.values(), *profile.declarations.values())}
    assert profile.headings.keys() <= plain().headings.keys() | placed


def test_every_part_of_a_row_that_is_not_about_its_name_stands_in_a_column() -> None:
    held = [word for column in plain().layout.columns.values() for word in words_of(column.holds)]
    assert set(held) == CELLS.keys() == set(Row.keys()) - set(Row.NAMING)


def test_the_nine_characteristics_stand_in_the_order_of_section_four() -> None:
    file = load(PROFILES / "gb-equality-act" / "profile.eia.yaml")
    assert isinstance(file.content, Profile)
    assert [group.label for group in file.content.groups.values()] == [
        "Age",
        "Disability",
        "Gender reassignment",
        "Marriage and civil partnership",
        "Pregnancy and maternity",
        "Race",
        "Religion or belief",
        "Sex",
        "Sexual orientation",
    ]


def test_marriage_and_civil_partnership_comes_under_the_first_aim_only() -> None:
    file = load(PROFILES / "gb-equality-act" / "profile.eia.yaml")
    assert isinstance(file.content, Profile)
    outside = {key: aim.except_.words if aim.except_ else None for key, aim in file.content.aims.items()}
    only = "marriage-and-civil-partnership"
    assert outside == {"eliminate": None, "advance": only, "foster": only}
