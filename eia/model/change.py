"""A change and the two levels that it is of, where it is certain which they are.

A line that is called a change (`change`, `difference in visits`) belongs to the line with two figures whose name has the other
words of its own name; with no other words, to the only line that has two. So does a third column that is called a change.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fractions import Fraction

from eia.model.evidence import Evidence
from eia.model.figure import MEASURES, Figure, Figures, Number
from eia.model.rounding import Extent, extent
from eia.model.vocabulary import words_of
from eia.model.when import When

_ARROW = re.compile(r"→|->")
_WORD = re.compile(r"[^\W\d_]+")
_WHOLE = Extent(Fraction(1), Fraction(1))
_UNITS = {"%": ("%", "points"), **{unit: ("%", unit) for unit in ("", "£", *MEASURES)}}
"""By the unit of two levels, those in which a change of them may be written."""
MOST_PAIRS = 40
"""Among more lines than that nothing is certain."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change in the line of this name, from the first level to the last; or between the two, where no order is said."""

    label: str
    figure: Figure
    stated: Number
    first: Number
    last: Number
    unit: str
    """The unit of both levels."""
    levels: str
    """The words of both."""
    words: str
    """The words of the change."""
    ordered: bool

    def is_relative(self, number: Number) -> bool:
        """Whether a number is the change in per cent, within rounding; of two without an order, either may be the whole."""
        first, last = self._extents()
        ratios = (last.over(first), None if self.ordered else first.over(last))
        return any(self._is(number, _in_percent(ratio)) for ratio in ratios if ratio)

    def is_gap(self, number: Number) -> bool:
        """Whether a number is the difference of the levels, within rounding."""
        first, last = self._extents()
        return self._is(number, last.less(first))

    @property
    def relative(self) -> Fraction | None:
        """The change in per cent, of the levels just as they are written."""
        first = Fraction(self.first.amount)
        return (Fraction(self.last.amount) / first - 1) * 100 if first else None

    @property
    def gap(self) -> Fraction:
        """The difference, of the levels just as they are written."""
        return Fraction(self.last.amount) - Fraction(self.first.amount)

    def _extents(self) -> tuple[Extent, Extent]:
        noughts = self.unit != "%"
        return extent(self.first, noughts=noughts), extent(self.last, noughts=noughts)

    def _is(self, number: Number, real: Extent) -> bool:
        """Its sign counts only where it has one, and where the order of the levels is said."""
        said = extent(number, noughts=self.unit != "%" and number is not self.stated)
        return said.meets(real) or (said.meets(real.turned()) and not (self.ordered and number.has_sign))


def changes(
    evidence: Evidence, names: Collection[str], gaps: Collection[str], little: Collection[str]
) -> Iterator[Change]:
    """The changes of a fact; `names` are words for a change in time, `gaps` for any difference, `little` for nothing in a name.

    Of two levels that stand for two groups, only a difference is certain to be theirs."""
    columns = words_of(evidence.columns)
    in_time = _in_time(columns)
    pairs = {label: figures for label, figures in evidence.lines.items() if len(figures.cells) == 2}
    for label, figures in evidence.lines.items():
        rest = _rest(label, {*names, *gaps}, little)
        if len(figures.cells) == 1 and rest is not None and len(pairs) <= MOST_PAIRS:
            fitting = [one for one in pairs if rest <= {*_words(one)}]
            pair = pairs[fitting[0]] if len(fitting) == 1 else None
            is_arrow = pair is not None and _ARROW.search(pair.words) is not None
            if pair and (is_arrow or in_time is not None or _rest(label, gaps, little) is not None):
                yield from _change(label, figures, pair, is_arrow or in_time is True)
    if len(columns) == 3 and _rest(columns[2], gaps if in_time is None else {*names, *gaps}, little) == set():
        for label, figures in evidence.lines.items():
            if len(figures.cells) == 3:
                yield from _change(label, figures, figures, in_time is True)


def _in_time(columns: list[str]) -> bool | None:
    """Whether the first two columns are times, the earlier one first; nothing, where they are no times."""
    if len(columns) < 2:
        return None
    first, last = When.read(columns[0]), When.read(columns[1])
    return first.last < last.first if first.last and last.first else None


def _words(label: str) -> list[str]:
    return _WORD.findall(label.casefold())


def _rest(label: str, names: Collection[str], little: Collection[str]) -> set[str] | None:
    """What the name of a line says beside that it is a change; nothing at all where it does not say that."""
    words = _words(label)
    return {*words} - {*names} - {*little} if any(word in names for word in words) else None


def _change(label: str, line: Figures, pair: Figures, ordered: bool) -> Iterator[Change]:
    """The last figure of a line, as a change of the first two of a line."""
    figure, (first, last) = line.cells[-1], pair.cells[:2]
    exact = all(one.value and not one.approx and not one.to and not one.per for one in (figure, first, last))
    fits = first.unit == last.unit and figure.unit in _UNITS.get(first.unit, ())
    if exact and fits and figure.value and first.value and last.value:
        levels, words = pair.words[first.start : last.end], line.words[figure.start : figure.end]
        yield Change(label, figure, figure.value, first.value, last.value, first.unit, levels, words, ordered)


def _in_percent(ratio: Extent) -> Extent:
    rest = ratio.less(_WHOLE)
    return Extent(rest.low * 100, rest.high * 100)
