"""A whole assessment, from its title to its approvals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import ClassVar, Literal, get_args

from pydantic import Field, model_validator

from eia.model.evidence import Engagement, Evidence, Sources
from eia.model.part import OrNone, OrPath, Part, Route
from eia.model.plan import Plan
from eia.model.prose import Prose
from eia.model.reference import ActionReferences
from eia.model.row import Answer, Gap, Intersection, Row
from eia.model.terms import Names, Terms
from eia.model.waiver import Waiver
from eia.model.when import When

Status = Literal["draft", "in-review", "signed-off", "published", "superseded"]
STATUSES: tuple[Status, ...] = get_args(Status)
SETTLED: tuple[Status, ...] = ("signed-off", "published", "superseded")
"""What has one of these is a record of a day that is past."""

PARTICULARS = (
    *(
        "assessment",
        "was",
        "format",
        "title",
        "body",
        "unit",
        "profile",
        "kind",
        "status",
        "version",
        "rule-set",
        "language",
        "previous",
    ),
    *("history", "people", "marking", "glossary", "contact", "waivers", "summary"),
)
"""Keys of facts about an assessment, which every kind has. The others are its parts, which some kinds do without."""


HOLD_ROWS = ("characteristics", "intersections", "duties")
"""The parts that hold rows, in the order of the document."""


class Policy(Part):
    """What is being decided, and whom it touches."""

    aims: Prose | None = None
    """What is to be decided and what it is meant to achieve, in a few sentences."""
    change: str | None = None
    """What kind of change it is, e.g. `Change to an existing service`."""
    affects: Terms | None = None
    """Those who are touched by it, with commas between: `public, staff`."""


class Decision(Part):
    """What was decided (or found on screening), by whom, when and why; `planned` where that is still to come."""

    outcome: str | None = None
    """What was decided, e.g. `Continue with changes`."""
    by: str | None = None
    """Who decided, e.g. `Cabinet`."""
    planned: When | None = None
    """When the decision is to be taken, while it is still to come: `17 December 2025`."""
    date: When | None = None
    """When it was taken: `14 January 2026`."""
    because: Prose | None = None
    """Why it was decided so."""
    conditions: Prose | None = None
    """What has to happen first, where the agreement is conditional."""


class Review(Part):
    """When the assessment will be looked at again, and what will be measured until then."""

    date: When | None = None
    """When somebody will look at this again: `January 2027`."""
    by: str | None = None
    """Who will look at it again, by role."""
    measures: Prose | None = None
    """What will be measured until then, and where the figures come from."""


class Approval(Part):
    """Somebody who signed, in which role."""

    INSTEAD: ClassVar = {"role": ("as",)}
    ALIKE: ClassVar = ("name", "decision")

    role: str | None = None
    """In which role somebody signs, e.g. `Director of Communities`."""
    name: str | None = None
    """The name of whoever signs; the role is enough."""
    date: When | None = None
    """When it was signed: `9 January 2026`."""
    decision: str | None = None
    """What was agreed, e.g. `Agreed as amended`."""
    as_: str | None = None
    """The capacity that the form asks for, where it is not the role itself: `head-of-service`."""


class Version(Part):
    """An earlier version of this document, or this one: what changed in it, who changed it and when."""

    NEEDS: ClassVar = ("version", "date", "by", "change")

    version: str | None = None
    """Its number or name, e.g. `1.1`."""
    date: When | None = None
    """When it was made: `3 October 2025`."""
    by: str | None = None
    """Who made it, by role."""
    change: Prose | None = None
    """What changed in it."""


class Related(Part):
    """Another assessment, or another document, that belongs with this one; text alone is its title."""

    was: Names | None = None
    """Short names that it had before, so that whoever still cites one is told the new one."""
    title: str | None = None
    """What it is called."""
    kind: str | None = None
    """What kind of document it is, e.g. `Data protection impact assessment`."""
    assessment: str | None = None
    """Its short name, where it is an assessment of this project."""
    url: str | None = None
    """Where it can be read."""
    note: Prose | None = None
    """How the two belong together."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: object) -> object:
        return {"title": value} if isinstance(value, str) else value


class FollowUp(Part):
    """What came of an action of the previous assessment."""

    NEEDS: ClassVar = ("action", "planned", "came")
    INSTEAD: ClassVar = {"planned": ("action",)}
    ALIKE: ClassVar = ("further",)

    action: str | None = None
    """The action's id in the previous assessment: `1.a`."""
    planned: Prose | None = None
    """What was to be done; it may be left out where the previous assessment is in this project."""
    came: Prose | None = None
    """What came of it."""
    further: OrNone[ActionReferences] | None = None
    """The actions of this plan that carry it on: `2.c`; or `none:` and the reason."""


class Summary(Part):
    """The assessment in a few plain words, for those who will not read the whole; what is left out is taken from the rest."""

    proposed: Prose | None = None
    """What is proposed, in a few plain sentences."""
    affected: Prose | None = None
    """Who is affected, and how."""
    heard: Prose | None = None
    """What people told you."""
    doing: Prose | None = None
    """What will be done, by whom and when."""
    not_known: Prose | None = None
    """What is not known."""
    decided: Prose | None = None
    """Who decided what, and when."""


