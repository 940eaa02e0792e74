"""A whole assessment, from its title to its approvals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from pydantic import Field

from eia.model.evidence import Engagement, Evidence, Sources
from eia.model.part import OrNone, OrPath, Part, Route
from eia.model.plan import Plan
from eia.model.prose import Prose
from eia.model.row import Answer, Gap, Intersection, Row
from eia.model.terms import Terms
from eia.model.when import When

Status = Literal["draft", "in-review", "signed-off", "published", "superseded"]


class Policy(Part):
    """What is being decided, and whom it touches."""

    aims: Prose | None = None
    change: str | None = None
    affects: Terms | None = None


class Decision(Part):
    """What was decided (or found on screening), by whom, when and why; `planned` where that is still to come."""

    outcome: str | None = None
    by: str | None = None
    planned: When | None = None
    date: When | None = None
    because: Prose | None = None


class Review(Part):
    """When the assessment will be looked at again, and what will be measured until then."""

    date: When | None = None
    by: str | None = None
    measures: Prose | None = None


class Approval(Part):
    """Somebody who signed, in which role."""

    role: str | None = None
    name: str | None = None
    date: When | None = None
    decision: str | None = None


class Assessment(Part):
    """An equality impact assessment. `plan` and `sources` hold a path or the thing itself."""

    id: str = Field(default="", alias="assessment")
    format: Literal["1"] | None = None
    title: str | None = None
    body: str | None = None
    unit: str | None = None
    profile: str | None = None
    kind: str | None = None
    status: Status | None = None
    version: str | None = None
    language: str | None = None
    previous: str | None = None
    people: Mapping[str, str] | None = None
    plan: OrPath[Plan] | None = None
    sources: OrPath[Sources] | None = None
    policy: Policy | None = None
    text: Mapping[str, Prose] | None = None
    engagement: OrNone[Mapping[str, Engagement]] | None = None
    evidence: OrNone[Mapping[str, Evidence]] | None = None
    characteristics: Mapping[str, Row] | None = None
    intersections: OrNone[Mapping[str, Intersection]] | None = None
    duties: OrNone[Mapping[str, Row]] | None = None
    gaps: OrNone[tuple[Gap, ...]] | None = None
    screening: Decision | None = None
    answers: Mapping[str, Answer] | None = None
    decision: Decision | None = None
    review: Review | None = None
    approvals: OrNone[tuple[Approval, ...]] | None = None

    def covered(self, groups: Iterable[str]) -> set[str]:
        """The groups that rows of `characteristics:` are about: by their names, or by what they say to cover."""
        rows = self.characteristics or {}
        named = {item.id.casefold() for row in rows.values() if row.covers for item in row.covers.items}
        everyone = any(row.covers and row.covers.everything for row in rows.values())
        return {key for key in groups if everyone or key in rows or key in named}

    def rows(self) -> Iterator[tuple[Route, Row]]:
        """Every row with its route: characteristics, then intersections, then further duties."""
        tables = {"characteristics": self.characteristics, "intersections": self.intersections, "duties": self.duties}
        for place, rows in tables.items():
            if isinstance(rows, Mapping):
                yield from (((place, key), row) for key, row in rows.items())
