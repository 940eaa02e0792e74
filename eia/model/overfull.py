"""Rows of a table in prose that have more cells than its head, so that their last words have no column."""

from __future__ import annotations

import re
from collections.abc import Iterator

CODE = "    "
"""Begins a line that is printed as it stands."""
UNDER_HEAD = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_STROKE = re.compile(r"(?<!\\)\|")


def overfull(words: str) -> Iterator[tuple[int, int]]:
    """Where each such row begins and ends in the words."""
    at, columns, above = 0, 0, ""
    for line in words.splitlines(keepends=True):
        bare = "" if line.startswith(CODE) else line.strip(" >\t\n")
        if columns and bare and len(cells(bare)) > columns:
            yield at, at + len(line.rstrip())
        elif "|" in above and UNDER_HEAD.fullmatch(bare) and len(cells(above)) == len(cells(bare)):
            columns = len(cells(bare))
        columns = columns if bare else 0
        at, above = at + len(line), bare


def cells(line: str) -> list[str]:
    """The cells of a line of a table, whatever list or quote it stands in."""
    bare = line.strip(" >\t\n")
    return _STROKE.split(bare.removeprefix("|").removesuffix("|" if not bare.endswith("\\|") else ""))
