"""A picture must have words that stand for it.

A picture in running text has no words in its brackets, or has the name of its file there, or only a word such as "chart" or
"picture". The form lists such words.

## Why

Whoever cannot see the picture hears these words in its place, and they are printed where the picture cannot be.

## Bad

```yaml
text:
  evidence: |
    Visits fell in the evening.

    ![visits-by-hour.png](visits-by-hour.png)
```

## Good

```yaml
text:
  evidence: |
    Visits fell in the evening.

    ![Bar chart of visits by hour. 9 to 10: 1,020. 5 to 6: 720.](visits-by-hour.png)
```

## What to do

Say in the brackets what one sees in it, with the figures that count. If it shows nothing, leave it out.

## When not to use it

Never: a picture that needs no words need not be there.

## What it cannot tell

Whether the words say what the picture shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.model.link import Link, links
from eia.model.prose import Prose
from eia.model.vocabulary import plainly
from eia.project import Dossier
from eia.rules.language import listed_words
from eia.rules.rule import Problem, rule

VAGUE = "vague-picture-text"
"""The list of words that say nothing of what a picture shows."""
_FILE = re.compile(r"[\w%./\\ -]{1,200}\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|emf|wmf)", re.IGNORECASE)
_ROUND = re.compile(r"^[\W_]+|[\W_\d]+$")


@rule(Severity.ERROR, basis="guidance", lasting=True)
def missing_alt_text(dossier: Dossier) -> Iterator[Problem]:
    """Pictures without words, or with words that are none."""
    vague = frozenset(map(plainly, listed_words(dossier, VAGUE)))
    for site, prose in dossier.index.values(Prose):
        for link in links(prose.words):
            if link.picture and _says_nothing(link, vague):
                place = link.at if link.words else (link.start, link.end)
                message = f"the picture `{shortened(link.address)}` has no words that stand for it"
                help = "Say in its square brackets what one sees in it, e.g. `![Bar chart of visits by hour: …](…)`."
                yield Problem(replace(site, within=place), message, help)


def _says_nothing(link: Link, vague: frozenset[str]) -> bool:
    """Whether its words are empty, the name of a file, or only what sort of thing it is."""
    words = " ".join((link.words or "").split()).strip("*_")
    name = PurePosixPath(unquote(link.address))
    bare = plainly(_ROUND.sub("", words))
    return not bare or bool(_FILE.fullmatch(words)) or unquote(words) in (name.name, name.stem) or bare in vague
