"""Headings in prose, which Markdown makes of a line with signs before it or under it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARKED = re.compile(r"^ {0,3}#{1,6}(?=[ \t])[^\n]*", re.MULTILINE)
_UNDERLINED = re.compile(r"(?:^|(?<=\n))([^\s>|][^\n|]*)\n(?:=+|-+)[ \t]*$", re.MULTILINE)
_ITEM = re.compile(r"[>|]|(?:[*+-]|\d{1,9}[.)])\s")


def marked(words: str) -> Iterator[tuple[int, int]]:
    """Where each line that begins with `#` stands."""
    yield from (found.span() for found in _MARKED.finditer(words))


def underlined(words: str) -> Iterator[tuple[int, int]]:
    """Where each line with `---` or `===` under it stands; under an item of a list or a quote, it is none."""
    for found in _UNDERLINED.finditer(words):
        paragraph = f"{words[: found.start()]}{found[1]}".rpartition("\n\n")[2]
        if not _ITEM.match(paragraph.lstrip()):
            yield found.span()
