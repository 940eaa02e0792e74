"""Tables in prose: their rows and cells, and what a table leaves out or has too much of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

CODE = "    "
"""Begins a line that is printed as it stands."""
_UNDER_HEAD = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_STROKE = re.compile(r"(?<!\\)\|")
_AROUND = " >\t\r\n"
"""Stands round a row that is in a list or a quote."""

Span = tuple[int, int]


class Row(NamedTuple):
    """A row where it stands in the words, what is in its cells, and how many the head of its table has."""

    place: Span
    cells: list[str]
    columns: int
    is_head: bool


def headless(words: str) -> Iterator[Span]:
    """Where the head of each table stands that has no word in it."""
    return (row.place for row in _rows(words) if row.is_head and not any(row.cells))


def unfilled(words: str) -> Iterator[Span]:
    """Where each row stands that has an empty cell, or fewer cells than the head."""
    below = (row for row in _rows(words) if not row.is_head)
    return (row.place for row in below if not all(row.cells) or len(row.cells) < row.columns)


def overfull(words: str) -> Iterator[Span]:
    """Where each row stands that has more cells than the head, so that its last words have no column."""
    return (row.place for row in _rows(words) if len(row.cells) > row.columns)


def cells(line: str) -> list[str]:
    """The cells of a line of a table, whatever list or quote it stands in."""
    bare = line.strip(_AROUND)
    return _STROKE.split(bare.removeprefix("|").removesuffix("|" if not bare.endswith("\\|") else ""))


def heads_of(words: str, at: int) -> str:
    """What stands over a cell and at the head of its row, where a table has something at a place."""
    line = words.rfind("\n", 0, at) + 1
    column = len(cells(f"{words[line:at]}0")) - 1
    first = line
    while first and "|" in words[words.rfind("\n", 0, first - 1) + 1 : first]:
        first = words.rfind("\n", 0, first - 1) + 1
    heads, row = (cells(words[start:].partition("\n")[0]) for start in (first, line))
    return " ".join((*heads[column : column + 1], row[0]))


def _rows(words: str) -> Iterator[Row]:
    """The rows of all tables."""
    at, columns, above, before = 0, 0, "", (0, 0)
    for line in words.splitlines(keepends=True) if "|" in words else ():
        bare = "" if line.startswith(CODE) else line.strip(_AROUND)
        place = (at + len(line) - len(line.lstrip(" >\t")), at + len(line.rstrip()))
        columns = columns if bare else 0
        if columns:
            yield Row(place, _trimmed(bare), columns, is_head=False)
        elif "|" in above and _UNDER_HEAD.fullmatch(bare) and len(cells(above)) == len(cells(bare)):
            columns = len(cells(bare))
            yield Row(before, _trimmed(above), columns, is_head=True)
        at, above, before = at + len(line), bare, place


def _trimmed(line: str) -> list[str]:
    return [cell.strip() for cell in cells(line)]
