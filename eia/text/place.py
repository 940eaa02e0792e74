"""Where a part of a value stands in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from eia.text.span import LINE_END, Span

Style = Literal["plain", "single", "double", "literal", "folded"]
"""How a value is written: bare, in quotes, or as indented lines under `|` or `>`."""

# Folding changes the blanks between words and nothing else: the words of the value are the words of the file.
WORD = re.compile(r"[^ \t\r\n]+")

# One character of the value, as it is written inside each kind of quotes.
LETTER = {
    "single": re.compile(r"''|.", re.DOTALL),
    "double": re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)|.", re.DOTALL),
}
SPELT_OUT = re.compile(r"\\[xuU]([0-9A-Fa-f]+)")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, in the value and in the file; `steps` are the places of its letters where they differ in width."""

    value: int
    source: int
    length: int
    steps: tuple[int, ...]

    def at(self, offset: int) -> int:
        return self.source + (self.steps[offset] if self.steps else offset)


def place(source: str, span: Span, style: Style, value: str, start: int, end: int) -> Span | None:
    """The place of `value[start:end]`, or nothing where the value cannot be followed through its escapes."""
    bounds = body(source, span, style)
    words = _words(source[bounds.start : bounds.end], style, value)
    if words is None:
        return None
    first, last = (bounds.start + _locate(words, value, bounds.end - bounds.start, offset) for offset in (start, end))
    return Span(first, max(first, last))


def body(source: str, span: Span, style: Style) -> Span:
    """The span of a value without its quotes, or without the line that holds its `|`."""
    if style in ("single", "double"):
        return Span(span.start + 1, max(span.start + 1, span.end - 1))
    if style in ("literal", "folded"):
        header = LINE_END.search(source, span.start, span.end)
        return Span(header.end() if header else span.end, span.end)
    return span


@lru_cache(maxsize=64)  # a long text is asked about once for every reference in it
def _words(written: str, style: Style, value: str) -> tuple[_Word, ...] | None:
    """The words of a value paired with those of the file, or nothing if they are not the same words."""
    ours, theirs = list(WORD.finditer(value)), list(WORD.finditer(written))
    if len(ours) != len(theirs):
        return None
    words = []
    for our, their in zip(ours, theirs, strict=True):
        steps = () if our[0] == their[0] else _steps(their[0], our[0], style)
        if steps is None:
            return None
        words.append(_Word(our.start(), their.start(), len(our[0]), steps))
    return tuple(words)


def _steps(written: str, word: str, style: Style) -> tuple[int, ...] | None:
    """Where each letter of a word with escapes begins, and where the last one ends."""
    if style not in LETTER:
        return None
    letters = list(LETTER[style].finditer(written))
    if "".join(_letter(found[0]) for found in letters) != word:
        return None
    return (*(found.start() for found in letters), len(written))


def _letter(written: str) -> str:
    if spelt := SPELT_OUT.fullmatch(written):
        code = int(spelt[1], 16)
        return chr(code) if code <= 0x10FFFF else ""
    return written[-1]


def _locate(words: tuple[_Word, ...], value: str, length: int, offset: int) -> int:
    """The offset in the file of an offset in the value."""
    offset = min(max(offset, 0), len(value))
    index = bisect_right(words, offset, key=lambda word: word.value)
    before = words[index - 1] if index else _Word(0, 0, 0, ())
    if offset <= before.value + before.length:
        return before.at(offset - before.value)
    after = words[index] if index < len(words) else _Word(len(value), length, 0, ())
    return _between(before, after, value, offset)


def _between(before: _Word, after: _Word, value: str, offset: int) -> int:
    """Blanks belong to the word whose line they stand on."""
    here = before.value + before.length
    start = before.at(before.length)
    if "\n" in value[here:offset]:
        return max(start, after.source - (after.value - offset))
    return min(start + offset - here, after.source)
