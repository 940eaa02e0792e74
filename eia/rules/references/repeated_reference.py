"""A list should cite each thing once.

The same id stands twice in one list.

## Why

Often one of the two is a slip for another letter, and an action that was meant goes uncited.

## Bad

```yaml
plan:
  actions:
    - id: 1.a
      does: Keep two quiet mornings a week.
    - id: 1.b
      does: Tell users of the new hours by post.
characteristics:
  age:
    mitigations:
      - actions: 1.a, b, b
```

## Good

```yaml
plan:
  actions:
    - id: 1.a
      does: Keep two quiet mornings a week.
    - id: 1.b
      does: Tell users of the new hours by post.
characteristics:
  age:
    mitigations:
      - actions: 1.a, b
```

## What to do

Take the second one out, or write the letter that was meant.

## When not to use it

Where a list is quoted as a published document has it, and you keep its slips on purpose. Say so in the remark, so that
nobody corrects it.

## What it cannot tell

Which of the two is the slip, and which letter was meant. It looks within one list: the same action cited in two lists of a
row is taken to be meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import Site
from eia.model.part import Route
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.WARNING, lasting=True)
def repeated_reference(dossier: Dossier) -> Iterator[Problem]:
    """Ids that a list has already cited; of a range, the first such. Prose may cite as often as it likes."""
    seen: dict[tuple[Route, str], Site] = {}
    told: set[tuple[Route, tuple[int, int]]] = set()
    for use in dossier.index.uses:
        if use.reference is None:
            continue
        first = seen.setdefault((use.site.route, use.id.casefold()), use.site)
        item = (use.site.route, use.reference.range or (use.reference.start, use.reference.end))
        if first is not use.site and item not in told:
            told.add(item)
            cited = f"all of {use.id}" if use.reference.section else shortened(use.id, 40)
            message = f"`{cited}` is cited twice in one list"
            help = "Take one of the two out, or write the id that was meant."
            yield Problem(use.site, message, help, ((first, "first cited here"),))
