"""Where a thing is defined, where it is cited, and where its id stands in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eia.index import Definition, Site
from eia.linting import place
from eia.loading import LoadedFile
from eia.model.assessment import FollowUp, Related
from eia.model.part import parts
from eia.model.terms import Names as FormerNames
from eia.naming.mentions import Mention, mentions
from eia.naming.things import ASSESSMENT, Thing, place_of
from eia.project import Dossier
from eia.text.span import Span, Text

Spot = tuple[Text, Span]


@dataclass(frozen=True)
class Whereabouts:
    """A thing, and all places that have to do with it."""

    thing: Thing
    defined: Spot
    cited: tuple[Spot, ...]
    """Each place once, in the order of the files; of a range, the whole of it."""
    mentioned: tuple[Mention, ...]


def whereabouts(one: Thing, dossiers: Iterable[Dossier]) -> Whereabouts:
    """Look for a thing in all dossiers of its project."""
    dossiers = tuple(dossiers)
    defined = place(one.name)
    cited = tuple(dict.fromkeys(place(site) for dossier in dossiers for site in _uses(dossier, one)))
    files = {file.path: file for dossier in _reached(one, dossiers) for file in dossier.files}
    return Whereabouts(one, defined, cited, tuple(mentions(one, _in_order(files.values()), [defined, *cited])))


def _in_order(files: Iterable[LoadedFile]) -> list[LoadedFile]:
    return sorted(files, key=lambda file: file.path)


def _reached(one: Thing, dossiers: tuple[Dossier, ...]) -> Iterator[Dossier]:
    """The dossiers in which people may speak of it: its own, and those after them; of an assessment, all."""
    own = {dossier.file.path for dossier in one.known_in}
    ids = {dossier.assessment.id for dossier in one.known_in}
    for dossier in dossiers:
        if one.sort == ASSESSMENT or dossier.file.path in own or dossier.assessment.previous in ids:
            yield dossier


def _uses(dossier: Dossier, one: Thing) -> Iterator[Site]:
    index = dossier.index
    for use in index.uses:
        if any(place_of(target) == one.place for target in index.resolve(use).targets):
            within = use.reference.range if use.reference and use.reference.range else use.site.within
            yield Site(use.site.file, use.site.route, within)
    for site, value in index.values(FormerNames):
        for term in value.items if site.route[-1] != "was" else ():
            if dossier in one.known_in and term.text == one.id:
                yield Site(site.file, site.route, (term.start, term.end))
    yield from _links(dossier, one)


def _links(dossier: Dossier, one: Thing) -> Iterator[Site]:
    """Where another assessment names this one, or an action of the one before it."""
    assessment, project = dossier.assessment, dossier.project
    if one.sort == ASSESSMENT:
        if assessment.previous == one.id:
            yield dossier.site(("previous",))
        for route, other in parts(assessment.related, Related):
            if other.assessment == one.id:
                yield dossier.site(("related", *route, "assessment"))
    before = project.called(assessment.previous) if assessment.previous and one.sort == "action" else None
    for route, follow in parts(assessment.follow_up, FollowUp):
        if before and follow.action == one.id and any(_is(target, one) for target in before.index.of_sorts("action")):
            yield dossier.site(("follow-up", *route, "action"))


def _is(target: Definition, one: Thing) -> bool:
    return place_of(target) == one.place
