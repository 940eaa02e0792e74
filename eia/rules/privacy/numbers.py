"""Small numbers in running text, and whether they count people: told by the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from eia.model.figure import APPROX
from eia.model.moment import NAME
from eia.model.scan import even
from eia.model.table import heads_of
from eia.model.wording import readable
from eia.project import Dossier
from eia.rules.language import listed_words
from eia.rules.privacy.personal import GROUPS, PEOPLE, THINGS
from eia.rules.privacy.small_count import LEAST

COUNTED, NUMBERS, NUMBERED = "counted-people", "small-numbers", "numbered-words"
MEASURED, ENDS, PLACES = "measured-words", "ends-of-counting", "place-words"
"""Lists of the form: words for people, numbers, what is numbered, and what is measured; that end a count; and for places."""
FARTHEST = 5
"""So many words behind a number are looked at."""
NEAREST = 3
"""So many, where the number is in words."""

_DIGIT = re.compile(r"(?<![\w.,£$€%/+−–:#&’'-])[0-9]+(?![\w/:+−–%-]|[.,][0-9]| ?[%<>=])")
_WORD = re.compile(r"[^\W_][\w-]*(?:[’'][\w]*)?")
_MARK = re.compile(r"(?:^|\n)[ \t>]*(?:[-*+][ \t]+)?\(?\Z")
_MARKED = re.compile(r"[.)](?:\s|$)")
_RANGE = re.compile(r"\s?(?:to|and|or|–|-)\s?([0-9]+)")
_RATIO = re.compile(r"\s(?:out\s)?of\s(?:the\s|our\s|all\s)?[0-9][0-9,]*")
_RATE = re.compile(r"\s(?:in|per|for every)\s[0-9]")
_RATED = re.compile(r"[0-9]\s(?:in|per|for every)\s\Z")
_ABOUT = re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, APPROX))})[ \n]?\Z")
_MONTH = re.compile(rf"\s(?:{NAME.replace('?P<name>', '?:')})(?![a-z])")
_ENDS = re.compile(r"[.,;:!?()\[\]|“”\"–—]|\n\s*\n|\n\s*[-*+|#]")
_BELONGS = re.compile(r"[’'](?:s)?$")
_MANY = re.compile(r"(?<![siu])s$")
"""Ends most words for several things, and few others."""


@dataclass(frozen=True)
class Numbers:
    """Reads the numbers of a dossier."""

    dossier: Dossier

    @cached_property
    def least(self) -> int:
        """The number below which a count is too small."""
        return self.dossier.profile.threshold(LEAST)

    def unplaced(self, words: str) -> Iterator[tuple[int, int]]:
        """Where small numbers stand that count people, or of which nobody can tell what they count."""
        said = "\n".join(even(line) for line in readable(words).split("\n"))
        for found in _DIGIT.finditer(said):
            if 0 < int(found[0][:9]) < self.least and not self._is_placed(said, *found.span()):
                yield found.span()
        for found in self._in_words.finditer(said) if self._small else ():
            if self._counts_group(said, found):
                yield found.span()

    def _is_placed(self, said: str, start: int, end: int) -> bool:
        """Whether a number in figures is known to be of no people."""
        before = [found[0] for found in _WORD.finditer(said, max(0, start - 40), start)]
        behind = said[end : end + 80]
        if self._is_numbered(said, start, before, behind) or self._is_time(behind):
            return True
        if _RATE.match(behind) or _RATED.search(said, max(0, start - 20), start):
            return True
        if ratio := _RATIO.match(behind):
            behind = behind[ratio.end() :]
        elif to := _RANGE.match(behind):
            behind = behind[to.end() :]
            if int(to[1][:9]) >= self.least or not self._after(behind, 1):
                return True
        counted = self._after(behind, FARTHEST)
        if not counted and "|" in said[max(0, start - 3) : start]:
            return not any(self._is_people(found[0]) for found in _WORD.finditer(heads_of(said, start)))
        if not counted:
            return not any(map(self._is_people, before[-NEAREST:])) if _between(said, start, before) else True
        return not self._is_of_people(counted, one=said[start:end] == "1")

    def _is_numbered(self, said: str, start: int, before: Sequence[str], behind: str) -> bool:
        """Whether it is the number of something, the mark of an item, or said to be no more than approximate."""
        last = before[-1] if before and not _ENDS.search(said[max(0, start - 3) : start]) else ""
        marked = _MARK.search(said[:start]) and _MARKED.match(behind)
        return bool(marked) or last in self._words(NUMBERED) or bool(_ABOUT.search(said, max(0, start - 20), start))

    def _is_time(self, behind: str) -> bool:
        to = _RANGE.match(behind)
        return bool(_MONTH.match(behind) or (to and _MONTH.match(behind[to.end() :])))

    def _after(self, behind: str, most: int) -> list[str]:
        """The words behind a number, up to the end of the clause."""
        end = _ENDS.search(behind)
        return [found[0] for found in _WORD.finditer(behind[: end.start()] if end else behind)][:most]

    def _is_of_people(self, counted: Sequence[str], *, one: bool) -> bool:
        """Whether words behind a number name people, or name nothing that could be counted."""
        if counted[0] in self._words(MEASURED) or " ".join(counted[:2]) in self._words(MEASURED):
            return False
        of_group = False
        for at, word in enumerate(counted):
            if self._is_people(word):
                return True
            if word in self._words(ENDS) or word in self._words(NUMBERED):
                return of_group or at == 0 or not one
            if self.dossier.profile.spoken_of(word):
                of_group = True
            elif word in self._things or (one and len(counted) == 1) or _MANY.search(word):
                return False
        return of_group or not one

    def _counts_group(self, said: str, found: re.Match[str]) -> bool:
        """Whether a number in words stands before words for people of some group, or for those who are asked."""
        counted = self._after(said[found.end() : found.end() + 60], NEAREST)
        head = next(
            (at for at, word in enumerate(counted) if self._is_people(word) or word in self._words(ENDS)), len(counted)
        )
        phrase = counted[: head + 1]
        if (
            head == len(counted)
            or counted[0] in self._words(MEASURED)
            or not self._is_people(phrase[-1])
            or any(word in self._things for word in phrase)
        ):
            return False
        asked, groups = phrase[-1] in self._words(COUNTED), self._words(GROUPS)
        return asked or any(word in groups for word in phrase) or bool(self.dossier.profile.spoken_of(" ".join(phrase)))

    def _is_people(self, word: str) -> bool:
        """Whether a word is for people, one or several; not where something else belongs to them: "women’s groups"."""
        if _BELONGS.search(word) or not self._words(PLACES).isdisjoint((word[:-1], word[:-2])):
            return False
        group = self.dossier.profile.spoken_of
        listed = word in self._people or f"{word}s" in self._people
        return listed or bool(word.endswith("s") and group(word) and group(word[:-1]))

    @cached_property
    def _in_words(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?:{'|'.join(self._small)})(?![\w-])")

    @cached_property
    def _small(self) -> list[str]:
        """The words for numbers that are too small, but for one, which says no more than "a"."""
        return listed_words(self.dossier, NUMBERS)[1 : max(1, self.least - 1)]

    @cached_property
    def _people(self) -> frozenset[str]:
        return self._words(PEOPLE) | self._words(COUNTED)

    @cached_property
    def _things(self) -> frozenset[str]:
        return self._words(THINGS) - self._words(COUNTED)

    def _words(self, name: str) -> frozenset[str]:
        return frozenset(listed_words(self.dossier, name))


def _between(said: str, start: int, before: Sequence[str]) -> bool:
    """Whether words stand right before a number, with no more than a bracket or a colon between: "women (3)"."""
    return bool(before) and bool(re.search(r"[^\W_] ?[(:–-]? ?$", said[max(0, start - 4) : start]))
