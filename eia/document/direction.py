"""Which way words run: writers have to be told of those in Hebrew, Arabic and other scripts that run from right to left."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LEFTWARDS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_WORDS = re.compile(f"[{_LEFTWARDS}]+(?:(?:[^\\w{_LEFTWARDS}]|[0-9_])*[{_LEFTWARDS}]+)*")
"""Words of such a script, with all that stands between two of them and belongs to no other."""
_FIRST_LETTER = re.compile("[^\\W\\d_]")


def stretches(text: str) -> Iterator[tuple[bool, str]]:
    """The text in pieces that run one way, and whether that is from right to left."""
    at = 0
    for found in _WORDS.finditer(text):
        if text[at : found.start()]:
            yield False, text[at : found.start()]
        yield True, found[0]
        at = found.end()
    if text[at:] or not text:
        yield False, text[at:]


def begins_leftwards(text: str) -> bool:
    """Whether a paragraph of these words begins at the right."""
    first = None if text.isascii() else _FIRST_LETTER.search(text)
    return bool(first and _WORDS.match(first[0]))
