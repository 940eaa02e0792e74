"""Prose taken apart at the signs of Markdown, by a few patterns: what is left stands in the document word for word.

Where a sign may or may not be Markdown's, the prose is taken apart there all the same: shorter pieces ask for less, and never
for what the document need not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from eia.model.prose import Prose

from .words import APART, decoded

_BLANK = re.compile(r"\n(?:[ \t]*\n)+")
_MARKS = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|#{1,6}(?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+")
"""Before the words of a line: those of quotes, items and headings."""
_NUMBER = re.compile(r"[ \t]*(?!0*1[.)])\d")
"""Marks that begin with a number, and not with the first."""
_ALONE = re.compile(r"[ \t]*(?:[-=*_ \t]+|(?:`{3,}|~{3,}).*)")
"""A line that is none of a paragraph's: under a heading, between parts, around code."""
_DELIMITER = re.compile(r"[ \t>*+-]*\|?(?:[ \t]*:?-+:?[ \t]*\|?)+")
"""The line under the head of a table."""
_BETWEEN = re.compile(
    rf"{APART}|\]\(\s*(?:<(?P<in_signs>[^<>\n]*)>|(?P<bare>(?:[^()\s]|\([^()\s]*\))*))"
    r"(?:\s+(?P<title>\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
"""A citation, or the address of a link or of a picture with its title."""
_BEFORE = re.compile(r"\S*\w[*_`~\\\[\]<>]*\Z")
_AFTER = re.compile(r"[*_`~\\\[\]<>]*[-–−]?\w\S*")
"""What touches one of these with a word, so that the two may be printed as one."""


@dataclass(frozen=True, slots=True)
class Cited:
    """An id that is cited, and what touches it."""

    id: str
    touched: bool
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Address:
    """Where a link or a picture leads."""

    to: str


Piece = str | Cited | Address
"""Words that stand as they are, or what is printed in another way."""


def pieces(prose: Prose) -> Iterator[Piece]:
    """The pieces of prose in their order."""
    ids = iter([cited.id for cited in prose.citations])
    for block in _blocks(_bare(prose)):
        yield from _inline(block, ids)


def _is_code(line: str) -> bool:
    """Whether a line stands so far in that it may be code."""
    return line.startswith(("    ", "\t"))


def _inline(block: str, ids: Iterator[str]) -> Iterator[Piece]:
    """The pieces of a paragraph. What touches a citation is told with it; what touches a link with a word is not told."""
    left, at = "", 0
    for one in _BETWEEN.finditer(block):
        words, following = left + block[at : one.start()], _following(block, one.end())
        after = _found(_AFTER, following)
        before = _found(_BEFORE, words.lstrip(APART))
        is_citation = one[0] == APART
        yield from _pictured(words.removesuffix(before) if is_citation or after else words)
        if is_citation:
            yield Cited(next(ids), bool(before or after or _BEFORE.search(block[: one.start()])), before, after)
        else:
            yield Address(one["in_signs"] or one["bare"] or "")
            yield from _title(one["title"] or "", ids)
        left, at = APART, one.end() + len(after)
    yield left + block[at:]


def _following(block: str, at: int) -> str:
    """The words up to what is cited or linked next."""
    return block[at : found.start()] if (found := _BETWEEN.search(block, at)) else block[at:]


def _found(pattern: re.Pattern[str], words: str) -> str:
    found = pattern.match(words) if pattern is _AFTER else pattern.search(words)
    return found[0] if found else ""


def _title(words: str, ids: Iterator[str]) -> Iterator[str]:
    """The title of a link or a picture, in which nothing is a citation."""
    first, *more = words.split(APART)
    yield from (first, *(f"{next(ids)} {one}" for one in more))


def _pictured(words: str) -> Iterator[str]:
    """Words before something else, of which those behind `![` stand for a picture; not what touches these with a word."""
    first, *standing = words.split("![")
    touching = _found(_BEFORE, first) if standing else ""
    yield first.removesuffix(touching)
    yield from standing if not touching else ()


def _bare(prose: Prose) -> str:
    """The words, with a sign for each citation, `[@` and `]` and all."""
    words, at = "", 0
    for cited in prose.citations:
        words += decoded(prose.words[at : cited.start - len("[@")]) + APART
        at = cited.end + len("]")
    return words + decoded(prose.words[at:])


def _blocks(words: str) -> Iterator[str]:
    """What cannot but stand in one paragraph of the document.

    A number and a dot may begin an item, but for those within a paragraph where there has been nothing else yet."""
    running = True
    for part in _BLANK.split(words):
        lines, held, ended = part.split("\n"), list[str](), False
        in_table = any("|" in head and _DELIMITER.fullmatch(line) for head, line in pairwise(lines))
        for at, line in enumerate(lines):
            marks = _MARKS.match(line)
            if marks and running and at and _NUMBER.match(marks[0]):
                marks = None
            alone = in_table or bool(_ALONE.fullmatch(line))
            if at and _is_code(line) != _is_code(lines[at - 1]):
                ended = True
            if marks or alone or ended:
                yield from "\n".join(held).split("|")
                held = []
            held.append(line[marks.end() :] if marks else line)
            ended = alone or bool(marks and "#" in marks[0])
            running = running and not (marks or alone or _is_code(line))
        yield from "\n".join(held).split("|")
