"""A row is rated for the aims that the duty has for its group, and for no other.

A row has a rating under an aim that the form does not owe to the group, or to any of the groups, that the row is
about. A rating that says that there is no effect is left alone: it sets no store by the aim.

## Why

Not every aim of the duty reaches every group. A rating for one that does not looks like an answer that the law asks
for, and a reader who knows the law doubts the others.

## Bad

```yaml
characteristics:
  marriage-and-civil-partnership:
    impact:
      eliminate: neutral
      advance: positive
```

## Good

```yaml
characteristics:
  marriage-and-civil-partnership:
    impact:
      eliminate: neutral
```

## What to do

Take the line for this aim out, with its reason. What is worth saying about these people all the same can stand in the
context.

## When not to use it

Where your organisation has chosen to look at more than the duty asks. Set it aside with a remark that says so.

## What it cannot tell

Whether an aim matters in this decision to a group to which it is owed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import quoted
from eia.model.asked import DUTIES
from eia.model.terms import Rating
from eia.project import Dossier
from eia.rules.rule import Problem, rule

NO_EFFECT = {"none"}


@rule(Severity.WARNING, of_form=True)
def aim_not_owed(dossier: Dossier) -> Iterator[Problem]:
    """Ratings under an aim that reaches none of the groups of their row."""
    profile = dossier.profile
    for route, row in dossier.assessment.rows():
        groups = dossier.asked.groups_of(route, row)
        if route[0] == DUTIES or not groups or not isinstance(row.impact, Mapping):
            continue
        for key, rating in row.impact.items():
            aim = profile.aims.get(profile.rated_as(str(key)))
            if aim is None or any(map(aim.reaches, groups)):
                continue
            if isinstance(rating, Rating) and profile.directions(rating) != NO_EFFECT:
                label = aim.label or str(key)
                message = f"{quoted(str(route[-1]), 40)} is rated for an aim that is not owed to this group: {label}"
                help = "Take this line out, and its reason under `because:`."
                yield Problem(dossier.site((*route, "impact", key)), message, help, law=profile.basis(aim.law))
