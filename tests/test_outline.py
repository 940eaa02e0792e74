"""The model says of itself what may stand where, and of every key what belongs there."""

from __future__ import annotations

import subprocess
import sys

import pytest

from eia.model.assessment import Assessment
from eia.model.evidence import Sources
from eia.model.outline import Shape, descriptions, outline
from eia.model.part import NothingListed, Part
from eia.model.profile import Profile
from eia.model.prose import Prose
from eia.model.reference import ActionReferences
from eia.model.terms import Rating

LONGEST = 160


def all_parts(part: type[Part]) -> list[type[Part]]:
    return [below for child in part.__subclasses__() for below in (child, *all_parts(child))]


FIELDS = [(part, field) for part in all_parts(Part) if part is not NothingListed for field in part.model_fields]


def at(shape: Shape, *keys: str) -> Shape:
    for name in keys:
        shape = next(key.shape for key in shape.keys if key.name == name)
    return shape


@pytest.mark.parametrize(("part", "field"), FIELDS, ids=lambda one: one if isinstance(one, str) else one.__name__)
def test_every_key_says_what_belongs_there(part: type[Part], field: str) -> None:
    says = descriptions(part)[field]
    assert says[0].isupper()
    assert says.endswith(".")
    assert len(says) <= LONGEST
    assert says.count("`") % 2 == 0


def test_what_a_part_inherits_is_said_too() -> None:
    rows = at(outline(Assessment), "intersections").names
    assert rows
    assert [key.name for key in rows.keys][-1] == "of"
    assert all(key.says for key in rows.keys)


def test_text_is_told_by_its_grammar_and_may_be_a_list_where_the_grammar_says_so() -> None:
    rows = at(outline(Assessment), "characteristics").names
    assert rows
    assert at(rows, "context") == Shape(text=Prose)
    mitigations = at(rows, "mitigations").items
    assert mitigations
    assert at(mitigations, "actions") == Shape(text=ActionReferences, items=Shape(text=ActionReferences))


def test_several_forms_of_one_value_are_one_shape() -> None:
    rows = at(outline(Assessment), "characteristics").names
    assert rows
    impact = at(rows, "impact")
    assert (impact.text, impact.names and impact.names.text, impact.keys) == (Rating, Rating, ())
    plan = at(outline(Assessment), "plan")
    assert (plan.text, [key.name for key in plan.keys]) == (str, ["title", "sections", "actions"])
    evidence = at(outline(Assessment), "evidence")
    assert evidence.items
    assert [key.name for key in evidence.keys] == [key.name for key in evidence.items.keys] == ["none"]
    assert evidence.names


def test_a_few_words_are_named_as_a_value_and_as_keys() -> None:
    statuses = at(outline(Assessment), "status").words
    assert statuses[0] == "draft"
    assert tuple(key.name for key in at(outline(Profile), "required").keys) == statuses


def test_the_short_form_of_a_part_is_text() -> None:
    assert (names := at(outline(Assessment), "answers").names)
    assert names.text is str
    assert (source := outline(Sources).names)
    assert source.text is None


def test_reading_the_words_waits_until_somebody_asks() -> None:
    code = "import eia.cli; from eia.model import outline; assert not outline._in_module.cache_info().currsize"
    subprocess.run([sys.executable, "-c", code], check=True)
