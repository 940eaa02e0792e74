"""Looks for all that is expected where it must stand; each word of the document stands for one thing only.

First everything takes the first free words that it could be; then what found none looks for those of others that can move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .expected import Expected
from .page import Page
from .reading import Stretch
from .words import Run

NOBODY = -1
"""Has the words that have been found to stand for nothing."""
DEEPEST, MOST_TRIED = 5, 20_000
"""So many are moved, one for the other, and so many places are tried in all: a document that lacks much does lack it."""


def lacking(page: Page, expected: Sequence[Expected]) -> list[Expected]:
    """What of all this a page does not say."""
    search = _Search(page, expected, [NOBODY] * len(page.words))
    search.find()
    missing = [at for at in range(len(expected)) if at not in search.found]
    return [expected[at] for at in missing if not search.makes_room(at)]


@dataclass(slots=True)
class _Search:
    """What has been found so far. What is expected goes by its number."""

    page: Page
    expected: Sequence[Expected]
    owners: list[int]
    """Which of it each word stands for."""
    found: dict[int, tuple[int, int]] = field(default_factory=dict)
    """The first word of each that was found, and the first behind it."""
    past: dict[tuple[Run, Stretch], int] = field(default_factory=dict)
    """Up to which word nothing is left of such words in these lines."""
    tried: int = 0

    def find(self) -> None:
        """Narrow places come first, in each the longest words, and of these what can be said in no other way.

        So little is found in the place of another."""
        breadth = {place: self.page.breadth(place) for place in {one.place for one in self.expected}}
        ways = [
            (breadth[one.place], -len(way), len(one.ways), at, way)
            for at, one in enumerate(self.expected)
            for way in one.ways
        ]
        for *_, at, way in sorted(ways):
            if at not in self.found:
                self._find(at, way)

    def _find(self, at: int, way: Run) -> None:
        """Find words that stand for nothing else yet; from then on they do."""
        for stretch in self.page.stretches(self.expected[at].place):
            for start in self.page.spots(way, stretch, self.past.get((way, stretch), 0)):
                if self._is_free(start, way):
                    self.past[way, stretch] = start + len(way)
                    self._take(at, start, start + len(way))
                    return
            self.past[way, stretch] = len(self.owners)

    def makes_room(self, at: int, moving: frozenset[int] = frozenset()) -> bool:
        """Whether something can be found after all, because what stands in its words is found elsewhere as well."""
        moving |= {at}
        for others, start, end in self._tried(at):
            if moving.isdisjoint(others) and (len(moving) < DEEPEST or not others):
                owners, found = self.owners[:], self.found.copy()
                for one in others:
                    self._leave(one)
                self._take(at, start, end)
                if all(self.makes_room(one, moving) for one in sorted(others)):
                    return True
                self.owners, self.found = owners, found
        return False

    def _tried(self, at: int) -> list[tuple[set[int], int, int]]:
        """All words that could be those of something, and what else has them; the fewer others, the earlier."""
        one = self.expected[at]
        spots = [
            ({*self.owners[start : start + len(way)]} - {NOBODY}, start, start + len(way))
            for way in one.ways
            if self.tried < MOST_TRIED
            for stretch in self.page.stretches(one.place)
            for start in self.page.spots(way, stretch)
        ]
        self.tried += len(spots)
        return sorted(spots, key=lambda spot: len(spot[0]))

    def _is_free(self, start: int, way: Run) -> bool:
        return self.owners[start : start + len(way)].count(NOBODY) == len(way)

    def _take(self, at: int, start: int, end: int) -> None:
        self.owners[start:end] = [at] * (end - start)
        self.found[at] = start, end

    def _leave(self, at: int) -> None:
        start, end = self.found.pop(at)
        self.owners[start:end] = [NOBODY] * (end - start)
