"""A review whose day is past has been held, or has another day.

`review.date` lies before the day by which is judged. Of a record that is signed the day is its own, so that the rule
speaks of it only where another day is named with `--as-of`. A review that would come before the decision is told of
by another rule. Of a draft nothing is said.

## Why

What was foreseen may not have come true, and the review is where that shows.

## Bad

```yaml
review:
  date: January 2026
  by: Libraries Manager
```

## Good

```yaml
review:
  date: January 2027
  by: Libraries Manager
```

## What to do

Hold the review. Write what was found into a new version or a new assessment, and the date of the next one here.

## When not to use it

Where reviews are kept track of in another system.

## What it cannot tell

Whether a review was held that nobody wrote down.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shown_day
from eia.project import Dossier
from eia.rules.decision.review_before_decision import is_before_decision
from eia.rules.rule import Problem, rule


@rule(Severity.WARNING)
def overdue_review(dossier: Dossier) -> Iterator[Problem]:
    """A day of review that is past; in a draft nothing is agreed yet."""
    review = dossier.assessment.review
    last = review.date.last if review and review.date else None
    if last and dossier.is_overdue(last) and not is_before_decision(dossier):
        message = f"the review was due by {shown_day(last)}, and the record does not show that it was held"
        help = "Write what it found into a new version or a new assessment, and here the date of the next one."
        yield Problem(dossier.site(("review", "date")), message, help)
