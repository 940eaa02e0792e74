"""Who defines and who cites what in one dossier, and how a citation finds its target."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Literal, TypeVar, assert_never

from eia.diagnostics.shown import quoted, shortened
from eia.loading import LoadedFile
from eia.model.assessment import Assessment
from eia.model.evidence import Sources
from eia.model.part import Route, walk
from eia.model.plan import Plan
from eia.model.profile import Profile
from eia.model.prose import Prose
from eia.model.reference import Reference, References
from eia.model.terms import Names

Sort = Literal["row", "action", "section", "source", "evidence", "engagement", "related", "group"]
"""The sorts of thing that carry an id."""

CITABLE: tuple[Sort, ...] = ("row", "action", "source", "evidence", "engagement", "related")
"""What `[@id]` may cite; their ids are unique in the dossier, across sorts."""

CALLED: dict[str, str] = {
    "row": "a row",
    "action": "an action",
    "section": "a section",
    "source": "a source",
    "evidence": "a fact",
    "engagement": "a piece of engagement",
    "related": "a related document",
    "group": "a group",
}
"""What a sentence calls a thing of each sort."""

CITED: dict[str, str] = {
    "row": "under `as:`",
    "action": "under `actions:`",
    "section": "as `all of` with its number",
    "source": "as the `source:` of a fact",
    "evidence": "under `evidence:`",
    "engagement": "under `evidence:`",
    "related": "in a text",
    "group": "under `covers:`, `for:` or `groups:`",
}
"""Where a thing of each sort is cited, besides the text."""

BEGUN: dict[str, tuple[str, str, str]] = {
    "action": ("actions", "- id: {}", "does: …"),
    "source": ("sources", "{}:", "title: …"),
    "evidence": ("evidence", "{}:", "says: …"),
}
"""Under which key a thing of some sorts is written, and its first two lines."""

Found = Literal["exact", "case", "lookalike", "unknown"]

T = TypeVar("T")

_LOOKALIKE = str.maketrans({"i": "l", "1": "l", "|": "l", "0": "o"})
_FOLDS: tuple[tuple[Found, Callable[[str], str]], ...] = (
    ("exact", lambda id: id),
    ("case", str.casefold),
    ("lookalike", lambda id: id.casefold().translate(_LOOKALIKE)),
)


@dataclass(frozen=True)
class Site:
    """A value in a file (or the key that leads to it); `within` are offsets into the value, where only a part is meant."""

    file: LoadedFile
    route: Route
    within: tuple[int, int] | None = None
    key: bool = False


Identity = tuple[str, str, Route]
"""Three actions may have one id; their places still tell them apart."""


@dataclass(frozen=True)
class Definition:
    """A thing with an id. A group that no row is about stands in the profile, and has no site in the dossier."""

    sort: Sort
    id: str
    title: str
    site: Site | None
    was: tuple[str, ...] = ()

    @property
    def identity(self) -> Identity:
        """What tells it from everything else in its dossier."""
        return (self.sort, self.id, self.site.route if self.site else ())

    @property
    def named(self) -> str:
        """Its id, and its title where it has one, as a sentence names it."""
        title = shortened(self.title).rstrip(".")
        return quoted(self.id, 40) + (f" ({title})" if title else "")


@dataclass(frozen=True)
class Use:
    """A place that cites an id, and the sorts of thing that it may mean."""

    id: str
    sorts: tuple[str, ...]
    site: Site
    reference: Reference | None = None

    def how_to_add(self, file: str = "") -> str:
        """What to type so that there is such a thing, in a file that holds nothing else or under its key; else nothing."""
        if self.sorts == CITABLE or self.sorts[0] not in BEGUN or (self.sorts == ("action",) and not file):
            return ""
        key, first, second = BEGUN[self.sorts[0]]
        where, first = f"under `{key}:`", first.format(shortened(self.id, 40))
        if file:
            where = f"to {file}" + (f", {where}" if key == "actions" else "")
        return f"Add it {where}: a line `{first}`, and below it, two spaces further in, `{second}`."


@dataclass(frozen=True)
class Resolution:
    """What a citation was found to mean, and how."""

    found: Found
    targets: tuple[Definition, ...]


@dataclass(frozen=True)
class Corner:
    """One content of a dossier, and how its routes become places."""

    content: Assessment | Plan | Sources
    at: Callable[[Route], Site]


@dataclass(frozen=True)
class Index:
    """All definitions and uses of a dossier, in the order of the files."""

    definitions: tuple[Definition, ...]
    uses: tuple[Use, ...]
    corners: tuple[Corner, ...] = ()

    @classmethod
    def of(cls, form: Profile, corners: tuple[Corner, ...]) -> Index:
        """Gather what a dossier defines and cites; rows are called what the form calls them."""
        defined: list[Definition] = []
        uses: list[Use] = []
        for corner in corners:
            defined += _definitions(corner, form)
            uses += _uses(corner)
        rows = {one.id for one in defined if one.sort == "row"}
        groups = form.groups.items()
        defined += (Definition("group", key, group.label, None) for key, group in groups if key not in rows)
        return cls(tuple(defined), tuple(uses), corners)

    def resolve(self, use: Use) -> Resolution:
        """Find what is meant: the very id, else with its case folded, else with look-alike signs (I, l, 1) taken as one.

        The members of a range were counted and not read, so what they look like does not matter."""
        counted = use.reference is not None and use.reference.range is not None
        for found, fold in _FOLDS[:2] if counted else _FOLDS:
            targets = tuple(one for one in self._folded[found].get(fold(use.id), ()) if one.sort in use.sorts)
            if targets:
                return Resolution(found, targets)
        return Resolution("unknown", ())

    def elsewhere(self, use: Use) -> Definition | None:
        """A thing that has the cited id but is of a sort that may not be cited here."""
        return next(iter(self._folded["exact"].get(use.id, ())), None)

    def former(self, use: Use) -> tuple[Definition, ...]:
        """What used to have the cited id; one thing may since have become two."""
        return tuple(one for one in self.definitions if use.id in one.was and one.sort in use.sorts)

    def values(self, kind: type[T]) -> Iterator[tuple[Site, T]]:
        """Every value of one kind in the assessment, the plan and the sources, with its place."""
        yield from ((site, value) for site, value in self._everything if isinstance(value, kind))

    def texts(self) -> Iterator[tuple[Site, str]]:
        """Every text, running or not, with its place."""
        yield from self.values(str)
        yield from ((site, prose.words) for site, prose in self.values(Prose))

    def at(self, site: Site) -> Definition | None:
        """The thing that is defined at a place."""
        return self._by_place.get((site.file.path, site.route))

    def holder(self, site: Site) -> Definition | None:
        """The thing with an id that a place belongs to, such as a row or an action."""
        routes = (site.route[:end] for end in range(len(site.route), 0, -1))
        return next(filter(None, (self.at(replace(site, route=route)) for route in routes)), None)

    def citing(self, site: Site) -> list[Definition]:
        """The things with an id that cite what is defined at a place, each once."""
        target = self.at(site)
        by = (self.holder(use.site) for use in (self.cites(target) if target else ()))
        return list({one.identity: one for one in by if one and one is not target}.values())

    def of_sorts(self, *sorts: str) -> tuple[Definition, ...]:
        """Every definition of these sorts."""
        return tuple(one for one in self.definitions if one.sort in sorts)

    @cached_property
    def citable(self) -> Mapping[str, Sort]:
        """What `[@id]` may cite, by its id."""
        return {one.id: one.sort for one in self.of_sorts(*CITABLE)}

    def uses_in(self, site: Site) -> tuple[Use, ...]:
        """The citations at a place or below it, where that is a row or a part of one."""
        below = self._by_row.get(site.route[:2], ())
        return tuple(use for use in below if use.site.file is site.file and _begins(use.site.route, site.route))

    def in_section(self, section: str) -> tuple[str, ...]:
        """The ids of the actions that belong to a section by their ids, as `2.a` does to 2; each once, in order."""
        ids = (one.id for one in self.of_sorts("action") if one.id.startswith(f"{section}."))
        return tuple(sorted(dict.fromkeys(ids), key=counted))

    def actions_of(self, target: Definition) -> tuple[Definition, ...]:
        """An action itself; the actions of a section; of anything else, none."""
        return (target,) if target.sort == "action" else tuple(self._members(target))

    def cites(self, target: Definition) -> tuple[Use, ...]:
        """The places that cite a thing, itself or with its whole section. `all` cites nothing in particular."""
        return self._cites.get(target.identity, ())

    @cached_property
    def _everything(self) -> tuple[tuple[Site, object], ...]:
        """All that the dossier holds: so many rules look through it that it is walked once."""
        return tuple((corner.at(route), value) for corner in self.corners for route, value in walk(corner.content))

    @cached_property
    def _folded(self) -> dict[Found, dict[str, tuple[Definition, ...]]]:
        folded: dict[Found, dict[str, tuple[Definition, ...]]] = {}
        for found, fold in _FOLDS:
            by_id: defaultdict[str, list[Definition]] = defaultdict(list)
            for one in self.definitions:
                by_id[fold(one.id)].append(one)
            folded[found] = {id: tuple(several) for id, several in by_id.items()}
        return folded

    @cached_property
    def _by_place(self) -> dict[tuple[Path, Route], Definition]:
        return {(one.site.file.path, one.site.route): one for one in self.definitions if one.site}

    @cached_property
    def _by_row(self) -> dict[Route, list[Use]]:
        by_row: defaultdict[Route, list[Use]] = defaultdict(list)
        for use in self.uses:
            by_row[use.site.route[:2]].append(use)
        return by_row

    @cached_property
    def _cites(self) -> dict[Identity, tuple[Use, ...]]:
        cites: defaultdict[Identity, list[Use]] = defaultdict(list)
        for use in self.uses:
            for target in self.resolve(use).targets:
                for each in (target, *self._members(target)):
                    cites[each.identity].append(use)
        return {target: tuple(uses) for target, uses in cites.items()}

    def _members(self, target: Definition) -> Iterator[Definition]:
        """The actions of a section."""
        if target.sort == "section" and target.site:
            route = target.site.route
            yield from (one for one in self.of_sorts("action") if one.site and one.site.route[: len(route)] == route)


def folded(id: str) -> dict[Found, str]:
    """An id as it is compared with others: as it stands, without regard to capitals, with look-alike signs taken as one."""
    return {found: fold(id) for found, fold in _FOLDS}


def where_named(one: Definition, site: Site) -> Site:
    """The place of a thing's id: a key, or what stands after `id:`."""
    if one.sort in ("action", "section"):
        return Site(site.file, (*site.route, "id"))
    return Site(site.file, site.route, key=True)


