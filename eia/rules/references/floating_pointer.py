"""A pointer to another place of the document should be a citation.

A text says "see below", "as described above" or "elsewhere in this document", and cites nothing. The form lists such words. A
text that has a citation of its own is left alone.

## Why

Rows are printed in the order of the form, and some readers hear them one at a time: what is below for the writer may be above for
the reader. A pointer to a place that has moved, or was never written, leads nowhere.

## Bad

```yaml
characteristics:
  pregnancy-and-maternity:
    context: For what is known about women, see below.
```

## Good

```yaml
characteristics:
  pregnancy-and-maternity:
    context: For what is known about women, see the row [@sex] below.
  sex:
    context: Women come in the evening.
```

## What to do

Cite the row, the fact or the action that you mean by its id, e.g. `[@age]`. If nothing is there, say what is known here.

## When not to use it

Where the list or the table that is meant stands in the same text.

## What it cannot tell

Whether there is anything at the place that is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.model.prose import Prose
from eia.model.wording import mentions
from eia.project import Dossier
from eia.rules.language import listed_words
from eia.rules.rule import Problem, rule

POINTERS = "pointers"
"""The list of words that point to another place by where it is."""


@rule(Severity.WARNING, confidence="heuristic", basis="guidance")
def floating_pointer(dossier: Dossier) -> Iterator[Problem]:
    """Words that point somewhere, in a text that cites nothing."""
    pointers = listed_words(dossier, POINTERS)
    for site, prose in dossier.index.values(Prose):
        if not prose.citations:
            for start, end in mentions(prose.words, pointers):
                message = f"`{shortened(prose.words[start:end])}` does not say which place is meant"
                yield Problem(
                    replace(site, within=(start, end)),
                    message,
                    "Cite the row, fact or action that you mean by its id, e.g. `[@age]`.",
                )
