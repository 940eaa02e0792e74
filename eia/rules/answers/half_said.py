"""Whatever is begun in the record has to be said to the end.

A gap does not say what is not known, a piece of engagement not what was heard, a section of the plan has no title or no actions,
an item of `follow-up:` does not say what came of it; or a row says something, and nothing for one of the columns of the form.
After the draft, this is also asked of whole parts, such as what is not known. What is missing of many of one sort is told once.
That nothing is said of what is done about a negative impact is told by `negative-unmitigated`.

## Why

The document has a place for it, and says there that no answer is recorded: whoever signs sees a gap that nobody decided to leave.
That there is none, with the reason, is an answer.

## Bad

```yaml
engagement:
  drop-in-sessions:
    who: Library users
    how: Drop-in sessions in eight branches
    when: November 2025
gaps:
  none: Everybody who came was asked.
```

## Good

```yaml
engagement:
  drop-in-sessions:
    who: Library users
    when: November 2025
    heard: Older people come in the morning.
  trans-support-group:
    who: Trans support group
    planned: Spring 2026
gaps:
  - what: How many people use a branch because of its step-free access.
```

## What to do

Write the answer under the key that the message names. If there is nothing to say, say why, where the key takes it, with `none:`.

## When not to use it

Where there is truly nothing to say and the key takes no `none:`: then say just that in a sentence. A column that your
organisation does not use should be taken out of its form.

## What it cannot tell

Whether what was heard was listened to, or the gap is the one that matters. It sees that something stands in each place. That
nobody asked at all is for `missing-answer`, and that the wrong people were asked is for the reader.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.project import Dossier
from eia.rules.ratings.negative_unmitigated import unmitigated
from eia.rules.rule import Problem, rule
from eia.rules.together import told_together


@rule(Severity.WARNING, stage="in-review", of_form=True)
def half_said(dossier: Dossier) -> Iterator[Problem]:
    """Things that lack what such a thing says, and rows with nothing for a column of the form."""
    told_there = {(*route, "mitigations") for route, *_ in unmitigated(dossier)}
    yield from told_together(dossier, (one for one in dossier.half_said() if one[1].route not in told_there))
