"""A percentage from a survey must say how many people answered.

A fact rests on a survey: the title of its source, or what the fact says, has a word for one, such as *survey*, *poll* or
*questionnaire*. It has percentages, and none of them has a count or a base; nor is there a number under `base:`, `total:` or
`note:`. It is told once for each fact. Percentages from records and registers are left alone, and so are changes with a sign,
such as `+4%`.

## Why

57% of 40 people and 57% of 4,000 are not the same evidence. A gap of a few points in a small survey may be chance.

## Bad

```yaml
evidence:
  staff-help:
    says: Passengers who were helped by staff (passenger survey)
    columns: [disabled, not disabled]
    figures:
      were helped: 57% v 59%
```

## Good

```yaml
evidence:
  staff-help:
    says: Passengers who were helped by staff (passenger survey)
    base: passengers who answered, 2,130
    columns: [disabled, not disabled]
    figures:
      were helped: 57% v 59%
```

## What to do

Write how many answered, as the source has it: beside each percentage as `57% (121 of 212)`, or once under `base:`. If the source
does not say, write that under `note:` and set this aside with the reason.

## When not to use it

Where the source does not publish how many answered, and nobody can be asked.

## What it cannot tell

Whether the number that is given is large enough; `small-base` asks that. A survey that is not called one is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.model.evidence import Evidence
from eia.model.figure import Figure
from eia.model.wording import mentions
from eia.project import Dossier
from eia.rules.figures.told import told
from eia.rules.rule import Problem, rule

HELP = "Say how many answered: beside each percentage, e.g. `57% (121 of 212)`, or once under `base:`."
_NUMBER = re.compile("[0-9]")


@rule(Severity.WARNING, stage="in-review", confidence="high", basis="statistics")
def missing_base(dossier: Dossier) -> Iterator[Problem]:
    """Facts from a survey with percentages and no number of people."""
    for key, evidence in dossier.assessment.facts.items():
        shares = [(label, cell) for label, cell in evidence.cells if _is_share(cell)]
        counted = any(cell.of for _, cell in evidence.cells) or _says_how_many(evidence)
        if shares and not counted and _is_of_survey(dossier, evidence):
            label, cell = shares[0]
            site, said = told(dossier, key, label, cell)
            yield Problem(site, f"{said} is from a survey, and the record does not show how many answered", HELP)


def _is_share(cell: Figure) -> bool:
    return cell.unit == "%" and cell.value is not None and not cell.value.has_sign


def _says_how_many(evidence: Evidence) -> bool:
    note = evidence.note.words if evidence.note else ""
    return bool(_NUMBER.search(f"{evidence.base or ''} {evidence.total or ''} {note}"))


def _is_of_survey(dossier: Dossier, evidence: Evidence) -> bool:
    """Whether what the fact says, or the title of a source of it, has a word for a survey."""
    said = (evidence.says.words if evidence.says else "", *(one.title or "" for one in dossier.sources_of(evidence)))
    return any(any(mentions(words, dossier.profile.words_in("surveys"))) for words in said)
