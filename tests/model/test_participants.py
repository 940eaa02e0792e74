"""The table of those who took part: what its columns come to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eia.model.participants import columns, things

TOTALS, PASSING = ("together",), ("that", "came", "who", "name")

numbers = st.lists(st.integers(0, 10**6), min_size=1, max_size=8)


@given(numbers)
def test_a_column_of_numbers_comes_to_their_sum_and_the_first_to_the_number_of_rows(said: list[int]) -> None:
    rows = "".join(f"| Forum | {one:,} |\n" for one in said)
    groups, people = columns(f"| Group | People |\n| --- | ---: |\n{rows}", TOTALS, PASSING)
    assert (groups.comes_to, people.comes_to) == (len(said), sum(said))
    assert people.total is None


@given(numbers, st.integers(0, 10**6))
def test_the_last_row_is_no_row_of_its_own(said: list[int], total: int) -> None:
    rows = "".join(f"| Forum | {one} |\n" for one in said)
    groups, people = columns(f"| Group | People |\n|-|-|\n{rows}| **Together** | {total} |", TOTALS, PASSING)
    assert groups.comes_to == len(said)
    assert (people.comes_to, people.total) == (sum(said), total)


@given(st.text(st.sampled_from("|-: \n1,aA*\\"), max_size=60))
def test_whatever_stands_there_can_be_asked(words: str) -> None:
    for one in columns(words, TOTALS, PASSING):
        assert one.comes_to >= 0


def test_two_tables_or_rows_of_other_lengths_are_not_counted() -> None:
    table = "| Group | People |\n| --- | --- |\n| Forum | 3 |\n"
    assert columns(f"{table}\n{table}", TOTALS, PASSING) == []
    assert columns(f"{table}| Club |\n", TOTALS, PASSING) == []
    assert columns("The forum and the club.", TOTALS, PASSING) == []
    assert columns("| Group | People |\n| --- | --- |\n", TOTALS, PASSING) == []


def test_one_and_many_are_the_same_thing() -> None:
    assert things("groups that came", PASSING) == things("Group name", PASSING) == {"group"}
    assert things("women who came", PASSING) != things("people who came", PASSING)
