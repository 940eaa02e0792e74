"""What is said of each group is said of that group.

The same sentence of twelve or more words stands in three or more rows: in their context, mitigations, reasons or gaps. Capitals,
blanks and citations make no difference; any other word does. It is told once for each sentence, at the first row, with the other
rows beside it.

## Why

A paragraph that fits every group says nothing of any. Readers take it for a form that was filled in.

## Bad

```yaml
characteristics:
  age:
    context: The service will go on listening to everybody who uses it and will act on what it hears.
  disability:
    context: The service will go on listening to everybody who uses it and will act on what it hears.
  race:
    context: The service will go on listening to everybody who uses it and will act on what it hears.
```

## Good

```yaml
text:
  assessment: The service will go on listening to everybody who uses it and will act on what it hears.
characteristics:
  age:
    context: Older people told us that they come before ten.
  disability:
    context: Two of the eight branches have steps at the door.
```

## What to do

Say what holds for all once, under `text:`. Mitigations of another row are cited with `as:`. In each row say what is so of these
people.

## When not to use it

Where a sentence has to stand in every row word for word, such as a definition that readers look up, a remark can set it aside.

## What it cannot tell

Whether two sentences say the same in other words. An `eia.toml` can change how many words and rows it takes: `boilerplate-words`,
`boilerplate-rows`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import many
from eia.index import Site
from eia.model.part import Route, parts
from eia.model.prose import Prose
from eia.model.wording import sentences
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.WARNING, stage="in-review")
def repeated_boilerplate(dossier: Dossier) -> Iterator[Problem]:
    """Sentences that several rows have in common."""
    rows = max(dossier.profile.threshold("boilerplate-rows"), 2)
    for places in _places(dossier, dossier.profile.threshold("boilerplate-words")).values():
        if len(places) >= rows:
            first, *others = places.values()
            message = f"the same sentence stands in {many(len(places), 'row')}"
            help = "Say it once, under `text:`, and in each row what is so of these people."
            yield Problem(first, message, help, tuple((other, "and here") for other in others))


def _places(dossier: Dossier, least: int) -> dict[str, dict[Route, Site]]:
    """By each sentence of so many words, the rows that have it, and where each has it first."""
    found: dict[str, dict[Route, Site]] = {}
    for route, row in dossier.assessment.rows() if least else ():
        for below, prose in parts(row, Prose):
            for sentence in sentences(prose.words):
                words = sentence.words.split()
                if len(words) >= least:
                    site = replace(dossier.site((*route, *below)), within=(sentence.start, sentence.end))
                    found.setdefault(" ".join(words).casefold(), {}).setdefault(route, site)
    return found
