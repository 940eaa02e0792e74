"""Abbreviations: where a text uses one, and where it says what one stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from eia.model.wording import readable

SHORT = re.compile(r"\((?P<short>[A-Z]{2,})s?\)")
"""An abbreviation where it is introduced, in brackets behind its long form."""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
PLAIN = re.compile(r"[\w\s'’,&-]+")
"""A long form without any markup in it."""
PASSED_OVER = ("a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with")
"""Small words that an abbreviation may leave out."""
FARTHEST = 400
"""So many characters before an abbreviation its long form begins, if at all."""

_USED = re.compile(r"(?<![\w@#£$.&/-])(?P<short>[A-Z]+(?:[&/][A-Z]+)*)s?\+?(?![\w@&/]|-\d|\.\w)")
_CAPITALS = re.compile(r"[A-Z][&/]?[A-Z]")
_NUMERAL = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_BEHIND = re.compile(r"\((?:or |the |the [“\"‘'])?[“\"‘']?(?P<short>[A-Z][A-Z&/]+)s?\+?(?=[”\"’'),; ])")
_BEFORE = re.compile(r"(?<![A-Z&/])(?P<short>[A-Z][A-Z&/]+)s?\+? ?\((?:the )?(?P<long>[^()]{3,200})\)")
_NEAR = 12
"""So many words before an abbreviation its long form begins, where its letters are not simply the initials."""


class Introduced(NamedTuple):
    """An abbreviation and its long form; `start` and `end` are where the short one stands."""

    short: str
    long: str
    start: int
    end: int


class Used(NamedTuple):
    """An abbreviation without what makes it several or more, `s` or `+`; `start` and `end` are where it stands with that."""

    short: str
    start: int
    end: int


def introduced(words: str) -> Iterator[Introduced]:
    """The abbreviations that a text introduces, each with its long form, the initials of which it is made of."""
    for found in SHORT.finditer(words):
        before = words[max(0, found.start() - FARTHEST) : found.start()]
        begin = _beginning(found["short"], before)
        long = " ".join(before[begin:].split()) if begin is not None else ""
        if PLAIN.fullmatch(long):
            yield Introduced(found["short"], long, *found.span("short"))


def explained(words: str) -> Iterator[str]:
    """The abbreviations that a text seems to explain in brackets, in either order, be it not by their very initials."""
    for found in _BEHIND.finditer(words):
        before = WORD.findall(words[max(0, found.start() - FARTHEST) : found.start()])[-_NEAR:]
        if any(word[0].upper() == found["short"][0] and not word.isupper() for word in before):
            yield found["short"]
    for found in _BEFORE.finditer(words):
        first, *others = WORD.findall(found["long"]) or [""]
        if others and first[:1].upper() == found["short"][0]:
            yield found["short"]


def used(words: str) -> Iterator[Used]:
    """The words in capitals of a text, but for numerals; of those with a stroke between them, each."""
    for found in _USED.finditer(readable(words)) if _CAPITALS.search(words) else ():
        pieces, at = found["short"].split("/"), found.start()
        apart = all(len(piece) > 1 for piece in pieces)
        for piece in pieces if apart else [found["short"]]:
            end = at + len(piece)
            if sum(map(str.isupper, piece)) > 1 and not _NUMERAL.fullmatch(piece):
                yield Used(piece, at, found.end() if end == found.end("short") else end)
            at = end + 1


def _beginning(short: str, before: str) -> int | None:
    """Where the long form begins whose initials make the abbreviation; nothing where the words before are others."""
    words = list(WORD.finditer(before))
    for letter in reversed(short):
        while words and words[-1][0][0].upper() != letter and words[-1][0] in PASSED_OVER:
            words.pop()
        if not words or words[-1][0][0].upper() != letter:
            return None
        begin = words.pop().start()
    return begin
