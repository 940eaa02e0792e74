"""The matrix of an assessment: for each row of the table, what it says of all that is asked of it, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from eia.index import Definition, Identity, Site, Use
from eia.model.asked import ROWS
from eia.model.part import Nothing
from eia.model.reference import EvidenceReferences
from eia.model.row import Row
from eia.model.terms import Rating
from eia.project import Dossier

State = Literal["there", "none", "lacking", "not-asked", "unread"]
"""Whether a row says something, says that there is none, says nothing, need not say it, or could not be read there."""

Part = Literal["impact", "evidence", "gaps", "actions"]
"""What a column is about, by the key of a row; of actions, which of the plan the row leads to."""

MOST = 5
"""So many sections of a plan have a column each; of a plan with more, all actions stand in one."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a row says of one thing."""

    state: State
    number: int = 0
    ratings: tuple[tuple[str, Rating | None], ...] = ()
    """Each with its aim, where it is of one; nothing in place of one that is owed."""
    cited: tuple[Definition, ...] = ()
    """The actions of the plan that answer the row."""


@dataclass(frozen=True, slots=True)
class Column:
    """A thing that is asked of every row; of actions, in one section of the plan or in all of it."""

    part: Part
    section: Definition | None = None
    members: frozenset[Identity] = frozenset()
    """The actions of the section."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row, with a cell for each column. One that is not `written` is asked for, and nobody has begun it."""

    site: Site
    name: str
    written: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows by columns."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]

    def lacking(self, part: Part) -> tuple[Line, ...]:
        """The rows that say nothing of a part: of the actions, in no section."""
        return self._all_in("lacking", part)

    @property
    def set_aside(self) -> tuple[Line, ...]:
        """The rows that say why they are not assessed."""
        return self._all_in("not-asked", "impact")

    @property
    def unread(self) -> tuple[Line, ...]:
        """The rows of which something could not be read."""
        return tuple(line for line in self.lines if any(cell.state == "unread" for cell in line.cells))

    @property
    def unwritten(self) -> tuple[Line, ...]:
        """The rows that the form asks for and nobody has begun."""
        return tuple(line for line in self.lines if not line.written)

    def _all_in(self, state: State, part: Part) -> tuple[Line, ...]:
        of_part = [at for at, column in enumerate(self.columns) if column.part == part]
        return tuple(line for line in self.lines if all(line.cells[at].state == state for at in of_part))


def matrix(dossier: Dossier) -> Matrix:
    """All rows that the assessment has or the form asks for; none for a kind that has no table."""
    columns = (Column("impact"), Column("evidence"), Column("gaps"), *_of_plan(dossier))
    actions = tuple(_each_once(dossier.index.of_sorts("action")))
    rows = rows_of_the_form(dossier) or {}
    return Matrix(columns, tuple(_line(dossier, key, row, columns, actions) for key, row in rows.items()))


def rows_of_the_form(dossier: Dossier) -> dict[str, Row] | None:
    """The rows in the order of the form, an empty one for each group that none is about; nothing for a kind that has no table."""
    rows = dossier.assessment.characteristics or {}
    if not (rows or dossier.asked.holds(ROWS) or is_unread(dossier, dossier.site((ROWS,)))):
        return None
    groups = dossier.profile.groups if dossier.knows_profile else {}
    missing = dossier.profile.assessed().keys() - dossier.assessment.covered(groups)
    order = [*(key for key in groups if key in rows or key in missing), *(key for key in rows if key not in groups)]
    return {key: rows.get(key, Row()) for key in order}


def ratings_of(dossier: Dossier, row: Row) -> Iterator[tuple[str, Rating]]:
    """The ratings of a row that count in the end, each with its aim where it is of one."""
    for route, rating in dossier.asked.counting(row):
        scale = dossier.profile.rated_as(str(route[0])) if route else ""
        if rating.words:
            yield scale if scale in dossier.profile.aims else "", rating


def is_unread(dossier: Dossier, site: Site) -> bool:
    """Whether words at a place, below it or round it could not be read."""
    lost = (one.route for file in dossier.files if file.path == site.file.path for one in file.unread)
    return any(all(a == b for a, b in zip(route, site.route, strict=False)) for route in lost)


