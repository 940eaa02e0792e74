"""What the form asks for by a status has to be answered.

The form names keys that a record answers by the time it has a status, such as an owner for each action by the time it is signed
off, and one of them has nothing under it. What is missing of many actions or rows is told once, with all of them.

## Why

A record that is signed off without a decision, a date or a review leaves open what was agreed, and nobody can hold anybody to it.
Which keys are asked for, and by when, is the form's to say. Silence is no answer; that there is none, with the reason, is one.

## Bad

```yaml
title: New paint
body: Midshire
people:
  lead officer: Depots Manager
policy:
  aims: Paint the doors.
engagement:
  none: Nobody is touched by it.
evidence:
  none: Nothing need be known.
plan:
  actions:
    - id: 1.a
      owner: Depots Manager
```

## Good

```yaml
title: New paint
body: Midshire
people:
  lead officer: Depots Manager
policy:
  aims: Paint the doors.
engagement:
  none: Nobody is touched by it.
evidence:
  none: Nothing need be known.
plan:
  actions:
    - id: 1.a
      does: Paint the doors.
```

## What to do

Write the answer under the key that the message names; the message quotes the form's help for it. `eia status` lists everything
that is open, by who answers for it.

## When not to use it

Hardly ever. A record that lacks an answer has not come as far as its status says, and can go back by one until the answer is
there. Where your organisation never asks for a key, the form should not; a remark in each assessment hides that.

## What it cannot tell

Whether what is written there is true, or enough. "To be agreed" may be told by `placeholder-text`, "the team" as the owner
of twelve actions by nobody. It asks only for what the form names, which is not all that a good record says.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.project import Dossier
from eia.rules.rule import Problem, rule
from eia.rules.together import told_together


@rule(Severity.ERROR, of_form=True)
def missing_answer(dossier: Dossier) -> Iterator[Problem]:
    """Keys that the form requires by this status, and under which nothing is said."""
    yield from told_together(dossier, dossier.silences(dossier.status))
