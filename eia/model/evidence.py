"""What an assessment rests on: sources, evidence and engagement."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import RootModel

from eia.model.figure import Figures
from eia.model.part import Part
from eia.model.prose import Prose
from eia.model.reference import EvidenceItems, GroupReferences, SourceReferences
from eia.model.terms import Terms
from eia.model.when import When


class Source(Part):
    """Where a fact was published: what a footnote prints."""

    title: str | None = None
    by: str | None = None
    date: When | None = None
    url: str | None = None
    in_: str | None = None


class Sources(RootModel[Mapping[str, Source]]):
    """The sources of a dossier, by id."""


class Evidence(Part):
    """One statement of fact with its figures, said once and cited where it counts."""

    says: Prose | None = None
    source: SourceReferences | None = None
    period: When | None = None
    place: str | None = None
    base: str | None = None
    compared_with: str | None = None
    columns: Terms | None = None
    total: str | None = None
    from_: EvidenceItems | None = None
    figures: Mapping[str, Figures] | None = None
    note: Prose | None = None


class Engagement(Part):
    """Who was asked, how and when, what was heard and what it changed; `planned` where it has not happened."""

    who: str | None = None
    how: str | None = None
    when: When | None = None
    planned: When | None = None
    groups: GroupReferences | None = None
    figures: Mapping[str, Figures] | None = None
    participants: Prose | None = None
    heard: Prose | None = None
    changed: Prose | None = None
