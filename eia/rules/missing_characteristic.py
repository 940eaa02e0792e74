"""Every characteristic of the profile needs a row, even a short one.

A characteristic has no row, and no other row covers it. A screening or declaration (`kind:`) may do without the table, but not
with half of one.

## Why

The law names groups of people to whom regard is owed, and which they are depends on where you are: the message names the law of
your form. A row may be short: `not-assessed:` with a reason is an answer. A missing row is silence.

## Bad

```yaml
characteristics:
  age:
    impact: neutral
  marriage-and-civil-partnership:
    not-assessed: Staff terms do not change.
  everybody-else:
    covers: disability, gender-reassignment, pregnancy-and-maternity, race, religion-or-belief, sex
    impact: neutral
```

## Good

```yaml
characteristics:
  age:
    impact: neutral
  everybody-else:
    covers: all
    not-assessed: The change is to the paint of one door.
```

## What to do

Add the row. If the characteristic is not affected, say so and why; if it was not looked at, write `not-assessed:` with the
reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.index import Site
from eia.project import Dossier
from eia.rules.rule import Problem, rule
from eia.rules.unknown_characteristic import nearest_group, unknown_rows


@rule(Severity.ERROR, draft=Severity.NOTE)
def missing_characteristic(dossier: Dossier) -> Iterator[Problem]:
    """Groups of the profile that no row of `characteristics:` is about, nor one whose name is misspelt."""
    rows, site = dossier.assessment.characteristics, Site(dossier.file, ("characteristics",), key=True)
    if not dossier.knows_profile or not (rows or dossier.profile.holds(dossier.assessment.kind, "characteristics")):
        return
    if not rows:
        help = f"Write a row for each of: {', '.join(dossier.profile.assessed())}. One row can cover several with `covers:`."
        yield Problem(
            site, "the table has no rows, so the record does not show anything about any characteristic", help
        )
        return
    covered = dossier.assessment.covered(dossier.profile.groups) | {
        nearest_group(dossier, key) for key in unknown_rows(dossier)
    }
    for key, group in dossier.profile.assessed().items():
        if key not in covered:
            help = f"Add a row `{key}:`. If it was not looked at, say why with `not-assessed:`."
            said = f"the record does not show anything about {group.label}"
            yield Problem(site, said, help, law=dossier.profile.basis(group.law))
