"""A ratio or a difference must say what it is compared with.

A fact has a figure in `times` or in percentage points, and nothing in it says than whom or since when: it has no
`compared-with:`, no second column, no second figure in any line, no other fact that it was worked out from, and no word of
comparing in its words or in the name of the line, such as *than*, *against* or *since*. It is told once for each fact.

## Why

`4 times` is more than something. Whoever reads it takes that to be what they expect: everybody else, or the largest group, or
last year. Figures about equality are about the difference between people who share a characteristic and people who do not.

## Bad

```yaml
evidence:
  fines:
    says: Likelihood of a fine for coming without a ticket
    figures:
      young people: 4 times
```

## Good

```yaml
evidence:
  fines:
    says: Likelihood of a fine for coming without a ticket
    compared-with: people aged 25 and over
    figures:
      young people: 4 times
```

## What to do

Write under `compared-with:` who or what stands on the other side, as the source has it. If the source does not say, write that
under `note:`.

## When not to use it

Where `times` counts how often something was done: write that as a plain number, and what it counts in the name of the line.

## What it cannot tell

Whether what is named is what the source compared with, nor whether it is the right comparison. A word of comparing that belongs
to something else keeps it silent.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.model.evidence import Evidence
from eia.model.wording import mentions
from eia.project import Dossier
from eia.rules.figures.told import told
from eia.rules.rule import Problem, rule

COMPARING = ("times", "points")
HELP = "Say with `compared-with:` who or what stands on the other side, as the source has it."


@rule(Severity.WARNING, confidence="high", basis="statistics")
def comparator_missing(dossier: Dossier) -> Iterator[Problem]:
    """Facts with a figure in times or in points that do not say what it is compared with."""
    for key, evidence in dossier.assessment.facts.items():
        if not _names_other_side(evidence) and not _compares(dossier, evidence.told):
            for label, figures in evidence.lines.items():
                cell = figures.cells[0] if figures.cells else None
                if cell and cell.unit in COMPARING and not _compares(dossier, label):
                    site, said = told(dossier, key, label, cell)
                    yield Problem(site, f"the record does not show what {said} is compared with", HELP)
                    break


def _names_other_side(evidence: Evidence) -> bool:
    """Whether the other side stands in a place of its own."""
    columns = evidence.columns.items if evidence.columns else ()
    beside = any(len(figures.cells) > 1 for figures in evidence.lines.values())
    return bool(evidence.compared_with or evidence.from_ or beside or len(columns) > 1)


def _compares(dossier: Dossier, words: str) -> bool:
    return any(mentions(words, dossier.profile.words_in("comparisons")))
