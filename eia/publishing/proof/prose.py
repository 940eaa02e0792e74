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
_RULES, _DELIMITERS, _FENCES = "-=*_ \t", "|:->*+ \t", ("```", "~~~")
"""Of which lines are made that are none of a paragraph's: under headings and the heads of tables, between parts, around code."""
_SIGNS = "*_`~\\[]<>"
"""Signs of Markdown that are not printed, so that what stands on either side may be printed as one."""
_BETWEEN = re.compile(
    rf"{APART}|\]\(\s*(?:<(?P<in_signs>[^<>\n{APART}]*)>|(?P<bare>(?:[^()\s{APART}]|\([^()\s{APART}]*\))*))"
    r"(?:\s+(?P<title>\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
"""A citation, or the address of a link or of a picture with its title."""


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


def _inline(block: str, ids: Iterator[str]) -> Iterator[Piece]:
    """The pieces of a paragraph. What touches a citation is told with it; what touches a link with a word is not told."""
    left, at = "", 0
    for one in _BETWEEN.finditer(block):
        words, after = left + block[at : one.start()], _after(_following(block, one.end()))
        before = _before(words.lstrip(APART))
        is_citation = one[0] == APART
        yield from _pictured(words.removesuffix(before) if is_citation or after else words)
        if is_citation:
            yield Cited(next(ids), bool(after or _before(block[: one.start()])), before, after)
        else:
            yield Address(one["in_signs"] or one["bare"] or "")
            yield from _title(one["title"] or "", ids)
        left, at = APART, one.end() + len(after)
    yield left + block[at:]


def _following(block: str, at: int) -> str:
    """The words up to what is cited or linked next."""
    return block[at : found.start()] if (found := _BETWEEN.search(block, at)) else block[at:]


def _before(words: str) -> str:
    """What touches with a word whatever comes after these words."""
    touching = words.rsplit(None, 1)[-1] if words.strip() and not words[-1].isspace() else ""
    return touching if touching.rstrip(_SIGNS)[-1:].isalnum() else ""


def _after(words: str) -> str:
    """What touches with a word whatever comes before these words."""
    touching = words.split(None, 1)[0] if words.strip() and not words[0].isspace() else ""
    return touching if touching.lstrip(f"{_SIGNS}-–−")[:1].isalnum() else ""


def _title(words: str, ids: Iterator[str]) -> Iterator[str]:
    """The title of a link or a picture, in which nothing is a citation."""
    first, *more = words.split(APART)
    yield from (first, *(f"{next(ids)} {one}" for one in more))


def _pictured(words: str) -> Iterator[str]:
    """Words before something else, of which those behind `![` stand for a picture; not what touches these with a word."""
    first, *standing = words.split("![")
    touching = _before(first) if standing else ""
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
        in_table = any("|" in head and _is_of(_DELIMITERS, line) for head, line in pairwise(lines))
        for at, line in enumerate(lines):
            marks = _MARKS.match(line)
            if marks and running and at and _NUMBER.match(marks[0]):
                marks = None
            alone = in_table or _is_of(_RULES, line) or line.lstrip().startswith(_FENCES)
            if marks or alone or ended or (at and _may_be_code(line) != _may_be_code(lines[at - 1])):
                yield from "\n".join(held).split("|")
                held = []
            held.append(line[marks.end() :] if marks else line)
            ended = alone or bool(marks and "#" in marks[0])
            running = running and not (marks or alone or _may_be_code(line))
        yield from "\n".join(held).split("|")


def _is_of(signs: str, line: str) -> bool:
    """Whether a line has nothing but these signs."""
    return not line.strip(signs)


def _may_be_code(line: str) -> bool:
    """Whether a line stands as far in as code does."""
    return line.startswith(("    ", "\t"))
