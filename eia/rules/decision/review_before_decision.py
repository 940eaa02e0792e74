"""A review comes after the decision.

The last day that `review.date` can mean lies before the first day that the decision can have been taken on.

## Why

A review looks at what came of a decision. One with an earlier date is a slip, most often in the year, and nobody will
hold it.

## Bad

```yaml
decision:
  date: 14 January 2026
review:
  date: January 2025
```

## Good

```yaml
decision:
  date: 14 January 2026
review:
  date: January 2027
```

## What to do

Correct the year, or the date of the decision.

## When not to use it

Never: what was looked at before the decision belongs under `history:` or `engagement:`.

## What it cannot tell

Whether the review comes early enough to change anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import quoted
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.ERROR)
def review_before_decision(dossier: Dossier) -> Iterator[Problem]:
    """A day of review before that of the decision."""
    if is_before_decision(dossier):
        review, decided = dossier.assessment.review, dossier.assessment.decision
        later, day = (quoted(one.date.words) for one in (review, decided) if one and one.date)
        message = f"the review ({later}) is dated before the day of the decision ({day})"
        related = ((dossier.site(("decision", "date")), "decided"),)
        yield Problem(dossier.site(("review", "date")), message, "Correct the year of one of them.", related)


def is_before_decision(dossier: Dossier) -> bool:
    """Whether the review is certainly dated before the decision."""
    review, decision = dossier.assessment.review, dossier.assessment.decision
    last = review.date.last if review and review.date else None
    decided = decision.date.first if decision and decision.date else None
    return bool(last and decided and last < decided)
