"""Shares that divide a whole among them may not come to more than the whole.

A fact says with `divides:` what its lines divide among them, each counted in one line only. In one of its columns the percentages
come to more than 100 by more than rounding explains, which is half a unit of the last digit for each line; or counts with one
same base come to more than that base. Figures that are called approximate, changes with a sign, and lines in another unit are
left out. Without `divides:` nothing is asked, since people may give several answers, and a line may be part of another. That
shares come to less than the whole is never told: a source may leave groups out.

## Why

If everybody is counted once, 117% is not possible, and one of the cells is wrong.

## Bad

```yaml
evidence:
  victims:
    says: Victims of burglary, by the kind of home
    divides: the victims of 2025
    figures:
      houses: 46%
      flats: 41%
      caravans and boats: 30%
```

## Good

```yaml
evidence:
  victims:
    says: Victims of burglary, by the kind of home
    divides: the victims of 2025
    figures:
      houses: 46%
      flats: 41%
      caravans and boats: 10%
```

## What to do

Check every line of the column against the source. If somebody may be counted in two lines, take `divides:` out.

## When not to use it

Where the lines are not parts of one whole: then leave `divides:` out, and this rule is silent.

## What it cannot tell

Which line is wrong, and whether lines that come to less than the whole should come to more.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import many, quoted
from eia.model.evidence import Evidence
from eia.model.figure import Figure
from eia.model.rounding import extent
from eia.model.vocabulary import words_of
from eia.project import Dossier
from eia.rules.rule import Problem, rule

HELP = "Check every line against the source; or take `divides:` out, if some are counted in more than one line."


@rule(Severity.ERROR, basis="statistics")
def shares_exceed_whole(dossier: Dossier) -> Iterator[Problem]:
    """Columns of a fact that divides a whole whose shares come to more than it."""
    for key, evidence in dossier.assessment.facts.items():
        names = words_of(evidence.columns)
        for number, column in enumerate(_columns(evidence) if evidence.divides else ()):
            where = f" of the column {quoted(names[number])}" if 1 < len(names) > number else ""
            if message := _excess([cell for cell in column if _is_share(cell)], where):
                yield Problem(dossier.site(("evidence", key, "divides")), message, HELP)


def _columns(evidence: Evidence) -> list[list[Figure]]:
    """The figures of all lines, column by column."""
    columns = list[list[Figure]]()
    for line in evidence.lines.values():
        columns += ([] for _ in range(len(line.cells) - len(columns)))
        for column, cell in zip(columns, line.cells, strict=False):
            column.append(cell)
    return columns


def _is_share(cell: Figure) -> bool:
    exact = cell.value is not None and not cell.approx and not cell.to and not cell.value.has_sign
    return exact and cell.unit in ("%", "of")


def _excess(shares: list[Figure], where: str) -> str:
    """By what the shares come to more than the whole; nothing where they do not, or are not of one whole."""
    if len({one.of.value for one in shares if one.of}) > 1:
        return ""
    percentages = [one.value for one in shares if one.unit == "%" and one.value]
    least = sum((extent(number).low for number in percentages), Fraction(0))
    if least > 100:
        together = sum(number.value for number in percentages)
        return f"the {many(len(percentages), 'line')}{where} come to {together}%, and the whole is 100%"
    counts = [count for one in shares if one.of and (count := one.value if one.unit == "of" else one.count)]
    base = next((one.of for one in shares if one.of), None)
    counted = sum(count.value for count in counts)
    if base and counted > base.value:
        return f"the {many(len(counts), 'line')}{where} come to {counted:,}, and the whole is {base.words}"
    return ""
