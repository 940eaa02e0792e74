"""Abbreviations in running text: where they stand, and what explains them."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eia.model.abbreviation import explained, introduced, used

SIGNS = st.text(st.sampled_from("ABCabcs&/+()’ \n.-1"), max_size=80)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the TSG, RTPC and VCTF", ["TSG", "RTPC", "VCTF"]),
        ("MARACs and LGBT+ people’s S&S", ["MARAC", "LGBT", "S&S"]),
        ("MOPAC/GLA", ["MOPAC", "GLA"]),
        ("the MPS's own", ["MPS"]),
        ("part IV, section XII, A and B", []),
        ("SW1A 2AA, PM2.5, COVID-19, U.K. and NO2", []),
        ("`TSG`, tsg@TSG.example.org and https://example.org/TSG", []),
        ("BAMEd and McA", []),
    ],
)
def test_words_in_capitals_are_found(words: str, found: list[str]) -> None:
    assert [one.short for one in used(words)] == found


@pytest.mark.parametrize(
    "words",
    [
        "the British Sign Language (BSL)",
        "the BSL (British Sign Language)",
        "National Institute for Health and Care Excellence (“NICE”)",
        "lesbian, gay, bisexual and trans (LGBT+)",
        "body worn video (or BWV)",
        "body worn video (BWV, a camera)",
    ],
)
def test_brackets_explain_in_either_order(words: str) -> None:
    assert list(explained(words))


@pytest.mark.parametrize(
    "words", ["Peer Outreach Workers (GLA)", "GLA (London)", "(GLA)", "GLA, (the) group", "IT (GLA)"]
)
def test_brackets_with_something_else_in_them_explain_nothing(words: str) -> None:
    assert not list(explained(words))


@given(SIGNS)
def test_whatever_is_read_in_a_text_stands_there(words: str) -> None:
    assert all(words[one.start : one.end].startswith(one.short) for one in (*used(words), *introduced(words)))
    assert all(short in words for short in explained(words))


def test_a_word_without_an_end_takes_no_time() -> None:
    begun = perf_counter()
    assert not list(used("0" * 90_000))
    assert perf_counter() - begun < 5