class Assessment(Part):
    """An equality impact assessment. `plan` and `sources` hold a path or the thing itself."""

    id: str = Field(default="", alias="assessment")
    """A short name for this assessment, e.g. `library-hours-2026`; the document is named after it."""
    was: Names | None = None
    """Short names that it had before, so that an assessment that still names one is told the new one."""
    format: Literal["1"] | None = None
    """The version of this file format: always `1`."""
    title: str | None = None
    """The title of the document."""
    body: str | None = None
    """The organisation that decides."""
    unit: str | None = None
    """The department or team that answers for it."""
    profile: str | None = None
    """The form that it follows, e.g. `gb-equality-act`: it says which groups, ratings and headings there are."""
    kind: str | None = None
    """What kind of assessment it is, e.g. `screening` or `full`."""
    status: Status | None = None
    """How far it has come: draft, in-review, signed-off, published or superseded."""
    version: str | None = None
    """The number or name of this version, e.g. `1.2`."""
    rule_set: str | None = None
    """The rule set of `eia lint` by which it was checked when it was signed, e.g. `1`: it is then held to nothing newer."""
    language: Terms | None = None
    """The language of the text, e.g. `en-GB`; of two, `en-GB, cy`, the document has the labels of both."""
    previous: str | None = None
    """The short name of the assessment that went before this one, or its title where it is none of this project."""
    follow_up: OrNone[tuple[FollowUp, ...]] | None = None
    """An item for each action of the previous assessment: what came of it; or `none:` and the reason."""
    related: OrNone[Mapping[str, Related]] | None = None
    """Other assessments and documents that belong with this one, under names of your own; or `none:` and the reason."""
    history: tuple[Version, ...] | None = None
    """An item for each version of this document: what changed in it."""
    marking: str | None = None
    """How the document is marked on every page, in the words of your organisation, e.g. `OFFICIAL`."""
    glossary: Mapping[str, Prose] | None = None
    """What abbreviations and other words mean, a line each: `BSL: British Sign Language`."""
    contact: Prose | None = None
    """Whom to ask, and how to get this document in another format or language."""
    people: Mapping[str, str] | None = None
    """Who does what in this assessment, a line each: `lead officer: Libraries Manager`."""
    plan: OrPath[Plan] | None = None
    """The file that holds the action plan, e.g. `plan.eia.yaml`, or the plan itself."""
    sources: OrPath[Sources] | None = None
    """The file that holds the sources, e.g. `sources.eia.yaml`, or the sources themselves."""
    summary: Summary | None = None
    """The whole in a few plain words of your own, for those who will not read it."""
    policy: Policy | None = None
    """What is being decided, and whom it touches."""
    text: Mapping[str, Prose] | None = None
    """Paragraphs of your own that open a section of the document, under the section's name."""
    engagement: OrNone[Mapping[str, Engagement]] | None = None
    """Each piece of engagement under a short name that rows can cite; or `none:` and the reason."""
    evidence: OrNone[Mapping[str, Evidence]] | None = None
    """Each fact under a short name that rows can cite; or `none:` and the reason."""
    characteristics: Mapping[str, Row] | None = None
    """The table, a row for each group that the form names."""
    intersections: OrNone[Mapping[str, Intersection]] | None = None
    """A row each for people of several groups, under a name of your own; or `none:` and the reason."""
    duties: OrNone[Mapping[str, Row]] | None = None
    """Rows about further duties of your own, e.g. `socio-economic`; or `none:` and the reason."""
    gaps: OrNone[tuple[Gap, ...]] | None = None
    """An item for each thing that is not known about people in general; or `none:` and the reason."""
    screening: Decision | None = None
    """What was found beforehand: whether a full assessment is needed."""
    answers: Mapping[str, Answer] | None = None
    """Answers to the questions of the form, each under the question's name."""
    decision: Decision | None = None
    """What was decided, by whom, when and why."""
    review: Review | None = None
    """When this will be looked at again, by whom, and what will be measured until then."""
    approvals: OrNone[tuple[Approval, ...]] | None = None
    """An item for each signature; or `none:` and the reason."""
    waivers: tuple[Waiver, ...] | None = None
    """An item for each finding of `eia lint` that somebody has considered and accepts, with the reason."""

    @property
    def facts(self) -> Mapping[str, Evidence]:
        """Its evidence by id; none where it says why there is none."""
        return self.evidence if isinstance(self.evidence, Mapping) else {}

    @property
    def events(self) -> Mapping[str, Engagement]:
        """Its engagement by id; none where it says why there is none."""
        return self.engagement if isinstance(self.engagement, Mapping) else {}

    @property
    def own_day(self) -> date | None:
        """The last day on which it was approved or decided."""
        approvals = self.approvals if isinstance(self.approvals, tuple) else ()
        said = [one.date for one in approvals] + [self.decision.date if self.decision else None]
        return max((when.last for when in said if when and when.last), default=None)

    def covered(self, groups: Iterable[str]) -> set[str]:
        """The groups that rows of `characteristics:` are about: by their names, or by what they say to cover."""
        rows = self.characteristics or {}
        named = {item.id.casefold() for row in rows.values() if row.covers for item in row.covers.items}
        everyone = any(row.covers and row.covers.everything for row in rows.values())
        return {key for key in groups if everyone or key in rows or key in named}

    def rows(self) -> Iterator[tuple[Route, Row]]:
        """Every row with its route: characteristics, then intersections, then further duties."""
        for place in HOLD_ROWS:
            rows = self.at(place)
            if isinstance(rows, Mapping):
                yield from (((place, key), row) for key, row in rows.items())
