"""What is true for a time should say for which.

A sentence has a word such as "currently", "recently" or "to date", and no year. The form lists such words. Facts that have a
`period:`, and engagement and versions, which have a date of their own, are left alone. In the aims and in the rows, which set
what is now beside what is to come, "currently" and its like are told only beside a count or a share.

## Why

The record is read years later, when "currently" means another time.

## Bad

```yaml
evidence:
  trust:
    says: People who currently trust the service
```

## Good

```yaml
evidence:
  trust:
    says: People who trusted the service in June 2020
  use:
    says: People who currently use the service
    period: 12 months to June 2020
```

## What to do

Write the date or the period, in the sentence or under `period:`.

## When not to use it

Where the time is plain from the sentence before, or the word means something else.

## What it cannot tell

Whether the text has the date in another sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import Site
from eia.model.prose import Prose
from eia.model.quoted import without
from eia.model.wording import mentions, sentences
from eia.project import Dossier
from eia.rules.language import listed_words
from eia.rules.rule import Problem, rule

WORDS, PRESENT, OTHERS = "time-words", "present-words", "no-time-words"
"""The lists of words that mean the time of writing, of those among them that mean now, and of those that mean something else."""
DATED = ("engagement", "history", "follow-up", "waivers")
"""Keys below which everything has a date."""
COMPARED = ("policy", "characteristics", "intersections", "duties")
"""Keys below which what is now stands beside what is to come."""
_COUNTED = re.compile(
    r"(?<![\w£.,:/])\d[\d,.]*(?! ?[ap]m\b|[\w:/])"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine)\s+(?:in|out\s+of)\s"
    r"|\b(?:most|majority|half|halves|(?:a|one|two|three)\s+(?:third|quarter|fifth)s?)\b"
)
"""A number that is neither money nor a time of day, or a share in words."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d\d/\d\d(?!\d)")


@rule(Severity.NOTE, confidence="heuristic")
def undated_time_word(dossier: Dossier) -> Iterator[Problem]:
    """Words that mean the time of writing, in a sentence without a year."""
    words, present, others = (listed_words(dossier, name) for name in (WORDS, PRESENT, OTHERS))
    past = [word for word in words if word not in present]
    dated = {("evidence", key) for key, one in dossier.assessment.facts.items() if one.period}
    for site, prose in dossier.index.values(Prose):
        if _is_dated(site, dated) or not any(mentions(prose.words, words)):
            continue
        for one in sentences(without(prose.words, mentions(prose.words, others))):
            compares = site.route[0] in COMPARED and not _COUNTED.search(one.words.casefold())
            for start, end in () if _YEAR.search(one.words) else mentions(one.words, past if compares else words):
                message = f"`{shortened(one.words[start:end])}` will mean another time to whoever reads it later"
                within = (one.start + start, one.start + end)
                yield Problem(replace(site, within=within), message, "Write the date or the period that you mean.")


def _is_dated(site: Site, dated: set[tuple[str, str]]) -> bool:
    return site.route[0] in DATED or site.route[:2] in dated
