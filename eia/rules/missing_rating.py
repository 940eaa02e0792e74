"""Each row must say what the impact is, or that it was not assessed.

A row has neither `impact:` nor `not-assessed:`.

## Why

A row without a rating looks like an answer in the table and is none: the second of the *Brown* principles asks for regard
before and at the time of the decision, *R (Brown) v SSWP* [2008] EWHC 3158 (Admin). `unknown` is an answer.

## Bad

```yaml
characteristics:
  age:
    context: Older people come in the morning.
```

## Good

```yaml
characteristics:
  age:
    impact: unknown
  sex:
    not-assessed: Staff terms do not change.
```

## What to do

Rate the impact in a word of the profile. If it was not looked at, say why with `not-assessed:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.index import Site
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.ERROR, draft=Severity.NOTE)
def missing_rating(dossier: Dossier) -> Iterator[Problem]:
    """Rows with neither a rating nor a reason for having none."""
    for route, row in dossier.assessment.rows():
        if not row.impact and not row.not_assessed:
            site = Site(dossier.file, route, key=True)
            message = f"the record does not show what the impact on `{route[-1]}` is"
            yield Problem(
                site, message, "Write `impact:`; or, if it was not looked at, `not-assessed:` with the reason."
            )
