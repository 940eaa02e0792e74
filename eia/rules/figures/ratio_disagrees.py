"""A ratio must follow from the shares that stand beside it.

A fact has two columns, one figure in `times`, and lines with a percentage in each column. The ratio comes of none of the usual
divisions, either way round: of the two shares of a line; of the shares of two lines in one column, as a group's share of the
victims by its share of the population; of such quotients of both columns. Rounding is allowed for in all of them, and a word such
as `over`, `nearly` or `about` is taken at its word. A fact with more lines of percentages than a reader takes in is left alone.

## Why

To divide a share by the wrong one is the commonest mistake with differences between groups: by the group's own share of the
population, say, in place of how it is for the others.

## Bad

```yaml
evidence:
  fines:
    says: Fines, and residents
    columns: [younger, older]
    figures:
      share of the fines: 44% v 37%
      share of the residents: 12% v 59%
      younger people are fined, more often than older ones: 4.2 times
```

## Good

```yaml
evidence:
  fines:
    says: Fines, and residents
    columns: [younger, older]
    figures:
      share of the fines: 44% v 37%
      share of the residents: 12% v 59%
      younger people are fined, more often than older ones: 5.8 times
```

## What to do

Work the ratio out again: the group's share by its share of the population, and that by the same of the others.

## When not to use it

Where the ratio is of something that the percentages do not show, such as rates after other differences were allowed for. Give it
a fact of its own.

## What it cannot tell

Whether the division that fits is the one that was meant. A ratio beside shares in another fact, or in running text, is not
worked out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from eia.diagnostics.diagnostic import Severity
from eia.model.figure import Figure, Figures
from eia.model.rounding import Extent, loosely
from eia.project import Dossier
from eia.rules.figures.told import told
from eia.rules.rule import Problem, rule

HELP = "Work it out again: the group's share by its share of the population, and that by the same of the others."
MOST_LINES = 12


@rule(Severity.WARNING, confidence="high", basis="statistics")
def ratio_disagrees(dossier: Dossier) -> Iterator[Problem]:
    """Ratios that come of no division of the shares in their fact."""
    for key, evidence in dossier.assessment.facts.items():
        ratios = [
            (label, line) for label, line in evidence.lines.items() if any(_is(cell, "times") for cell in line.cells)
        ]
        shares = [pair for line in evidence.lines.values() if (pair := _pair(line))]
        has_columns = evidence.columns is not None and len(evidence.columns.items) == 2
        if has_columns and len(ratios) == 1 and len(ratios[0][1].cells) == 1 and 0 < len(shares) <= MOST_LINES:
            label, line = ratios[0]
            cell = line.cells[0]
            stated = _extent(cell)
            if stated and not any(stated.meets(quotient) for quotient in _quotients(shares)):
                site, said = told(dossier, key, label, cell)
                yield Problem(site, f"{said} does not follow from the percentages beside it", HELP)


def _is(cell: Figure, unit: str) -> bool:
    return cell.unit == unit and cell.value is not None


def _pair(line: Figures) -> tuple[Extent, Extent] | None:
    """The shares of both columns; nothing where a line has no such pair, or one of nought."""
    both = [share for cell in line.cells if _is(cell, "%") and (share := _extent(cell))]
    return (both[0], both[1]) if len(line.cells) == len(both) == 2 else None


def _extent(cell: Figure) -> Extent | None:
    """What a figure may stand for: of a range, anything between its ends. Nothing, where that may be nought."""
    if not cell.value:
        return None
    lowest, highest = loosely(cell.value, cell.approx), loosely(cell.to or cell.value, cell.approx)
    return Extent(lowest.low, highest.high) if 0 < lowest.low <= highest.high else None


def _quotients(shares: list[tuple[Extent, Extent]]) -> Iterator[Extent]:
    """The usual divisions of shares, either way round."""
    found = [one.over(other) for one, other in shares]
    for first, second in combinations(shares, 2):
        columns = [one.over(other) for one, other in zip(first, second, strict=True)]
        both = columns[0].over(columns[1]) if columns[0] and columns[1] else None
        found += [*columns, both]
    for quotient in filter(None, found):
        yield from (quotient, Extent(1 / quotient.high, 1 / quotient.low))
