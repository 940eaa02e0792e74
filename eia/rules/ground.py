"""On what a row rests: what it cites that can carry a rating, and what it says is not known."""

from __future__ import annotations

from collections.abc import Iterator

from eia.index import Definition, Use
from eia.model.part import Nothing, Route
from eia.model.row import Gap, Row
from eia.project import Dossier

RESTS_ON = ("source", "evidence", "engagement")
WHERE = ("evidence", "context", "because")


def rests_on_something(dossier: Dossier, route: Route, row: Row) -> bool:
    """Whether a row cites evidence, a source or engagement; a citation in vain is another rule's business."""
    if row.evidence is not None and not isinstance(row.evidence, Nothing) and not row.evidence.items:
        return True
    return any(_is_ground(dossier, use) for use in _uses(dossier, route))


def grounds(dossier: Dossier, route: Route) -> Iterator[Definition]:
    """The evidence, sources and engagement that a row cites."""
    for use in _uses(dossier, route):
        yield from (one for one in dossier.index.resolve(use).targets if one.sort in RESTS_ON)


def cites_in_vain(dossier: Dossier, route: Route) -> bool:
    """Whether a row cites something that is not there, so that nobody knows on what it rests."""
    return any(not dossier.index.resolve(use).targets for use in _uses(dossier, route))


def gaps_of(dossier: Dossier, route: Route, row: Row) -> Iterator[Gap]:
    """What is said not to be known of these people: in their row, or under `gaps:` of the whole, where it names them."""
    own, whole = row.gaps, dossier.assessment.gaps
    yield from (gap for gap in own if gap.what) if isinstance(own, tuple) else ()
    named = {str(route[-1]), *dossier.asked.groups_of(route, row)}
    for gap in whole if isinstance(whole, tuple) else ():
        if gap.what and gap.for_ and (gap.for_.everything or not named.isdisjoint(one.id for one in gap.for_.items)):
            yield gap


def _uses(dossier: Dossier, route: Route) -> Iterator[Use]:
    for key in WHERE:
        yield from dossier.index.uses_in(dossier.site((*route, key)))


def _is_ground(dossier: Dossier, use: Use) -> bool:
    targets = dossier.index.resolve(use).targets
    return not targets or any(one.sort in RESTS_ON and not _only_planned(dossier, one.id) for one in targets)


def _only_planned(dossier: Dossier, id: str) -> bool:
    """Whether people are still to be asked."""
    event = dossier.assessment.events.get(id)
    return event is not None and event.planned is not None and not (event.when or event.heard or event.figures)
