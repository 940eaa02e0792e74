"""A gap says how it will be closed.

A gap says what is not known, and neither how it will be found out (`how:`) nor which actions of the plan will do it (`actions:`).
It is told once for each gap, in a row or under `gaps:` of the whole. A gap that cites an action or a piece of engagement in its
own words is left alone, and so is `none:` with its reason.

## Why

A gap that nobody means to close will be there at the next review too, and the next decision is taken in the same dark.

## Bad

```yaml
characteristics:
  religion-or-belief:
    gaps:
      - what: We hold no data on faith.
```

## Good

```yaml
characteristics:
  religion-or-belief:
    gaps:
      - what: We hold no data on faith.
        how: The membership form will ask from June 2026.
plan:
  actions:
    - id: 1
      does: Ask members on the new form.
gaps:
  - what: Who has stopped coming.
    actions: 1
```

## What to do

Say under `how:` how and when you will find out, or cite the actions that will do it. If you will not look, say that there, and
why.

## When not to use it

Seldom. Where a gap cannot be closed, `how:` is the place to say so, and why.

## What it cannot tell

Whether the step would find out what is missing, and whether anybody takes it.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import Site
from eia.model.prose import Prose
from eia.model.row import Gap
from eia.project import Dossier
from eia.rules.rule import Problem, rule

STEPS = ("action", "engagement")
"""What a gap may cite by which it will be closed."""


@rule(Severity.ERROR, stage="in-review", early=Severity.NOTE)
def gap_without_plan(dossier: Dossier) -> Iterator[Problem]:
    """Gaps of which it is not said how they will be closed."""
    for site, gap in dossier.index.values(Gap):
        if gap.what and not gap.how and not gap.actions and not _cites_a_step(dossier, gap.what):
            message = f"the record does not show how this gap will be closed: `{shortened(gap.what.words)}`"
            help = "Say under `how:` how and when you will find out, or cite under `actions:` the action that will."
            yield Problem(Site(dossier.file, (*site.route, "what"), key=True), message, help)


def _cites_a_step(dossier: Dossier, what: Prose) -> bool:
    return any(dossier.index.citable.get(cited.id) in STEPS for cited in what.citations)
