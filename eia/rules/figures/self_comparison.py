"""A comparison must be with something else.

What a fact is compared with, under `compared-with:`, is the very time that stands under `period:`; or its two columns have the
same name. In running text, two equal times are found where they are compared for certain: `between the twelve months to June
2020 and the twelve months to June 2020`, `from March 2020 to March 2020` in a sentence about a change, and `June 2020 compared
with June 2020`. Everything else is left alone: other words for who or what is compared, and one time that is part of another.

## Why

Nothing changes between a time and itself. It is nearly always a slip of copying, and the reader cannot tell which time was meant.

## Bad

```yaml
evidence:
  visits-fell:
    says: Visits in person fell
    period: 12 months to September 2025
    compared-with: year to September 2025
    figures:
      all branches: -18% (-40,210)
```

## Good

```yaml
evidence:
  visits-fell:
    says: Visits in person fell
    period: 12 months to September 2025
    compared-with: 12 months to September 2024
    figures:
      all branches: -18% (-40,210)
```

## What to do

Look in the source for the time, or the group, that the figures were compared with, and write that.

## When not to use it

Where two places or groups are compared at one time, name them under `columns:` or `compared-with:`; then this rule is silent.

## What it cannot tell

Which of the two is wrong. It does not see a comparison that is said in other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import quoted
from eia.model.evidence import Evidence
from eia.model.prose import Prose
from eia.model.scan import even
from eia.model.when import When
from eia.model.wording import mentions, sentences
from eia.project import Dossier
from eia.rules.rule import Problem, rule

HELP = "Look in the source for what it was compared with, and write that."

_MAY_BE = re.compile(r"\d\d\s(?:compared|against|v)|(?:between|from)\s", re.IGNORECASE)
"""Nothing is compared with itself in a text without these."""
_ENDS = re.compile(
    r"(?<!\w)(?:between|from) (?:the )?(?P<time>[^,.;:()]{4,60}?) (?:and|to) (?:the )?(?P=time)(?! ?[\w/–-]*\d)(?!\w)"
)
_SIDES = re.compile(
    r"(?<![\w/])(?P<time>(?:[\w/]+ ){0,6}[\w/]*\d\d) (?:compared (?:with|to)|against|versus|vs?\.?) (?:the )?(?P=time)"
    r"(?= ?(?:[.,;:)]|$))"
)


@rule(Severity.ERROR, confidence="high", basis="statistics")
def self_comparison(dossier: Dossier) -> Iterator[Problem]:
    """Facts compared with their own period, two columns of one name, and equal ends of a comparison in running text."""
    for key, evidence in dossier.assessment.facts.items():
        yield from _periods(dossier, key, evidence)
        yield from _columns(dossier, key, evidence)
    for site, prose in dossier.index.values(Prose):
        for start, end, time in _in_text(dossier, prose.words):
            message = f"{quoted(time)} is compared with itself"
            yield Problem(replace(site, within=(start, end)), message, HELP)


def _periods(dossier: Dossier, key: str, evidence: Evidence) -> Iterator[Problem]:
    said = evidence.compared_with or ""
    period, other = evidence.period, When.read(said)
    if period and period.first and period.last and (period.first, period.last) == (other.first, other.last):
        related = ((dossier.site(("evidence", key, "period")), "the same time"),)
        yield Problem(
            dossier.site(("evidence", key, "compared-with")), f"{quoted(said)} is compared with itself", HELP, related
        )


def _columns(dossier: Dossier, key: str, evidence: Evidence) -> Iterator[Problem]:
    names = evidence.columns.items if evidence.columns else ()
    compared = any(len(figures.cells) > 1 for figures in (evidence.figures or {}).values())
    if len(names) == 2 and compared and len({" ".join(even(name.text).split()) for name in names}) == 1:
        site = replace(dossier.site(("evidence", key, "columns")), within=(names[1].start, names[1].end))
        yield Problem(site, f"both columns are called {quoted(names[1].text)}", HELP)


def _in_text(dossier: Dossier, words: str) -> Iterator[tuple[int, int, str]]:
    """Where a time is compared with itself, and which."""
    for sentence in sentences(words) if _MAY_BE.search(words) else ():
        said = even(sentence.words)
        found = [*_SIDES.finditer(said)]
        if ends := [*_ENDS.finditer(said)]:
            found += ends if any(mentions(said, dossier.profile.words_in("changes"))) else []
        for one in found:
            when = When.read(one["time"])
            if when.first and when.last:
                yield sentence.start + one.start(), sentence.start + one.end(), sentence.words[slice(*one.span("time"))]
