"""Percentages of counts are what any usual rounding makes of them, and no rule says otherwise."""

from __future__ import annotations

from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

from hypothesis import given
from hypothesis import strategies as st

from eia.model.figure import Figures
from eia.model.share import shares
from eia.rules.figures.percent_count_mismatch import disagreement

USUAL = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN)
EXACTLY = Context(prec=60)


@st.composite
def rounded(draw: st.DrawFn) -> tuple[str, str, str]:
    """A percentage, its count and its base, as people write them."""
    base = draw(st.integers(1, 10**6))
    count = draw(st.integers(0, base))
    unit = Decimal(1).scaleb(-draw(st.integers(0, 3)))
    share = EXACTLY.divide(Decimal(count * 100), Decimal(base))
    comma = draw(st.sampled_from(("", ",")))
    return f"{share.quantize(unit, draw(st.sampled_from(USUAL)))}", f"{count:{comma}}", f"{base:{comma}}"


@given(rounded(), st.sampled_from(("{}% ({} of {})", "{} per cent, {} of {}", "{}%, {} of {}")))
def test_a_figure_that_was_rounded_in_a_usual_way_is_right(said: tuple[str, str, str], form: str) -> None:
    (figure,) = Figures.read(form.format(*said)).cells
    assert figure.value
    assert disagreement(figure, figure.value) == ""


PATTERNS = ("They were {0}% ({1} of {2}) then.", "Were {0} per cent, {1} of {2}.", "We met {1} of {2} ({0}%), no less.")


@given(rounded(), st.sampled_from(PATTERNS))
def test_a_share_in_running_text_that_was_rounded_in_a_usual_way_is_right(
    said: tuple[str, str, str], form: str
) -> None:
    (share,) = shares(form.format(*said))
    assert share.figure.value
    assert disagreement(share.figure, share.figure.value) == ""


@given(rounded(), st.sampled_from(PATTERNS), st.integers(2, 9))
def test_a_share_that_was_not_is_wrong_where_it_stands(said: tuple[str, str, str], form: str, more: int) -> None:
    percent, count, base = said
    words = form.format(Decimal(percent) + more, count, base)
    (share,) = shares(words)
    assert share.figure.value
    assert disagreement(share.figure, share.figure.value)
    assert base in words[share.start : share.end]


@given(st.text(alphabet="0123456789,.%() of\npercent", max_size=60))
def test_whatever_is_written_can_be_read(words: str) -> None:
    assert all(share.figure.value and 0 <= share.start < share.end <= len(words) for share in shares(words))
