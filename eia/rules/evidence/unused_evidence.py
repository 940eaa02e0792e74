"""Evidence should be cited where it counts.

A fact stands under `evidence:`, and nothing cites it.

## Why

The fact was gathered, and the record does not show for whom it counts, or that it was weighed.

## Bad

```yaml
evidence:
  use-by-age:
    says: Used a branch at least once a month
```

## Good

```yaml
evidence:
  use-by-age:
    says: Used a branch at least once a month
characteristics:
  age:
    evidence: use-by-age
```

## What to do

Cite it under `evidence:` in the rows that it speaks to, or as `[@id]` in their context. If it
supports nothing, take it out.

## When not to use it

Where evidence is kept on the record on purpose though it did not count in the end, for instance since a committee asked to
see it. Better still is a sentence in a row that says why it did not count; then it is cited.

## What it cannot tell

Whether cited evidence is relevant, recent or enough. A figure about one branch that is cited in a row about all of them
passes.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.index import where_named
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.WARNING, stage="in-review")
def unused_evidence(dossier: Dossier) -> Iterator[Problem]:
    """Pieces of evidence without a citation."""
    for one in dossier.index.of_sorts("evidence"):
        if one.site and not dossier.index.cites(one):
            message = f"nothing cites the fact {one.named}"
            help = "Name it under `evidence:` in the rows that rest on it; if none does, take it out."
            yield Problem(where_named(one, one.site), message, help)
