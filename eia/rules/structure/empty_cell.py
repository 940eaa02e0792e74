"""A table must have a head, and no empty cell.

A row of a table in running text has a cell with nothing in it, or fewer cells than its head; or the head has no word at all.
Single empty cells of the head, such as its corner, are left alone.

## Why

Somebody who hears a table read out cannot tell an empty cell from one that was forgotten. Without a head they hear figures and
not what these are of.

## Bad

```yaml
engagement:
  workshops:
    who: community groups
    participants: |
      | Group | Where | For whom |
      | --- | --- | --- |
      | Midshire Youth Forum | whole borough | |
```

## Good

```yaml
engagement:
  workshops:
    who: community groups
    participants: |
      | | Where | For whom |
      | --- | --- | --- |
      | Midshire Youth Forum | whole borough | young people |
      | Open House | – | everybody |
```

## What to do

Say what belongs there: `none`, `not known`, or a dash where nothing can.

## When not to use it

Where the table is a form that somebody fills in by hand.

## What it cannot tell

Whether the words stand in the right column.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.model.prose import Prose, without_code
from eia.model.table import headless, unfilled
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.WARNING, basis="guidance", lasting=True)
def empty_cell(dossier: Dossier) -> Iterator[Problem]:
    """Rows with an empty cell, and heads without a word."""
    for site, prose in dossier.index.values(Prose):
        words = without_code(prose.words)
        for within in headless(words):
            help = "Say in each cell of the first row what stands below it."
            yield Problem(replace(site, within=within), "the head of this table has no words", help)
        for within in unfilled(words):
            help = "Write what belongs there: `none`, `not known`, or a dash where nothing can."
            yield Problem(replace(site, within=within), "a row of this table has an empty cell", help)
