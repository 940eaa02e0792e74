"""What a dossier still lacks for its next status: a list of open points, by section of the document and by owner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.index import Site
from eia.linting import as_status, judge
from eia.linting import place as place_in_file
from eia.loading import LoadedFile
from eia.model.assessment import STATUSES, Approval, Decision, Review, Status
from eia.model.part import step_down
from eia.model.plan import Action
from eia.model.silence import Place
from eia.project import Dossier
from eia.rules.answers.missing_answer import missing_answer
from eia.rules.decision.missing_sign_off import missing_sign_off
from eia.waivers import waived

LAST: Status = "published"
"""What comes after it, superseded, asks for nothing more."""

MISSING_ANSWER, MISSING_SIGN_OFF = missing_answer.id, missing_sign_off.id
TOLD_ONE_BY_ONE = (MISSING_ANSWER, MISSING_SIGN_OFF)
"""What lint tells once for all places, a list of things to do tells of each, for whoever has to do it."""


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
    found = judge((), [raised]).diagnostics
    wrong = (one for one in found if one.severity > Severity.NOTE and one.rule not in TOLD_ONE_BY_ONE)
    silent = (*_unanswered(dossier, goal), *_unsigned(dossier, goal))
    accepted = {one.order for one in waived(raised, (point.told for point in silent)) if one.accepted}
    points = [
        *(point for point in silent if point.told.order not in accepted),
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


def _unanswered(dossier: Dossier, goal: Status) -> Iterator[OpenPoint]:
    """What the form asks for by this status, and nobody has answered, each for whoever answers for it."""
    for site, place in dossier.silences(goal):
        yield _of_silence(dossier, site, place)


def _unsigned(dossier: Dossier, goal: Status) -> Iterator[OpenPoint]:
    """Those who have yet to sign, each to be asked."""
    site = Site(dossier.file, ("approvals",), key=True)
    for key, one in dossier.unsigned(goal).items():
        message, help = f"{one.label or key} has not signed", f"Add an approval with `as: {key}`."
        told = Diagnostic(MISSING_SIGN_OFF, Severity.WARNING, message, *place_in_file(site), help)
        yield OpenPoint(_section(dossier, site), one.label or key, told)


def _of_silence(dossier: Dossier, site: Site, silence: Place) -> OpenPoint:
    thing = _thing(dossier, site)
    about = f"Action {thing.id}" if isinstance(thing, Action) and thing.id else _row(dossier, site)
    message, help = f"`{silence.route[-1]}:` is not answered", dossier.profile.guidance.get(silence.key, "")
    told = Diagnostic(MISSING_ANSWER, Severity.WARNING, message, *place_in_file(site), help, about=about)
    return OpenPoint(_section(dossier, site), _owner(dossier, thing), told)


def _row(dossier: Dossier, site: Site) -> str:
    """The row that a place belongs to, by its title."""
    row = dossier.index.at(Site(site.file, site.route[:2])) if len(site.route) > 2 else None
    return row.title or row.id if row and row.sort == "row" else ""


def _of_diagnostic(dossier: Dossier, one: Diagnostic) -> OpenPoint:
    file = next(file for file in _files(dossier) if file.path == one.text.path)
    site = Site(file, file.tree.route_at(one.span.start) if file.tree else ())
    return OpenPoint(_section(dossier, site), _owner(dossier, _thing(dossier, site)), one)


def _section(dossier: Dossier, site: Site) -> str:
    """The heading under which a place is printed, as the profile calls it; nothing for the facts under the title."""
    kind = site.file.kind or ""
    if kind != "assessment":
        return kind
    section = dossier.profile.section_of(site.route)
    return section if section in dossier.profile.headings else ""


def _thing(dossier: Dossier, site: Site) -> object:
    """The innermost thing round a place that somebody answers for."""
    around: list[object] = []
    held: object = _content(dossier, site.file)
    for step in site.route:
        around.append(held)
        held = step_down(held, step)
    around.append(held)
    return next((one for one in reversed(around) if isinstance(one, Action | Decision | Review | Approval)), None)


def _content(dossier: Dossier, file: LoadedFile) -> object:
    contents = {dossier.sources.file.path: dossier.sources.content, dossier.plan.file.path: dossier.plan.content}
    return {**contents, dossier.file.path: dossier.assessment}.get(file.path)


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
