"""Holds a PDF against the page that it was made from, which says where everything stands: what it lacks is not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING
from unicodedata import normalize

from . import html
from .reading import Reading
from .words import AGAIN, Run, run

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

EDGE = 60
"""In so many points above and below stands what every sheet says anew."""
SOON = 2000
"""So many letters, about a sheet, may stand between a line and the next."""
_LETTERS = re.compile(r"[\w%£$€]")


def read(content: bytes, page: bytes) -> Reading:
    """What stands in a page, as far as it stands in a PDF too, each line near the one before it."""
    reading, paper = html.read(page), _Paper.of(content)
    pictures, search = set(map(run, html.files(page))), _Search(paper)
    lines = tuple(
        line if line in pictures or line in paper.beside or search.finds(line) else () for line in reading.lines
    )
    lost = {number for number, lines in html.notes(page).items() if not all(paper.says(one) for one in lines)}
    notes = {number: said for number, said in reading.notes.items() if number not in lost}
    return replace(reading, lines=lines, notes=notes)


@dataclass(frozen=True, slots=True)
class _Paper:
    """A PDF as it was read back."""

    letters: str
    """Those of all its sheets, one after the other; how words are broken into lines is not compared."""
    ends: tuple[int, ...]
    """Where each sheet ends among them."""
    beside: frozenset[Run]
    """The addresses of links, and what stands for pictures."""

    @classmethod
    def of(cls, content: bytes) -> _Paper:
        """What a PDF says."""
        from pypdf import PdfReader

        document = PdfReader(BytesIO(content))
        sheets = [_letters(_text(sheet)) for sheet in document.pages]
        beside = frozenset(map(run, (*_addresses(document), *_alternatives(document))))
        return cls("".join(sheets), tuple(accumulate(map(len, sheets))), beside)

    def says(self, line: Run) -> bool:
        """Whether a line stands anywhere in it."""
        return line in self.beside or _of_line(line) in self.letters


@dataclass(slots=True)
class _Search:
    """Looks for one line after the other. No two are found in the same letters."""

    paper: _Paper
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
    """The letters of a line; a mark is on paper the number that it shows."""
    return _letters("".join(line))


def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(normalize("NFKC", text).casefold()))


def _text(sheet: PageObject) -> str:
    """The words of a sheet but for those at its edges."""
    said: list[str] = []
    lowest, highest = EDGE, float(sheet.mediabox.height) - EDGE

    def keep(text: str, ground: list[float], place: list[float], *_: object) -> None:
        if lowest < ground[3] * place[5] + ground[5] < highest:
            said.append(text)

    sheet.extract_text(visitor_text=keep)
    return "".join(said)


def _addresses(document: PdfReader) -> Iterator[str]:
    for sheet in document.pages:
        for reference in sheet.get("/Annots", ()):
            action = reference.get_object().get("/A", {})
            yield from filter(None, [action.get("/URI")])


def _alternatives(document: PdfReader) -> Iterator[str]:
    """What the tags of pictures say in their place."""
    from pypdf.generic import ArrayObject, DictionaryObject

    waiting = [document.root_object["/StructTreeRoot"]]
    while waiting:
        one: object = waiting.pop().get_object()
        if isinstance(one, ArrayObject):
            waiting += one
        elif isinstance(one, DictionaryObject):
            waiting += filter(None, [one.get("/K")])
            yield from filter(None, [one.get("/Alt")])