def _of_plan(dossier: Dossier) -> Iterator[Column]:
    """The sections of the plan, where these are few; else all actions as one."""
    sections = () if dossier.plan.content.actions else dossier.index.of_sorts("section")
    if not 0 < len(sections) <= MOST:
        yield Column("actions")
        return
    for section in sections:
        yield Column("actions", section, frozenset(one.identity for one in dossier.index.actions_of(section)))


def _line(dossier: Dossier, key: str, row: Row, columns: Iterable[Column], actions: Iterable[Definition]) -> Line:
    site = dossier.site((ROWS, key))
    cited = _cited(dossier, site, row, actions)
    name = " ".join((row.label or dossier.profile.row_label(ROWS, key) or key).split())
    written = key in (dossier.assessment.characteristics or {})
    return Line(site, name, written, tuple(_cell(dossier, site, row, column, cited) for column in columns))


def _cell(dossier: Dossier, site: Site, row: Row, column: Column, cited: tuple[Definition, ...]) -> Cell:
    said = row.at(column.part)
    match column.part, said:
        case "impact", _:
            return _rated(dossier, site, row)
        case "evidence", EvidenceReferences():
            return _cited_evidence(dossier, said)
        case "gaps", tuple() if said:
            return Cell("there", len(said))
        case "actions", _:
            return _answered(dossier, site, row, column, cited)
    return Cell(_silence(dossier, site, row, column.part))


def _cited_evidence(dossier: Dossier, said: EvidenceReferences) -> Cell:
    """How many pieces of evidence are named, each once; one that is named in a way that cannot be read is named too."""
    if said.everything:
        number = len(dossier.assessment.facts) + len(dossier.assessment.events)
    else:
        number = len({one.id for one in said.items}) + len(said.misreads)
    return Cell("there" if number else "lacking", number)


def _rated(dossier: Dossier, site: Site, row: Row) -> Cell:
    """Its ratings; whoever rates one aim leaves out each other that is owed."""
    given: tuple[tuple[str, Rating | None], ...] = tuple(ratings_of(dossier, row))
    if not given:
        return Cell(_silence(dossier, site, row, "impact"))
    aims = [aim for aim, _ in given]
    owed = [] if "" in aims else [key for key in dossier.asked.owed(site.route, row) if key not in aims]
    left_out = tuple((key, None) for key in owed if key in dossier.profile.aims)
    return Cell("lacking" if left_out else "there", len(given), (*given, *left_out))


def _answered(dossier: Dossier, site: Site, row: Row, column: Column, cited: tuple[Definition, ...]) -> Cell:
    """The actions of the column's section that answer it."""
    found = tuple(one for one in cited if not column.section or one.identity in column.members)
    if found:
        return Cell("there", len(found), cited=found)
    # a row that cites actions of other sections has said what there is
    return Cell("lacking" if cited else _silence(dossier, site, row, "mitigations"))


def _silence(dossier: Dossier, site: Site, row: Row, key: str) -> State:
    """Why nothing stands under a key of a row."""
    if isinstance(row.at(key), Nothing):
        return "none"
    if is_unread(dossier, Site(site.file, (*site.route, key))):
        return "unread"
    return "not-asked" if row.not_assessed else "lacking"


def _cited(dossier: Dossier, site: Site, row: Row, actions: Iterable[Definition]) -> tuple[Definition, ...]:
    """Of these actions those that answer a row, in the order of the plan: those that it cites by themselves, with their
    section or all together, and those of the rows that it has its mitigations from."""
    index = dossier.index
    done = row.mitigations if isinstance(row.mitigations, tuple) else ()
    same = [Use(item.id, ("row",), site) for one in done if one.as_ for item in one.as_.items]
    rows = [site, *(target.site for use in same for target in index.resolve(use).targets if target.site)]
    found = (target for place in rows for use in index.uses_in(place) for target in index.resolve(use).targets)
    cited = {one.id for target in found for one in index.actions_of(target)}
    every = any(one.actions and one.actions.everything for one in done)
    return tuple(one for one in actions if every or one.id in cited)


def _each_once(actions: Iterable[Definition]) -> Iterable[Definition]:
    """Of several actions with one id, the first."""
    first: dict[str, Definition] = {}
    for one in actions:
        first.setdefault(one.id, one)
    return first.values()
