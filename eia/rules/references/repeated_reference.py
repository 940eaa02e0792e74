"""A list should cite each thing once.

The same id stands twice in one list.

## Why

Often one of the two is a slip for another letter, and an action that was meant goes uncited.

## Bad

```yaml
plan:
  actions:
    - id: 1.a
      does: Keep two quiet mornings a week.
    - id: 1.b
      does: Tell users of the new hours by post.
characteristics:
  age:
    mitigations:
      - actions: 1.a, b, b
```

## Good

```yaml
plan:
  actions:
    - id: 1.a
      does: Keep two quiet mornings a week.
    - id: 1.b
      does: Tell users of the new hours by post.
characteristics:
  age:
    mitigations:
      - actions: 1.a, b
```

## What to do

Take the second one out, or write the letter that was meant.

## When not to use it

Where a list is quoted as a published document has it, and you keep its slips on purpose. Say so in the remark, so that
nobody corrects it.

## What it cannot tell

Which of the two is the slip, and which letter was meant. It looks within one list: the same action cited in two lists of a
row is taken to be meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import Site, Use
from eia.model.part import Route
from eia.model.reference import Reference, References
from eia.project import Dossier
from eia.rules.mending import without_item
from eia.rules.rule import Problem, rule
from eia.text.change import Fix


@rule(Severity.WARNING, lasting=True, mends="safe")
def repeated_reference(dossier: Dossier) -> Iterator[Problem]:
    """Ids that a list has already cited; of a range, the first such. Prose may cite as often as it likes."""
    seen: dict[tuple[Route, str], Site] = {}
    told: set[tuple[Route, tuple[int, int]]] = set()
    words = {(site.file.path, site.route): one.words for site, one in dossier.index.values(References)}
    for use in dossier.index.uses:
        if use.reference is None:
            continue
        first = seen.setdefault((use.site.route, use.id.casefold()), use.site)
        item = (use.site.route, use.reference.range or (use.reference.start, use.reference.end))
        if first is not use.site and item not in told:
            told.add(item)
            cited = f"all of {use.id}" if use.reference.section else shortened(use.id, 40)
            message = f"`{cited}` is cited twice in one list"
            help = "Take one of the two out, or write the id that was meant."
            fix = _fix(use, use.reference, words[use.site.file.path, use.site.route])
            yield Problem(use.site, message, help, ((first, "first cited here"),), fix=fix)


def _fix(use: Use, cited: Reference, words: str) -> Fix | None:
    """The second taken out; not where it is one of a range, or all of a section."""
    return without_item(use.site, words, cited.start, cited.end) if not (cited.range or cited.section) else None
