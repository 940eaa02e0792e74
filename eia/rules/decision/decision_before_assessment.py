"""The assessment comes before the decision.

The day of the decision lies before anybody signed the assessment, before the first of its versions under `history:`,
or before its screening. Nothing is said where one of these dates cannot be read, or where both may be the same day.

## Why

Whoever decides needs to have the assessment before them. One that is made afterwards cannot have been thought of, and
reads like a defence.

## Bad

```yaml
decision:
  date: 15 January 2026
approvals:
  - role: Director of Communities
    date: 1 February 2026
```

## Good

```yaml
decision:
  date: 15 January 2026
approvals:
  - role: Equality adviser
    date: 8 January 2026
  - role: Chair of the Cabinet
    date: 20 January 2026
```

## What to do

Check the dates. If they are right, leave them as they are: nothing is gained by a date that is not true. Write the
remark `# eia: ignore[decision-before-assessment] -- ` above the date, and behind it what those who decided knew of the
assessment, and whether they will look at the decision again. The document prints it.

## When not to use it

Where the decision had to be taken at once. The remark then gives the reason.

## What it cannot tell

Whether those who decided read what was before them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import listed, shortened
from eia.model.assessment import Approval, Version
from eia.model.part import Route, parts
from eia.model.when import When
from eia.project import Dossier
from eia.rules.rule import Problem, rule

HELP = (
    "Check the dates; if they are right, write on a line above: `# eia: ignore[decision-before-assessment] -- ` and what "
    "those who decided knew of the assessment."
)


@rule(Severity.ERROR)
def decision_before_assessment(dossier: Dossier) -> Iterator[Problem]:
    """Decisions whose day is before the signatures, the first version or the screening."""
    decided = dossier.assessment.decision and dossier.assessment.decision.date
    late = dict(_late(dossier, decided.last)) if decided and decided.last else {}
    if decided and late:
        said = listed([f"{what} (`{shortened(when.words)}`)" for what, (_, when) in late.items()])
        message = f"the decision (`{shortened(decided.words)}`) comes before {said}"
        related = tuple((dossier.site(route), what) for what, (route, _) in late.items())
        yield Problem(dossier.site(("decision", "date")), message, HELP, related)


def _late(dossier: Dossier, decided: date) -> Iterator[tuple[str, tuple[Route, When]]]:
    """What there is of the assessment that began only after it was decided.

    Where somebody signed in time there was an assessment, however late its list of versions begins."""
    whole = dossier.assessment
    signed = _first((("approvals", *at, "date"), one.date) for at, one in parts(whole.approvals, Approval))
    made = _first((("history", *at, "date"), one.date) for at, one in parts(whole.history, Version))
    screened = _first([(("screening", "date"), whole.screening.date)] if whole.screening else [])
    if signed and not _is_after(signed[1], decided):
        made = None
    for what, first in (("the first signature", signed), ("the first version", made), ("the screening", screened)):
        if first and _is_after(first[1], decided):
            yield what, first


def _is_after(when: When, decided: date) -> bool:
    return when.first is not None and when.first > decided


def _first(dated: Iterable[tuple[Route, When | None]]) -> tuple[Route, When] | None:
    """The earliest of these, or nothing where one of them cannot be read."""
    days = list(dated)
    known = [(when.first, route, when) for route, when in days if when and when.first]
    _, route, when = min(known, key=lambda one: one[0]) if known and len(known) == len(days) else (None, (), None)
    return (route, when) if when else None
