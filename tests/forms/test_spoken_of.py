"""Of whom running words speak: a form knows its groups by what they are called, and by the words that text has for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eia.forms.find import shipped, shipped_names
from eia.model.vocabulary import words_of
from eia.model.wording import mentioned, mentions
from tests.forms.test_inherit import form


@pytest.mark.parametrize(
    ("words", "groups"),
    [
        ("Visits fell by a third.", set()),
        ("Women and girls come early.", {"sex"}),
        ("BLACK  women\nwere heard.", {"sex", "race"}),
        ("People whose gender reassignment is not known", {"gender-reassignment"}),
        ("Deaf people; blind people", {"disability"}),
        ("non-disabled people", set()),
        ("the `women` key, <https://example.org/women> and [@women-only-swimming]", set()),
        ("LGBT+ communities", {"gender-reassignment", "sexual-orientation"}),
        ("The manager of the region marked it.", set()),
    ],
)
def test_a_form_knows_of_whom_words_speak(words: str, groups: set[str]) -> None:
    assert shipped("gb-equality-act").profile.spoken_of(words) == groups


def test_whoever_speaks_of_a_part_of_a_group_speaks_of_the_group() -> None:
    assert shipped("england-council").profile.spoken_of("Gypsies and Travellers") == {
        "race",
        "gypsy-roma-and-traveller",
    }


@pytest.mark.parametrize("name", shipped_names())
def test_every_group_of_a_form_is_spoken_of_by_its_own_names_and_words(name: str) -> None:
    known = shipped(name).profile
    for key, group in known.groups.items():
        assert words_of(group.mentions), key
        for phrase in group.phrases(key):
            assert key in known.spoken_of(phrase.replace("*", "")), phrase


def test_a_form_adds_words_to_those_of_the_form_that_it_extends(tmp_path: Path) -> None:
    own = form(tmp_path, "extends: gb-equality-act\ngroups:\n  sex:\n    mentions: lasses\n")
    assert own.spoken_of("lasses") == own.spoken_of("girls") == {"sex"}


@given(st.text(), st.lists(st.sampled_from(["a", "a b", "ab*", "women", "wo*"]), unique=True))
def test_what_is_mentioned_stands_somewhere(words: str, phrases: list[str]) -> None:
    said = words + " women abc a  b"
    assert bool(mentioned(said, tuple(phrases))) == bool(list(mentions(said, phrases)))
