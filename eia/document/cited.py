"""Where a citation stands among the words of a block: in brackets, in a row with others, or as a part of its sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

CITED = "\0"
"""Stands in the bare words of a block for a citation that prints as words; no text of a file can hold it."""

_ABBREVIATED = r"(?<!\be\.g)(?<!\bi\.e)(?<!\bcf)"
_SENTENCE_BEGINS = re.compile(rf"(?:^|{_ABBREVIATED}[.!?…][)\]”’\"']*\s)\s*[(\[“‘\"']*$")
_LEADING_SIGNS = (":", ";", "–", "—")
_OPENING = " “‘\"'"
_NEAR = 40
"""So many characters beside a place tell how it stands in its sentence."""


@dataclass(frozen=True, slots=True)
class Place:
    """Whether a sentence begins with a citation, and the signs that are printed before it and after it."""

    begins: bool
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Syntax:
    """What a language has to say about it: the words that lead to what is cited, and those that stand between two citations."""

    leading: Collection[str] = ()
    between: Collection[str] = ()

    def places(self, words: str) -> Iterator[Place]:
        """The place of each citation of a block, of which these are the bare words."""
        depth, read = 0, 0
        for row in self._row.finditer(words):
            depth = _depth(words[read : row.start()], depth)
            read = row.end()
            before, after = words[max(row.start() - _NEAR, 0) : row.start()], words[row.end() :][:_NEAR]
            apart = not depth and self._apart(before, after)
            yield from _in_row(row[0], bool(_SENTENCE_BEGINS.search(before)), before[-1:] not in _OPENING, apart)

    def _apart(self, before: str, after: str) -> bool:
        """Whether a row of citations is no part of the sentence that it stands in."""
        if _SENTENCE_BEGINS.search(before):
            return bool(before.strip()) and _stands_alone(after)
        return not before.rstrip().endswith(_LEADING_SIGNS) and not self._leads.search(before)

    @cached_property
    def _row(self) -> re.Pattern[str]:
        """Citations with nothing between them but blanks, commas, semicolons, or one of the words."""
        return re.compile(rf"{CITED}(?:[\s,;]*(?:\b(?:{_any(self.between)})\s+)?{CITED})*", re.IGNORECASE)

    @cached_property
    def _leads(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{_any(self.leading)})\s+[{_OPENING}]*$", re.IGNORECASE)


def _any(words: Collection[str]) -> str:
    return "|".join(map(re.escape, words)) or r"(?!)"


def _stands_alone(after: str) -> bool:
    """Whether nothing goes on from here: no more words, or those of a new sentence."""
    following = after.strip(" .,;")[:1]
    return not following or (following.isalnum() and not following.islower())


def _depth(words: str, depth: int) -> int:
    """How many brackets are open after these words."""
    for sign in words:
        depth = depth + 1 if sign in "([" else max(depth - 1, 0) if sign in ")]" else depth
    return depth


def _in_row(row: str, begins: bool, touches: bool, apart: bool) -> Iterator[Place]:
    """The citations of a row share their brackets; where only a blank parts two of them, so does a semicolon."""
    joints = row.split(CITED)[1:-1]
    first, last = (" (" if touches else "(", ")") if apart else ("", "")
    for at in range(len(joints) + 1):
        parted = "" if at == len(joints) or joints[at].strip() else ";" if joints[at] else "; "
        yield Place(begins and at == 0, first if at == 0 else "", last if at == len(joints) else parted)
