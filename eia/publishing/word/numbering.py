"""The numbering part: every list is an instance of its own there, so that it starts anew wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Self

from .markup import NAMESPACES, Element, w
from .unusable import number

DEEPEST = 8
STEP = 400
"""How far each level of the numbering part is indented, in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """The two kinds of list, by their numbers in the numbering part, where marks and indents are."""

    bulleted: int
    numbered: int


OURS = Kinds(1, 2)


@dataclass(frozen=True, slots=True)
class Numbering:
    """The lists of a document, each an instance of one of the two kinds."""

    _part: Element
    _kinds: Kinds
    _free: Iterator[int]

    @classmethod
    def of(cls, part: Element, kinds: Kinds) -> Self:
        """The lists of a part that may hold others."""
        taken = [number(one, "numId") for one in part.iterfind("w:num", NAMESPACES)]
        return cls(part, kinds, count(max(len(part), *taken) + 1))

    def begin(self, numbered: bool, level: int, first: int) -> Element:
        """Start a list; every item of it takes (a copy of) the element that is returned."""
        level, fresh = min(level, DEEPEST), next(self._free)
        restart = w("lvlOverride", w("startOverride", val=first), ilvl=level)
        kind = w("abstractNumId", val=self._kinds.numbered if numbered else self._kinds.bulleted)
        # Word calls a file corrupt when a kind of list follows a list; the template's kinds come first.
        self._part.append(w("num", kind, restart, numId=fresh))
        return w("numPr", w("ilvl", val=level), w("numId", val=fresh))
