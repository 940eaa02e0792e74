"""A gap in percentage points should stand beside one of the percentages.

A fact has a figure in percentage points, and no percentage: neither among its figures nor in its words, nor in another fact that
it was worked out from. It is told once for each fact.

## Why

28 points lie between 30% and 2%, and between 98% and 70%. Without either of them nobody can tell how large the gap is for the
people it is about, or work it out again.

## Bad

```yaml
evidence:
  feeling-safe:
    says: People who feel safe on the bus after dark
    compared-with: all passengers
    figures:
      disabled people: -28 percentage points
```

## Good

```yaml
evidence:
  feeling-safe:
    says: People who feel safe on the bus after dark
    columns: [disabled people, all passengers]
    figures:
      feel safe: 41% v 69%
      gap: -28 percentage points
```

## What to do

Write the two percentages as the source has them, in two columns. The gap may stand beside them, or be left out.

## When not to use it

Where the source publishes the gap alone; say so under `note:`, and set this aside with the reason.

## What it cannot tell

Whether the gap is that of the percentages: `change-disagrees` asks that where both are there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.project import Dossier
from eia.rules.figures.told import told
from eia.rules.rule import Problem, rule

HELP = "Write the two percentages as the source has them, e.g. `41% v 69%`."
_PERCENTAGE = re.compile(r"[0-9] ?(?:%|per cent\b|percent\b)", re.IGNORECASE)


@rule(Severity.NOTE, basis="statistics")
def difference_without_levels(dossier: Dossier) -> Iterator[Problem]:
    """Facts with a figure in points and no percentage."""
    for key, evidence in dossier.assessment.facts.items():
        points = [(label, cell) for label, cell in evidence.cells if cell.unit == "points"]
        has_level = any(cell.unit == "%" for _, cell in evidence.cells) or _PERCENTAGE.search(evidence.told)
        if points and not has_level and not evidence.from_:
            label, cell = points[0]
            site, said = told(dossier, key, label, cell)
            yield Problem(site, f"the record shows the gap {said}, and neither of its two percentages", HELP)
