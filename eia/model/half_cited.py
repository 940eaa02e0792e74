"""Ids in prose that lack half the signs of a citation."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BRACKETED = r"(?<![\]!\\])\[(?P<bracketed>[A-Za-z0-9][A-Za-z0-9.-]*)\](?![(\[:])"
_SIGNED = r"(?:^|(?<=[\s(]))@(?P<signed>[A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9])(?![\w@-])"
_HALF = re.compile(f"{_BRACKETED}|{_SIGNED}")


def half_cited(words: str) -> Iterator[tuple[tuple[int, int], str, bool]]:
    """The place of each `[id]` and `@id`, the id, and whether it has the `@`, which no plain word has."""
    if "[" in words or "@" in words:
        for found in _HALF.finditer(words):
            yield found.span(), found["bracketed"] or found["signed"], bool(found["signed"])
