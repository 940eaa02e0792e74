"""Each row of the table must be about a group that the form has.

A row's name is no characteristic of the form, and the row does not say with `covers:` what it is about.

## Why

A misspelt name would leave the real characteristic unassessed without anybody noticing.

## Bad

```yaml
characteristics:
  disabilty:
    context: Step-free routes are longer.
```

## Good

```yaml
characteristics:
  disability:
    context: Step-free routes are longer.
  over-75s:
    covers: age
    context: Many come on foot.
```

## What to do

Correct the name, or add `covers:` with the characteristic that the row belongs to. A group of your own belongs in your
organisation's form.

## When not to use it

While your organisation's form is being written and the rows come first. A group of one assessment only needs no remark:
`covers:` says to which characteristic it belongs.

## What it cannot tell

Whether the row is about the people that it names. Nor whether `covers:` is true: a row that says it covers disability and
speaks of age is taken at its word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import closest, shortened
from eia.index import Site
from eia.model.row import Row
from eia.project import Dossier
from eia.rules.rule import Problem, rule

_BETWEEN_WORDS = re.compile(r"[\W_]+")


@rule(Severity.ERROR, lasting=True, of_form=True)
def unknown_characteristic(dossier: Dossier) -> Iterator[Problem]:
    """Rows of `characteristics:` whose name the profile does not know."""
    for key in unknown_rows(dossier):
        site = Site(dossier.file, ("characteristics", key), key=True)
        message = f"`{shortened(key)}` is no characteristic of the form {dossier.profile.id}"
        yield Problem(site, message, _help(dossier, key))


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


def _is_covered(dossier: Dossier, row: Row) -> bool:
    """Whether `covers:` leads to a group; what it names in vain is no business of this rule."""
    if row.covers is None or row.covers.everything or not row.covers.items:
        return row.covers is not None
    rows = dossier.assessment.characteristics or {}
    return any(item.id not in rows or item.id in dossier.profile.groups for item in row.covers.items)


def _help(dossier: Dossier, key: str) -> str:
    if near := nearest_group(dossier, key):
        return f"Did you mean `{near}`? If not, add `covers:` with the characteristic that it belongs to."
    return f"Use one of: {', '.join(dossier.profile.groups)}; or add `covers:` with the one that it belongs to."


def _names(dossier: Dossier) -> dict[str, str]:
    """Every name that people give to a group, by that name."""
    return {_as_key(name): key for key, group in dossier.profile.groups.items() for name in group.names(key)}


def _as_key(name: str) -> str:
    return _BETWEEN_WORDS.sub("-", name.casefold()).strip("-")


def _within(one: str, other: str) -> bool:
    words, others = set(one.split("-")), set(other.split("-"))
    return words <= others or others <= words
