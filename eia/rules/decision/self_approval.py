"""Somebody signs who does not lead the assessment.

Everybody who signs does so as the first of `people:`, the one who leads or wrote the assessment: by the same role, or
with `as:` and the name of that line.

## Why

A second pair of eyes sees what the first no longer sees. Where nobody but the author signs, the record does not show
that anybody looked.

## Bad

```yaml
status: signed-off
people:
  Lead officer: Policy Lead
approvals:
  - role: Policy Lead
    date: 4 March 2026
```

## Good

```yaml
status: signed-off
people:
  Lead officer: Policy Lead
approvals:
  - role: Policy Lead
    date: 4 March 2026
  - role: Director of Communities
    date: 6 March 2026
```

## What to do

Have somebody else read and sign it: whoever decides, or whoever advises on equality.

## When not to use it

In a body that has one officer. Say under `people:` who else was asked.

## What it cannot tell

Whether two roles are held by one person.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.model.assessment import Approval
from eia.model.part import parts
from eia.model.vocabulary import plainly
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.WARNING, stage="signed-off", preset="strict")
def self_approval(dossier: Dossier) -> Iterator[Problem]:
    """Signatures that are all of the one who leads."""
    signed = list(parts(dossier.assessment.approvals, Approval))
    line, who = next(iter((dossier.assessment.people or {}).items()), ("", ""))
    if who and signed and all(_is_by(one, line, who) for _, one in signed):
        route, one = signed[0]
        key = "role" if one.role else "as"
        message = f"the record does not show that anybody signs but `{shortened(who)}`, who leads the assessment"
        help = "Have somebody else read and sign it too, and add them under `approvals:`."
        yield Problem(dossier.site(("approvals", *route, key)), message, help)


def _is_by(approval: Approval, line: str, who: str) -> bool:
    """Whether somebody signs by the role of the first of `people:`, or in the capacity that this line names."""
    if approval.role:
        return plainly(approval.role) == plainly(who)
    return bool(approval.as_) and plainly(approval.as_ or "") == plainly(line)
