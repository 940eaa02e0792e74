"""Something that a document must say, and where."""

from __future__ import annotations

from dataclasses import dataclass

from eia.index import Site

from .words import APART, Run, run

Place = tuple[str, ...]
"""The anchors at any of which something may stand: a row that is printed in two tables has two."""


@dataclass(frozen=True, slots=True)
class Expected:
    """Words of a file, or for a silence, that must stand in a place of the document, in one of several ways."""

    site: Site
    place: Place
    words: str
    """As people are told of them."""
    ways: tuple[Run, ...]

    @classmethod
    def of(cls, site: Site, place: Place, *ways: str) -> Expected:
        """Words, each of the ways being as good as the other; the first is how they are written.

        Where that is signs alone, which are no words, nothing is expected."""
        runs = tuple(map(run, ways))
        said = tuple(dict.fromkeys(filter(None, runs))) if runs[0] else ()
        return cls(site, place, ways[0].replace(APART, "").strip(), said)
