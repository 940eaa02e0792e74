"""A row must not be the same as itself.

`as:` says that a row has the same mitigations as another; followed from row to row it comes back to where it began.

## Why

None of the rows in the circle says what is done.

## Bad

```yaml
characteristics:
  sex:
    mitigations:
      - as: pregnancy-and-maternity
  pregnancy-and-maternity:
    mitigations:
      - how: Feeding rooms stay open.
      - as: pregnancy-and-maternity
```

## Good

```yaml
characteristics:
  sex:
    mitigations:
      - as: pregnancy-and-maternity
  pregnancy-and-maternity:
    mitigations:
      - how: Feeding rooms stay open.
```

## What to do

Write the mitigations out in one of the rows.

## When not to use it

There is no such case in a record that people are to read: somewhere the mitigations have to be written out. Only while rows
are being moved about in a draft can it wait.

## What it cannot tell

Whether the mitigations of one row suit the people of another. `as:` is easily written, and a row that rightly leads to
another may still say nothing about what these people need.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.index import Use
from eia.project import Dossier
from eia.rules.rule import Problem, rule

LONGEST = 10
"""A circle of more rows than this is not told in full."""


@rule(Severity.ERROR, lasting=True)
def circular_reference(dossier: Dossier) -> Iterator[Problem]:
    """Every `as:` that lies on a circle."""
    steps: dict[str, list[tuple[str, Use]]] = {}
    for use in dossier.index.uses:
        if use.site.route[-1] == "as":
            meant = (row.id for row in dossier.index.resolve(use).targets)
            steps.setdefault(str(use.site.route[1]), []).extend((row, use) for row in meant)
    for start, following in steps.items():
        for row, use in following:
            if path := _way_back(steps, row, start):
                rows = [f"`{row}`" for row in (start, *path)]
                circle = " → ".join(rows if len(rows) <= LONGEST else [*rows[:3], "…", *rows[-2:]])
                message = (
                    f"`as:` goes round in a circle: {circle}" if path[1:] else f"`as:` names its own row, `{start}`"
                )
                yield Problem(use.site, message, "Write the mitigations out here instead of naming a row.")


def _way_back(steps: dict[str, list[tuple[str, Use]]], at: str, goal: str) -> list[str]:
    """The rows from one to another, by the shortest way, or none."""
    before: dict[str, str | None] = {at: None}
    waiting = [at]
    for row in waiting:
        if row == goal:
            return _walked(before, goal)
        following = [next_row for next_row, _ in steps.get(row, ()) if next_row not in before]
        before |= dict.fromkeys(following, row)
        waiting += following
    return []


def _walked(before: dict[str, str | None], goal: str) -> list[str]:
    way, row = [goal], before[goal]
    while row is not None:
        way.append(row)
        row = before[row]
    return way[::-1]
