"""What is hidden must not follow from what is shown.

A figure is `suppressed`, or said to be under a number, and is what is left when the other figures are taken from their total.
The total is what a line that is called so says, or the number under `total:`. It is told only where exactly one figure of the
column is hidden, all others are plain counts, and what is left is a small number.

## Why

Anybody can subtract. A figure that is hidden so that nobody is recognised is then as good as printed.

## Bad

```yaml
evidence:
  staff:
    says: Library staff by religion
    total: 43 people
    figures:
      Christian: 40
      Muslim: under 5
```

## Good

```yaml
evidence:
  staff:
    says: Library staff by religion
    total: not published
    figures:
      Christian: 40
      Muslim: under 5
```

## What to do

Hide a second figure, leave the total out, or put the two smallest groups together.

## When not to use it

Where the lines are no parts of the total, though they seem to be, set it aside with that reason.

## What it cannot tell

Whether the figure follows from another document, or from several tables together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.model.evidence import Evidence
from eia.model.figure import Figure, Figures
from eia.model.vocabulary import plainly
from eia.project import Dossier
from eia.rules.language import listed_words
from eia.rules.privacy.personal import count_in
from eia.rules.rule import Problem, rule

TOTALS, SMALL = "total-words", "smallish-count"
"""The list of labels of a line that is the whole, and the number below which a count is hidden for its smallness."""
HIDDEN = "suppressed"
UNDER = "under"
_NUMBER = re.compile(r"(?<![\w£.,])[0-9][0-9,]{0,12}(?![\w%.]| *%| *per cent)")

Counted = Mapping[str, Figure]
"""The figures of one column by their labels."""


@rule(Severity.ERROR, stage="signed-off", basis="statistics", preset="strict")
def recoverable_suppression(dossier: Dossier) -> Iterator[Problem]:
    """Hidden figures that are the total less the others."""
    totals, small = {plainly(word) for word in listed_words(dossier, TOTALS)}, dossier.profile.threshold(SMALL)
    for key, evidence in dossier.assessment.facts.items():
        for column in _columns(evidence.figures or {}):
            whole = [label for label in column if plainly(label) in totals]
            rest = {label: cell for label, cell in column.items() if label not in whole}
            total = count_in(column[whole[0]]) if len(whole) == 1 else None if whole else _stated(evidence)
            if (found := _left(rest, total)) and 0 < found[1] < small:
                label, _ = found  # the number itself is not said again
                site = replace(
                    dossier.site(("evidence", key, "figures", label)), within=(rest[label].start, rest[label].end)
                )
                message = f"what is hidden for `{shortened(label)}` is the total less the others"
                yield Problem(site, message, "Hide a second figure, or leave the total out.")


def _columns(figures: Mapping[str, Figures]) -> Iterator[Counted]:
    """The figures of each column, where all lines have as many."""
    widths = {len(line.cells) for line in figures.values()}
    for at in range(widths.pop() if len(widths) == 1 else 0):
        yield {label: line.cells[at] for label, line in figures.items()}


def _stated(evidence: Evidence) -> int | None:
    """The only number under `total:`, for a fact of one column."""
    numbers = (
        _NUMBER.findall(evidence.total or "") if not (evidence.columns and len(evidence.columns.items) > 1) else []
    )
    return int(numbers[0].replace(",", "")) if len(numbers) == 1 else None


def _left(column: Counted, total: int | None) -> tuple[str, int] | None:
    """The one line that is hidden, and what is left for it; nothing where that cannot be said for certain."""
    hidden = [label for label, cell in column.items() if cell.absent == HIDDEN or (cell.approx == UNDER and cell.value)]
    shown = [count_in(cell) for label, cell in column.items() if label not in hidden]
    counts = [count for count in shown if count is not None]
    if total is None or len(hidden) != 1 or not counts or len(counts) != len(shown):
        return None
    left, most = total - sum(counts), column[hidden[0]].value
    return None if most and left >= most.value else (hidden[0], left)
