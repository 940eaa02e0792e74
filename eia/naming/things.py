"""All that has an id in a project: of what sort it is, where it stands, and in which dossiers it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from eia.index import CALLED, Definition, Site, where_named
from eia.project import Dossier
from eia.text.span import Route

Place: TypeAlias = tuple[Path, Route]
"""Where a thing is defined: two things of one id are still two."""
Names: TypeAlias = Mapping[Place, str]
"""The new ids of some things."""

ASSESSMENT = "assessment"
OWN_ID: Route = (ASSESSMENT,)
"""Where an assessment says what it is called."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something with an id."""

    sort: str
    id: str
    title: str
    site: Site
    """The thing itself; of an assessment, its whole file."""
    name: Site
    """Where its id stands."""
    was: tuple[str, ...]
    known_in: tuple[Dossier, ...]
    """The dossiers that hold it: several, where they share a plan or sources."""

    @property
    def place(self) -> Place:
        """What tells it from everything else."""
        return self.site.file.path, self.site.route

    @property
    def called(self) -> str:
        """Its sort and id, as a sentence names it."""
        return f"{noun(self.sort)} `{self.id}`"


def noun(sort: str) -> str:
    """What a thing of this sort is called, without its article."""
    return sort if sort == ASSESSMENT else CALLED[sort].partition(" ")[2]


def things(dossiers: Iterable[Dossier]) -> dict[Place, Thing]:
    """Everything with an id, each once."""
    found: dict[Place, Thing] = {}
    for dossier in dossiers:
        for one in _in(dossier):
            other = found.get(one.place)
            found[one.place] = one if other is None else _known_in(other, dossier)
    return found


def place_of(one: Definition) -> Place | None:
    """Where a thing is defined; a group that no row is about stands in the form."""
    return (one.site.file.path, one.site.route) if one.site else None


def assessment_place(path: Path) -> Place:
    """The place of an assessment itself."""
    return path, ()


def _in(dossier: Dossier) -> Iterator[Thing]:
    assessment = dossier.assessment
    was = tuple(term.text for term in assessment.was.items) if assessment.was else ()
    whole, name = dossier.site(()), dossier.site(OWN_ID)
    if assessment.id:
        yield Thing(ASSESSMENT, assessment.id, assessment.title or "", whole, name, was, (dossier,))
    for one in dossier.index.definitions:
        if one.site and one.id:
            yield Thing(one.sort, one.id, one.title, one.site, where_named(one, one.site), one.was, (dossier,))


def _known_in(one: Thing, dossier: Dossier) -> Thing:
    return Thing(one.sort, one.id, one.title, one.site, one.name, one.was, (*one.known_in, dossier))
