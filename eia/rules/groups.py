"""Which group of the form a name means: rows that are about none, and the group that may be meant."""

from __future__ import annotations

import re

from eia.diagnostics.shown import closest
from eia.model.row import Row
from eia.project import Dossier

_BETWEEN_WORDS = re.compile(r"[\W_]+")


def unknown_rows(dossier: Dossier) -> list[str]:
    """The names of the rows that are about no group, as far as anybody can tell; not of one without a name."""
    rows = {key: row for key, row in (dossier.assessment.characteristics or {}).items() if key.strip()}
    return [key for key, row in rows.items() if key not in dossier.profile.groups and not _is_covered(dossier, row)]


def nearest_group(dossier: Dossier, name: str) -> str | None:
    """The group that people may mean by such a name: one that is spelt much like it, or shares all words of one of the two."""
    names = _names(dossier)
    said = _as_key(name)
    near = closest(said, names) or next((other for other in names if _within(said, other)), "")
    return names[near] if near else None


def called(dossier: Dossier, name: str) -> str:
    """The one group that has this very name in the form, as its label or as another name; nothing where none or several do."""
    said = _as_key(name)
    groups = dossier.profile.groups.items()
    meant = [key for key, group in groups if said in map(_as_key, group.names(key))]
    return meant[0] if len(meant) == 1 else ""


def _is_covered(dossier: Dossier, row: Row) -> bool:
    """Whether `covers:` leads to a group; what it names in vain is another rule's business."""
    if row.covers is None or row.covers.everything or not row.covers.items:
        return row.covers is not None
    rows = dossier.assessment.characteristics or {}
    return any(item.id not in rows or item.id in dossier.profile.groups for item in row.covers.items)


def _names(dossier: Dossier) -> dict[str, str]:
    """Every name that people give to a group, by that name."""
    return {_as_key(name): key for key, group in dossier.profile.groups.items() for name in group.names(key)}


def _as_key(name: str) -> str:
    return _BETWEEN_WORDS.sub("-", name.casefold()).strip("-")


def _within(one: str, other: str) -> bool:
    words, others = set(one.split("-")), set(other.split("-"))
    return words <= others or others <= words
