"""A row cannot be rated and not assessed at once.

A row has both `impact:` and `not-assessed:`. `not-assessed: No` and the like take nothing back; `placeholder-text` tells that a
reason belongs there.

## Why

Whoever signs cannot tell which of the two holds.

## Bad

```yaml
characteristics:
  age:
    impact: negative
    not-assessed: We hold no data.
```

## Good

```yaml
characteristics:
  age:
    impact: unknown
    gaps:
      - what: We hold no data.
  sex:
    not-assessed: Staff terms do not change.
```

## What to do

Keep the one that holds. That data is missing goes under `gaps:`.

## When not to use it

There is no such case: a row that was partly assessed is a row that was assessed, and what was left out is a gap.

## What it cannot tell

Which of the two holds. Nor does it read the sentences: a row rated `none` whose reason says that nobody looked contradicts
itself just as much, and is not found.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.index import Site
from eia.model.vocabulary import plainly
from eia.project import Dossier
from eia.rules.rule import Problem, rule

NOT_SO = "not-so"
"""The list of words of the form by which somebody says that a thing is not so."""


@rule(Severity.ERROR, lasting=True)
def contradictory_row(dossier: Dossier) -> Iterator[Problem]:
    """Rows that say both."""
    not_so = dossier.profile.words_in(NOT_SO)
    for route, row in dossier.assessment.rows():
        if row.impact and row.not_assessed and plainly(row.not_assessed.words.strip(" .\n")) not in not_so:
            message = f"`{route[-1]}` is rated, and said not to be assessed"
            related = ((Site(dossier.file, (*route, "impact"), key=True), "the rating"),)
            help = "Keep the one that holds; that data is missing goes under `gaps:`."
            yield Problem(Site(dossier.file, (*route, "not-assessed"), key=True), message, help, related)
