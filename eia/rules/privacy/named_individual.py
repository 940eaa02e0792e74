"""People should be named by what they do, and not by their names.

A title such as "Mr", "Ms" or "Dr" stands before a name in engagement, in evidence, in a row, or as the owner of an action. The
form lists the titles. Authors of sources, and those who sign, are left alone.

## Why

What somebody said about their health or their faith stays on the web with their name. A role outlasts whoever has it.

## Bad

```yaml
engagement:
  talks:
    who: carers
    heard: Mrs Jane Ashworth told us that her bus no longer comes.
```

## Good

```yaml
engagement:
  talks:
    who: carers
    heard: A carer told us that her bus no longer comes.
sources:
  report:
    title: A report
    by: Dr Jane Ashworth
```

## What to do

Write "a resident", "a carer of two", or the role.

## When not to use it

For somebody who speaks in public in an office, such as a commissioner or a mayor.

## What it cannot tell

A name without a title cannot be told from any other words with capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.model.wording import mentions
from eia.project import Dossier
from eia.rules.language import listed_words
from eia.rules.rule import Problem, rule

TITLES = "personal-titles"
"""The list of what stands before a name."""
WHERE = ("engagement", "evidence", "characteristics", "intersections", "duties", "follow-up")
OWNER = "owner"
_NAME = re.compile(r"\.?[ \u00a0](?:[A-Z]\.? ){0,3}[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?")


@rule(Severity.WARNING, confidence="heuristic")
def named_individual(dossier: Dossier) -> Iterator[Problem]:
    """Names with a title before them, where a role would do; a message does not say the name again."""
    titles = listed_words(dossier, TITLES)
    for site, words in dossier.index.texts():
        if site.route and (site.route[0] in WHERE or site.route[-1] == OWNER):
            for start, end in mentions(words, titles):
                name = _NAME.match(words, end)
                if name and words[start].isupper():
                    message = "somebody is named here where a role would do"
                    yield Problem(
                        replace(site, within=(start, name.end())), message, "Write the role, or what they are."
                    )
