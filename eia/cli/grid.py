"""A table on a terminal of any width: columns while there is room for them, else a list in which each cell has its label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from shutil import get_terminal_size

import click

from eia.diagnostics.breadth import breadth, fitted, padded
from eia.diagnostics.human import WIDTH

BETWEEN = "  "
LEAST = 12
"""A column is not made narrower than this: it would have a word a line, or less."""
NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """The words of a cell, and whether they are to be noticed: colour never says what they do not."""

    words: str
    marked: bool = False


Entries = Sequence[Entry]


def room() -> int:
    """How many columns the terminal has; whoever prints to a file gets those that we are used to."""
    return max(get_terminal_size((WIDTH, 24)).columns, NARROWEST)


def grid(head: Entries, rows: Sequence[Entries], width: int) -> Iterator[str]:
    """The table, no broader than this; its first column names the rows."""
    widths = _widths([head, *rows], width)
    if not widths:
        yield from _listed(head, rows, width)
        return
    yield from (click.style(line, bold=True) for line in _line(head, widths))
    for row in rows:
        yield from _line(row, widths)


def _widths(rows: Sequence[Entries], width: int) -> list[int]:
    """The widths of the columns, of which the broadest give way; nothing where there is no room for all."""
    widths = [max(breadth(one.words) for one in column) for column in zip(*rows, strict=True)]
    while sum(widths) + len(BETWEEN) * (len(widths) - 1) > width:
        broadest = widths.index(max(widths))
        if widths[broadest] <= LEAST:
            return []
        widths[broadest] -= 1
    return widths


def _line(row: Entries, widths: list[int]) -> Iterator[str]:
    """A row, on as many lines of the terminal as its cells need."""
    folded = [fitted(one.words, width) for one, width in zip(row, widths, strict=True)]
    for pieces in zip_longest(*folded, fillvalue=""):
        cells = (_styled(*one) for one in zip(row, pieces, widths, strict=True))
        yield BETWEEN.join(cells).rstrip()


def _styled(entry: Entry, piece: str, width: int) -> str:
    whole = padded(piece, width)
    return click.style(piece, fg="yellow") + whole[len(piece) :] if entry.marked and piece else whole


def _listed(head: Entries, rows: Sequence[Entries], width: int) -> Iterator[str]:
    for row in rows:
        yield from fitted(row[0].words, width)
        for label, one in zip(head[1:], row[1:], strict=True):
            yield from (f"  {line}" for line in fitted(f"{label.words}: {one.words}", width - 2))
