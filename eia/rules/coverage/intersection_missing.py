"""People of several groups at once are looked at, or it is said why nobody had to be.

Two rows or more are rated, and under `intersections:` stands nothing: neither a row nor `none:` with the reason. Kinds of
document that are not made of it are left alone.

## Why

What happens to older disabled people, or to mothers who are new to a place, can be seen in no row about one group. A
change that each group can bear may be too much for those who belong to two.

## Bad

```yaml
characteristics:
  age:
    impact: negative
  disability:
    impact: negative
```

## Good

```yaml
characteristics:
  age:
    impact: negative
  disability:
    impact: negative
intersections:
  older-disabled-people:
    of: age, disability
    impact: negative
```

## What to do

Ask of the rows that are rated negative or unknown who stands in two of them. Write a row for these people, with `of:`
and their groups. If there are none, write `none:` and how you know.

## When not to use it

For decisions that touch one group only, and slightly.

## What it cannot tell

Which groups meet in a way that matters here.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.index import Site
from eia.model.asked import ROWS
from eia.project import Dossier
from eia.rules.rule import Problem, rule

PART = "intersections"


@rule(Severity.NOTE, stage="in-review", of_form=True)
def intersection_missing(dossier: Dossier) -> Iterator[Problem]:
    """A table with ratings, and silence about people of several groups; not where the form asks for that by itself."""
    whole, asked = dossier.assessment, dossier.asked
    rated = [row for row in (whole.characteristics or {}).values() if row.impact]
    if len(rated) > 1 and not whole.intersections and asked.holds(PART) and not asked.expects(PART):
        message = "the record does not show whether people of several groups at once were looked at"
        help = "Write a row for them under `intersections:`, with their groups, e.g. `of: age, disability`; or `none:` and why."
        yield Problem(Site(dossier.file, (ROWS,), key=True), message, help)
