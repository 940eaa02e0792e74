"""An action should be cited in the rows that it touches.

No row and no gap names this action. `actions: all` names none in particular, so it does not count. As long as there is no row
at all, nothing is said.

## Why

Either the action's effect on people was not looked at, or the table and the plan have come apart.

## Bad

```yaml
plan:
  actions:
    - id: 1.a
      does: Publish a race equality audit every quarter.
characteristics:
  race:
    mitigations:
      - actions: all
```

## Good

```yaml
plan:
  actions:
    - id: 1.a
      does: Publish a race equality audit every quarter.
    - id: 1.b
      does: Build a ramp.
      for: disability
characteristics:
  race:
    mitigations:
      - actions: 1.a
```

## What to do

Cite the action in the rows that it touches. In a plan whose actions name their group themselves, write `for:` there.

## When not to use it

For actions that keep the work going and touch nobody by themselves: a meeting, a report, a budget line. In a plan that is
mostly of that sort, switch the rule off for the project.

## What it cannot tell

Whether a row that cites an action looked at what it does. Nor whether an action harms somebody other than those in whose row
it is named.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import Definition, where_named
from eia.project import Dossier
from eia.rules.rule import Problem, rule

CITING = ("characteristics", "intersections", "duties", "gaps")


@rule(Severity.NOTE, unanimous=True)
def uncited_action(dossier: Dossier) -> Iterator[Problem]:
    """Actions that nothing in the table cites."""
    actions = dossier.plan.content.all_actions()
    names_its_group = {dossier.plan.site(route).route for route, action in actions if action.for_}
    if not any(dossier.assessment.rows()):
        return
    for one in dossier.index.of_sorts("action"):
        if one.site and one.id and one.site.route not in names_its_group and not _cited(dossier, one):
            help = f"Write `actions: {shortened(one.id, 40)}` under `mitigations:` in the rows that it touches."
            yield Problem(where_named(one, one.site), f"no row cites the action {one.named}", help)


def _cited(dossier: Dossier, one: Definition) -> bool:
    return any(use.site.route[0] in CITING for use in dossier.index.cites(one) if use.site.file is dossier.file)
