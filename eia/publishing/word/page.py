"""The page: which blocks stand on which of the template's sheets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, takewhile

from eia.document.tree import Blocks, Contents, Heading, Paragraph, Table

from .sheets import Sheet, Sheets

BRIDGE = 3
"""So few headings and paragraphs between two wide tables do not turn the paper back for themselves."""


def stretches(blocks: Blocks, sheets: Sheets) -> Iterator[tuple[Sheet, Blocks]]:
    """The document cut where the sheet changes. The title stands before the first stretch, so that one opens it."""
    chosen = _sheets(blocks, sheets)
    if chosen[:1] != [sheets.opening]:
        yield sheets.opening, ()
    for sheet, group in groupby(zip(chosen, blocks, strict=True), key=lambda pair: pair[0]):
        yield sheet, tuple(block for _, block in group)


def _sheets(blocks: Blocks, sheets: Sheets) -> list[Sheet]:
    opening = _opening(blocks)
    chosen, last = [sheets.opening] * opening + [sheets.upright] * (len(blocks) - opening), -1
    for index, block in enumerate(blocks):
        if isinstance(block, Table) and block.wide:
            start = index - _run_up(blocks[last + 1 : index], follows_wide=last >= 0)
            chosen[start : index + 1] = [sheets.turned] * (index + 1 - start)
            last = index
    return chosen


def _run_up(between: Blocks, follows_wide: bool) -> int:
    """How many of the blocks before a wide table turn with it: its headings, or all the few after another wide one."""
    if follows_wide and len(between) <= BRIDGE and all(isinstance(block, Heading | Paragraph) for block in between):
        return len(between)
    return sum(1 for _ in takewhile(lambda block: isinstance(block, Heading), reversed(between)))


def _opening(blocks: Blocks) -> int:
    """How many blocks open the document: all before the heading of its contents; without contents, all before any heading."""
    contents = next((at for at, block in enumerate(blocks) if isinstance(block, Contents)), 0)
    return max(contents - 1, 0) or sum(1 for _ in takewhile(lambda block: not isinstance(block, Heading), blocks))
