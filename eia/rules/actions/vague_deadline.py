"""An action that is to be done soon says when.

The words of an action say *shortly*, *in due course*, *as soon as possible* or the like, and the action has no `due:`
and names no year.

## Why

Nobody can tell later whether *shortly* was kept.

## Bad

```yaml
plan:
  actions:
    - id: 4.e
      does: The service will shortly begin research on body worn video.
```

## Good

```yaml
plan:
  actions:
    - id: 4.e
      does: The service will shortly begin research on body worn video.
      due:
        begin: January 2026
```

## What to do

Write a date under `due:`. A month or a quarter is enough; for what goes on, say how often it is looked at.

## When not to use it

Where the word is no promise: *as soon as possible after each complaint* says when by itself.

## What it cannot tell

Whether a date that is given can be kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import quoted, shortened
from eia.model.wording import mentions
from eia.project import Dossier
from eia.rules.rule import Problem, rule

VAGUE = "vague-time"
_YEAR = re.compile(r"\b20[0-9]{2}\b")


@rule(Severity.WARNING, stage="in-review", confidence="heuristic")
def vague_deadline(dossier: Dossier) -> Iterator[Problem]:
    """Words for an open time in actions without a date."""
    words = dossier.profile.words_in(VAGUE)
    for route, action in dossier.plan.content.all_actions():
        if action.due or action.does is None or _YEAR.search(action.does.words):
            continue
        if found := next(mentions(action.does.words, words), None):
            said = shortened(action.does.words[slice(*found)])
            message = f"`{said}` is no date, and the action {quoted(action.id, 40)} has none under `due:`"
            site = replace(dossier.plan.site((*route, "does")), within=found)
            yield Problem(site, message, "Write under `due:` by when: a month or a quarter is enough.")
