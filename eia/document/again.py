"""Blocks of which every word only says again what stands elsewhere in the document."""

from __future__ import annotations

from eia.document.changed import changed
from eia.document.tree import Again, Blocks


def again(blocks: Blocks) -> Blocks:
    """The same blocks, with that said of their words."""
    return changed(blocks, lambda content: (Again(content),))
