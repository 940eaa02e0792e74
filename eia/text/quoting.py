"""A text that can be read once quotes stand round it, where it surely ends with its line."""

from __future__ import annotations

import re

from eia.text.change import Fix, Quote
from eia.text.span import LINE_END, Span

_BEFORE_VALUE = re.compile(r"(?P<lead>[ ]*(?:-[ ]+)*)(?:[^\s#:\[\]{}\"'][^:#\[\]{}]*:[ ]+)?")
"""What may stand on a line before a value: dashes, and a key."""
_REMARK = re.compile(r"\s#")


def in_straight_quotes(source: str, at: int, safe: bool = True) -> Fix | None:
    """The value that begins here put in quotes; nothing where it may go on below, or may end before a remark."""
    start = max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1
    found = LINE_END.search(source, at)
    end = found.start() if found else len(source)
    words, before = source[at:end].rstrip(), _BEFORE_VALUE.fullmatch(source, start, at)
    if before is None or not before[0].strip() or len(words) < 2 or _REMARK.search(words):
        return None
    below = next((line for line in LINE_END.split(source[end:]) if line.strip()), "")
    if len(below) - len(below.lstrip(" ")) > len(before["lead"]):
        return None
    return Fix("put quotes round the text", (Quote(Span(at, at + len(words))),), safe)
