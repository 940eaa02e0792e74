"""What stands where in a document, whatever its format: lines of words, and the places that they belong to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .words import Run

Stretch = tuple[int, int]
"""The first line of a place, and the first that no longer belongs to it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it was read back."""

    lines: tuple[Run, ...]
    """Words that stand together: a paragraph, the address of a link, what stands for a picture.

    For what a document says there only once more, a line has `AGAIN`."""
    places: Mapping[str, Stretch]
    """Where each named place begins and ends; one may lie within another."""
    named: Callable[[str], str]
    """The name of the place that an anchor has in this format."""
    opening: int
    """How many lines stand before the first heading."""
    notes: Mapping[str, Run]
    """The words of each footnote, by its number."""
    number: Callable[[str], str]
    """The number of the footnote of a source, by the source's id; nothing where it has none."""
