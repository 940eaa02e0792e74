"""A change must be what its two levels come to.

A fact has two levels, such as `402,100 -> 361,890`, and a change of them, such as `-10.0% (-40,210)`: in per cent, as a number,
or in percentage points where the levels are percentages. They do not agree, however each of them was rounded.

It is asked only where it is certain which levels are meant: the line of the change is called one (`change`, `fall`, `difference`)
and names the line with the two levels (`change in visits` and `visits`), or there is only one such line; or the third of three
columns is called one. Of two groups, only a `difference` or `gap` is taken to be theirs. Levels and changes that are called
approximate are left alone. Without an arrow between the levels, or a sign before the change, it may go either way.

## Why

One wrong figure makes a reader doubt all of them, and a change is what people remember.

## Bad

```yaml
evidence:
  visits-fell:
    says: Visits in person fell
    figures:
      visits in a year: 402,100 -> 361,890
      change: -12.0% (-40,210)
```

## Good

```yaml
evidence:
  visits-fell:
    says: Visits in person fell
    figures:
      visits in a year: 402,100 -> 361,890
      change: -10.0% (-40,210)
```

## What to do

Check the levels and the change against the source; any of them may be the wrong one.

## When not to use it

Where the change was worked out from numbers that are not shown, such as seasonally adjusted ones: say so in the name of the line,
or under `note:`, and set this aside with the reason.

## What it cannot tell

Which of the numbers is wrong. A change whose levels stand in another fact is not worked out.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import quoted
from eia.model.change import Change
from eia.project import Dossier
from eia.rules.figures.told import stated_changes
from eia.rules.rule import Problem, rule

HELP = "Check all the numbers against the source: one of them is wrong."


@rule(Severity.ERROR, confidence="high", basis="statistics")
def change_disagrees(dossier: Dossier) -> Iterator[Problem]:
    """Changes further from their two levels than rounding explains."""
    for site, change in stated_changes(dossier):
        if message := _disagreement(change):
            yield Problem(site, message, HELP)


def _disagreement(change: Change) -> str:
    """What is wrong; nothing where all agree, nor where a gap in points is called per cent or the other way round."""
    stated, count, unit = change.stated, change.figure.count, change.figure.unit
    of_shares = change.unit == "%"
    is_change = change.is_relative(stated) if unit == "%" else change.is_gap(stated)
    is_confused = of_shares and (change.is_relative(stated) or change.is_gap(stated))
    real = ""
    if not is_change and not is_confused:
        points = " percentage points" if unit == "points" else ""
        real = (
            _percent(change) if unit == "%" else f"{_shown(change.gap, max(0, stated.places - stated.scale))}{points}"
        )
    elif count and not change.figure.of and not of_shares and not change.is_gap(count):
        real = _shown(change.gap, count.places)
    return real and f"{quoted(change.levels)} is a change of {real}, and {quoted(change.words)} is stated"


def _percent(change: Change) -> str:
    return "" if change.relative is None else f"{_shown(change.relative, change.stated.places + 1)}%"


def _shown(number: Fraction, places: int) -> str:
    """A number with its sign, and thousands apart."""
    return f"{Decimal(round(number * 10**places)).scaleb(-places):+,}"
