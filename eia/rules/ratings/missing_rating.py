"""Each row must say what the impact is, or that it was not assessed.

A row has neither `impact:` nor `not-assessed:`; or it is rated for each aim of the duty, or at each stage, and one of them has no
rating.

## Why

A row without a rating looks like an answer in the table, and is none: whoever decides does not learn what the policy does to
these people. `unknown` is an answer.

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

Rate the impact under `impact:`, in a word of the form. If it was not looked at, say why with `not-assessed:`.

## When not to use it

In an assessment that is worked through in meetings, a row may wait for the meeting; until it goes to review this is only a
note. For a signed record there is no such case: `unknown`, or `not-assessed:` with the reason, is always to hand.

## What it cannot tell

Whether the rating is right, or anybody agreed to it. A table that is neutral from top to bottom passes.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import listed, quoted
from eia.index import Site
from eia.model.part import Route
from eia.model.row import Row
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.ERROR, stage="in-review", early=Severity.NOTE)
def missing_rating(dossier: Dossier) -> Iterator[Problem]:
    """Rows with neither a rating nor a reason for having none."""
    for route, row in dossier.assessment.rows():
        if row.not_assessed:
            continue
        if not row.impact:
            site = Site(dossier.file, route, key=True)
            message = f"the record does not show what the impact on {quoted(str(route[-1]))} is"
            words = listed(list(dossier.profile.ratings))
            rated = f"`impact:` and one of: {words}" if words else "`impact:` and what it is"
            yield Problem(site, message, f"Write {rated}. If it was not looked at, write `not-assessed:` and why.")
        else:
            yield from _for_each(dossier, route, row)


def _for_each(dossier: Dossier, route: Route, row: Row) -> Iterator[Problem]:
    """Aims or stages that the form wants rated, and that have no rating."""
    asked = dossier.asked
    rated = asked.rated(row.impact)
    for key, word in asked.owed(route, row).items() if dossier.knows_profile else ():
        if key not in rated:
            site = Site(dossier.file, (*route, "impact"), key=True)
            message = (
                f"the record does not show how the impact on {quoted(str(route[-1]))} is rated for: {word.label or key}"
            )
            help = f"Under `impact:`, two spaces further in, write `{key}:` with the rating."
            yield Problem(site, message, help, law=dossier.profile.basis(word.law))
