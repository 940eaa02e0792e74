"""Where the impact is not known, the record says what is missing.

A row is rated unknown, and neither says under `gaps:` what is not known nor cites any evidence. A gap under `gaps:` of the whole
answers it where it names the group with `for:`; and so does `evidence:` with `none:` and the reason. A row that is rated
otherwise is the business of the rule `rating-without-evidence`.

## Why

`unknown` is an honest rating if somebody means to find out, and that begins with saying what is missing. Without it, whoever
decides cannot tell a question that was asked from one that was passed over.

## Bad

```yaml
characteristics:
  gender-reassignment:
    impact: unknown
    because: It is hard to tell.
```

## Good

```yaml
characteristics:
  gender-reassignment:
    impact: unknown
    because: It is hard to tell.
    gaps:
      - what: Whether trans members use the new machines.
        how: The support group is asked in spring 2026.
```

## What to do

Write under `gaps:` what is not known, and how you will find out. If something is known, cite it.

## When not to use it

Seldom. One line under `gaps:` answers it.

## What it cannot tell

Whether the gap is the one that matters.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import quoted
from eia.model.part import Nothing
from eia.project import Dossier
from eia.rules.ground import gaps_of, rests_on_something
from eia.rules.rule import Problem, rule


@rule(Severity.ERROR, stage="in-review", early=Severity.NOTE, of_form=True)
def unknown_without_gap(dossier: Dossier) -> Iterator[Problem]:
    """Rows rated unknown that say neither what is missing nor what there is."""
    for route, row in dossier.assessment.rows():
        unknown = [at for at, rating in dossier.asked.counting(row) if dossier.profile.is_unknown(rating)]
        none_and_why = isinstance(row.evidence, Nothing) and row.evidence.none is not None
        answered = none_and_why or any(gaps_of(dossier, route, row)) or rests_on_something(dossier, route, row)
        if unknown and not answered:
            message = (
                f"the impact on {quoted(str(route[-1]), 40)} is unknown, and the record does not show what is missing"
            )
            help = "Write it under `gaps:`, as `- what: …`, and below that, as `how: …`, how you will find out."
            yield Problem(dossier.site((*route, "impact", *unknown[0])), message, help)
