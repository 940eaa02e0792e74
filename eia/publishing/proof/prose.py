"""Prose taken apart at the signs of Markdown, by a few patterns: what is left stands in the document word for word.

Where a sign may or may not be Markdown's, the prose is taken apart there all the same: shorter pieces ask for less, and never
for what the document need not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from eia.model.prose import Prose

from .words import APART

_BLANK = re.compile(r"\n[ \t]*\n")
_MARKS = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|#{1,6}(?=[ \t]|$)|(?P<number>\d{1,9})[.)](?=[ \t]|$)))+")
"""Before the words of a line: those of quotes, items and headings."""
_ALONE = re.compile(r"[ \t]*(?:[-=*_ \t]+|(?:`{3,}|~{3,}).*)")
"""A line that is none of a paragraph's: under a heading, between parts, around code."""
_DELIMITER = re.compile(r"[ \t>*+-]*\|?(?:[ \t]*:?-+:?[ \t]*\|?)+")
"""The line under the head of a table."""
_ADDRESS = re.compile(
    r"\]\(\s*(?:<(?P<in_signs>[^<>\n]*)>|(?P<bare>(?:[^()\s]|\([^()\s]*\))*))"
    r"(?:\s+(?P<title>\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
_PICTURE = "!["
_LAST = re.compile(r"\w+$")
_FIRST = re.compile(r"^[-–−]?\w+")


@dataclass(frozen=True, slots=True)
class Cited:
    """An id that is cited, with what touches it."""

    id: str
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
    ids = [cited.id for cited in prose.citations]
    for block in _blocks(_bare(prose)):
        words, *more = block.split(APART)
        for following in more:
            before, after = _LAST.search(words), _FIRST.match(following)
            yield from _linked(words[: before.start()] if before else words)
            yield Cited(ids.pop(0), before[0] if before else "", after[0] if after else "")
            words = APART + following[after.end() if after else 0 :]
        yield from _linked(words)


def _bare(prose: Prose) -> str:
    """The words, with a sign for each citation, `[@` and `]` and all."""
    words, at = "", 0
    for cited in prose.citations:
        words += prose.words[at : cited.start - len("[@")] + APART
        at = cited.end + len("]")
    return words + prose.words[at:]


def _blocks(words: str) -> Iterator[str]:
    """What cannot but stand in one paragraph of the document."""
    for part in _BLANK.split(words):
        lines = part.split("\n")
        in_table = any("-" in line and _DELIMITER.fullmatch(line) for line in lines[1:])
        for paragraph in _paragraphs(lines, in_table):
            yield from paragraph.split("|")


def _paragraphs(lines: list[str], in_table: bool) -> Iterator[str]:
    """Lines that go on from each other. A number begins an item at the top, among items, or where it is the first."""
    held, listed, ended = list[str](), False, False
    for at, line in enumerate(lines):
        marks = _MARKS.match(line)
        number = marks["number"] if marks else None
        begins = marks is not None and (number is None or listed or at == 0 or int(number) == 1)
        alone = in_table or bool(_ALONE.fullmatch(line))
        if begins or alone or ended:
            yield "\n".join(held)
            held = []
        held.append(line[marks.end() :] if marks and begins else line)
        listed = listed or begins
        ended = alone or (marks is not None and "#" in marks[0])
    yield "\n".join(held)


def _linked(words: str) -> Iterator[Piece]:
    """Words, what stands for pictures, and the addresses and titles of both and of links."""
    at, before = 0, ""
    for link in _ADDRESS.finditer(words):
        yield from f"{before}{words[at : link.start()]}".split(_PICTURE)
        yield Address(link["in_signs"] or link["bare"] or "")
        yield link["title"] or ""
        at, before = link.end(), APART
    yield before + words[at:]
