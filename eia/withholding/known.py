"""People whose names are known, found again wherever they stand: forwards, backwards, with an initial, or by a part alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from eia.withholding.names import Names, Person, tokens_of

_LETTERS = re.compile(r"[^\W\d_]+")
_BETWEEN = r"[\s\u00a0._+*~-]+"
SHORTEST = 3
"""A part with fewer letters tells of nobody."""


@dataclass(frozen=True)
class Known:
    """The people who are named in a dossier, and whose names are not public."""

    names: Names

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """All of them."""
        return self.names.people()

    def again(self, words: str) -> Iterator[tuple[int, int]]:
        """Wherever they are named in a text, by all of their name or, with a capital, by a part that tells."""
        yield from self.whole(words)
        tokens = tokens_of(words) if self._parts else ()
        for at, one in enumerate(tokens):
            placed = at + 1 < len(tokens) and tokens[at + 1].plain in self.names.places
            if one.is_capital and not placed and one.plain in self._parts:
                yield one.start, one.start + len(one.plain)

    def whole(self, words: str) -> Iterator[tuple[int, int]]:
        """Wherever they are named by all of their name."""
        there = frozenset(_LETTERS.findall(words.casefold())) if self.people else frozenset()
        for one in (one for end in there & self._patterns.keys() for one in self._patterns[end]):
            yield from (found.span() for found in one.finditer(words))

    @cached_property
    def _patterns(self) -> dict[str, list[re.Pattern[str]]]:
        """By the last letters of their names, what finds them: only few of them may stand in any text."""
        found: defaultdict[str, list[re.Pattern[str]]] = defaultdict(list)
        for one in self.people:
            found[_LETTERS.findall(one.names[-1])[-1]].append(self._pattern(one))
        return found

    def _pattern(self, person: Person) -> re.Pattern[str]:
        *given, last = map(re.escape, person.names)
        title = rf"(?:{'|'.join(map(re.escape, sorted(self.names.titles)))}){_BETWEEN}"
        if not given:
            return re.compile(rf"(?<!\w){title}{last}(?!\w)", re.IGNORECASE)
        whole = rf"{_BETWEEN.join(given)}{_BETWEEN}(?:[^\W\d_]\.?{_BETWEEN})?{last}"
        back = rf"{last},?{_BETWEEN}{_BETWEEN.join(given)}"
        initial = rf"{given[0][0]}\.?{_BETWEEN}{last}"
        return re.compile(rf"(?<!\w)(?:(?:{title})?(?:{whole}|{back}|{initial})|{title}{last})(?!\w)", re.IGNORECASE)

    @cached_property
    def _parts(self) -> frozenset[str]:
        """The first and the last of their names, but for those that are words besides, or small ones, or of places or roles."""
        names = self.names
        others = names.words_besides | names.roles | names.places | names.particles | names.small | names.titles
        every = {part for one in self.people for part in (one.names[0], one.names[-1])}
        return frozenset(part for part in every - others if len(part) >= SHORTEST)
