"""The words of a link must say where it leads.

The whole text of a link is one of the words that say nothing, such as "here", "click here", "link" or "read more". The form lists
them. A link that has one of them among other words is left alone.

## Why

Somebody who uses a screen reader hears the links of a page one after the other, without the sentences round them. On paper such a
link is a word and nothing else.

## Bad

```yaml
text:
  introduction: The full plan can be found [here](https://www.example.org/plan).
```

## Good

```yaml
text:
  introduction: Read the [full action plan](https://www.example.org/plan). What is said here is a summary.
```

## What to do

Make those words the link that name the page: its title, or what one does there.

## When not to use it

Hardly ever. `words` in `eia.toml` takes a word out of the list `vague-link-text`.

## What it cannot tell

Whether words that are not listed name the page rightly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import quoted
from eia.model.vocabulary import plainly
from eia.project import Dossier
from eia.rules.language import listed_words
from eia.rules.links.addresses import in_prose
from eia.rules.rule import Problem, rule

VAGUE = "vague-link-text"
"""The list of words that say nothing of where a link leads."""
_ROUND = re.compile(r"^[\W_]+|[\W_]+$")


@rule(Severity.ERROR, basis="guidance")
def vague_link_text(dossier: Dossier) -> Iterator[Problem]:
    """Links whose whole text is a word such as `here`."""
    vague = {plainly(word) for word in listed_words(dossier, VAGUE)}
    for site, link in in_prose(dossier):
        if link.words and plainly(_ROUND.sub("", link.words)) in vague:
            message = f"the link {quoted(link.words)} does not say where it leads"
            yield Problem(
                replace(site, within=link.at),
                message,
                "Make the words the link that name the page, e.g. `[full action plan](https://…)`.",
            )
