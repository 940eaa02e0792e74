"""Which further counts have to be hidden, so that none that is hidden follows from those that are shown.

Counts and their sums are a graph: a sum is a place where what goes in comes out, and a count leads from one sum to another, or
out of the table. A hidden count cannot be worked out if there is a way round on which hidden counts can each become one more or
one less, itself among them, so that every sum still comes to the same. Readers know that what is hidden is at least one."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Cell = TypeVar("Cell", bound=Hashable)
"""Whatever stands for a count."""
OUT = -1
"""Where a count leads that stands in one sum only; what comes in there need not go anywhere."""
Step = tuple[int, int]
"""A sum, and by how much it is out."""


@dataclass(frozen=True, slots=True)
class Sum(Generic[Cell]):
    """That some counts together come to another."""

    parts: tuple[Cell, ...]
    whole: Cell

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All counts that it holds together."""
        return (*self.parts, self.whole)

    def weight(self, cell: Cell) -> int:
        """By how much it is out when this count becomes one more."""
        return -1 if cell == self.whole else 1


def further(
    counts: Mapping[Cell, int], sums: Sequence[Sum[Cell]], hidden: Iterable[Cell], fixed: Collection[Cell] = ()
) -> set[Cell]:
    """The counts to be hidden besides, the smallest first, until none of these follows; those that are fixed stay to be seen."""
    wanted = list(hidden)
    table = _Table(counts, sums, set(wanted), fixed)
    while wanted:
        if not table.follows(wanted[-1]):
            wanted.pop()  # what is hidden later cannot show it again
        elif choice := table.helpful(wanted[-1]):
            table.hidden.add(choice[0])
        else:
            wanted.pop()  # nothing that could be hidden would help
    return table.hidden.difference(hidden)


@dataclass(slots=True)
class _Table(Generic[Cell]):
    counts: Mapping[Cell, int]
    sums: Sequence[Sum[Cell]]
    hidden: set[Cell]
    fixed: Collection[Cell]
    within: dict[Cell, tuple[int, ...]] = field(init=False)
    """In which sums each count stands."""

    def __post_init__(self) -> None:
        within: defaultdict[Cell, list[int]] = defaultdict(list)
        for number, one in enumerate(self.sums):
            for cell in one.cells:
                within[cell].append(number)
        self.within = {cell: tuple(numbers) for cell, numbers in within.items()}

    def helpful(self, cell: Cell) -> list[Cell]:
        """What it could help to hide, the best first: beside hidden counts that stand alone in a sum, the more the better."""
        alone = [self.sums[number] for number in self._reached(cell) if self._is_alone(number)]
        lonely = Counter(one for each in alone for one in each.cells if self._can_be_hidden(one))
        near = lonely or Counter(
            one for number in self._reached(cell) for one in self.sums[number].cells if self._can_be_hidden(one)
        )
        return sorted(near, key=lambda one: (-lonely[one], self.counts[one]))

    def _reached(self, cell: Cell) -> list[int]:
        """The sums that a hidden count stands in, and those that it reaches through other hidden ones."""
        reached = list(self.within.get(cell, ()))
        for number in reached:  # it grows as we go
            hidden = (one for one in self.sums[number].cells if one in self.hidden)
            reached += dict.fromkeys(each for one in hidden for each in self.within[one] if each not in reached)
        return reached

    def _is_alone(self, number: int) -> bool:
        return sum(one in self.hidden for one in self.sums[number].cells) == 1

    def _can_be_hidden(self, cell: Cell) -> bool:
        return self.counts[cell] > 0 and cell not in self.hidden and cell not in self.fixed

    def follows(self, cell: Cell) -> bool:
        """Whether a hidden count can be worked out."""
        return not any(self._moves(cell, by) for by in (1, -1))

    def _moves(self, cell: Cell, by: int) -> bool:
        """Whether it can become one more (or less) and every sum still comes to the same."""
        if self.counts[cell] + by < 1:
            return False
        ends = self._ends(cell, by)
        if len(ends) > 2:
            return False  # it may be, and nobody has to know
        (first, out), (last, wanted) = ends
        if first == last:
            return first == OUT
        before: dict[Step, tuple[Step, Cell, int]] = {}
        waiting = deque([(first, out)])
        while waiting:
            here = waiting.popleft()
            for step, one, change in self._steps(here, cell):
                if step != (first, out) and step not in before:
                    before[step] = (here, one, change)
                    waiting.append(step)
                if step[0] == last and (last == OUT or step[1] == -wanted):
                    return self._holds({cell: by}, self._way((first, out), step, before))
        return False

    def _ends(self, cell: Cell, by: int) -> list[Step]:
        """The sums that a change of a count puts out, and by how much; those that it leads to from outside too."""
        ends = [(number, by * self.sums[number].weight(cell)) for number in self.within.get(cell, ())]
        return ends + [(OUT, 0)] * (2 - len(ends))

    def _steps(self, here: Step, but: Cell) -> Iterator[tuple[Step, Cell, int]]:
        """What can make good what is out in a sum, and what is out then."""
        number, out = here
        loose = (one for one in self.hidden if len(self.within.get(one, ())) == 1) if number == OUT else ()
        for one in loose or (one for one in self.sums[number].cells if one in self.hidden):
            for change in (1, -1) if number == OUT else (-out * self.sums[number].weight(one),):
                ends = self._ends(one, change)
                if one != but and len(ends) == 2 and self.counts[one] + change >= 1:
                    other = next((end for end in ends if end[0] != number), None)
                    if other is not None:
                        yield other, one, change

    @staticmethod
    def _way(first: Step, last: Step, before: Mapping[Step, tuple[Step, Cell, int]]) -> Iterator[tuple[Cell, int]]:
        while last != first:
            last, cell, change = before[last]
            yield cell, change

    def _holds(self, changes: dict[Cell, int], way: Iterable[tuple[Cell, int]]) -> bool:
        """Whether all these changes together leave every count at least one, and every sum what it was."""
        out: Counter[int] = Counter()
        for cell, change in way:
            changes[cell] = changes.get(cell, 0) + change
        for cell, change in changes.items():
            for number in self.within.get(cell, ()):
                out[number] += change * self.sums[number].weight(cell)
        return not any(out.values()) and all(self.counts[cell] + change >= 1 for cell, change in changes.items())
