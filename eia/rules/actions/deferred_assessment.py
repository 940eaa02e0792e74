"""A promise of a later assessment says which one, and when.

A mitigation says that there will be a further assessment. It names no date, cites no action of the plan and nothing
else, and does not point to another row. What else it says does not matter.

## Why

A later assessment can be right, where a later decision is still to be taken. A promise that nobody has to keep is no
help to the people whom this decision touches: whoever decides does so without knowing what will be found.

## Bad

```yaml
characteristics:
  disability:
    mitigations:
      - how: |
          Some parts of the plan will be projects of their own, and will have further impact assessments.
```

## Good

```yaml
plan:
  actions:
    - id: 3.b
      does: Assess the training before the contract for it is let.
      due: March 2026
characteristics:
  disability:
    mitigations:
      - how: The training will have a further impact assessment.
        actions: 3.b
```

## What to do

Make it an action of the plan, with an owner and a date before the later decision, and cite that here. Say what is
done for these people until then.

## When not to use it

Where the later assessment is already named elsewhere in the record, under `related:` for instance. Cite it here all
the same.

## What it cannot tell

Whether this decision can wait for what will be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.model.part import parts
from eia.model.row import Mitigation
from eia.model.wording import mentions
from eia.project import Dossier
from eia.rules.rule import Problem, rule

LATER = "later-assessment"
_DATE = re.compile(
    r"\b(?:19|20)[0-9]{2}\b|\b(?:January|February|April|June|July|August|September|October|November|December)\b"
)
"""A year or a month is named; `March` and `May` alone may be other words."""


@rule(Severity.WARNING, stage="in-review", confidence="high")
def deferred_assessment(dossier: Dossier) -> Iterator[Problem]:
    """Mitigations that promise an assessment and say neither which one nor when."""
    words = dossier.profile.words_in(LATER)
    for table_and_row, row in dossier.assessment.rows():
        for route, one in parts(row.mitigations, Mitigation):
            how = one.how
            if how is None or one.actions or one.as_ or how.citations or _DATE.search(how.words):
                continue
            if found := next(mentions(how.words, words), None):
                promised = shortened(how.words[slice(*found)])
                message = f"`{promised}` is promised here, and the record does not show which, nor when"
                help = "Make it an action with a date and cite that under `actions:`, or say here when it will be."
                site = dossier.site((*table_and_row, "mitigations", *route, "how"))
                yield Problem(replace(site, within=found), message, help)
