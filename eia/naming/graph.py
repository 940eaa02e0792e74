"""Who cites whom in a project, with no places and no spellings: what must be the same before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from eia.index import Definition, Site
from eia.model.assessment import FollowUp, Related
from eia.model.part import parts
from eia.model.terms import Names as FormerNames
from eia.naming.things import Names, assessment_place, place_of
from eia.project import Dossier
from eia.text.read import real
from eia.text.span import Route

Called: TypeAlias = tuple[str, str]
"""The sort of a thing and its id."""


@dataclass(frozen=True, slots=True)
class Link:
    """Something that leads from one thing to others: in which dossier and file, from which thing, where in it, and to what."""

    dossier: Path
    file: Path
    of: Called
    route: Route
    to: tuple[Called, ...]


@dataclass(frozen=True)
class Graph:
    """All things of a project, and all links between them."""

    things: Counter[tuple[Path, Called]]
    links: Counter[Link]
    sites: dict[Link, Site]
    """Where each link stands, to be told of."""


def graph(dossiers: Iterable[Dossier], names: Names) -> Graph:
    """The graph of a project, as it is once some things have these ids."""
    found: Counter[tuple[Path, Called]] = Counter()
    links: Counter[Link] = Counter()
    sites: dict[Link, Site] = {}
    for dossier in dossiers:
        found.update(_things(dossier, names))
        for site, to in (*_uses(dossier, names), *_others(dossier, names)):
            of, rest = _owner(dossier, site, names)
            link = Link(real(dossier.file.path), real(site.file.path), of, rest, to)
            links[link] += 1
            sites.setdefault(link, site)
    return Graph(found, links, sites)


def _things(dossier: Dossier, names: Names) -> Iterator[tuple[Path, Called]]:
    path = real(dossier.file.path)
    yield path, ("assessment", names.get(assessment_place(dossier.file.path), dossier.assessment.id))
    yield from ((path, _called(one, names)) for one in dossier.index.definitions)


def _called(one: Definition, names: Names) -> Called:
    where = place_of(one)
    return one.sort, names.get(where, one.id) if where else one.id


def _uses(dossier: Dossier, names: Names) -> Iterator[tuple[Site, tuple[Called, ...]]]:
    """Citations; one that leads nowhere must go on doing so by the same name."""
    for use in dossier.index.uses:
        targets = dossier.index.resolve(use).targets
        yield use.site, tuple(sorted(_called(one, names) for one in targets)) or (("", use.id),)


def _others(dossier: Dossier, names: Names) -> Iterator[tuple[Site, tuple[Called, ...]]]:
    """Other assessments, the actions of the one before, and names that are given in full; by the files that they lead to."""
    assessment, project = dossier.assessment, dossier.project
    if assessment.previous:
        yield dossier.site(("previous",)), (_assessment(dossier, assessment.previous),)
    for route, other in parts(assessment.related, Related):
        if other.assessment:
            yield dossier.site(("related", *route, "assessment")), (_assessment(dossier, other.assessment),)
    before = project.called(assessment.previous) if assessment.previous else None
    for route, one in parts(assessment.follow_up, FollowUp):
        known = before.index.of_sorts("action") if before else ()
        to = tuple(_called(action, names) for action in known if action.id == one.action)
        yield dossier.site(("follow-up", *route, "action")), to or (("", one.action or ""),)
    for site, value in dossier.index.values(FormerNames):
        for term in value.items if site.route[-1] != "was" else ():
            to = tuple(sorted(_called(one, names) for one in dossier.index.definitions if one.id == term.text))
            yield site, to or (("", "" if term.text == assessment.id else term.text),)


def _assessment(dossier: Dossier, said: str) -> Called:
    path = dossier.project.assessments.get(said)
    return ("assessment", str(real(path))) if path else ("", said)


def _owner(dossier: Dossier, site: Site, names: Names) -> tuple[Called, Route]:
    """The innermost thing that a place is in, and the way from there."""
    for length in range(len(site.route), 0, -1):
        if one := dossier.index.at(Site(site.file, site.route[:length])):
            return _called(one, names), site.route[length:]
    return ("", ""), site.route
