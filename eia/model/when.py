"""Dates, periods and recurrences as officers write them: `by June 2026`, `12 months to June 2020`, `quarterly`.

    when     = part { ";" part } .
    part     = limited | several | span | every .
    several  = period { "," period } [ "," ] "and" period .
    span     = [ "from" ] period ( "to" | "until" | "–" | " - " ) period | "between" period "and" period
             | [ "the" ] [ "rolling" ] ( count "months" | "year" ) ( "to" | "ending" ) period
             | length "from" period .
    every    = ( adverb | count "monthly" | "every" [ count ] unit | times "a" unit ) [ bound ] .
    bound    = [ "," ] ( "first" | "from" | "until" ) period .
    adverb   = "daily" | "weekly" | "fortnightly" | "monthly" | "quarterly" | "annually" | … .   the words of ADVERBS
    times    = "once" | "twice" | count "times" .

`limited`, `period` and `length` (of a `count` and a `unit`) are in the module `moment`.
The first end of a span may borrow what it lacks from the second: `April to July 2020`, `3 May to 14 June 2022`. So may each
of several, from the last: `21 and 23 October 2025`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from eia.model.misdated import explain, is_impossible
from eia.model.moment import (
    COUNT,
    DAY,
    UNIT,
    Days,
    Moment,
    later,
    months_on,
    read_count,
    read_limited,
    read_period,
)
from eia.model.scan import Piece, even, quote, split
from eia.model.written import Misread, Written

LONGEST = 100
"""More characters than this are no date."""
ADVERBS = {
    "daily": (1, "day"),
    "weekly": (1, "week"),
    "fortnightly": (2, "week"),
    "monthly": (1, "month"),
    "quarterly": (1, "quarter"),
    "half-yearly": (6, "month"),
    "annually": (1, "year"),
    "yearly": (1, "year"),
}
TIMES = {"once": 1, "twice": 2}

SEPARATOR = re.compile(";")
AND = re.compile(", (?:and )?| and ")
TO = (" to ", " until ", " – ", " - ", "–")
BETWEEN = re.compile("between (?P<first>.*) and (?P<last>.*)")
MONTHS_TO = re.compile(f"(?:the )?(?:rolling )?(?:{COUNT} months|(?P<year>year)) (?:to|ending) (?P<last>.*)")
LENGTH_FROM = re.compile(f"{COUNT} {UNIT} from (?P<first>.*)")
ADVERB = re.compile("|".join(ADVERBS))
MONTHLY = re.compile(f"{COUNT}[ -]monthly")
EVERY = re.compile(f"(?:every|each) (?:{COUNT} )?{UNIT}")
TIMES_A = re.compile(f"(?:(?P<word>{'|'.join(TIMES)})|{COUNT} times) (?:a|per|every|each) {UNIT}")
BOUND = re.compile("(?P<every>[^,]*?),? (?P<bound>first|from|until) (?P<period>.*)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """All days between two ends, both included."""

    start: int
    end: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Something that comes again: so many `times` every so many units; twice a year is 2, 1, `year`."""

    start: int
    end: int
    times: int
    every: int
    unit: str
    """`day`, `week`, `month`, `quarter` or `year`."""
    first: date | None = None
    last: date | None = None
    """Only where `until` says so."""


@dataclass(frozen=True)
class When(Written):
    """Moments, spans and recurrences, in the order written."""

    parts: tuple[Moment | Stretch | Recurrence, ...] = ()

    @classmethod
    def read(cls, words: str) -> Self:
        """The time that these words mean."""
        pieces, separators = split(even(words), SEPARATOR)
        if not separators and not pieces[0].text:
            return cls(words, (_missing(Piece("", 0, len(words))),))
        parts: list[Moment | Stretch | Recurrence] = []
        misreads = []
        for number, piece in enumerate(pieces):
            read = _read_piece(piece) if 0 < len(piece.text) <= LONGEST else ()
            if not read:
                misreads.append(_misread(words, piece) if piece.text else _missing(separators[max(number - 1, 0)]))
            elif any(part.first and part.last and part.first > part.last for part in read):
                misreads.append(_backwards(words, piece))
            else:
                parts.extend(read)
        return cls(words, tuple(dict.fromkeys(misreads)), tuple(parts))

    @property
    def first(self) -> date | None:
        """The earliest day that may be meant; nothing, if any part leaves it open or could not be read."""
        days = [part.first for part in self.parts if part.first]
        return min(days) if days and self._all_read(days) else None

    @property
    def last(self) -> date | None:
        """The latest day that may be meant; nothing, if any part leaves it open or could not be read."""
        days = [part.last for part in self.parts if part.last]
        return max(days) if days and self._all_read(days) else None

    def _all_read(self, days: list[date]) -> bool:
        return len(days) == len(self.parts) and not self.misreads


