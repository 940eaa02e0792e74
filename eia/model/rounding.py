"""What a number stands for: anything that is written so when it is rounded. Exact, and generous where nobody knows."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from eia.model.figure import Number

_ENDLESS = Fraction(10**30)
"""Farther than any figure goes."""


@dataclass(frozen=True, slots=True)
class Extent:
    """All numbers between two ends, both included."""

    low: Fraction
    high: Fraction

    def meets(self, other: Extent) -> bool:
        """Whether any number lies in both."""
        return self.low <= other.high and other.low <= self.high

    def holds(self, number: Fraction) -> bool:
        """Whether a number is one of these."""
        return self.low <= number <= self.high

    def less(self, other: Extent) -> Extent:
        """What is left when any number of the other is taken from any of these."""
        return Extent(self.low - other.high, self.high - other.low)

    def over(self, other: Extent) -> Extent | None:
        """What comes of dividing these by the other; nothing unless all are more than nought."""
        return Extent(self.low / other.high, self.high / other.low) if self.low > 0 and other.low > 0 else None

    def turned(self) -> Extent:
        """The same with the other sign."""
        return Extent(-self.high, -self.low)


def extent(number: Number, *, noughts: bool = False) -> Extent:
    """Half a unit of the last digit to either side; with `noughts`, those at its end may have come of rounding too."""
    unit = Fraction(10) ** (number.scale - number.places)
    if noughts and not number.places:
        digits = str(abs(int(number.value)))
        unit *= 10 ** (len(digits) - len(digits.rstrip("0"))) if number.value else 1
    value = Fraction(number.amount)
    return Extent(value - unit / 2, value + unit / 2)


def loosely(number: Number, approx: str) -> Extent:
    """What a number may stand for after one of the words that figures know for what is not exact."""
    exact, value = extent(number), Fraction(number.amount)
    if approx in ("over", "at least"):
        return Extent(exact.low, _ENDLESS)
    if approx in ("under", "at most"):
        return Extent(1 / _ENDLESS, exact.high)
    tenth = abs(value) / 10
    if approx == "nearly":
        return Extent(min(exact.low - (exact.high - exact.low) / 2, value - tenth), exact.high)
    return Extent(min(exact.low, value - tenth), max(exact.high, value + tenth)) if approx else exact
