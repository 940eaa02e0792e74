"""A change is what any usual rounding makes of its levels, and the levels are found only where they are certain."""

from __future__ import annotations

from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

from hypothesis import given
from hypothesis import strategies as st

from eia.model.change import Change, changes
from eia.model.evidence import Evidence

USUAL = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN)
EXACTLY = Context(prec=60)
LEVEL = st.integers(1, 10**6)


def change(levels: str, stated: str) -> Change:
    name = "change in visits" if "->" in levels else "gap of visits"
    fact = Evidence.model_validate({"figures": {"visits": levels, name: stated}})
    (found,) = changes(fact, ["change"], ["gap"], ["in", "of"])
    return found


@given(LEVEL, LEVEL, st.integers(0, 3), st.sampled_from(USUAL), st.sampled_from(("->", "v")))
def test_a_change_in_per_cent_that_was_rounded_in_a_usual_way_is_right(
    first: int, last: int, places: int, usual: str, between: str
) -> None:
    exact = EXACTLY.divide(Decimal((last - first) * 100), Decimal(first))
    found = change(f"{first:,} {between} {last:,}", f"{exact.quantize(Decimal(1).scaleb(-places), usual):+}%")
    assert found.is_relative(found.stated)


@given(st.integers(0, 10**5), st.integers(0, 10**5), st.integers(0, 3), st.sampled_from(USUAL))
def test_a_gap_of_two_rounded_percentages_is_right_whether_or_not_it_was_rounded_first(
    first: int, last: int, places: int, usual: str
) -> None:
    unit = Decimal(1).scaleb(-places)
    one, other = (Decimal(level).scaleb(-3).quantize(unit, usual) for level in (first, last))
    before = Decimal(last - first).scaleb(-3).quantize(unit, usual)
    for gap in (other - one, before):
        found = change(f"{one}% -> {other}%", f"{gap:+} percentage points")
        assert found.is_gap(found.stated)


@given(LEVEL, LEVEL)
def test_a_difference_of_two_numbers_is_right_to_the_last_digit(first: int, last: int) -> None:
    found = change(f"{first} -> {last}", f"{last - first:+}")
    assert found.is_gap(found.stated)