def _begins(route: Route, with_this: Route) -> bool:
    return route[: len(with_this)] == with_this


def counted(id: str) -> tuple[int, str]:
    """For sorting the ids of one section: letters run from a to z and on to aa, numbers from 1 to 9 and on to 10."""
    return len(id), id.casefold()


def sorts_of(references: References, item: Reference) -> tuple[str, ...]:
    """What an item may mean; a group that has a row is found as that row."""
    if item.section:
        return ("section",)
    return ("group", "row") if references.kinds == ("group",) else references.kinds


def _definitions(corner: Corner, form: Profile) -> Iterator[Definition]:
    match corner.content:
        case Assessment() as assessment:
            yield from _in_assessment(assessment, corner.at, form)
        case Plan() as plan:
            yield from _in_plan(plan, corner.at)
        case Sources() as sources:
            for key, source in sources.root.items():
                yield Definition("source", key, source.title or "", corner.at((key,)), _was(source.was))
        case _:
            assert_never(corner.content)


def _in_assessment(assessment: Assessment, at: Callable[[Route], Site], form: Profile) -> Iterator[Definition]:
    for route, row in assessment.rows():
        table, key = map(str, route)
        yield Definition("row", key, row.label or form.row_label(table, key), at(route), _was(row.was))
    for key, evidence in assessment.facts.items():
        said = evidence.says.words if evidence.says else ""
        yield Definition("evidence", key, said, at(("evidence", key)), _was(evidence.was))
    for key, event in assessment.events.items():
        said = event.title or event.who or event.how or ""
        yield Definition("engagement", key, said, at(("engagement", key)), _was(event.was))
    if isinstance(assessment.related, Mapping):
        for key, one in assessment.related.items():
            yield Definition("related", key, one.title or one.assessment or "", at(("related", key)), _was(one.was))


def _in_plan(plan: Plan, at: Callable[[Route], Site]) -> Iterator[Definition]:
    for number, section in enumerate(plan.sections):
        yield Definition("section", section.id, section.title or "", at(("sections", number)), _was(section.was))
    for route, action in plan.all_actions():
        yield Definition("action", action.id, action.does.words if action.does else "", at(route), _was(action.was))


def _was(names: Names | None) -> tuple[str, ...]:
    return tuple(term.text for term in names.items) if names else ()


def _uses(corner: Corner) -> Iterator[Use]:
    for route, value in walk(corner.content):
        if isinstance(value, Prose):
            for cited in value.citations:
                yield Use(cited.id, CITABLE, replace(corner.at(route), within=(cited.start, cited.end)))
        elif isinstance(value, References):
            for item in value.items:
                sorts = sorts_of(value, item)
                yield Use(item.id, sorts, replace(corner.at(route), within=(item.start, item.end)), item)
