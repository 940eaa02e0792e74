"""Every characteristic of the form needs a row, even a short one.

A characteristic has no row, and no other row covers it; or a further duty of the form has none under `duties:`. A screening or
declaration (`kind:`) may do without the table, but not with half of one.

## Why

The law names groups of people to whom regard is owed, and which they are depends on where you are: the message names the law of
your form. A row may be short: `not-assessed:` with a reason is an answer. A missing row is silence.

## Bad

```yaml
characteristics:
  age:
    impact: neutral
  marriage-and-civil-partnership:
    not-assessed: Staff terms do not change.
  everybody-else:
    covers: disability, gender-reassignment, pregnancy-and-maternity, race, religion-or-belief, sex
    impact: neutral
```

## Good

```yaml
characteristics:
  age:
    impact: neutral
  everybody-else:
    covers: all
    not-assessed: The change is to the paint of one door.
```

## What to do

Add the row. If the characteristic is not affected, say so and why; if it was not looked at, write `not-assessed:` with the
reason.

## When not to use it

For a document that was never meant to look at every group, such as a note on one of them that goes with a full assessment.
The form has kinds for that; where yours lacks one, add it, so that the silence is explained to everybody.

## What it cannot tell

Whether anybody looked. A row that covers eight groups in a line passes, and so does `not-assessed:` with a poor reason. It
counts rows, and not the thought in them.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.index import Site
from eia.model.part import Nothing
from eia.model.vocabulary import chosen
from eia.project import Dossier
from eia.rules.groups import nearest_group, unknown_rows
from eia.rules.rule import Problem, rule


@rule(Severity.ERROR, stage="in-review", early=Severity.NOTE, of_form=True)
def missing_characteristic(dossier: Dossier) -> Iterator[Problem]:
    """Groups of the form that no row of `characteristics:` is about, nor one whose name is misspelt; and its further duties."""
    yield from _groups(dossier)
    yield from _duties(dossier)


def _groups(dossier: Dossier) -> Iterator[Problem]:
    rows, site = dossier.assessment.characteristics, Site(dossier.file, ("characteristics",), key=True)
    if not rows and not dossier.asked.holds("characteristics"):
        return
    assessed = dossier.profile.assessed()
    if not rows and assessed:
        help = f"Write a row for each of: {', '.join(assessed)}. One row can cover several with `covers:`."
        message = "the table has no rows, so the record does not show anything about any characteristic"
        yield Problem(site, message, help)
        return
    near = {nearest_group(dossier, key) for key in unknown_rows(dossier)}
    covered = dossier.assessment.covered(dossier.profile.groups) | near
    for key, group in assessed.items():
        if key not in covered:
            help = f"Add a row `{key}:`. If it was not looked at, say why with `not-assessed:`."
            said = f"the record does not show anything about {group.label or key}"
            yield Problem(site, said, help, law=dossier.profile.basis(group.law))


def _duties(dossier: Dossier) -> Iterator[Problem]:
    """Further duties of the form that have no row; a reason why there is none is an answer for all."""
    rows, site = dossier.assessment.duties, Site(dossier.file, ("duties",), key=True)
    if isinstance(rows, Nothing) or not (rows or dossier.asked.holds("duties")):
        return
    given = {chosen(dossier.profile.duties, key) for key in rows or {}}
    for key, duty in dossier.profile.duties.items():
        if key not in given:
            help = f"Add a row `{key}:` under `duties:`. If it was not looked at, say why with `not-assessed:`."
            said = f"the record does not show anything about {duty.label or key}"
            yield Problem(site, said, help, law=dossier.profile.basis(duty.law))
