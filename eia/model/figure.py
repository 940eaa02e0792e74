"""Figures as officers write them: `76% (941 of 1,232)`, one for each column where `v` or `->` stands between.

    cells  = figure { ( "v" | "vs" | "vs." | "versus" | "→" | "->" ) figure } .
    figure = [ approx ] value [ "to" value ] [ [ "out" ] "of" number ] [ count ] | absent .
    approx = "about" | "c" | "~" | "nearly" | "over" | "at least" | …            the words of APPROX
    value  = [ sign ] "£" number [ "k" | "m" | "bn" | … ] [ ( "a" | "per" | "each" ) word ] | [ sign ] number [ unit ] .
    unit   = "%" | "per cent" | "pp" | "percentage points" | "times" | "x" | "minutes" | "miles" | …   the words of UNITS
    count  = "," number "of" number | "(" [ sign ] number [ "of" number ] ")" .
    sign   = "+" | "-" | "−" | "–" .                                             no space after it
    number = digits, thousands by comma in threes, decimals by a point; at most 15 digits before the point, 9 after it .
    absent = "not collected" | "not recorded" | "not published" | "suppressed" .

A figure has one base at most. Whether its numbers agree is not judged here: `1,232 of 941` is read as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from eia.model.scan import Piece, even, quote, split
from eia.model.written import Misread, Written

APPROX = {
    **dict.fromkeys(("about", "approximately", "around", "circa", "c.", "c", "~"), "about"),
    **dict.fromkeys(("nearly", "almost"), "nearly"),
    **dict.fromkeys(("over", "more than"), "over"),
    **dict.fromkeys(("under", "less than", "fewer than"), "under"),
    "at least": "at least",
    **dict.fromkeys(("at most", "up to"), "at most"),
}
MEASURES = ("minutes", "hours", "days", "weeks", "months", "years", "miles", "kilometres", "metres")
"""In which time and distance are measured."""
UNITS = {
    **dict.fromkeys(("%", "per cent", "percent"), "%"),
    **dict.fromkeys(("pp", "percentage points", "percentage point"), "points"),
    **dict.fromkeys(("times", "x"), "times"),
    **{word: unit for unit in MEASURES for word in (unit, unit.removesuffix("s"))},
    "km": "kilometres",
}
SCALES = {"thousand": 3, "k": 3, "million": 6, "m": 6, "billion": 9, "bn": 9}
YEARLY = ("year", "annum")
TO_DECIMAL = str.maketrans("−–", "--", "£,")


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


SIGN = "[+−–-]"
NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,9})?(?![0-9]|[.,][0-9])"
COLUMN = re.compile(r"→|->|(?<![a-z])(?:versus|vs\.?|v)(?![a-z])")
ABSENT = re.compile("not (?:collected|recorded|published)|suppressed")
ABOUT = re.compile(_any_of(APPROX))
MONEY = re.compile(
    rf"(?P<number>{SIGN}?£{NUMBER})(?: *(?P<scale>{_any_of(SCALES)})(?![a-z]))?(?: +(?:an?|per|each) +(?P<per>[a-z]+))?"
)
PLAIN = re.compile(rf"(?P<number>{SIGN}?{NUMBER})(?: *(?P<unit>{_any_of(UNITS)})(?![a-z]))?")
TO = re.compile(rf"to +(?={SIGN}?£?[0-9])")
OF = re.compile(rf"(?:out +)?of +(?P<base>{NUMBER})")
COUNT = re.compile(rf", *(?P<count>{NUMBER}) +of +(?P<base>{NUMBER})")
BRACKET = re.compile(rf"\( *(?P<count>{SIGN}?{NUMBER})(?: +of +(?P<base>{NUMBER}))? *\)")

HELP = "write e.g. `76% (941 of 1,232)`, `-19 percentage points` or `not collected`; words around it belong in `note:`"
SLIPS = [
    (re.compile(pattern), advice)
    for pattern, advice in (
        (r"[^0-9]*", "write the number in digits, or `not collected`"),
        (r"[^(]*\([^)]*", "close the bracket, as in `76% (941 of 1,232)`"),
        (r"\([^)]*\)", "write the figure before its bracket, e.g. `76% (941 of 1,232)`"),
        (r".*\bof *\)?", "write the base after `of`, e.g. `941 of 1,232`"),
        (r".* of .* of .*", "name the base once, e.g. `76% (941 of 1,232)`"),
        (rf"([^ ]+) ({NUMBER} of {NUMBER})", r"write `\1 (\2)`"),
        (rf"({NUMBER}) *(?:/|of|out of) *({NUMBER}) *\(({NUMBER} *%)\)", r"write `\3 (\1 of \2)`"),
        (r"[^/]*/[^/]*", "write a share as `941 of 1,232`, and two figures as `60% v 40%`"),
        (r"[<>≤≥].*", "write `under`, `over`, `at most` or `at least`"),
        (r".* or .*", "write `v` between two figures, or `to` for a range"),
        (r".* to .*", "write one unit for both ends, e.g. `1.2x to 1.9x`"),
        (r"(£?[0-9.,]+)[–-](£?[0-9.,]+.*)", r"write `\1 to \2`"),
        (r"[+−–£-]+ .*", "write the sign close to the number, e.g. `-19pp` or `£5`"),
        (rf"({NUMBER}) (?:in|from|per) ({NUMBER})", r"write `\1 of \2`, or a percentage"),
        (rf"[^0-9]*{NUMBER}[^0-9(]*|.*\([^)0-9]*\)", "leave out the words around the figure; they belong in `note:`"),
        (r"[^0-9]*[0-9.,]*[.,][0-9.,]*[^0-9.,]*", "write thousands as in `1,234` and decimals as in `12.3`"),
    )
]
LONGEST = 80
"""Advice is for slips; longer cells are no slips."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, with its sign and its `£`, and its exact value."""

    words: str
    value: Decimal
    places: int
    """How many digits stand after the point."""
    start: int
    end: int
    scale: int = 0
    """How many noughts `k`, `m` or `bn` add."""

    @property
    def amount(self) -> Decimal:
        """The value with its noughts: 1,500,000 for `£1.5m`."""
        return self.value.scaleb(self.scale)

    @property
    def has_sign(self) -> bool:
        """Whether a plus or a minus stands before it, as before a change."""
        return self.words[:1] in "+-−–"


