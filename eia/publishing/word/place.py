"""Where blocks stand (the page, a cell, a list, a box), and what they share with the rest of the document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from eia.document.tree import Blocks, Document

from .bookmarks import Bookmarks
from .markup import Element
from .notes import Notes
from .numbering import Numbering
from .pictures import Pictures
from .relationships import Relationships


@dataclass(frozen=True, slots=True)
class Desk:
    """What one part of the document is written with."""

    document: Document
    bookmarks: Bookmarks
    notes: Notes
    numbering: Numbering
    pictures: Pictures
    relationships: Relationships


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks stand. Distances are in twentieths of a point, as in Word."""

    desk: Desk
    width: int
    """From the left edge of the page's text, or of the cell, to the right."""
    indent: int = 0
    """From that left edge to where words begin."""
    level: int = 0
    """How many lists the blocks are in."""
    style: str = "Normal"
    """That of paragraphs."""
    in_cell: bool = False
    heading: str = ""
    """The words of the last heading above."""

    def inside(self, style: str, indent: int) -> Place:
        """A quote, a box or the value of a fact, indented further than its surroundings."""
        return replace(self, style=style, indent=self.indent + indent)

    def item(self, style: str, indent: int) -> Place:
        """An item of a list."""
        return replace(self.inside(style, indent), level=self.level + 1)

    def cell(self, width: int) -> Place:
        """A cell of a table, whatever the table stands in."""
        return Place(self.desk, width, style="TableText", in_cell=True)


Writer = Callable[[Blocks, Place], list[Element]]
"""Writes blocks; lists and tables are handed it, since their content is blocks again."""
