"""What leads to one person in a text, and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eia.model.contact import details


@pytest.mark.parametrize(
    "words",
    [
        "jane.smith@example.org",
        "07700 900123",
        "07700900123",
        "+44 7700 900123",
        "+44 (0)20 7946 0123",
        "(01632) 960123",
        "020 7946 0123",
        "12 Elm Road, Midshire MD1 2AB",
        "AB 12 34 56 C",
        "943 476 5919",
    ],
)
def test_what_leads_to_one_person_is_found(words: str) -> None:
    assert [one.words for one in details(f"Ask {words}, or not.")] == [words]


@pytest.mark.parametrize(
    "words",
    [
        "0300 123 4567",
        "0800 123 4567",
        "943 476 5918",
        "000 000 0000",
        "0.1234567890",
        "01234567890/2020",
        "ISBN 0 1234 5678 9",
        "01-02-2020 and 03-04-2021",
        "1,234,567 of 12,345,678",
        "12 of 40 people in MD1 2AB",
        "BG123456C",
        "@jane",
        "a@b",
    ],
)
def test_what_leads_to_nobody_is_left_alone(words: str) -> None:
    assert not list(details(f"See {words}, or not."))


@given(st.text(st.sampled_from("0123456789 +-().@abAB,Road"), max_size=80))
def test_a_detail_stands_where_it_is_said_to_stand(words: str) -> None:
    assert all(words[one.start : one.end] == one.words for one in details(words))
