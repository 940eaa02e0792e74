"""A row of the table: one characteristic (or intersection, or further duty), its evidence, mitigations and impact."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import model_validator

from eia.model.part import OrEach, OrNone, Part
from eia.model.prose import Prose
from eia.model.reference import ActionReferences, EvidenceReferences, GroupReferences, RowReferences
from eia.model.terms import Rating

STAGES = ("before", "after")
"""An impact may be rated before and after mitigation instead of by aim."""


class Mitigation(Part):
    """What is done about an impact: how, by which actions, or the same as in another row."""

    how: Prose | None = None
    under: str | None = None
    actions: ActionReferences | None = None
    as_: RowReferences | None = None


class Gap(Part):
    """Something that is not known, and how it will be found out."""

    what: Prose | None = None
    for_: GroupReferences | None = None
    how: Prose | None = None
    actions: ActionReferences | None = None


class Answer(Part):
    """An answer to one of the profile's questions, with a reason where one is given."""

    answer: str | None = None
    because: Prose | None = None

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: object) -> object:
        return {"answer": value} if isinstance(value, str) else value


class Row(Part):
    """Context, mitigations and impact of one characteristic, as the table of a Word form has them."""

    covers: GroupReferences | None = None
    label: str | None = None
    context: Prose | None = None
    evidence: OrNone[EvidenceReferences] | None = None
    mitigations: OrNone[tuple[Mitigation, ...]] | None = None
    impact: OrEach[Rating] | None = None
    because: OrEach[Prose] | None = None
    gaps: OrNone[tuple[Gap, ...]] | None = None
    answers: Mapping[str, Answer] | None = None
    not_assessed: Prose | None = None


class Intersection(Row):
    """A row for people who belong to several groups at once."""

    of: GroupReferences | None = None
