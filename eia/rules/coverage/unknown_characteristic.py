"""Each row of the table must be about a group that the form has.

A row's name is no characteristic of the form, and the row does not say with `covers:` what it is about.

## Why

A misspelt name would leave the real characteristic unassessed without anybody noticing.

## Bad

```yaml
characteristics:
  disabilty:
    context: Step-free routes are longer.
```

## Good

```yaml
characteristics:
  disability:
    context: Step-free routes are longer.
  over-75s:
    covers: age
    context: Many come on foot.
```

## What to do

Correct the name, or add `covers:` with the characteristic that the row belongs to. A group of your own belongs in your
organisation's form.

## When not to use it

While your organisation's form is being written and the rows come first. A group of one assessment only needs no remark:
`covers:` says to which characteristic it belongs.

## What it cannot tell

Whether the row is about the people that it names. Nor whether `covers:` is true: a row that says it covers disability and
speaks of age is taken at its word.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import Site
from eia.project import Dossier
from eia.rules.groups import nearest_group, unknown_rows
from eia.rules.rule import Problem, rule


@rule(Severity.ERROR, lasting=True, of_form=True)
def unknown_characteristic(dossier: Dossier) -> Iterator[Problem]:
    """Rows of `characteristics:` whose name the profile does not know."""
    for key in unknown_rows(dossier):
        site = Site(dossier.file, ("characteristics", key), key=True)
        message = f"`{shortened(key)}` is no characteristic of the form {dossier.profile.id}"
        yield Problem(site, message, _help(dossier, key))


def _help(dossier: Dossier, key: str) -> str:
    if near := nearest_group(dossier, key):
        return f"Did you mean `{near}`? If not, add `covers:` with the characteristic that it belongs to."
    return f"Use one of: {', '.join(dossier.profile.groups)}; or add `covers:` with the one that it belongs to."
