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
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.index import Use
from eia.project import Dossier
from eia.rules.rule import Problem, rule


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
                circle = " → ".join(f"`{row}`" for row in (start, *path))
                message = f"`as:` goes round in a circle: {circle}"
                yield Problem(use.site, message, "Write the mitigations out in one of these rows.")


def _way_back(steps: dict[str, list[tuple[str, Use]]], at: str, goal: str) -> list[str]:
    """The rows from one to another, or none."""
    ways = [[at]]
    seen = {at}
    for way in ways:
        if way[-1] == goal:
            return way
        following = [row for row, _ in steps.get(way[-1], ()) if row not in seen]
        seen.update(following)
        ways += [[*way, row] for row in following]
    return []
