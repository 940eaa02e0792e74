"""Which figures are withheld: counts of a few people, and whatever further figures one could work those out from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from eia.index import Site
from eia.model.evidence import Engagement, Evidence
from eia.model.figure import Figure
from eia.model.part import Route
from eia.model.vocabulary import plainly, words_of
from eia.project import Dossier
from eia.rules.privacy.personal import base_of, counts_in, is_few, lines_of_people
from eia.rules.privacy.recoverable_suppression import HIDDEN, TOTALS, UNDER
from eia.rules.privacy.small_count import LEAST
from eia.withholding.secondary import Sum, further

Place = tuple[Route, int]
"""A figure: the route of its line, and the number of its column; for what stands under `total:`, no column."""
NO_COLUMN = -1
_NUMBER = re.compile(r"(?<![\w£.,])[0-9][0-9,]{0,12}(?![\w%.]| *%| *per cent)")
_ROUNDED = 0.5
"""So much may each percentage be away from what it was."""


@dataclass(frozen=True, slots=True)
class Count:
    """A figure that is withheld, and whether it is so only because another follows from it."""

    site: Site
    words: str
    is_further: bool


@dataclass
class _Part:
    """The figures of a fact or an event, as far as they can be added up."""

    route: Route
    part: Evidence | Engagement
    totals: frozenset[str]
    counts: dict[Place, int] = field(default_factory=dict)
    sums: list[Sum[Place]] = field(default_factory=list)
    fixed: set[Place] = field(default_factory=set)
    hidden: set[Place] = field(default_factory=set)
    """What the officer has hidden already."""

    @property
    def lines(self) -> Mapping[str, tuple[Figure, ...]]:
        """Its figures, by the names of their lines."""
        return {label: figures.cells for label, figures in (self.part.figures or {}).items()}

    @property
    def columns(self) -> list[str]:
        """What its columns are called."""
        return words_of(self.part.columns) if isinstance(self.part, Evidence) else []

    def place(self, label: str, at: int) -> Place:
        """Where a figure stands."""
        return ((*self.route, "figures", label), at)

    def read(self) -> None:
        """Take down all counts, and which of them come to which."""
        widths = {len(cells) for cells in self.lines.values()}
        for label, cells in self.lines.items():
            for at, cell in enumerate(cells):
                if (count := self._count(cell)) is not None:
                    self.counts[self.place(label, at)] = count
        for at in range(widths.pop() if len(widths) == 1 else 0):
            self._add_up(at)
        self._add_across()

    def _count(self, cell: Figure) -> int | None:
        """How many a figure counts, or most likely does."""
        counted = counts_in(self.part, cell)
        return counted[len(counted) // 2] if counted else None

    def _add_up(self, at: int) -> None:
        """The lines of a column, if they come to a number that is told somewhere."""
        whole = [label for label in self.lines if plainly(label) in self.totals]
        rest = {label: cells[at] for label, cells in self.lines.items() if label not in whole}
        dark = [label for label, cell in rest.items() if cell.absent == HIDDEN or (cell.approx == UNDER and cell.value)]
        if any(self.place(label, at) not in self.counts for label in rest if label not in dark) or len(rest) < 2:
            return
        shown = sum(self.counts[self.place(label, at)] for label in rest if label not in dark)
        told = {
            one: number for one, number in self._wholes(at, whole, rest).items() if self._fits(number, shown, len(dark))
        }
        if not told and not (shown and self._is_all(rest, dark)):
            return
        number = next(iter(told.values()), shown)
        self._hide(at, dark, number - shown)
        only = next(iter(told)) if len(told) == 1 else None
        sum_of = only or (("whole", *self.route), at)
        self.counts[sum_of] = number
        if only is None or only[0][0] == "whole":
            self.fixed.add(sum_of)
        self.sums.append(Sum(tuple(self.place(label, at) for label in rest), sum_of))

    def _wholes(self, at: int, labels: list[str], rest: Mapping[str, Figure]) -> dict[Place, int]:
        """What the lines of a column may come to, by where it is told: a line, `total:`, or the base of them all."""
        found = {
            self.place(label, at): self.counts[self.place(label, at)]
            for label in labels
            if self.place(label, at) in self.counts
        }
        stated = _NUMBER.findall(
            (self.part.total or "") if isinstance(self.part, Evidence) and len(self.columns) < 2 else ""
        )
        if len(stated) == 1:
            found[(*self.route, "total"), NO_COLUMN] = int(stated[0].replace(",", ""))
        bases = {base for cell in rest.values() if (base := base_of(self.part, cell))}
        if len(bases) == 1:
            found[("whole", *self.route), at] = bases.pop()
        return found

    @staticmethod
    def _fits(number: int, shown: int, dark: int) -> bool:
        """Whether lines come to a number, when what is hidden among them is at least one each."""
        return number - shown >= dark if dark else number == shown

    @staticmethod
    def _is_all(rest: Mapping[str, Figure], dark: list[str]) -> bool:
        """Whether percentages come to a hundred, as far as they are rounded."""
        shares = [float(cell.value.value) for cell in rest.values() if cell.value and cell.unit == "%"]
        return not dark and len(shares) == len(rest) and abs(sum(shares) - 100) <= _ROUNDED * len(shares)

    def _hide(self, at: int, dark: list[str], left: int) -> None:
        """What the officer has hidden, and about how many that are."""
        for label in dark:
            self.counts[self.place(label, at)] = max(1, left // len(dark))
            self.hidden.add(self.place(label, at))

    def _add_across(self) -> None:
        """The columns of a line, where one is that of all."""
        whole = [at for at, name in enumerate(self.columns) if plainly(name) in self.totals]
        for label, cells in self.lines.items() if len(whole) == 1 else ():
            every = [self.place(label, at) for at in range(len(cells))]
            parts = tuple(one for one in every if one[1] != whole[0])
            total = self.place(label, whole[0])
            if (
                len(cells) > 2
                and {*every} <= self.counts.keys()
                and sum(map(self.counts.__getitem__, parts)) == self.counts[total]
            ):
                self.sums.append(Sum(parts, total))


def counts_of(dossier: Dossier, stays: Callable[[Site], bool]) -> Iterator[Count]:
    """Every figure to be withheld, but for those that may stay, since somebody has accepted them with a reason."""
    parts = [*_parts(dossier)]
    few = {place for place in _few(dossier) if not stays(_told(dossier, place, False).site)}
    hidden, before = set(few), set[Place]()
    while hidden != before:
        before = set(hidden)
        hidden |= {one for part in parts for one in _added(part, hidden)}
        hidden |= {one for one in _restated(parts, hidden) if not stays(_told(dossier, one, True).site)}
    yield from (_told(dossier, place, place not in few) for place in sorted(hidden, key=str))


def _parts(dossier: Dossier) -> Iterator[_Part]:
    totals = frozenset(plainly(word) for word in dossier.profile.words_in(TOTALS))
    whole = dossier.assessment
    for name, held in (("evidence", whole.facts), ("engagement", whole.events)):
        for key, one in held.items():
            part = _Part((name, key), one, totals)
            part.read()
            yield part


def _few(dossier: Dossier) -> Iterator[Place]:
    """The figures that count a few people, or leave a few over from their base."""
    least = dossier.profile.threshold(LEAST)
    for line in lines_of_people(dossier):
        for at, cell in enumerate(line.figures.cells):
            counted, base = counts_in(line.part, cell), base_of(line.part, cell)
            over = range(base - counted[-1], base - counted[0] + 1) if counted and base else range(0)
            if counted and (is_few(counted, least) or is_few(over, least)):
                yield line.site.route, at


def _added(part: _Part, hidden: set[Place]) -> set[Place]:
    own = {one for one in hidden if one in part.counts}
    return further(part.counts, part.sums, (*own, *part.hidden), part.fixed) if own else set()


def _restated(parts: list[_Part], hidden: set[Place]) -> Iterator[Place]:
    """Figures that say again what is hidden: of an equal line and column, with equal numbers."""
    alike: defaultdict[tuple[object, ...], list[Place]] = defaultdict(list)
    for part in parts:
        for label, cells in part.lines.items():
            for at, cell in enumerate(cells):
                name = plainly(part.columns[at]) if at < len(part.columns) else ""
                numbers = (part.counts.get(part.place(label, at)), cell.of and cell.of.value)
                if cell.value and numbers[0]:
                    alike[plainly(label), name, *numbers].append(part.place(label, at))
    yield from (one for same in alike.values() if not hidden.isdisjoint(same) for one in same)


def _told(dossier: Dossier, place: Place, is_further: bool) -> Count:
    (table, key, *_, label), at = route, _ = place
    held = (dossier.assessment.facts if table == "evidence" else dossier.assessment.events)[str(key)]
    if at == NO_COLUMN:
        words = (held.total if isinstance(held, Evidence) else "") or ""
        return Count(replace(dossier.site(route), within=(0, len(words))), words, is_further)
    line = (held.figures or {})[str(label)]
    cell = line.cells[at]
    return Count(
        replace(dossier.site(route), within=(cell.start, cell.end)), line.words[cell.start : cell.end], is_further
    )
