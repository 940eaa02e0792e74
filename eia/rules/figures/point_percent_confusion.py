"""A gap between two percentages is in percentage points, and not in per cent.

A fact has two percentages and a change of them. It is written in per cent, and is their gap in points and not the change in per
cent; or it is written in points, and is the change in per cent and not the gap. It is asked only where it is certain which
percentages are meant, as for `change-disagrees`.

## Why

From 73% down to 60% is 13 percentage points, and 18% fewer. Who reads *13% fewer* takes the difference to be smaller than it is.

## Bad

```yaml
evidence:
  satisfied:
    says: People who were satisfied with how they were treated
    columns: [others, disabled people]
    figures:
      satisfied: 73% v 60%
      difference: -13%
```

## Good

```yaml
evidence:
  satisfied:
    says: People who were satisfied with how they were treated
    columns: [others, disabled people]
    figures:
      satisfied: 73% v 60%
      difference: -13 percentage points
```

## What to do

Write the unit in which the difference was worked out, or leave the difference out: the two percentages show it.

## When not to use it

There is no reason to set it aside, unless the two percentages are not those that the change is of; then name the line otherwise.

## What it cannot tell

What running text makes of such a difference, as in *13% less likely*.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import quoted
from eia.model.change import Change
from eia.project import Dossier
from eia.rules.figures.told import stated_changes
from eia.rules.rule import Problem, rule


@rule(Severity.ERROR, confidence="high", basis="statistics")
def point_percent_confusion(dossier: Dossier) -> Iterator[Problem]:
    """Gaps in points that are called per cent, and changes in per cent that are called points."""
    for site, change in stated_changes(dossier):
        if change.unit == "%" and (told := _confusion(change)):
            yield Problem(site, *told)


def _confusion(change: Change) -> tuple[str, str] | None:
    """What is confused, and how to write it."""
    stated = change.stated
    gap, relative = change.is_gap(stated), change.is_relative(stated)
    if change.figure.unit == "%" and gap and not relative:
        message = f"the gap of {quoted(change.levels)} is in percentage points, and {quoted(change.words)} is stated"
        return message, f"Write `{stated.words} percentage points`."
    if change.figure.unit == "points" and relative and not gap:
        message = f"the change of {quoted(change.levels)} is in per cent, and {quoted(change.words)} is stated"
        return message, f"Write `{stated.words}%`, or the gap in points."
    return None
