"""Rows stand in the order of the form.

A row of `characteristics:` comes after one that the form has behind it. The first such row is named. Rows of your
own, with `covers:`, and rows of a group that is a part of another, may stand anywhere.

## Why

People lay two assessments side by side, and look for a group at the same place in both.

## Bad

```yaml
characteristics:
  race:
    impact: neutral
  age:
    impact: neutral
```

## Good

```yaml
characteristics:
  age:
    impact: neutral
  over-75s:
    covers: age
    impact: negative
  race:
    impact: neutral
```

## What to do

Move the row up, with everything that is indented under it.

## When not to use it

Where the rows that matter most in a decision are to come first.

## What it cannot tell

Whether the order of rows of your own helps a reader.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.index import Site
from eia.project import Dossier
from eia.rules.rule import Problem, rule
from eia.text.change import Fix, Move


@rule(Severity.NOTE, of_form=True, mends="safe")
def out_of_order_row(dossier: Dossier) -> Iterator[Problem]:
    """The first row that comes after one that it should come before."""
    order = {key: place for place, key in enumerate(dossier.profile.assessed())}
    last = ""
    rows = dossier.assessment.characteristics or {}
    for key in rows:
        if key not in order:
            continue
        if last and order[key] < order[last]:
            site = Site(dossier.file, ("characteristics", key), key=True)
            before = Site(dossier.file, ("characteristics", last), key=True)
            message = f"the row `{key}` comes after `{last}`, and the form has it before that"
            help = "Put the rows in the order of the form: move this one up, with all that is indented under it."
            related = ((before, "comes later in the form"),)
            later = next(one for one in rows if order.get(one, -1) > order[key])
            fix = Fix(f"move it up, before `{later}`", (Move(site.route, (*site.route[:1], later)),))
            yield Problem(site, message, help, related, fix=fix)
            return
        last = key
