"""Where in a document the values of a dossier stand: by the anchors that the document gives to what it prints."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from eia.index import Site
from eia.model.assessment import PARTICULARS
from eia.model.part import OWN, Route
from eia.project import Dossier

from .expected import Place

OPENING = "opening"
"""Stands for an anchor that no heading has: all that stands before the first."""
COVER: Place = (OPENING,)
UNREAD: Place = ("unread",)
"""What no field could take."""
RECORD = ("assessment", "format", "rule-set", "profile", "language")
"""Keys that stand in the facts about the file."""
ABOUT_FILE = "record"
"""The section of these facts: its heading is a word of the form, and not among its headings."""
BEHIND = ("history", "glossary", "contact", "waivers", "summary")
"""Facts that stand in sections of their own and not on the first page."""


def heading(section: str) -> str:
    """The anchor of a section."""
    return f"heading {section}"


@dataclass(frozen=True)
class Places:
    """The places of one dossier."""

    dossier: Dossier

    def of(self, site: Site) -> Place:
        """Where a value stands: with the thing that it is a part of, else in its section, else on the first page."""
        for end in range(len(site.route), 0, -1):
            if anchor := self.anchors.get((site.file.path, site.route[:end])):
                return self._row(site.route, anchor) if anchor.startswith("row ") else (anchor,)
        return self._section(self._within(site))

    def row(self, table: str, key: str) -> Place:
        """Where a row stands, whether or not anything is said there."""
        site = self.dossier.site((table, key))
        return self.of(site) if (site.file.path, site.route) in self.anchors else self._row(site.route)

    def _row(self, route: Route, *anchors: str) -> Place:
        """A row, in the table where it is printed and in those of other sections."""
        line = "line {} {}".format(*route)
        columns = self.dossier.profile.layout.columns.values()
        return (*anchors, line, *(f"{line} in {one.section}" for one in columns if one.section))

    def _within(self, site: Site) -> Route:
        """The route of a value in the whole, whichever file it stands in."""
        if site.file is self.dossier.file:
            return site.route
        return ("plan" if site.file is self.dossier.plan.file else "sources", *site.route)

    def _section(self, route: Route) -> Place:
        first = str(route[0])
        if first in RECORD:
            return (heading(ABOUT_FILE),)
        if first.startswith(OWN) or (first in PARTICULARS and first not in BEHIND):
            return COVER
        return (heading(self.dossier.profile.section_of(route)),)

    @cached_property
    def anchors(self) -> dict[tuple[Path, Route], str]:
        """The anchor of everything with an id: its sort and its id; of several alike, those after the first are counted."""
        found: dict[tuple[Path, Route], str] = {}
        taken: dict[str, int] = {}
        for one in self.dossier.index.definitions:
            name = f"{one.sort} {one.id}"
            taken[name] = taken.get(name, 0) + 1
            if one.site:
                found[one.site.file.path, one.site.route] = name if taken[name] == 1 else f"{name} ({taken[name]})"
        return found
