"""Two rows do not cite nearly the same long list of actions.

Two rows cite at least six actions each, and three in four of all these actions are the same. Where one row says `as:`
and the name of the other, or is about some of the same people, nothing is said. `actions: all` names none in
particular. Of many rows that are alike, each is told of once.

## Why

Different people seldom need the same twenty things. Such lists look copied, and then nobody has asked which of these
actions do anything for whom.

## Bad

```yaml
characteristics:
  age:
    mitigations:
      - actions: 1.a–f; 2.a
  sex:
    mitigations:
      - actions: 1.a–f; 2.b
plan:
  actions:
    - {id: 1.a, does: Keep two early mornings.}
    - {id: 1.b, does: Open two late evenings.}
```

## Good

```yaml
characteristics:
  age:
    mitigations:
      - actions: 1.a–f; 2.a
  sex:
    mitigations:
      - as: age
      - actions: 2.b
plan:
  actions:
    - {id: 1.a, does: Keep two early mornings.}
    - {id: 1.b, does: Open two late evenings.}
```

## What to do

Keep in each row the actions that do something for these people, and say under `how:` what. What is truly the same in
both, write once, and `as:` with the name of that row in the other.

## When not to use it

Where a plan as a whole is for everybody, and the rows say so.

## What it cannot tell

Which of the actions belong in which row.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import Site
from eia.model.asked import ROWS
from eia.model.reference import ActionReferences
from eia.model.row import Row
from eia.project import Dossier
from eia.rules.rule import Problem, rule

FEWEST, ALIKE = "copied-actions", "alike-actions"
MOST_ROWS = 100
"""No table that anybody reads has more; every two of them are compared."""


@rule(Severity.NOTE, stage="in-review", confidence="high", preset="strict")
def copied_mitigations(dossier: Dossier) -> Iterator[Problem]:
    """Pairs of rows whose actions are nearly the same, the second of each told once."""
    fewest, alike = dossier.profile.threshold(FEWEST), dossier.profile.threshold(ALIKE)
    rows = _in_order_of_form(dossier)[:MOST_ROWS]
    cited = {key: ids for key, _ in rows if len(ids := _cited(dossier, key)) >= max(fewest, 1)}
    told = [(key, row) for key, row in rows if key in cited]
    for place, (key, row) in enumerate(told):
        for other, its_row in told[:place]:
            same, every = len(cited[key] & cited[other]), len(cited[key] | cited[other])
            if same * 100 >= alike * every and not _belong_together(dossier, (key, row), (other, its_row)):
                first, second = shortened(other, 40), shortened(key, 40)
                message = f"of the {every} actions that the rows `{first}` and `{second}` cite, {same} are the same"
                help = f"Keep those that do something for these people; for what is the same, write `as: {first}`."
                related = ((Site(dossier.file, (ROWS, other), key=True), "cites nearly the same"),)
                yield Problem(Site(dossier.file, (ROWS, key), key=True), message, help, related)
                break


def _in_order_of_form(dossier: Dossier) -> list[tuple[str, Row]]:
    """The rows, so that the same one of two is told whichever comes first in the file."""
    order = {key: place for place, key in enumerate(dossier.profile.groups)}
    rows = (dossier.assessment.characteristics or {}).items()
    return sorted(rows, key=lambda one: (order.get(one[0], len(order)), one[0]))


def _cited(dossier: Dossier, key: str) -> frozenset[str]:
    """The actions that the mitigations of a row name, as they name them; of a whole section, its actions."""
    ids = set[str]()
    for use in dossier.index.uses_in(dossier.site((ROWS, key, "mitigations"))):
        if use.sorts == ActionReferences.kinds:
            ids.add(use.id.casefold())
        elif use.sorts == ("section",):
            targets = dossier.index.resolve(use).targets
            ids |= {one.id.casefold() for target in targets for one in dossier.index.actions_of(target)}
    return frozenset(ids)


def _belong_together(dossier: Dossier, one: tuple[str, Row], other: tuple[str, Row]) -> bool:
    """Whether one of two rows refers to the other, or they are about some of the same people."""
    (key, row), (its_key, its_row) = one, other
    if its_key in row.shares_with or key in its_row.shares_with:
        return True
    groups = (set(dossier.asked.groups_of((ROWS, name), its)) for name, its in (one, other))
    return not next(groups).isdisjoint(next(groups))
