"""Bands of numbers as officers name them: `16-24`, `24 to 35`, `65 and over`, `under 65`, `35+`, `£20,000 to £30,000`.

    band  = [ "aged" ] ( number ( "-" | "to" ) number | number above | "over" number | "under" number | number below ) [ unit ] .
    above = "+" | ( "and" | "or" ) ( "over" | "above" | "older" | "more" ) .
    below = ( "and" | "or" ) ( "under" | "below" | "younger" | "less" ) .
    unit  = words, such as `miles`; those for years of age mean the same as none .

Numbers are those of figures. What names a time, such as `2018 to 2020`, is no band.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from eia.model.figure import NUMBER, TO_DECIMAL
from eia.model.scan import even
from eia.model.when import When

_N = rf"£?{NUMBER}"
_TWO = rf"(?P<first>{_N})(?: ?[-–] ?| to )(?P<last>{_N})"
_UP = rf"(?P<least>{_N})(?: ?\+| (?:and|or) (?:over|above|older|more)(?![a-z]))"
_DOWN = rf"(?P<most>{_N}) (?:and|or) (?:under|below|younger|less)(?![a-z])"
_SIDE = rf"(?:over|above|more than) (?P<above>{_N})|(?:under|below|less than) (?P<below>{_N})|up to (?P<until>{_N})"
_BAND = re.compile(rf"(?:age[sd]? )?(?:{_TWO}|{_UP}|{_DOWN}|{_SIDE})(?:[ -]?(?P<unit>[a-z%][a-z -]*))?")
_IN_TEXT = re.compile(rf"(?<![\w£.,/%+–-])(?:{_TWO}|{_UP})(?![\w/%–-]| ?(?:%|per cent))")
_YEARS = re.compile("s|years?|years? olds?|years? of age|year-olds?")
_OLDEST = 120
_CALENDAR = range(1800, 2200)


@dataclass(frozen=True, slots=True)
class Band:
    """All numbers from the lowest to the highest, both included; an end that is open is nothing."""

    words: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    start: int = 0
    end: int = 0

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """Both ends, as numbers that can be compared."""
        low = Decimal("-Infinity") if self.low is None else self.low
        return low, Decimal("Infinity") if self.high is None else self.high

    @property
    def may_be_age(self) -> bool:
        """Whether it has whole numbers, as people live years, and no unit."""
        given = [end for end in (self.low, self.high) if end is not None]
        return not self.unit and all(end == end.to_integral_value() and end <= _OLDEST for end in given)


def read_band(words: str) -> Band | None:
    """The band that these words name, and nothing else."""
    found = _BAND.fullmatch(" ".join(even(words).split()))
    if not found or When.read(words).parts:
        return None
    unit = (found["unit"] or "").strip()
    band = Band(words, *_ends(found), "" if _YEARS.fullmatch(unit) else unit or ("£" if "£" in words else ""))
    return None if _is_empty(band) or _is_of_the_calendar(band) else band


def ages_in(words: str, start: int = 0) -> Iterator[Band]:
    """The bands of a text that may be ages; `start` is where it begins in a longer one."""
    for found in _IN_TEXT.finditer(even(words)):
        band = Band(found[0], *_ends(found), "", start + found.start(), start + found.end())
        if band.may_be_age and "£" not in found[0] and not _is_empty(band):
            yield band


def overlapping(bands: Iterable[Band]) -> Iterator[tuple[Band, Band]]:
    """Pairs of bands of one unit that have numbers in common, the lower first; one that holds another whole is a total."""
    by_unit: dict[str, dict[tuple[Decimal, Decimal], Band]] = {}
    for band in bands:
        by_unit.setdefault(band.unit, {}).setdefault(band.ends, band)
    for several in by_unit.values():
        parts = [*_parts(sorted(several.values(), key=lambda band: (band.ends[0], -band.ends[1])))]
        yield from ((one, other) for one, other in pairwise(parts) if other.ends[0] <= one.ends[1])


def _parts(by_low_end: list[Band]) -> list[Band]:
    """Those that hold no other whole."""
    kept: list[Band] = []
    for band in reversed(by_low_end):
        if not kept or band.ends[1] < kept[-1].ends[1]:
            kept.append(band)
    return kept[::-1]


def _ends(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    said = {name: words.translate(TO_DECIMAL) for name, words in found.groupdict().items() if words and name != "unit"}
    numbers = {name: Decimal(digits) for name, digits in said.items()}
    step = {name: Decimal(1).scaleb(-len(digits.partition(".")[2])) for name, digits in said.items()}
    if "above" in numbers:
        return numbers["above"] + step["above"], None
    if "below" in numbers:
        return None, numbers["below"] - step["below"]
    lowest, highest = numbers.get("first", numbers.get("least")), numbers.get("last", numbers.get("most"))
    return lowest, numbers.get("until", highest)


def _is_empty(band: Band) -> bool:
    low, high = band.ends
    return low >= high


def _is_of_the_calendar(band: Band) -> bool:
    given = [end for end in (band.low, band.high) if end is not None]
    return not band.unit and all(end in _CALENDAR for end in given)
