"""Those who may lose by a decision, or of whom too little is known, are asked.

A row is rated negative or unknown, or names a gap; no piece of engagement, held or planned, names its group under
`groups:`, and the row cites none. Nothing is said where there was no engagement at all: that is an answer that is
missing, or one with its reason.

## Why

Where material is missing, the way to it often leads through the people themselves. They know best what a change does
to them.

## Bad

```yaml
engagement:
  branch-sessions:
    who: People in the branches
    groups: age
    heard: The same hour every week.
characteristics:
  age:
    impact: negative
  disability:
    impact: unknown
```

## Good

```yaml
engagement:
  branch-sessions:
    who: People in the branches
    groups: age
    heard: The same hour every week.
  disability-forum:
    who: The disability forum
    groups: disability
    planned: spring 2026
characteristics:
  age:
    impact: negative
  disability:
    impact: unknown
```

## What to do

If these people were asked, write their group under `groups:` of that engagement, or cite it in the row. If not, plan
to ask them: a piece of engagement with `planned:` is an answer.

## When not to use it

Where there is nobody to ask, or asking would do harm. Say so under `gaps:` of the row.

## What it cannot tell

Whether those who were asked could speak for the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import quoted
from eia.index import Site
from eia.model.asked import DUTIES
from eia.model.part import Route
from eia.model.profile import UNKNOWN
from eia.model.row import Row
from eia.project import Dossier
from eia.rules.rule import Problem, rule

WORSE = "negative"


@rule(Severity.WARNING, stage="in-review", of_form=True)
def affected_group_not_engaged(dossier: Dossier) -> Iterator[Problem]:
    """Rows with a loss, an unknown or a gap, of whose groups nobody was or will be asked."""
    asked = _asked(dossier)
    for route, row in dossier.assessment.rows() if asked is not None else ():
        why = _why(dossier, row)
        groups = {str(route[-1]), *dossier.profile.with_wider(dossier.asked.groups_of(route, row))}
        if why and route[0] != DUTIES and groups.isdisjoint(asked or ()) and not _cites_engagement(dossier, route):
            message = f"the record does not show any engagement with {_called(dossier, route, row)}, and the row {why}"
            help = "Write their group under `groups:` of a piece of engagement, or cite one in this row; `planned:` will do."
            yield Problem(Site(dossier.file, route, key=True), message, help)


def _asked(dossier: Dossier) -> set[str] | None:
    """The groups and rows that any engagement names; None where there is no engagement, or it is for all."""
    events = dossier.assessment.events
    named = [one.groups for one in events.values() if one.groups]
    if not events or any(one.everything for one in named):
        return None
    ids = {item.id for one in named for item in one.items}
    rows = [(route, row) for route, row in dossier.assessment.rows() if route[-1] in ids]
    return ids.union(*(dossier.asked.groups_of(route, row) for route, row in rows), dossier.profile.with_wider(ids))


def _why(dossier: Dossier, row: Row) -> str:
    """Why these people should have been asked; nothing where there is no need."""
    directions = dossier.asked.directions(row)
    if WORSE in directions:
        return "says that they may be worse off"
    if UNKNOWN in directions:
        return "says that too little is known"
    return "has a gap in what is known" if isinstance(row.gaps, tuple) and row.gaps else ""


def _called(dossier: Dossier, route: Route, row: Row) -> str:
    """What the document calls the row."""
    table, key = map(str, route)
    return quoted(row.label or dossier.profile.row_label(table, key) or key)


def _cites_engagement(dossier: Dossier, route: Route) -> bool:
    uses = dossier.index.uses_in(dossier.site(route))
    return any(one.sort == "engagement" for use in uses for one in dossier.index.resolve(use).targets)
