"""Holds sheets of paper against the page of the same words, which says where everything stands: what they lack is not read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import accumulate, groupby, pairwise
from unicodedata import normalize

from . import html
from .reading import Reading
from .words import AGAIN, Run, run

SOON = 2000
"""So many letters, about a sheet of paper, may stand between a line and the next."""
_LETTERS = re.compile(r"[\w%£$€]")


@dataclass(frozen=True, slots=True)
class Paper:
    """The words of a document, without the places that they belong to."""

    letters: str
    """Those of all its sheets, one after the other; how words are broken into lines is not compared."""
    ends: tuple[int, ...]
    """Where each sheet ends among them."""
    beside: frozenset[Run]
    """The addresses of links, and what stands for pictures."""

    @classmethod
    def of(cls, sheets: Iterable[str], beside: Iterable[str]) -> Paper:
        """The words of these sheets, and what has words of its own beside them."""
        each = [_of_line(run(sheet)) for sheet in sheets]
        return cls("".join(each), tuple(accumulate(map(len, each))), frozenset(map(run, beside)))

    def says(self, line: Run) -> bool:
        """Whether a line stands anywhere in it."""
        return line in self.beside or _of_line(line) in self.letters


def held(page: bytes, paper: Paper) -> Reading:
    """What stands in a page, as far as it stands on paper too, each line near the one before it."""
    reading, pictures, search = html.read(page), set(map(run, html.files(page))), _Search(paper)
    lines = tuple(
        line if line in pictures or line in paper.beside or search.finds(line) else () for line in reading.lines
    )
    lost = {number for number, lines in html.notes(page).items() if not all(paper.says(one) for one in lines)}
    notes = {number: said for number, said in reading.notes.items() if number not in lost}
    return replace(reading, lines=lines, notes=notes)


@dataclass(slots=True)
class _Search:
    """Looks for one line after the other. No two are found in the same letters."""

    paper: Paper
    at: int = 0
    """Behind the last that was found where it was looked for first."""
    taken: set[int] = field(default_factory=set)

    def finds(self, line: Run) -> bool:
        """Whether a line stands on paper; what it only says again may stand between its words."""
        pieces = (tuple(words) for is_again, words in groupby(line, AGAIN.__eq__) if not is_again)
        return all(self._finds(words) for words in pieces)

    def _finds(self, line: Run) -> bool:
        """Whether it stands soon behind the last; or elsewhere, since on paper a row goes on sheet by sheet, not cell by cell."""
        words = _of_line(line)
        soon = self.at + len(words) + SOON
        if (start := self._free(words, self.at, soon)) >= 0:
            self.at = start + len(words)
        elif (start := self._free(words, 0, len(self.paper.letters))) < 0:
            return self._is_parted(line)
        self.taken.add(start)
        return True

    def _free(self, words: str, first: int, last: int) -> int:
        start = self.paper.letters.find(words, first, last)
        while start in self.taken:
            start = self.paper.letters.find(words, start + 1, last)
        return start

    def _is_parted(self, line: Run) -> bool:
        """Whether a line begins on one sheet and ends on the next, behind other words: a row may be higher than a sheet."""
        for first, last in pairwise((0, *self.paper.ends)):
            for cut in range(len(line) - 1, 0, -1):
                if self.paper.letters.find(_of_line(line[:cut]), first, last) >= 0:
                    rest = self.paper.letters.find(_of_line(line[cut:]), last)
                    if rest >= 0:
                        return True
                    break
        return False


def _of_line(line: Run) -> str:
    """The letters of words; the mark of a footnote is on paper the number that it shows."""
    return "".join(_LETTERS.findall(normalize("NFKD", "".join(line))))
