"""Words of a vocabulary, one or several: `positive`, `positive, negative`, `[public, staff]`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Self

from eia.model.written import JOINT, Written

_BETWEEN = re.compile(r"[^,;]+")


@dataclass(frozen=True, slots=True)
class Term:
    """One word (or phrase without a comma), and its place in the value."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Terms(Written):
    """Words separated by commas, or a list of them."""

    items: tuple[Term, ...] = ()

    lists: ClassVar[bool] = True

    @classmethod
    def read(cls, words: str) -> Self:
        """Take the words apart; what they mean is the profile's business."""
        return cls(words, items=tuple(_term(piece) for piece in _BETWEEN.finditer(words) if piece[0].strip()))

    @classmethod
    def read_each(cls, pieces: list[str]) -> Self:
        """The items of a list, each of which is one phrase, whatever commas it has."""
        items, at = list[Term](), 0
        for piece in pieces:
            text = piece.strip()
            start = at + len(piece) - len(piece.lstrip())
            items += [Term(text, start, start + len(text))] if text else []
            at += len(piece) + len(JOINT)
        return cls(JOINT.join(pieces) if items else "", items=tuple(items))


@dataclass(frozen=True)
class Names(Terms):
    """Ids, each written in full."""


@dataclass(frozen=True)
class Rating(Terms):
    """An impact in the profile's words; `neutral to positive` is one term, and the profile knows its ends."""

    @classmethod
    def read_each(cls, pieces: list[str]) -> Self:
        """The words of all items: no word of a scale has a comma."""
        return cls.read(JOINT.join(pieces) if any(pieces) else "")


def _term(piece: re.Match[str]) -> Term:
    start = piece.start() + len(piece[0]) - len(piece[0].lstrip())
    text = piece[0].strip()
    return Term(text, start, start + len(text))
