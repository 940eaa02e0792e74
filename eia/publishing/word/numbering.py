"""The numbering part: every list is an instance of its own there, so that it starts anew wherever it stands."""

from __future__ import annotations

from dataclasses import dataclass

from .markup import Element, w

BULLETED, NUMBERED = 1, 2
"""The two kinds of list in the template's numbering part, where marks and indents are."""
DEEPEST = 8
STEP = 400
"""How far each level of the numbering part is indented, in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """The lists of a document, each an instance of one of the two kinds."""

    _part: Element

    def begin(self, numbered: bool, level: int, first: int) -> Element:
        """Start a list; every item of it takes (a copy of) the element that is returned."""
        level, number = min(level, DEEPEST), len(self._part) + 1
        restart = w("lvlOverride", w("startOverride", val=first), ilvl=level)
        kind = w("abstractNumId", val=NUMBERED if numbered else BULLETED)
        # Word calls a file corrupt when a kind of list follows a list; the template's kinds come first.
        self._part.append(w("num", kind, restart, numId=number))
        return w("numPr", w("ilvl", val=level), w("numId", val=number))
