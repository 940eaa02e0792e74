"""The page: which blocks stand on which of the template's sheets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, takewhile

from eia.document.tree import Blocks, Contents, Heading, Paragraph, Table
from eia.document.walk import plain

from .sheets import Sheet, Sheets

LINE = 100
"""About the letters of a line."""
BRIDGE, LEAD = 1200, 700
"""So few letters between two wide tables, or between a heading and the wide table below it, do not turn the paper back."""


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
    """How many of the blocks before a wide table turn with it: all after another wide one, if they are few; else the section
    that it belongs to, if little stands there before it; else its headings alone."""
    if follows_wide and _length(between) <= BRIDGE:
        return len(between)
    headings = [at for at, block in enumerate(between) if isinstance(block, Heading)]
    section = len(between) - next((at for at in reversed(headings) if at - 1 not in headings), len(between))
    alone = sum(1 for _ in takewhile(lambda block: isinstance(block, Heading), reversed(between)))
    return section if section and _length(between[-section:]) <= LEAD else alone


def _length(blocks: Blocks) -> int:
    """About how many letters fill as much paper as these blocks; tables and pictures are larger than they read."""
    letters = (LINE * (1 + len(plain(one.content)) // LINE) for one in blocks if isinstance(one, Heading | Paragraph))
    others = (BRIDGE + 1 for one in blocks if not isinstance(one, Heading | Paragraph))
    return sum((*letters, *others))


def _opening(blocks: Blocks) -> int:
    """How many blocks open the document: all before the heading of its contents; without contents, all before any heading."""
    contents = next((at for at, block in enumerate(blocks) if isinstance(block, Contents)), 0)
    return max(contents - 1, 0) or sum(1 for _ in takewhile(lambda block: not isinstance(block, Heading), blocks))
