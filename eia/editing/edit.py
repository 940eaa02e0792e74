"""An edit: a stretch of characters, and what comes in its place. That alone changes; every other character stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from eia.editing.refused import NotMade
from eia.text.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """These words in place of those of the span."""

    span: Span
    words: str


def spliced(source: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; those at one place in the order in which they come. Raises `NotMade` where two overlap."""
    several = sorted(edits, key=lambda one: (one.span.start, one.span.end))
    if any(one.span.end > other.span.start for one, other in pairwise(several)):
        raise NotMade("two changes would be made to the same words")
    pieces, done = [], 0
    for one in several:
        pieces += [source[done : one.span.start], one.words]
        done = one.span.end
    return "".join((*pieces, source[done:]))
