"""A citation should be written like the id it cites.

An id is cited with a capital letter where the plan has a small one, or the reverse.

## Why

A capital I is read as a roman number or as a small l, in print and by a screen reader.

## Bad

```yaml
plan:
  actions:
    - id: 4.i
      does: Survey people who complain.
characteristics:
  age:
    mitigations:
      - actions: 4.I
```

## Good

```yaml
plan:
  actions:
    - id: 4.i
      does: Survey people who complain.
characteristics:
  age:
    mitigations:
      - actions: 4.i
```

## What to do

Write the letter as the plan has it.

## When not to use it

Where a plan that was published with other letters is quoted in many places and you wait for one correction of all. The
document links to the right action meanwhile.

## What it cannot tell

Whether the plan itself has the letter that it was published with. It holds a citation against the id in your files, and not
against a printed plan in which both may look otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import Definition, Use
from eia.project import Dossier
from eia.rules.mending import instead
from eia.rules.rule import Problem, rule
from eia.text.change import Fix


@rule(Severity.WARNING, lasting=True)
def reference_case_mismatch(dossier: Dossier) -> Iterator[Problem]:
    """Citations that resolve only when capitals are read as small letters. Of a range, only its first letter counts."""
    for use in dossier.index.uses:
        resolution = dossier.index.resolve(use)
        if resolution.found == "case" and not _follows_in_range(use):
            meant = shortened(resolution.targets[0].id, 40)
            message = f"`{shortened(use.id, 40)}` is written `{meant}` where it is defined"
            yield Problem(use.site, message, f"Write `{meant}`.", fix=_fix(use, resolution.targets))


def _fix(use: Use, targets: tuple[Definition, ...]) -> Fix | None:
    """The id as it is defined; not in a range or a short form, which say only a part of it."""
    whole = use.reference is None or use.reference.end - use.reference.start == len(use.id)
    return instead(use.site, targets[0].id) if whole and len({one.id for one in targets}) == 1 else None


def _follows_in_range(use: Use) -> bool:
    """Whether a range counted up to this one: its letter is then as large as the first."""
    cited = use.reference
    return bool(cited and cited.range and (cited.start > cited.range[0] or cited.end == cited.range[1]))
