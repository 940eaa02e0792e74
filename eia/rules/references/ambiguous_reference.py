"""A citation must lead to one thing only.

An id is cited that several things carry.

## Why

The reader cannot tell which of them was relied on, and they may do quite different things.

## Bad

```yaml
plan:
  actions:
    - id: 1.a
      does: Keep two quiet mornings a week.
    - id: 1.a
      does: Visit residents who cannot come.
characteristics:
  age:
    mitigations:
      - actions: 1.a
```

## Good

```yaml
plan:
  actions:
    - id: 1.a
      does: Keep two quiet mornings a week.
    - id: 1.b
      does: Visit residents who cannot come.
characteristics:
  age:
    mitigations:
      - actions: 1.a
```

## What to do

Give each thing an id of its own, then look at every citation of the old one and say which is meant.

## When not to use it

Never. It cannot be set aside: as long as two things share the id, no reader can tell on which of them the row relies.

## What it cannot tell

Which of the two was meant. Only whoever wrote the citation knows, and once the ids differ nothing will show if it was given
to the wrong one. So go through the citations before the ids are changed, not after.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import CALLED, where_named
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.ERROR, firm=True, lasting=True)
def ambiguous_reference(dossier: Dossier) -> Iterator[Problem]:
    """Citations that resolve to more than one thing."""
    for use in dossier.index.uses:
        targets = dossier.index.resolve(use).targets
        if len(targets) > 1:
            related = tuple(
                (where_named(target, target.site), f"meant here? {CALLED[target.sort]}, {target.named}")
                for target in targets
                if target.site
            )
            message = f"`{shortened(use.id, 40)}` can mean {len(targets)} different things"
            yield Problem(
                use.site, message, "Give each of them an id of its own, and cite the one that is meant.", related
            )
