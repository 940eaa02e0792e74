"""Lists of ids after a change: always the new ids in the same order, and in the manner in which they were written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eia.model.reference import ActionReferences
from eia.naming.listing import Named, Stretch, in_short, rewritten

NUMBERS = st.integers(1, 4).map(str)
LETTERS, FIGURES = st.sampled_from("abcdefgh"), st.integers(1, 12).map(str)
NUMBERED = st.builds("{}.{}".format, NUMBERS, st.one_of(LETTERS, LETTERS, FIGURES))
ID = st.one_of(NUMBERED, NUMBERED, st.sampled_from(("ramp-at-the-door", "night-bus", "co-design")))
DASHES = st.sampled_from(("–", "-", " to ", " – "))
PIECE = st.one_of(
    ID,
    LETTERS,
    st.builds(
        "{}.{}{}{}".format,
        NUMBERS,
        st.sampled_from("abcd"),
        DASHES,
        st.sampled_from("efgh"),
    ),
    st.builds("{}.{}–{}".format, NUMBERS, st.integers(1, 5), st.integers(6, 12)),
    NUMBERS.map("all of {}".format),
)
SEPARATORS = st.sampled_from((", ", "; ", ",", "; and ", " and ", ";  "))


@st.composite
def lists(draw: st.DrawFn) -> str:
    """Lists as officers write them, all of which can be read."""
    words = draw(PIECE)
    for piece in draw(st.lists(PIECE, max_size=5)):
        words += draw(SEPARATORS) + piece
    return words if not ActionReferences.read(words).misreads else draw(ID)


@st.composite
def bijections(draw: st.DrawFn) -> Callable[[str, bool], str]:
    """New ids for all: other sections in another order, other labels in each."""
    sections = dict(zip("1234", draw(st.permutations(("1", "2", "3", "9"))), strict=True))
    labels = [*"abcdefgh", *map(str, range(1, 13))]
    order = {section: dict(zip(labels, draw(st.permutations(labels)), strict=True)) for section in "1234"}
    slugs = {"ramp-at-the-door": "ramp", "night-bus": "8.z", "co-design": "a-b-c"}

    def new(id: str, whole: bool) -> str:
        section, dot, label = id.partition(".")
        if whole:
            return sections[id]
        return f"{sections[section]}.{order[section][label]}" if dot else slugs[id]

    return new


def changed(words: str, new: Callable[[str, bool], str]) -> str:
    named = [Named(item, new(item.id, item.section)) for item in ActionReferences.read(words).items]
    for edit in reversed(list(rewritten(words, [Stretch(0, len(words))], named))):
        words = words[: edit.start] + edit.words + words[edit.end :]
    return words


def named(words: str) -> list[tuple[str, bool]]:
    return [(item.id, item.section) for item in ActionReferences.read(words).items]


def shortest(words: str) -> str:
    return in_short([Named(item, item.id) for item in ActionReferences.read(words).items])


def there_and_back(words: str, new: Callable[[str, bool], str]) -> tuple[str, str]:
    there = changed(words, new)
    former = {(new(id, whole), whole): id for id, whole in named(words)}
    return there, changed(there, lambda id, whole: former[id, whole])


@given(lists(), bijections())
def test_a_list_names_the_new_ids_in_the_same_order(words: str, new: Callable[[str, bool], str]) -> None:
    there = changed(words, new)
    assert not ActionReferences.read(there).misreads
    assert named(there) == [(new(id, whole), whole) for id, whole in named(words)]


@given(lists().map(shortest), bijections())
def test_a_list_that_is_as_short_as_can_be_stays_so_and_comes_back(words: str, new: Callable[[str, bool], str]) -> None:
    there, back = there_and_back(words, new)
    assert there == shortest(there)
    assert back == words


@given(lists(), bijections())
def test_a_longer_list_comes_back_or_is_written_otherwise_and_names_the_same(
    words: str, new: Callable[[str, bool], str]
) -> None:
    _, back = there_and_back(words, new)
    assert back == words or words != shortest(words)
    assert named(back) == named(words)


@given(lists())
def test_where_nothing_is_called_otherwise_nothing_changes(words: str) -> None:
    assert changed(words, lambda id, whole: id) == words


MOVED = {"1.b": "1.x", "1.c": "2.a", "2.a": "2.b", "3": "4", "4.e": "4.d", "4.d": "4.e"}


BY_HAND = (
    # nothing in them is called otherwise
    ("1.a", "1.a"),
    ("1.a; d", "1.a; d"),
    ("all", "all"),
    ("all of 1", "all of 1"),
    ("5.a–f and 5.h", "5.a–f and 5.h"),
    ("ramp-at-the-door, night-bus", "ramp-at-the-door, night-bus"),
    # in the manner of the whole list
    ("1.b", "1.x"),
    ("1.a–c", "1.a, x; 2.a"),
    ("1.a-c", "1.a, x; 2.a"),
    ("1.a; 1.b; 1.d", "1.a; 1.x; 1.d"),
    ("1.a, 1.b", "1.a, 1.x"),
    ("1.a; b; d", "1.a; x; d"),
    ("all of 3; 1.a", "all of 4; 1.a"),
    ("4.a–c, f, g; 4.h", "4.a–c, f, g; 4.h"),
    # piece by piece
    ("1.a and b", "1.a and x"),
    ("1.b and d; 5.a", "1.x and d; 5.a"),
    ("1.c and d", "2.a and 1.d"),
    ("see-this and 1.b–d", "see-this and 1.x; 2.a; 1.d"),
    ("1.a,b;2.c", "1.a,x;2.c"),
    ("1.b;", "1.x;"),
)
"""What an officer would write by hand."""


@pytest.mark.parametrize(("words", "there"), BY_HAND)
def test_a_list_is_rewritten_as_somebody_would_by_hand(words: str, there: str) -> None:
    assert changed(words, lambda id, whole: MOVED.get(id, id)) == there


def test_a_range_that_still_runs_stays_a_range() -> None:
    assert changed("1.a–d and 2.f", lambda id, whole: id.replace("1.", "7.")) == "7.a–d and 2.f"
    assert changed("1.a – 1.d and 2.f", lambda id, whole: id.replace("1.", "7.")) == "7.a – 7.d and 2.f"


def test_a_label_may_have_its_section_from_the_item_before() -> None:
    words = "1.a; c; ramp-at-the-door"
    items = ActionReferences.read(words).items
    listed = [Named(one, {"1.c": "2.a"}.get(one.id, one.id)) for one in items]
    found = rewritten(words, [Stretch(0, 3), Stretch(5, 6), Stretch(8, len(words))], listed)
    assert [(one.start, one.words) for one in found] == [(5, "2.a")]
