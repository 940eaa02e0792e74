"""A finding that somebody accepts on the record."""

from __future__ import annotations

from typing import ClassVar

from eia.model.part import Part
from eia.model.prose import Prose
from eia.model.terms import Names
from eia.model.when import When


class Waiver(Part):
    """A finding that may stand: which one, about what, why, and who said so."""

    NEEDS: ClassVar = ("by", "date")

    rule: str | None = None
    """The rule that found it: the name in square brackets at the end of the message, e.g. `uncited-action`."""
    at_: Names | None = None
    """What it is about, with all below it: an id (`1.a`), a key (`decision`), or for all the assessment's own short name."""
    because: Prose | None = None
    """Why it may stand."""
    by: str | None = None
    """Who accepted it, by role."""
    date: When | None = None
    """When it was accepted: `8 January 2026`."""
    until: When | None = None
    """The last day on which it may stand, where it may not stand for good: `31 March 2027`."""
