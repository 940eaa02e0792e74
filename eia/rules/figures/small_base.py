"""A percentage should not rest on a handful of people.

A percentage in a fact has a base smaller than the threshold `small-base`, which is 50 unless the form or the project says
otherwise, and `note:` does not name that base. It is told once for each fact, at the smallest base. Counts without a percentage,
such as `3 of 12`, are left alone.

## Why

Of 12 people each is more than eight points. One answer more or less makes a difference where there is none, and the reader sees
only the percentage.

## Bad

```yaml
evidence:
  crossing:
    says: Pupils who find the crossing hard to use
    figures:
      pupils with a visual impairment: 25% (3 of 12)
```

## Good

```yaml
evidence:
  crossing:
    says: Pupils who find the crossing hard to use
    figures:
      pupils with a visual impairment: 3 of 12
```

## What to do

Write the count and the base without a percentage. Or keep it, and say under `note:` how few they are: `These are 12 pupils; it is
a sign, and no proof.`

## When not to use it

Where everybody was counted and nobody is left to ask, such as all schools of a district.

## What it cannot tell

Whether the people were chosen so that they speak for others. A large base may be as misleading as a small one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.project import Dossier
from eia.rules.figures.told import told
from eia.rules.rule import Problem, rule

HELP = "Write the count and the base alone, e.g. `3 of 12`, or say under `note:` how few they are, with their number."


@rule(Severity.WARNING, preset="strict", basis="statistics")
def small_base(dossier: Dossier) -> Iterator[Problem]:
    """Facts with a percentage of fewer people than the threshold, where no note tells of them."""
    least = dossier.profile.threshold("small-base")
    for key, evidence in dossier.assessment.facts.items():
        note = evidence.note.words if evidence.note else ""
        bases = [(cell.of, label, cell) for label, cell in evidence.cells if cell.of and cell.unit == "%"]
        small = [one for one in bases if 0 < one[0].value < least and not _names(note, one[0].words)]
        if small:
            base, label, cell = min(small, key=lambda one: one[0].value)
            site, said = told(dossier, key, label, cell)
            yield Problem(site, f"{said} rests on {base.words}, and below {least} a percentage says little", HELP)


def _names(note: str, number: str) -> bool:
    return re.search(rf"(?<![\w.,]){re.escape(number)}(?![\w]|[.,]\d)", note) is not None
