"""A sentence should be short enough to be read once.

A sentence of running text has more than forty words (`long-sentence` in `eia.toml` says another number). Items of a list and
cells of a table are counted one by one, and what is quoted is nobody's to change. Of each assessment the ten longest are told.

## Why

Guidance for public documents asks for about 25 words. Many who read an assessment are the people it is about.

## Bad

```yaml
characteristics:
  age:
    context: >-
      Older members, who come to the library in the morning because the bus that they can use without paying begins to run at half
      past nine, and who stay for an hour or two to read the papers and to talk to each other, will find the doors closed.
```

## Good

```yaml
characteristics:
  age:
    context: >-
      Older members come to the library in the morning. The bus that they can use without paying begins to run at half past nine.
      They stay for an hour or two, read the papers and talk to each other. They will find the doors closed.
```

## What to do

Make two or three sentences of it: one for what is so, one for why, one for what follows. Or make a list.

## When not to use it

Where the words of a resolution or of a law are given in full.

## What it cannot tell

Whether a sentence is easy to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from heapq import nlargest

from eia.diagnostics.diagnostic import Severity
from eia.index import Site
from eia.model.prose import Prose
from eia.model.quoted import quotations, without
from eia.model.wording import sentences
from eia.project import Dossier
from eia.rules.language import is_in_own_language
from eia.rules.rule import Problem, rule

MOST = "long-sentence"
"""The number of words that a sentence may have."""
TOLD = 10
"""So many are enough to begin with."""
_WORD = re.compile(r"[^\W_]+(?:[.,'’/&-]+[^\W_]+)*")

_BEGUN = re.compile(r"(?:\S+[ \t]+){0,5}\S+")
"""Its first words, which are enough to find it."""


@rule(Severity.NOTE, basis="guidance")
def long_sentence(dossier: Dossier) -> Iterator[Problem]:
    """The ten longest sentences of those that are too long."""
    most = dossier.profile.threshold(MOST)
    found = list(_too_long(dossier, most)) if most and is_in_own_language(dossier) else []
    for length, site in nlargest(TOLD, found, key=lambda one: one[0]):
        message = f"this sentence has {length} words, and more than {most} are hard to read"
        yield Problem(site, message, "Make two or three sentences of it, or a list.")


def _too_long(dossier: Dossier, most: int) -> Iterator[tuple[int, Site]]:
    """Each sentence with more words than this, and how many it has."""
    for site, prose in dossier.index.values(Prose):
        if prose.words.count(" ") + prose.words.count("\n") < most:
            continue
        for one in sentences(without(prose.words, quotations(prose.words))):
            length = len(_WORD.findall(one.words))
            if length > most:
                begun = _BEGUN.match(prose.words, one.start)
                yield length, replace(site, within=(one.start, begun.end() if begun else one.end))
