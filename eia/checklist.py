"""What a dossier still lacks for its next status: a list of open points, by section of the document and by owner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.index import Site
from eia.linting import as_status, judge, place
from eia.loading import LoadedFile
from eia.model.assessment import Approval, Assessment, Decision, Review, Status
from eia.model.evidence import Sources
from eia.model.part import Route, walk
from eia.model.plan import Action, Plan
from eia.model.profile import section_of
from eia.model.silence import Place, places
from eia.project import Dossier

STATUSES: tuple[Status, ...] = get_args(Status)
LAST: Status = "published"
"""What comes after it, superseded, asks for nothing more."""

UNANSWERED = "unanswered"
"""Names what the profile asks for and nobody answered, beside the rules of lint."""


@dataclass(frozen=True)
class OpenPoint:
    """One thing to do: in which section of the document (nothing for its head), for whom, and what is told about it."""

    section: str
    owner: str
    told: Diagnostic


@dataclass(frozen=True)
class Checklist:
    """The open points of a dossier before it may have the next status, in the order of the document."""

    dossier: Dossier
    goal: Status
    points: tuple[OpenPoint, ...]


def checklist(dossier: Dossier, goal: Status | None = None) -> Checklist:
    """What is open before the dossier may have its next status, or the one that is asked for."""
    goal = goal or next_status(dossier.status)
    raised = as_status(dossier, goal)
    wrong = (one for one in judge((), [raised]).diagnostics if one.severity > Severity.NOTE)
    points = [
        *_unanswered(dossier, goal),
        *_unsigned(dossier, goal),
        *(_of_diagnostic(dossier, one) for one in wrong),
    ]
    order = list(dossier.profile.headings)
    files = [file.path for file in _files(dossier)]

    def rank(point: OpenPoint) -> tuple[int, int, int]:
        section = order.index(point.section) if point.section in order else -1
        return (section, files.index(point.told.text.path), point.told.span.start)

    return Checklist(dossier, goal, tuple(sorted(points, key=rank)))


def _files(dossier: Dossier) -> tuple[LoadedFile, ...]:
    """The files in which something may be open, those of the form last."""
    return (*dossier.files, *dossier.form.files)


def next_status(status: Status) -> Status:
    """The status that an assessment works towards."""
    return STATUSES[min(STATUSES.index(status) + 1, STATUSES.index(LAST))]


def _wanted(dossier: Dossier, goal: Status) -> list[str]:
    """The keys that the form asks for by this status, those of an earlier status first."""
    wanted = sorted(dossier.profile.required_of(dossier.assessment.kind), key=lambda one: STATUSES.index(one[0]))
    return [key for status, key in wanted if STATUSES.index(status) <= STATUSES.index(goal)]


def _unanswered(dossier: Dossier, goal: Status) -> Iterator[OpenPoint]:
    """What the form asks for by this status, and nobody has answered."""
    said: set[Route] = {("plan",)} if "action" in dossier.out_of_sight else set()
    for asked in _wanted(dossier, goal):
        for one in places(dossier.whole, asked, dossier.profile.named_under):
            if not one.said and one.route not in said:
                said.add(one.route)
                yield _of_silence(dossier, one)


def _unsigned(dossier: Dossier, goal: Status) -> Iterator[OpenPoint]:
    """Those who sign, and have not, by the status for which signatures are asked; where there is none, that is told already."""
    assessment, site = dossier.assessment, dossier.site(("approvals",))
    signed = assessment.approvals
    if isinstance(signed, tuple) and signed and any(key.startswith("approvals") for key in _wanted(dossier, goal)):
        for key, one in dossier.profile.unsigned(assessment.kind, signed).items():
            message, help = f"{one.label or key} has not signed", f"Add an approval with `as: {key}`."
            told = Diagnostic(UNANSWERED, Severity.WARNING, message, *place(site), help)
            yield OpenPoint(_section(dossier, site), one.label or key, told)


def _of_silence(dossier: Dossier, silence: Place) -> OpenPoint:
    route = silence.route
    site = dossier.plan.site(route[1:]) if route[0] == "plan" else dossier.site(route)
    thing = _thing(dossier, site)
    about = f"Action {thing.id}" if isinstance(thing, Action) and thing.id else ""
    message, help = f"`{route[-1]}:` is not answered", dossier.profile.guidance.get(silence.key, "")
    told = Diagnostic(UNANSWERED, Severity.WARNING, message, *place(site), help, about=about)
    return OpenPoint(_section(dossier, site), _owner(dossier, thing), told)


def _of_diagnostic(dossier: Dossier, one: Diagnostic) -> OpenPoint:
    file = next(file for file in _files(dossier) if file.path == one.text.path)
    site = Site(file, file.tree.route_at(one.span.start) if file.tree else ())
    return OpenPoint(_section(dossier, site), _owner(dossier, _thing(dossier, site)), one)


def _section(dossier: Dossier, site: Site) -> str:
    """The heading under which a place is printed, as the profile calls it; nothing for the facts under the title."""
    kind = site.file.kind or ""
    if kind != "assessment":
        return kind
    section = section_of(site.route)
    return section if section in dossier.profile.headings else ""


def _thing(dossier: Dossier, site: Site) -> object:
    """The innermost thing round a place that somebody answers for."""
    held = dict(walk(_content(dossier, site.file)))
    around = (held.get(site.route[:length]) for length in range(len(site.route), 0, -1))
    return next((one for one in around if isinstance(one, Action | Decision | Review | Approval)), None)


def _content(dossier: Dossier, file: LoadedFile) -> Assessment | Plan | Sources:
    if file is dossier.file:
        return dossier.assessment
    return dossier.plan.content if file is dossier.plan.file else dossier.sources.content


def _owner(dossier: Dossier, thing: object) -> str:
    """Who answers for a thing; for the record as a whole the first of its people does."""
    match thing:
        case Action():
            return thing.owner or ""
        case Decision() | Review() if thing.by:
            return thing.by
        case Approval() if thing.role:
            return thing.role
        case _:
            return next(iter((dossier.assessment.people or {}).values()), "")
