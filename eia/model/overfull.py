"""Rows of a table in prose that have more cells than its head, so that their last words have no column."""

from __future__ import annotations

import re
from collections.abc import Iterator

CODE = "    "
"""Begins a line that is printed as it stands."""
_UNDER_HEAD = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_STROKE = re.compile(r"(?<!\\)\|")


def overfull(words: str) -> Iterator[tuple[int, int]]:
    """Where each such row begins and ends in the words."""
    at, columns, above = 0, 0, ""
    for line in words.splitlines(keepends=True):
        bare = "" if line.startswith(CODE) else line.strip(" >\t\n")
        if columns and bare and _cells(bare) > columns:
            yield at, at + len(line.rstrip())
        elif "|" in above and _UNDER_HEAD.fullmatch(bare) and _cells(above) == _cells(bare):
            columns = _cells(bare)
        columns = columns if bare else 0
        at, above = at + len(line), bare


def _cells(line: str) -> int:
    return len(_STROKE.findall(line.strip("|"))) + 1
