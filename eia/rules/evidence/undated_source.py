"""A source needs a date.

Something cites a source that has no `date:`. Where it has none of its own, such as a dashboard, a web page or records that
change, `accessed:` says when somebody looked at it, and answers this. A source that nothing cites is left alone.

## Why

Without a date nobody can judge whether a fact still holds, nor find the same figures again.

## Bad

```yaml
sources:
  crime-dashboard:
    title: Local crime data
evidence:
  burglary:
    says: Burglaries in the borough
    source: crime-dashboard
```

## Good

```yaml
sources:
  crime-dashboard:
    title: Local crime data
    accessed: 3 November 2025
evidence:
  burglary:
    says: Burglaries in the borough
    source: crime-dashboard
```

## What to do

Write under `date:` when it was published. If it does not say, or changes all the time, write under `accessed:` when you looked at
it.

## When not to use it

Where a source is an Act or a standing rule whose title says the year, a remark can set it aside.

## What it cannot tell

Whether the date is right, and of what time the figures are: that belongs under `period:` of the fact.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.index import where_named
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.WARNING, stage="in-review")
def undated_source(dossier: Dossier) -> Iterator[Problem]:
    """Sources that something cites, and that have no date of any sort."""
    listed = dossier.sources.content.root
    for one in dossier.index.of_sorts("source"):
        source = listed[one.id]
        if one.site and not source.date and not source.accessed and dossier.index.cites(one):
            message = f"the record does not show the date of the source {one.named}"
            help = "Write `date:` and when it was published; if it does not say, `accessed:` and when you looked at it."
            yield Problem(where_named(one, one.site), message, help)
