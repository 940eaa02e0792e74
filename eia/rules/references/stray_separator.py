"""A list should end with its last item.

A list of references ends with a semicolon or comma, and nothing comes after it.

## Why

It reads as if an item had been lost.

## Bad

```yaml
plan:
  actions:
    - id: 3.a
      does: Recruit from more communities.
characteristics:
  age:
    mitigations:
      - actions: 3.a;
```

## Good

```yaml
plan:
  actions:
    - id: 3.a
      does: Recruit from more communities.
characteristics:
  age:
    mitigations:
      - actions: 3.a
```

## What to do

Take the mark out, or write what should follow it.

## When not to use it

Where a list is transcribed with all its marks from a document that was published so.

## What it cannot tell

Whether an item was lost. Two items that ran together, or one that was deleted with its mark, leave no trace here; compare
the list with the plan if it once was longer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.index import Site
from eia.model.reference import References
from eia.project import Dossier
from eia.rules.mending import NO_MORE, within
from eia.rules.rule import Problem, rule
from eia.text.change import Fix


@rule(Severity.NOTE, lasting=True, mends="safe")
def stray_separator(dossier: Dossier) -> Iterator[Problem]:
    """Separators at the end of a list."""
    for site, references in dossier.index.values(References):
        for start, end in references.stray:
            mark = references.words[start:end]
            place = replace(site, within=(start, end))
            help = f"Take the `{mark}` out, or write what should follow it."
            yield Problem(place, f"nothing comes after the last `{mark}`", help, fix=_fix(site, references, start, end))


def _fix(site: Site, references: References, start: int, end: int) -> Fix | None:
    """The separator taken out, with the blanks before it."""
    begin = len(references.words[:start].rstrip(" "))
    change = within(replace(site, within=(begin, end)), "")
    return Fix(NO_MORE, (change,)) if change else None