@dataclass(frozen=True, slots=True)
class Figure:
    """One cell. With neither a value nor a reason why it is absent, it could not be read; it keeps its column."""

    start: int
    end: int
    approx: str = ""
    """`about`, `nearly`, `over`, `under`, `at least` or `at most`, whichever way it is written."""
    value: Number | None = None
    to: Number | None = None
    """The other end of a range."""
    unit: str = ""
    """`%`, `points`, `times`, `£`, `minutes`, …; `of` for a bare share such as `32 of 40`; nothing for a plain number."""
    per: str = ""
    """`a year`, `a head`, … with `a`, whichever way it is written."""
    count: Number | None = None
    of: Number | None = None
    """The base."""
    absent: str = ""


@dataclass(frozen=True)
class Figures(Written):
    """The figures of one line, one for each column."""

    cells: tuple[Figure, ...] = ()

    @classmethod
    def read(cls, words: str) -> Self:
        """The figures that these words mean."""
        pieces, separators = split(even(words), COLUMN)
        if not separators and not pieces[0].text:
            return cls(words, (Misread(0, len(words), "no figure is given", HELP),))
        cells = [_Cell(words, piece).read() for piece in pieces]
        unread = [number for number, cell in enumerate(cells) if not cell]
        misreads = (
            _misread(words, pieces[number]) if pieces[number].text else _missing(separators[max(number - 1, 0)])
            for number in unread
        )
        kept = (cell or Figure(piece.start, piece.end) for piece, cell in zip(pieces, cells, strict=True))
        return cls(words, tuple(dict.fromkeys(misreads)), tuple(kept))


@dataclass(frozen=True, slots=True)
class _Value:
    number: Number
    unit: str
    per: str = ""


class _Cell:
    """Reads one cell from left to right."""

    def __init__(self, words: str, piece: Piece) -> None:
        self.words = words
        self.piece = piece
        self.at = 0

    def read(self) -> Figure | None:
        """The figure, or nothing when the cell does not follow the grammar to its end."""
        start, end = self.piece.start, self.piece.end
        if absent := ABSENT.fullmatch(self.piece.text):
            return Figure(start, end, absent=absent[0])
        approx = self._take(ABOUT)
        value = self._value()
        to = self._value() if self._take(TO) else None
        base = self._take(OF)
        count = self._take(COUNT) or self._take(BRACKET)
        units = {side.unit for side in (value, to) if side and side.unit}
        bases = [found for found in (base, count) if found and found["base"]]
        if not value or self.at < len(self.piece.text) or len(units) > 1 or len(bases) > 1:
            return None
        return Figure(
            start,
            end,
            approx=APPROX[approx[0]] if approx else "",
            value=value.number,
            to=to.number if to else None,
            unit=units.pop() if units else "of" if base else "",
            per=(to.per if to else "") or value.per,
            count=self._number(count, "count") if count else None,
            of=self._number(bases[0], "base") if bases else None,
        )

    def _value(self) -> _Value | None:
        if money := self._take(MONEY):
            per = money["per"] and ("a year" if money["per"] in YEARLY else f"a {money['per']}")
            return _Value(self._number(money, "number", SCALES.get(money["scale"], 0)), "£", per or "")
        if plain := self._take(PLAIN):
            return _Value(self._number(plain, "number"), UNITS.get(plain["unit"], ""))
        return None

    def _number(self, found: re.Match[str], group: str, scale: int = 0) -> Number:
        start, end = (self.piece.start + offset for offset in found.span(group))
        digits = found[group].translate(TO_DECIMAL)
        return Number(self.words[start:end], Decimal(digits), len(digits.partition(".")[2]), start, end, scale)

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What the pattern finds here, past any spaces; otherwise nothing, and no step is taken."""
        text = self.piece.text
        while self.at < len(text) and text[self.at] == " ":
            self.at += 1
        found = pattern.match(text, self.at)
        if found:
            self.at = found.end()
        return found


def _missing(separator: Piece) -> Misread:
    message = f"no figure stands beside {quote(separator.text)}"
    return Misread(separator.start, separator.end, message, "write a figure, or `not collected`")


def _misread(words: str, piece: Piece) -> Misread:
    slips = ((pattern.fullmatch(piece.text), advice) for pattern, advice in SLIPS if len(piece.text) <= LONGEST)
    advice = next((found.expand(advice) for found, advice in slips if found), HELP)
    said = quote(words[piece.start : piece.end])
    return Misread(piece.start, piece.end, f"{said} cannot be read as a figure", advice)
