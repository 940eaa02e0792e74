"""What the small grammars share: words made even, cut at separators with their places, and quoted in a message."""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase

SPACES = "\t\n\v\f\r\N{NO-BREAK SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}"
EVEN = str.maketrans(ascii_uppercase + SPACES, ascii_lowercase + " " * len(SPACES))
QUOTED = 40
"""More characters than this are not repeated in a message."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of even words, without the spaces around it."""

    text: str
    start: int
    end: int


def even(words: str) -> str:
    """The words in small letters with plain spaces; every character keeps its place."""
    return words.translate(EVEN)


def trim(text: str, start: int, end: int) -> Piece:
    """The stretch without the spaces around it."""
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip(" "))
    inner = inner.strip(" ")
    return Piece(inner, start, start + len(inner))


def split(text: str, separator: re.Pattern[str]) -> tuple[list[Piece], list[Piece]]:
    """The pieces (empty ones too) and the separators between them, of which there is one fewer."""
    cuts = [found.span() for found in separator.finditer(text)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    pieces = [trim(text, start, end) for start, end in zip(starts, ends, strict=True)]
    return pieces, [trim(text, start, end) for start, end in cuts]


def quote(words: str) -> str:
    """The words as a message repeats them: on one line, and cut when they are long."""
    line = " ".join(words[: QUOTED + 1].split())
    return f"`{line}`" if len(words) <= QUOTED else f"`{line[: QUOTED - 1].rstrip()}…`"
