"""Which tables stay tables: those that can be read as such in the text as it stands, too."""

from __future__ import annotations

from eia.document.tree import Code, Document, Inline, Jump, Link, Row, Table, Words
from eia.document.unfold import is_plain, with_tables
from eia.document.walk import in_blocks

LONGEST = 160
"""Letters of a row. Longer ones are broken wherever a window or a letter ends, and the columns are lost."""


def unfolded(document: Document) -> Document:
    """The document with no table but those that have a line in each cell, and short rows."""
    return with_tables(document, lambda table: is_plain(table) and _longest(table) <= LONGEST)


def _longest(table: Table) -> int:
    return max((_length(row) for row in table.rows), default=0)


def _length(row: Row) -> int:
    return sum(len(" | ") + sum(map(_letters, in_blocks(cell))) for cell in row.cells)


def _letters(one: Inline) -> int:
    """How much is written of an inline itself."""
    match one:
        case Words(text) | Code(text):
            return len(text)
        case Link(address, _) | Jump(address, _):
            return len(f"[](#{address})")
        case _:
            return 0
