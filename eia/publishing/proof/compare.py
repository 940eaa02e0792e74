"""Looks for all that is expected where it must stand; each word of the document stands for one thing only."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from .expected import Expected, Place
from .reading import Reading, Stretch
from .words import Run, mark

BREAK = "\n"
"""Stands between lines, so that nothing is found across them."""


@dataclass(frozen=True)
class Page:
    """The words of a document, the places that are asked about, and which words have been found to stand for something."""

    reading: Reading
    whole: Mapping[str, Stretch]
    """Where each place begins and ends, by its anchor."""
    words: list[str]
    starts: list[int]
    """Where each line begins among the words."""
    taken: bytearray

    @classmethod
    def of(cls, reading: Reading, anchors: Iterable[str], opening: str, sources: Mapping[str, Run]) -> Page:
        """A document in which nothing has been found yet; what stands before its first heading goes by a name of its own."""
        whole = {one: reading.places[name] for one in anchors if (name := reading.named(one)) in reading.places}
        whole[opening] = (0, reading.opening)
        marks = _marks(reading, sources)
        words, starts = list[str](), [0]
        for line in reading.lines:
            words += (*(marks.get(word, word) for word in line), BREAK)
            starts.append(len(words))
        return cls(reading, whole, words, starts, bytearray(len(words)))

    def lacking(self, expected: Iterable[Expected]) -> list[Expected]:
        """What is not found. Narrow places come first, in each the longest words, and of these what can be said in no other way.

        So nothing is found in the place of another."""
        asked = list(expected)
        breadth = {place: self._breadth(place) for place in {one.place for one in asked}}
        ways = [
            (breadth[one.place], -len(way), len(one.ways), at, way) for at, one in enumerate(asked) for way in one.ways
        ]
        found: set[int] = set()
        for *_, at, way in sorted(ways):
            if at not in found and self._finds(way, asked[at].place):
                found.add(at)
        return [one for at, one in enumerate(asked) if at not in found]

    def _breadth(self, place: Place) -> int:
        return sum(end - first for first, end in (self.whole.get(anchor, (0, 0)) for anchor in place))

    def _finds(self, way: Run, place: Place) -> bool:
        """Find words that stand for nothing else yet; from then on they do."""
        rarest = min(range(len(way)), key=lambda at: len(self._places.get(way[at], ())))
        everywhere = self._places.get(way[rarest], [])
        for first, end in self._stretches(place):
            last = self.starts[end] - len(way) + rarest
            for number in range(bisect_left(everywhere, self.starts[first] + rarest), len(everywhere)):
                start = everywhere[number] - rarest
                if everywhere[number] > last:
                    break
                if self._is_free(start, way):
                    self._take(start, start + len(way))
                    return True
        return False

    def _is_free(self, start: int, way: Run) -> bool:
        end = start + len(way)
        begins = self.words[start] == way[0]  # mostly not, and then nothing need be cut out
        return begins and tuple(self.words[start:end]) == way and not any(self.taken[start:end])

    def _take(self, start: int, end: int) -> None:
        self.taken[start:end] = b"\1" * (end - start)

    def _stretches(self, place: Place) -> Iterator[Stretch]:
        """Where to look: first where nothing but the place is, then also in the places within it."""
        yield from (stretch for anchor in place for stretch in self._own.get(anchor, ()))
        yield from (self.whole[anchor] for anchor in place if anchor in self.whole)

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
