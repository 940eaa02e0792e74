"""A citation should not rest on letters that only look alike.

The cited id exists only if capital I, small l and the number 1 (or O and 0) are read as the same sign.

## Why

People see the same shape; programs, searches and screen readers do not. The citation leads nowhere for them.

## Bad

```yaml
plan:
  actions:
    - id: 4.l
      does: Review how data is shared.
characteristics:
  age:
    mitigations:
      - actions: 4.I
```

## Good

```yaml
plan:
  actions:
    - id: 4.l
      does: Review how data is shared.
characteristics:
  age:
    mitigations:
      - actions: 4.l
```

## What to do

Check that this is the one that is meant, and write its id as it is defined.

## When not to use it

Hardly ever. Somebody who has only the printed plan and cannot tell which letter stands there may leave it until the authors
have been asked; the link works, but people who search for the id will not find it.

## What it cannot tell

That the thing found is the thing meant. A plan that has no `4.I` may simply have lost that action, and the one that looks
like it is another. Nor does it look at ids in running text without `[@…]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.project import Dossier
from eia.rules.mending import cited_as
from eia.rules.rule import Problem, rule


@rule(Severity.WARNING, lasting=True, mends="safe")
def lookalike_reference(dossier: Dossier) -> Iterator[Problem]:
    """Citations that resolve only when look-alike signs are taken as one."""
    for use in dossier.index.uses:
        resolution = dossier.index.resolve(use)
        if resolution.found == "lookalike" and len(resolution.targets) == 1:  # of several, ambiguous-reference tells
            meant = resolution.targets[0]
            message = f"there is no `{shortened(use.id, 40)}`, but `{shortened(meant.id, 40)}` looks like it"
            help = f"If {meant.named} is meant, write it with {_differing(use.id, meant.id)}."
            yield Problem(use.site, message, help, fix=cited_as(use, meant.id))


def _differing(cited: str, meant: str) -> str:
    """The first signs that differ by more than a capital, each by its name, since they look alike here too."""
    pairs = zip(meant, cited, strict=False)
    there, here = next((pair for pair in pairs if pair[0].lower() != pair[1].lower()), (meant, cited))
    return f"{_named(there)} instead of {_named(here)}"


def _named(sign: str) -> str:
    if sign.isalpha():
        return f"a capital {sign}" if sign.isupper() else f"a small {sign.upper()}"
    return f"the number {sign}" if sign.isdigit() else f"the sign {sign}"
