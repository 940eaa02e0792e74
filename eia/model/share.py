"""Shares in running text whose percentage, count and base are certain: `38% (151 of 397)`, `151 of 397 (38%)`.

    share   = percent "(" ratio ")" | percent "," ratio end | ratio "(" percent ")" .
    percent = number ( "%" | "per cent" | "percent" ) .
    ratio   = number [ "out" ] "of" [ "the" ] number .
    end     = a full stop, another sign that ends a clause, or the end of the text .

Numbers are those of figures. What a word such as `about`, `by` or `to` leaves open or makes a change is no such share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from eia.model.figure import APPROX, NUMBER, Figure, Figures
from eia.model.scan import even
from eia.model.wording import readable

_FIRST = r"(?<![\w.,£$€%/+−–~<>≤≥≈-])"
_PERCENT = rf"(?P<percent>{NUMBER}) ?(?:%|per cent(?![a-z])|percent(?![a-z]))"
_RATIO = rf"(?P<count>{NUMBER}) (?:out )?of (?:the )?(?P<base>{NUMBER})"
_SHARES = tuple(
    map(
        re.compile,
        (
            rf"{_FIRST}{_PERCENT},? \( ?{_RATIO} ?\)",
            rf"{_FIRST}{_PERCENT}, {_RATIO}(?= ?(?:[.;:)]|$))",
            rf"{_FIRST}{_RATIO} \( ?{_PERCENT} ?\)",
        ),
    )
)
_WORDS = "|".join(map(re.escape, (*APPROX, "roughly", "some", "just", "close to", "by")))
_LOOSE = re.compile(rf"(?:(?<![a-z])(?:{_WORDS})|[0-9]%? (?:to|and|or)) $")
"""Stands before a figure that is no more than approximate, a change, or one end of two."""
_FARTHEST = 20


@dataclass(frozen=True, slots=True)
class Share:
    """A share as the grammar of figures reads it, and where it stands in the text."""

    figure: Figure
    start: int
    end: int


def shares(words: str) -> Iterator[Share]:
    """The shares of a prose, in no order."""
    if " of " not in words.replace("\n", " ") or ("%" not in words and "per" not in words):
        return
    said = even(readable(words))
    for pattern in _SHARES:
        for found in pattern.finditer(said):
            if not _LOOSE.search(said, max(0, found.start() - _FARTHEST), found.start()):
                figure = Figures.read(f"{found['percent']}% ({found['count']} of {found['base']})").cells[0]
                yield Share(figure, *found.span())
