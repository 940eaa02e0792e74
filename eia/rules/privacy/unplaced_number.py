"""A small number in a text may count people who could be recognised.

A number below five in figures (`small-count` in `eia.toml` says another) stands before words for people, or before no word that
says what it counts; or two, three or four in words stand before words for people of some group. Left alone are dates, times,
ages, percentages, money, measures and rates; what is numbered, as in "section 3"; "about 3"; and counts of things.

It is asked with the preset `review`, and whenever something is published, since no program can take a number out of a sentence.

## Why

"Three Muslim women told us" says in a small town who they are, even if the table beside it hides the number.

## Bad

```yaml
engagement:
  talks:
    who: carers
    heard: Of those who came, 3 Muslim women asked for an evening without men.
```

## Good

```yaml
engagement:
  talks:
    who: carers
    heard: A few Muslim women asked for an evening without men. We met in 3 branches, on 4 May, at 2 o'clock.
```

## What to do

Write "a few" or "fewer than 5", or leave the number out.

## When not to use it

Where nobody can be recognised by it, or everybody who was counted has agreed, set it aside with that reason.

## What it cannot tell

Whether it is people who are counted, where the form has no word for them. It leaves "one" alone, which says no more than "a", and
any number in words that stands before no word for a group.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.project import Dossier
from eia.rules.privacy.everywhere import texts
from eia.rules.privacy.numbers import Numbers
from eia.rules.rule import Problem, rule

HELP = "Write `a few` or `fewer than {}`, or leave the number out."


@rule(Severity.ERROR, stage="published", confidence="heuristic", basis="statistics", lasting=True)
def unplaced_number(dossier: Dossier) -> Iterator[Problem]:
    """Small numbers in texts that count people, or of which nobody can tell what they count; the number is not said again."""
    numbers = Numbers(dossier)
    for site, words in texts(dossier):
        for start, end in numbers.unplaced(words):
            message = "a small number stands here, of people perhaps who could be recognised"
            yield Problem(replace(site, within=(start, end)), message, HELP.format(numbers.least))
