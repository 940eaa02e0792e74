"""Tables in prose that leave something out: rows with an empty cell, and heads without a word."""

from __future__ import annotations

from collections.abc import Iterator

from eia.model.overfull import CODE, UNDER_HEAD, cells


def headless(words: str) -> Iterator[tuple[int, int]]:
    """Where the head of each table stands that has no word in it."""
    for start, end, row, is_head in _rows(words):
        if is_head and not any(row):
            yield start, end


def gaps(words: str) -> Iterator[tuple[int, int]]:
    """Where each row stands that has an empty cell, or fewer cells than the head."""
    columns = 0
    for start, end, row, is_head in _rows(words):
        if is_head:
            columns = len(row)
        elif not all(row) or len(row) < columns:
            yield start, end


def _rows(words: str) -> Iterator[tuple[int, int, list[str], bool]]:
    """The rows of all tables: where each stands, what is in its cells, and whether it is a head."""
    at, within, above, before = 0, False, "", (0, 0)
    for line in words.splitlines(keepends=True):
        bare = "" if line.startswith(CODE) else line.strip(" >\t\r\n")
        place = (at + len(line) - len(line.lstrip(" >\t")), at + len(line.rstrip()))
        if within and bare:
            yield *place, [cell.strip() for cell in cells(bare)], False
        elif "|" in above and UNDER_HEAD.fullmatch(bare) and len(cells(above)) == len(cells(bare)):
            within = True
            yield *before, [cell.strip() for cell in cells(above)], True
        within = within and bool(bare)
        at, above, before = at + len(line), bare, place
