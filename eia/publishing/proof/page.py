"""The words of a document that was read back, one after the other, and where each of them and each place is."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from .expected import Place
from .reading import Reading, Stretch
from .words import Run, mark

BREAK = "\n"
"""Stands between lines, so that nothing is found across them."""


@dataclass(frozen=True)
class Page:
    """The words of a document, and the places that are asked about."""

    reading: Reading
    whole: Mapping[str, Stretch]
    """Where each place begins and ends, by its anchor."""
    words: list[str]
    starts: list[int]
    """Where each line begins among the words."""

    @classmethod
    def of(cls, reading: Reading, anchors: Iterable[str], opening: str, sources: Mapping[str, Run]) -> Page:
        """A document with these places; what stands before its first heading goes by a name of its own."""
        whole = {one: reading.places[name] for one in anchors if (name := reading.named(one)) in reading.places}
        whole[opening] = (0, reading.opening)
        marks = _marks(reading, sources)
        words, starts = list[str](), [0]
        for line in reading.lines:
            words += (*(marks.get(word, word) for word in line), BREAK)
            starts.append(len(words))
        return cls(reading, whole, words, starts)

    def breadth(self, place: Place) -> int:
        """How many lines a place has."""
        return sum(end - first for first, end in (self.whole.get(anchor, (0, 0)) for anchor in place))

    def stretches(self, place: Place) -> Iterator[Stretch]:
        """Where to look: first where nothing but the place is, then also in the places within it."""
        yield from (stretch for anchor in place for stretch in self._own.get(anchor, ()))
        yield from (self.whole[anchor] for anchor in place if anchor in self.whole)

    def spots(self, way: Run, stretch: Stretch, since: int = 0) -> Iterator[int]:
        """Where words begin that stand one after the other in these lines, from a word on."""
        rarest = min(range(len(way)), key=lambda at: len(self._places.get(way[at], ())))
        everywhere = self._places.get(way[rarest], [])
        first, end = (self.starts[line] for line in stretch)
        for number in range(bisect_left(everywhere, max(first, since) + rarest), len(everywhere)):
            start = everywhere[number] - rarest
            if start + len(way) > end:
                return
            begins = self.words[start] == way[0]  # mostly not, and then nothing need be cut out
            if begins and tuple(self.words[start : start + len(way)]) == way:
                yield start

    @cached_property
    def _places(self) -> Mapping[str, list[int]]:
        """Where each word stands."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self.words):
            found[word].append(at)
        return found

    @cached_property
    def _own(self) -> Mapping[str, list[Stretch]]:
        """The lines of each place that lie in none within it."""
        owners = [""] * len(self.reading.lines)
        for anchor, (first, end) in sorted(self.whole.items(), key=lambda one: one[1][0] - one[1][1]):
            owners[first:end] = [anchor] * (end - first)
        own: defaultdict[str, list[Stretch]] = defaultdict(list)
        for anchor, lines in groupby(enumerate(owners), key=lambda one: one[1]):
            numbers = [at for at, _ in lines]
            own[anchor].append((numbers[0], numbers[-1] + 1))
        return own


def _marks(reading: Reading, sources: Mapping[str, Run]) -> dict[str, str]:
    """For the mark of each footnote that of its source, where the footnote has all of the source's words."""
    numbers = {id: reading.number(id) for id in sources}
    return {
        mark(number): mark(f"source {id}")
        for id, number in numbers.items()
        if number and {*sources[id]} <= {*reading.notes.get(number, ())}
    }
