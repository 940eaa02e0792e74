"""The actions of an assessment as a table, a line each, for whoever follows up those of many assessments in one sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from eia.index import Site
from eia.model.part import OWN
from eia.model.plan import Action
from eia.model.when import When
from eia.model.written import JOINT
from eia.project import Dossier
from eia.text.tree import Mapping as Keys
from eia.text.tree import Node, Scalar

from .cells import rows_of, table

SEAL = "seal"
WHERE = ("assessment", "assessment-title", "body", "section", "section-title")
"""Columns that say which assessment an action is of, and where in its plan it stands."""
DUE, DAYS = "due", ("due-earliest", "due-latest")
KEYS = Action.keys()
UP_TO_DUE = KEYS.index(DUE) + 1
COLUMNS = (*WHERE, *KEYS[:UP_TO_DUE], *DAYS, *KEYS[UP_TO_DUE:], "cited-by", SEAL)
"""The columns that every table has, in this order; keys of the organisation's own come after them."""
UNREAD = "unread-"
"""Begins the column of a key that the format does not know, so that it takes the place of no other."""
BARE = "does"
"""The column for an action that has no keys: what it says can only be what is to be done."""


def write(dossier: Dossier, _: bool = False) -> bytes:
    """The table, without any mark of a draft: whoever puts several together has no place for one."""
    actions = dossier.plan.content.all_actions()
    lines = [_Line(dossier, dossier.plan.site(route), one).cells() for route, one in actions]
    header = list(dict.fromkeys((*COLUMNS, *(column for line in lines for column in line))))
    return table(_sealed([header, *([line.get(column, "") for column in header] for line in lines)]))


def is_unchanged(content: bytes) -> bool:
    """Whether this is a table that we wrote and in which nobody has changed a cell; how cells are quoted does not matter."""
    try:
        rows = rows_of(content)
    except ValueError:
        return False
    whole = bool(rows) and rows[0][: len(COLUMNS)] == list(COLUMNS) and {*map(len, rows)} == {len(rows[0])}
    return whole and rows == _sealed(rows)


def _sealed(rows: list[list[str]]) -> list[list[str]]:
    """The same, with a hash of all cells in a column of its own: a table has no other place for it that all programs keep.

    It begins with letters, since a spreadsheet would make a number of some hashes."""
    at = COLUMNS.index(SEAL)
    bare = [[*row[:at], "", *row[at + 1 :]] for row in rows]
    seal = "eia-" + sha256(repr(bare).encode()).hexdigest()[:16]
    return [rows[0], *([*row[:at], seal, *row[at + 1 :]] for row in rows[1:])]


@dataclass(frozen=True, slots=True)
class _Line:
    """An action and its place."""

    dossier: Dossier
    site: Site
    action: Action

    def cells(self) -> Mapping[str, str]:
        """What stands in each column: as it is written, beside what was read in it."""
        assessment = self.dossier.assessment
        where = (assessment.id, assessment.title or "", assessment.body or "", *self._section())
        tree = self.site.file.tree
        node = tree.node(self.site.route) if tree else None
        written = dict(_written(node)) if node else {}
        days = dict(zip(DAYS, self._days(), strict=True))
        return dict(zip(WHERE, where, strict=True)) | days | {"cited-by": self._cited_by()} | written

    def _section(self) -> tuple[str, str]:
        index, route = self.dossier.index, self.site.route[:-2]
        section = index.at(Site(self.site.file, route))
        return (section.id, section.title) if section else ("", "")

    def _days(self) -> tuple[str, str]:
        """The first and the last day on which anything of it is due, as far as that can be read."""
        due = self.action.due
        said: list[When] = [due] if isinstance(due, When) else list((due or {}).values())
        first, last = (one.first for one in said if one.first), (one.last for one in said if one.last)
        return _iso(min(first, default=None)), _iso(max(last, default=None))

    def _cited_by(self) -> str:
        """The rows that cite it."""
        by = self.dossier.index.citing(self.site)
        return JOINT.join(dict.fromkeys(one.title or one.id for one in by if one.sort == "row"))


def _written(node: Node) -> Iterator[tuple[str, str]]:
    """By its key, what stands there; of a key that stands twice, all that does."""
    if not isinstance(node, Keys):
        yield BARE, _words(node)
        return
    for key in node.first:
        column = key if Action.knows(key) or key.startswith(OWN) else f"{UNREAD}{key}"
        yield column, JOINT.join(_words(entry.value) for entry in node.entries if entry.key.value == key)


def _words(node: Node) -> str:
    """All words of a value, with what they stand under."""
    if isinstance(node, Scalar):
        return node.value.rstrip("\n")
    if isinstance(node, Keys):
        return JOINT.join(f"{entry.key.value}: {_words(entry.value)}" for entry in node.entries)
    return JOINT.join(map(_words, node.items))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
