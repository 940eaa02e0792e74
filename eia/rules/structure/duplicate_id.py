"""Every id must belong to one thing.

Two things of an assessment, its plan or its sources have the same id: rows, actions, sources, facts and engagement share one
list of ids, so that `[@id]` needs no more than the id. Ids that differ only by a capital letter count as the same.

## Why

Whoever cites the id cites both, and nobody can tell which was meant.

## Bad

```yaml
plan:
  actions:
    - id: 1.a
      does: Keep two quiet mornings a week.
    - id: 1.a
      does: Visit residents who cannot come.
```

## Good

```yaml
plan:
  actions:
    - id: 1.a
      does: Keep two quiet mornings a week.
    - id: 1.b
      does: Visit residents who cannot come.
```

## What to do

Give the later one a free id. Then look at each citation of the old id and say which is meant; `was: [1.a]` keeps a trace of
the old name.

## When not to use it

Never. It cannot be set aside: whatever is agreed, nobody can tell two things of one name apart in a citation.

## What it cannot tell

Whether two things with different ids are the same thing written down twice. Nor does it know of ids in other assessments,
where `1.a` may well be another action.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import CALLED, CITABLE, Definition, where_named
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.ERROR, firm=True, lasting=True)
def duplicate_id(dossier: Dossier) -> Iterator[Problem]:
    """Each later thing with an id that is taken."""
    first: dict[tuple[bool, str], Definition] = {}
    for one in dossier.index.of_sorts(*CITABLE, "section"):
        if not one.id or not one.site:
            continue
        other = first.setdefault((one.sort == "section", one.id.casefold()), one)
        if other is not one and other.site:
            yield Problem(
                where_named(one, one.site),
                _message(one, other),
                f"Give this one an id that nothing else has, then look again at what cites `{shortened(one.id, 40)}`.",
                ((where_named(other, other.site), f"first used here: {other.named}"),),
            )


def _message(one: Definition, other: Definition) -> str:
    called = f"another {one.sort}" if one.sort == other.sort and one.sort != "evidence" else CALLED[other.sort]
    id = f"`{shortened(one.id, 40)}`"
    if one.id != other.id:
        return f"{id} differs only in capitals from `{shortened(other.id, 40)}`, which is the id of {called}"
    return f"the id {id} is taken: {called} has it already"
