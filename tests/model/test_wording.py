"""Running words as people read them: sentences, and which words stand in which."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eia.model.names import names
from eia.model.wording import mentions, readable, sentences, sentences_with

PIECES = (
    "nothing suggests",
    "Nothing  suggests",
    "it. ",
    "e.g. ",
    " [@a] ",
    "\n\n- ",
    "`nothing suggests`",
    "A man",
    " ",
)
PHRASES = ["nothing suggests", "a man"]


def test_a_sentence_comes_with_all_that_was_looked_for_in_it() -> None:
    said = "He came. Nothing suggests that a man left; nothing suggests it. She stayed."
    [(sentence, places)] = sentences_with(said, PHRASES)
    assert sentence == "Nothing suggests that a man left; nothing suggests it."
    assert [said[start:end] for start, end in places] == ["Nothing suggests", "a man", "nothing suggests"]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_nothing_that_was_found_is_lost_or_told_twice(words: str) -> None:
    found = [place for _, places in sentences_with(words, PHRASES) for place in places]
    assert found == list(mentions(words, PHRASES))


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_each_is_one_of_the_sentences(words: str) -> None:
    every = {words[one.start : one.end] for one in sentences(words)}
    assert {sentence for sentence, _ in sentences_with(words, PHRASES)} <= every


@pytest.mark.parametrize("sign", ["`", "~", "[a](", "X", "A'b", "Ab Cd "])
def test_signs_without_an_end_take_no_time(sign: str) -> None:
    words = sign * (90_000 // len(sign))
    begun = perf_counter()
    assert len(readable(words)) == len(words)
    assert all(words[start:end] for _, start, end in names(words))
    assert perf_counter() - begun < 5
