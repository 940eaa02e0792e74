"""People are asked before the decision is taken.

All engagement of which the record says when it was began after the day of the decision. Engagement that is still
planned does not count. Where one piece that was held has no date that can be read, nothing is said.

## Why

What people say can change a proposal only while it is open. What is heard afterwards cannot have been thought of when
it was decided.

## Bad

```yaml
decision:
  date: 10 January 2026
engagement:
  meeting:
    who: Library users
    when: 1 February 2026
    heard: Keep the mornings.
```

## Good

```yaml
decision:
  date: 10 January 2026
engagement:
  meeting:
    who: Library users
    when: 20 November 2025
    heard: Keep the mornings.
  after-the-first-quarter:
    who: Library users
    when: May 2026
    heard: The new hours suit most.
```

## What to do

Check the dates. If they are right, leave them. Write the remark `# eia: ignore[engagement-after-decision] -- ` above the
date, and behind it what was known of people's views when it was decided, and whether it can still be changed. The
document prints it.

## When not to use it

Where the decision was one in principle. The remark then says which decision is still to come.

## What it cannot tell

Whether what was heard in time was listened to.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.project import Dossier
from eia.rules.rule import Problem, rule

HELP = (
    "Check the dates; if they are right, write on a line above: `# eia: ignore[engagement-after-decision] -- ` and what "
    "was known of people's views when it was decided."
)


@rule(Severity.ERROR)
def engagement_after_decision(dossier: Dossier) -> Iterator[Problem]:
    """Engagement that began, every piece of it, after the decision."""
    decision = dossier.assessment.decision
    date = decision.date if decision else None
    held = {key: one for key, one in dossier.assessment.events.items() if one.when or not one.planned}
    begun = [one.when.first for one in held.values() if one.when and one.when.first]
    if date and date.last and begun and len(begun) == len(held) and min(begun) > date.last:
        key = next(iter(held))
        message = f"all engagement began after the decision (`{shortened(date.words)}`)"
        related = ((dossier.site(("decision", "date")), "decided"),)
        yield Problem(dossier.site(("engagement", key, "when")), message, HELP, related)