def _read_piece(piece: Piece) -> Sequence[Moment | Stretch | Recurrence]:
    """What is meant between two semicolons; nothing, if it cannot be read."""
    text = " ".join(piece.text.split())
    if moment := read_limited(text, piece.start, piece.end):
        return [moment]
    if ends := _read_length(text) or _read_span(text):
        return [Stretch(piece.start, piece.end, *ends)]
    if recurrence := _read_recurrence(text, piece):
        return [recurrence]
    return [Moment(piece.start, piece.end, days.kind, days.first, days.last) for days in _read_several(text)]


def _read_several(text: str) -> list[Days]:
    """Days, months or years with `and` before the last of them; nothing, if any cannot be read."""
    *words, last = AND.split(text)
    read = [_read_borrowing(one, last) for one in words] if " and " in text else []
    days = [one for one in [*read, read_period(last)] if one]
    return days if read and len(days) == len(words) + 1 else []


def _read_length(text: str) -> tuple[date, date] | None:
    """A span of which one end is given, and how long it is."""
    if found := MONTHS_TO.fullmatch(text):
        count = 12 if found["year"] else read_count(found["count"])
        period = read_period(found["last"])
        return (months_on(period.last + DAY, -count), period.last) if period else None
    if found := LENGTH_FROM.fullmatch(text):
        period = read_period(found["first"])
        return (period.first, later(period.first, read_count(found["count"]), found["unit"]) - DAY) if period else None
    return None


def _read_span(text: str) -> tuple[date, date] | None:
    """A span of which both ends are given; the first may lack what the second ends with."""
    words = _two_ends(text)
    last = read_period(words[1]) if words else None
    if not words or not last:
        return None
    first = _read_borrowing(*words)
    return (first.first, last.last) if first else None


def _read_borrowing(words: str, last: str) -> Days | None:
    """The days that words mean, which may lack what the last ones end with."""
    tail = last.split(" ")
    lent = (" ".join([words, *tail[number:]]) for number in range(len(tail), 0, -1))
    return next(filter(None, map(read_period, lent)), None)


def _two_ends(text: str) -> tuple[str, str] | None:
    if between := BETWEEN.fullmatch(text):
        return between["first"], between["last"]
    for to in TO:
        first, found, last = text.removeprefix("from ").partition(to)
        if found:
            return first, last
    return None


def _read_recurrence(text: str, piece: Piece) -> Recurrence | None:
    bound = BOUND.fullmatch(text)
    how_often = _how_often(bound["every"] if bound else text)
    period = read_period(bound["period"]) if bound else None
    if not how_often or (bound and not period):
        return None
    first = period.first if bound and period and bound["bound"] != "until" else None
    last = period.last if bound and period and bound["bound"] == "until" else None
    return Recurrence(piece.start, piece.end, *how_often, first, last)


def _how_often(text: str) -> tuple[int, int, str] | None:
    """How many times, every how many of which unit."""
    if ADVERB.fullmatch(text):
        return (1, *ADVERBS[text])
    if found := MONTHLY.fullmatch(text):
        return 1, read_count(found["count"]), "month"
    if found := EVERY.fullmatch(text):
        return 1, read_count(found["count"]), found["unit"]
    if found := TIMES_A.fullmatch(text):
        return TIMES.get(found["word"]) or read_count(found["count"]), 1, found["unit"]
    return None


def _missing(place: Piece) -> Misread:
    beside = f" beside {quote(place.text)}" if place.text else ""
    return Misread(place.start, place.end, f"no date is given{beside}", "write e.g. `June 2026` or `quarterly`")


def _backwards(words: str, piece: Piece) -> Misread:
    said = quote(words[piece.start : piece.end])
    help = "write the year at both ends, the earlier one first"
    return Misread(piece.start, piece.end, f"{said} ends before it begins", help, impossible=True)


def _misread(words: str, piece: Piece) -> Misread:
    said = words[piece.start : piece.end][: LONGEST + 1]
    return Misread(piece.start, piece.end, *explain(said), is_impossible(said))
