"""What is counted of one piece of engagement agrees with itself.

Of one piece of engagement, the table under `participants:` has more or fewer rows than the figure for them says, or
the numbers of a column do not come to the figure for it or to the table's own last row; or one figure says *over 400*
and another 400 of the same thing. A figure belongs to a column that is headed by the same word: *groups that came* to
*Group*, *people* to *People*. What is called about so many, and what is not plainly the same thing, is left alone.

## Why

How many took part is told to show how widely people were asked. Two numbers for it make a reader doubt both.

## Bad

```yaml
engagement:
  community-groups:
    who: Community groups
    figures:
      groups that came: 3
    participants: |
      | Group | People |
      | --- | --- |
      | Disability Forum | 11 |
      | Deaf Club | 8 |
    heard: Some would wait outside.
```

## Good

```yaml
engagement:
  community-groups:
    who: Community groups
    figures:
      groups that came: 2 of 9
      people: 19
    participants: |
      | Group | People |
      | --- | --- |
      | Disability Forum | 11 |
      | Deaf Club | 8 |
      | Together | 19 |
    heard: Some would wait outside.
```

## What to do

Count again from the lists of those who came, and correct the figure or the table.

## When not to use it

Where the table lists only some of those who took part. Say so in its heading, *Group (those that may be named)* for
instance.

## What it cannot tell

Whether two figures are of the same people where their words differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import permutations

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.model.evidence import Engagement
from eia.model.figure import Figure
from eia.model.part import Route
from eia.model.participants import columns, things
from eia.project import Dossier
from eia.rules.rule import Problem, rule

TOTALS, PASSING = "total-words", "taking-part"
HELP = "Count again, and correct the figure or the table."
MOST = 40
"""So many figures of one piece of engagement are compared with each other at most."""


@rule(Severity.WARNING, stage="in-review", preset="strict")
def engagement_count_mismatch(dossier: Dossier) -> Iterator[Problem]:
    """Counts of one piece of engagement that disagree with each other, or with the table of those who took part."""
    for key, event in dossier.assessment.events.items():
        counts = {label: one for label, said in (event.figures or {}).items() if (one := _count(said.cells))}
        where: Route = ("engagement", key)
        yield from _with_each_other(dossier, where, counts)
        yield from _with_table(dossier, where, event, counts)


def _count(cells: tuple[Figure, ...]) -> Figure | None:
    """The one figure of a line, if it is a number of people or things."""
    one = cells[0] if len(cells) == 1 else None
    return one if one and one.value and not one.to and one.unit in ("", "of") else None


def _with_each_other(dossier: Dossier, where: Route, counts: Mapping[str, Figure]) -> Iterator[Problem]:
    """`Over 400` beside `400` of the same thing, whatever the brackets after it say."""
    passing = dossier.profile.words_in(PASSING)
    named = [(label, one, things(label.partition("(")[0], passing)) for label, one in counts.items()][:MOST]
    for (label, one, thing), (other, exact, same) in permutations(named, 2):
        plain = one.value and exact.value and one.value.amount == exact.value.amount and not exact.approx
        if plain and thing and thing == same and one.approx in ("over", "under"):
            number = exact.value.words if exact.value else ""
            message = f"`{shortened(label)}` says {one.approx} {number}, and `{shortened(other)}` says {number}"
            related = ((dossier.site((*where, "figures", other)), "the number itself"),)
            yield Problem(dossier.site((*where, "figures", label)), message, HELP, related)


def _with_table(dossier: Dossier, where: Route, event: Engagement, counts: Mapping[str, Figure]) -> Iterator[Problem]:
    profile, table = dossier.profile, event.participants
    passing = profile.words_in(PASSING)
    for column in columns(table.words, profile.words_in(TOTALS), passing) if table else ():
        if column.total is not None and column.total != column.comes_to:
            message = f"the last row of the table says {column.total:,}, and its numbers come to {column.comes_to:,}"
            yield Problem(dossier.site((*where, "participants")), message, HELP)
        for label, one in counts.items():
            if column.head and things(label, passing) == column.head and not _may_be(one, column.comes_to):
                said = (event.figures or {})[label].words
                message = f"`{shortened(label)}` says {shortened(said)}, and the table comes to {column.comes_to:,}"
                related = ((dossier.site((*where, "participants")), f"comes to {column.comes_to:,}"),)
                yield Problem(dossier.site((*where, "figures", label)), message, HELP, related)


def _may_be(figure: Figure, number: int) -> bool:
    """Whether a figure can mean this number. What is about or nearly so many may be any."""
    said = figure.value.amount if figure.value else number
    return {
        "": number == said,
        "over": number > said,
        "under": number < said,
        "at least": number >= said,
        "at most": number <= said,
    }.get(figure.approx, True)
