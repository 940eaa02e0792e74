"""What an assessment rests on: sources, evidence and engagement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from pydantic import RootModel

from eia.model.figure import Figure, Figures
from eia.model.part import Part
from eia.model.prose import Prose
from eia.model.reference import EvidenceItems, GroupReferences, SourceReferences
from eia.model.terms import Names, Terms
from eia.model.when import When


class Source(Part):
    """Where a fact was published: what a footnote prints."""

    was: Names | None = None
    """Short names that it had before, so that whoever still cites one is told the new one."""
    title: str | None = None
    """The title, as it was published."""
    by: str | None = None
    """Who published it."""
    date: When | None = None
    """When it was published: `November 2025`."""
    accessed: When | None = None
    """When somebody looked at it, where it has no date of its own, such as a dashboard: `3 November 2025`."""
    url: str | None = None
    """Where it can be read on the web."""
    in_: str | None = None
    """The larger work that it is part of: a journal, a set of papers, a website."""


class Sources(RootModel[Mapping[str, Source]]):
    """The sources of a dossier, by id."""

    @property
    def titles(self) -> list[str]:
        """What they are called, those that have a title."""
        return [source.title for source in self.root.values() if source.title]


class Evidence(Part):
    """One statement of fact with its figures, said once and cited where it counts."""

    was: Names | None = None
    """Short names that it had before, so that whoever still cites one is told the new one."""
    says: Prose | None = None
    """The fact in words; its numbers go under `figures:`."""
    source: SourceReferences | None = None
    """The short name of the source it was taken from: `library-survey-2025`."""
    period: When | None = None
    """The time that the fact is about: `12 months to September 2025`."""
    place: str | None = None
    """The area that the fact is about."""
    base: str | None = None
    """Who was counted, e.g. `registered users`."""
    compared_with: str | None = None
    """What the figures are compared with, e.g. `12 months to September 2019`."""
    columns: Terms | None = None
    """Whose figures stand beside each other, in their order: `[65 and over, under 65]`."""
    total: str | None = None
    """What the whole is that the figures are parts of, e.g. `all branches together`."""
    divides: str | None = None
    """What the lines divide among them, where each is counted in one line only: `the victims of 2019`."""
    from_: EvidenceItems | None = None
    """The short names of other facts that this one was worked out from: `use-by-age`."""
    figures: Mapping[str, Figures] | None = None
    """A line for each thing that was counted, with its figures: `any branch: 41% (410 of 1,000) v 22% (431 of 1,960)`."""
    note: Prose | None = None
    """What a reader has to know to understand the figures."""

    @property
    def lines(self) -> Mapping[str, Figures]:
        """Its figures by the names of their lines."""
        return self.figures or {}

    @property
    def cells(self) -> list[tuple[str, Figure]]:
        """All its figures, each with the name of its line."""
        return [(label, cell) for label, line in self.lines.items() for cell in line.cells]

    @property
    def told(self) -> str:
        """All that it says in words of what was counted, in one text."""
        prose = (one.words for one in (self.says, self.note) if one)
        return "; ".join(filter(None, (*prose, self.base, self.total, self.place)))


class Engagement(Part):
    """Who was asked, how and when, what was heard and what it changed; `planned` where it has not happened."""

    NEEDS: ClassVar = ("heard",)
    INSTEAD: ClassVar = {"heard": ("planned",)}

    was: Names | None = None
    """Short names that it had before, so that whoever still cites one is told the new one."""
    title: str | None = None
    """What it is called, where `who:` is long or another piece of engagement has the same."""
    who: str | None = None
    """Who was asked, e.g. `library users`."""
    how: str | None = None
    """How they were asked, e.g. `drop-in sessions in eight branches`."""
    when: When | None = None
    """When that was: `3 November to 12 December 2025`."""
    planned: When | None = None
    """When it is to happen, while it is still to come: `spring 2026`."""
    groups: GroupReferences | None = None
    """Which groups were reached: `age, disability`, or `all`."""
    figures: Mapping[str, Figures] | None = None
    """A line for each thing that was counted, with its figure: `people: 214`."""
    participants: Prose | None = None
    """Who took part, as a list or a table."""
    heard: Prose | None = None
    """What they said."""
    changed: Prose | None = None
    """What that changed; cite an action as `[@1.b]`."""
