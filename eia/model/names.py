"""Names of three words with capitals in running text, and which of them differ in the letters of one word."""

from __future__ import annotations

import re
from collections.abc import Iterator

WORDS = 3
"""So many words with capitals are a name."""
FARTHEST = 2
"""So many letters may be different, missing or too many."""
_CAPITAL = r"[A-Z][^\W\d_]++(?:['’-][^\W\d_]++)*+"
_RUN = re.compile(rf"(?<![^\W_])(?<![^\W\d_]['’-]){_CAPITAL}(?:\s{_CAPITAL}){{2,}}")
_WORD = re.compile(r"\S+")
_LEAST, _MOST = 4, 40
"""No words are compared that have fewer or more letters."""

Name = tuple[str, ...]


def names(words: str) -> Iterator[tuple[Name, int, int]]:
    """Every three words with capitals that follow each other, and where they stand."""
    for run in _RUN.finditer(words):
        found = list(_WORD.finditer(run[0]))
        for at in range(len(found) - WORDS + 1):
            part = found[at : at + WORDS]
            yield (
                tuple(one[0].replace("’", "'") for one in part),
                run.start() + part[0].start(),
                run.start() + part[-1].end(),
            )


def holes(name: Name) -> Iterator[tuple[int, Name]]:
    """The name with one word after the other reduced to its first letter: names that differ in one word share one of these."""
    for at, word in enumerate(name):
        if _LEAST <= len(word) <= _MOST:
            yield at, (*name[:at], word[0], *name[at + 1 :])


def is_slip(one: str, other: str, *, last: bool) -> bool:
    """Whether two words differ by a letter or two, and not only as one and several do at the end of a name."""
    if one == other or abs(len(one) - len(other)) > FARTHEST or _possessed(one) == _possessed(other):
        return False
    if last and _singular(one) == _singular(other):
        return False
    return _distance(one.casefold(), other.casefold()) <= FARTHEST


def _possessed(word: str) -> str:
    return word.removesuffix("'").removesuffix("'s")


def _singular(word: str) -> str:
    bare = _possessed(word)
    return f"{bare.removesuffix('ies')}y" if bare.endswith("ies") else bare.removesuffix("s")


def _distance(one: str, other: str) -> int:
    """How many letters must be changed, added or taken out to make one word of the other."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        before, row[0] = row[0], number
        for at, its in enumerate(other, 1):
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, before + (letter != its))
    return row[-1]
