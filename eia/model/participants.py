"""The table of those who took part, as far as its columns can be counted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from eia.model.table import cells

_NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){0,2}|[0-9]{1,9}")
_LINE = re.compile(r"[|:\- \t]*-[|:\- \t]*")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Column:
    """What stands over a column, and how many its rows come to: the sum of its numbers, or else how many rows there are."""

    head: frozenset[str]
    comes_to: int
    total: int | None = None
    """What the last row says that its numbers come to."""


def columns(words: str, totals: Iterable[str], passing: Iterable[str]) -> list[Column]:
    """The columns that can be counted: those of numbers, and the first, of one table; of several tables, none."""
    lines = [line for line in words.splitlines() if "|" in line]
    if len(lines) < 3 or not _LINE.fullmatch(lines[1]) or any(map(_LINE.fullmatch, lines[2:])):
        return []
    head, *rows = ([cell.strip().strip("*_").strip() for cell in cells(line)] for line in (lines[0], *lines[2:]))
    if any(len(row) != len(head) for row in rows):
        return []
    last = rows.pop() if rows[-1][0].casefold() in set(totals) else None
    return [
        Column(things(name, passing), counted, _number(last[at]) if last and numbers else None)
        for at, name in enumerate(head)
        for numbers in [_numbers([row[at] for row in rows])]
        for counted in [sum(numbers) if numbers else len(rows)]
        if rows and (numbers or at == 0)
    ]


def things(label: str, passing: Iterable[str]) -> frozenset[str]:
    """The words that say what is counted, one or many of it; not those that only say that they came."""
    said = (found[0].casefold() for found in _WORD.finditer(label))
    return frozenset(word.removesuffix("s") for word in said if word not in set(passing))


def _numbers(said: list[str]) -> list[int]:
    found = [number for one in said if (number := _number(one)) is not None]
    return found if len(found) == len(said) else []


def _number(said: str) -> int | None:
    return int(said.replace(",", "")) if _NUMBER.fullmatch(said) else None
