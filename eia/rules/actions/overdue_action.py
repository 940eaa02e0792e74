"""An action whose day is past is done, or has another day.

The last date under `due:` lies before the day by which is judged, and `status:` does not begin with a word such as
*done* or *withdrawn*. Dates that come again, are open at the end or cannot be read are left alone. Of a record that
is signed the day is its own, unless another is named with `--as-of`. Of a draft nothing is said.

## Why

A promise is worth what becomes of it. Those for whom an action was meant want to know whether it was carried out.

## Bad

```yaml
plan:
  actions:
    - id: 1.e
      does: Build a ramp at the side door.
      due: by the end of December 2025
      status: Lamps ordered
```

## Good

```yaml
plan:
  actions:
    - id: 1.e
      does: Build a ramp at the side door.
      due: by the end of December 2025
      status: Done on 11 December 2025
    - id: 1.f
      does: Publish the counts.
      due: quarterly, from January 2025
```

## What to do

Write under `status:` how far it has come. If it is late, write a new date, and say why.

## When not to use it

For a plan that is kept up to date in another system.

## What it cannot tell

Whether something was done that nobody wrote down.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import quoted, shortened, shown_day
from eia.model.part import Route, parts
from eia.model.plan import Action
from eia.model.when import Recurrence, When
from eia.model.wording import mentions
from eia.project import Dossier
from eia.rules.rule import Problem, rule

DONE = "done"


@rule(Severity.WARNING)
def overdue_action(dossier: Dossier) -> Iterator[Problem]:
    """Actions whose last date is past, and of which nobody says that they are done or given up; a draft promises nothing yet."""
    done = dossier.profile.words_in(DONE)
    for route, action in dossier.plan.content.all_actions():
        at, last = _last(action)
        if last and dossier.is_overdue(last) and not _is_done(action, done):
            said = (
                f"its status is `{shortened(action.status)}`"
                if action.status
                else "the record does not show whether it was done"
            )
            message = f"the action {quoted(action.id, 40)} was due by {shown_day(last)}, and {said}"
            help = "Write under `status:` what came of it, or a new date under `due:`."
            yield Problem(dossier.plan.site((*route, "due", *at)), message, help)


def _last(action: Action) -> tuple[Route, date | None]:
    """The last day on which it may be done in time, and where that stands; none if it comes again or a date leaves it open."""
    dates = list(parts(action.due, When))
    ends = [(when.last, at) for at, when in dates if when.last]
    again = any(isinstance(part, Recurrence) for _, when in dates for part in when.parts)
    if not ends or len(ends) < len(dates) or again:
        return (), None
    last, at = max(ends, key=lambda one: one[0])
    return at, last


def _is_done(action: Action, done: list[str]) -> bool:
    """Whether the status begins with one of the words for what is over."""
    words = (action.status or "").strip()
    return any(start == 0 for start, _ in mentions(words, done))
