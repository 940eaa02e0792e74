"""Bands are read as officers name them, and two that stand beside each other without an overlap are never called one."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eia.model.band import ages_in, overlapping, read_band

READ = {
    "16-24": (16, 24, ""),
    "16 – 24": (16, 24, ""),
    "24 to 35": (24, 35, ""),
    "aged 24 to 35": (24, 35, ""),
    "Ages 16-17 year olds": (16, 17, ""),
    "65 and over": (65, None, ""),
    "65 or older": (65, None, ""),
    "35+": (35, None, ""),
    "over 65s": (66, None, ""),
    "Under 65": (None, 64, ""),
    "35 and under": (None, 35, ""),
    "up to 35": (None, 35, ""),
    "5 to 10 miles": (5, 10, "miles"),
    "£20,000 to £30,000": (20000, 30000, "£"),
    "under 2.5 km": (None, Decimal("2.4"), "km"),
}
NO_BANDS = (
    "",
    "16",
    "2018 to 2020",
    "2018-2020",
    "2019-20",
    "35-24",
    "women 16-24",
    "16-24, 25-34",
    "over",
    "1 to 3 May 2020",
)


@pytest.mark.parametrize("words", READ)
def test_a_band_is_read(words: str) -> None:
    band = read_band(words)
    assert band
    assert (band.low, band.high, band.unit) == READ[words]


@pytest.mark.parametrize("words", NO_BANDS)
def test_what_is_no_band_is_not_read(words: str) -> None:
    assert read_band(words) is None


@given(st.lists(st.integers(1, 119), min_size=2, max_size=12, unique=True))
def test_parts_of_a_line_do_not_overlap_with_or_without_their_totals(cuts: list[int]) -> None:
    cuts.sort()
    inner = [f"{one} to {other - 1}" for one, other in pairwise(cuts) if one < other - 1]
    names = [f"under {cuts[0]}", *inner, f"{cuts[-1]} and over", f"{cuts[0]} and over", "0 and over"]
    assert list(overlapping(band for band in map(read_band, names) if band)) == []


@given(st.text(alphabet="0123456789 -–+,.£tofandveruymils%", max_size=50))
def test_whatever_is_written_can_be_read(words: str) -> None:
    read_band(words)
    assert all(words[band.start : band.end] == band.words for band in ages_in(words))
