"""Every characteristic of the profile needs a row, even a short one.

A characteristic has no row, and no other row covers it. A screening or declaration (`kind:`) may do without the table, but not
with half of one.

## Why

Section 149(7) of the Equality Act 2010 lists the relevant protected characteristics, and section 4 adds marriage and civil
partnership. A row may be short: `not-assessed:` with a reason is an answer. A missing row is silence.

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

SHORT = ("screening", "declaration")
"""Kinds of assessment that may do without the table."""


@rule(Severity.ERROR, draft=Severity.NOTE)
def missing_characteristic(dossier: Dossier) -> Iterator[Problem]:
    """Groups of the profile that no row of `characteristics:` is about, nor one whose name is misspelt."""
    rows, site = dossier.assessment.characteristics, Site(dossier.file, ("characteristics",), key=True)
    if not dossier.knows_profile or (not rows and _is_short(dossier)):
        return
    if not rows:
        help = (
            f"Write a row for each of: {', '.join(dossier.profile.groups)}. One row can cover several with `covers:`."
        )
        yield Problem(
            site, "the table has no rows, so the record does not show anything about any characteristic", help
        )
        return
    covered = dossier.assessment.covered(dossier.profile.groups) | {
        nearest_group(dossier, key) for key in unknown_rows(dossier)
    }
    for key, group in dossier.profile.groups.items():
        if key not in covered:
            help = f"Add a row `{key}:`. If it was not looked at, say why with `not-assessed:`."
            yield Problem(site, f"the record does not show anything about {group.label}", help)


def _is_short(dossier: Dossier) -> bool:
    return (dossier.assessment.kind or "").casefold() in SHORT
