"""A count of people must not be so small that somebody could be recognised.

A figure counts at least one and fewer than five people (`small-count` in `eia.toml` says another number), or is a percentage of a
base from which such a count follows. It is told where words of the line, its column or its fact say that people are counted, and
of which group. Left alone are counts of things, such as branches or classes; figures that are called approximate or `under 5`;
engagement but for lines that name a group themselves; and surveys, whose samples nobody knows by name.

## Why

Where three people of one religion work in a small team, the figure tells each colleague who they are, and what they may not have
wished to be known.

## Bad

```yaml
evidence:
  staff:
    says: Library staff by ethnic group
    figures:
      white staff: 93% (43 of 46)
      Black staff: 3 of 46
```

## Good

```yaml
evidence:
  staff:
    says: Library staff by ethnic group
    figures:
      white staff: suppressed
      Black staff: under 5
  branches:
    says: Branches that women can reach
    figures:
      entrance without steps: 3 of 8
```

## What to do

Write `under 5` or `suppressed`, put several groups together, or say it in words without a number. If the other figures add up
to a whole, hide a second one.

## When not to use it

Where everybody who was counted has agreed, or where the figure is public already, set it aside with that reason.

## What it cannot tell

Which people are behind a figure. It goes by words, which the form lists; where none says that people are counted, it is silent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.model.figure import Figure
from eia.project import Dossier
from eia.rules.privacy.personal import Line, count_in, counts_in, is_few, lines_of_people
from eia.rules.rule import Problem, rule

LEAST = "small-count"
"""The number below which a count is too small."""


@rule(Severity.ERROR, stage="signed-off", confidence="high", basis="statistics")
def small_count(dossier: Dossier) -> Iterator[Problem]:
    """Counts of people by group, and percentages with their base, that come to a few."""
    least = dossier.profile.threshold(LEAST)
    for line in lines_of_people(dossier):
        for cell in line.figures.cells:
            if (message := _few(line, cell, least)) and cell.value:
                site = replace(line.site, within=(cell.value.start, cell.end))
                yield Problem(site, message, f"Write `under {least}` or `suppressed`, or put groups together.")


def _few(line: Line, cell: Figure, least: int) -> str:
    """What is too small about a figure; nothing where it is not."""
    counted = counts_in(line.part, cell)
    if not counted or not is_few(counted, least):
        return ""
    if count_in(cell) is not None:
        return f"`{shortened(line.label)}` counts {_people(counted[0])}, who could be recognised"
    return f"the percentage of `{shortened(line.label)}` comes to {_people(counted[-1])}, who could be recognised"


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"
