"""Prose as people read it aloud: its sentences, and where certain words stand in them. Every character keeps its place."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from eia.model.prose import CITATION, without_code
from eia.model.scan import even

_UNREAD = re.compile(
    r"\]\([^)\n]{0,2000}\)"  # the address of a link
    r"|<?\b[a-z][a-z0-9+.-]{0,30}://[^\s<>]*>?"  # an address by itself
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+"  # of somebody's letter box
    r"|" + CITATION.pattern
)
_END = re.compile(r"(?<=[.!?])[\"'”’)*_\]]*\s+(?=[\"'“‘(*_\[]*[A-Z0-9£])|\n\s*\n|\n\s*(?=[-*+|>] |\d+[.)] )|\|")
_SHORT = re.compile(
    r"\b(?:e\.g|i\.e|etc|cf|no|nos|vol|pp?|para|paras|s|ss|art|dr|mr|mrs|ms|prof|st|v|vs|approx|c|fig)\.$", re.I
)
"""Ends in a point, and ends no sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, an item of a list or a cell of a table; `start` and `end` are where it stands in the prose."""

    words: str
    start: int
    end: int


@lru_cache(maxsize=2**10)
def readable(words: str) -> str:
    """The same number of characters, with blanks in place of what nobody reads aloud: code, addresses, citations."""
    return _UNREAD.sub(lambda unread: " " * len(unread[0]), without_code(words))


@lru_cache(maxsize=2**10)
def sentences(words: str) -> tuple[Sentence, ...]:
    """The sentences of a prose, without blanks round them; none is empty."""
    return tuple(_sentences(words))


def _sentences(words: str) -> Iterator[Sentence]:
    said, start = readable(words), 0
    for found in _END.finditer(said):
        if not _SHORT.search(said[start : found.start()]):
            yield from _sentence(said, start, found.start())
            start = found.end()
    yield from _sentence(said, start, len(said))


def _sentence(said: str, start: int, end: int) -> Iterator[Sentence]:
    inner = said[start:end]
    start += len(inner) - len(inner.lstrip())
    if inner.strip():
        yield Sentence(inner.strip(), start, start + len(inner.strip()))


def mentions(words: str, phrases: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where any of these phrases stands in a prose, as whole words in any case; a `*` at its end stands for any ending."""
    yield from (found.span() for found in _found(words, tuple(phrases)))


def sentences_with(words: str, phrases: Iterable[str]) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """The sentences in which any of these phrases stands, as written, each with the places of the phrases in the prose."""
    spans = deque(mentions(words, phrases))
    for sentence in sentences(words) if spans else ():
        inside = []
        while spans and spans[0][0] < sentence.end:
            inside.append(spans.popleft())
        if inside:
            yield words[sentence.start : sentence.end], inside


def mentioned(words: str, phrases: tuple[str, ...]) -> set[str]:
    """Which of these phrases stand in a prose; where one is a part of another, only the longer one is meant."""
    return {_which(found[0], phrases) for found in _found(words, phrases)}


def _found(words: str, phrases: tuple[str, ...]) -> Iterator[re.Match[str]]:
    return _any_of(phrases).finditer(_evenly(words)) if phrases else iter(())


@lru_cache(maxsize=2**10)
def _evenly(words: str) -> str:
    """What people read aloud, in small letters and with one kind of apostrophe."""
    return even(readable(words)).replace("’", "'")


@lru_cache(maxsize=2**8)
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_pattern, _longest_first(phrases)))})(?![\w-])")


@lru_cache(maxsize=2**12)
def _which(said: str, phrases: tuple[str, ...]) -> str:
    return next(phrase for phrase in _longest_first(phrases) if re.fullmatch(_pattern(phrase), said))


def _longest_first(phrases: tuple[str, ...]) -> list[str]:
    return sorted(phrases, key=len, reverse=True)


def _pattern(phrase: str) -> str:
    """A phrase, whatever blanks stand between its words."""
    whole = even(phrase).replace("’", "'")
    bare = r"\s+".join(map(re.escape, whole.removesuffix("*").split()))
    return bare + r"[\w'-]*" if whole.endswith("*") else bare
