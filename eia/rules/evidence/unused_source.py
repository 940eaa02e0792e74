"""A source should be cited where it counts.

A source is listed, and nothing cites it.

## Why

A list of works that support nothing looks like evidence and is none. A cited list lets a reader check what was said.

## Bad

```yaml
sources:
  library-survey-2025:
    title: Library survey 2025
```

## Good

```yaml
sources:
  library-survey-2025:
    title: Library survey 2025
characteristics:
  age:
    context: Older people come in the morning [@library-survey-2025].
```

## What to do

Cite it as `[@id]` where it supports a statement, or name it as the `source:` of a fact. If it
supports nothing, take it out.

## When not to use it

When the list is meant as further reading, or is shared by assessments that are not checked together here. Then it is a note
that you may live with; switch it off for the project if all your lists are so.

## What it cannot tell

Whether a source that is cited bears out what is said, or was read. That a statement has no source at all is not its question
either.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import where_named
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.NOTE, unanimous=True)
def unused_source(dossier: Dossier) -> Iterator[Problem]:
    """Sources without a citation."""
    for one in dossier.index.of_sorts("source"):
        if one.site and not dossier.index.cites(one):
            message = f"nothing cites the source {one.named}"
            cited = f"`[@{shortened(one.id, 40)}]`"
            help = f"Write {cited} after a statement that it supports, or name it as the `source:` of a fact."
            yield Problem(where_named(one, one.site), message, f"{help} If it supports nothing, take it out.")
