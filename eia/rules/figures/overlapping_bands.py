"""Bands that stand beside each other may not overlap.

The columns of a fact, or its lines, are bands of numbers, such as `16-24` and `20 to 35`, and some numbers belong to two of them.
That two bands share no more than the number at which one ends and the other begins, such as `16-24` and `24-35`, is told of ages
alone: where the fact speaks of them, and in a paragraph of running text that tells of the ages in a survey.

A band that holds another whole is a total, and is left alone: `16 and over` beside its parts. Holes between bands are not told,
and neither are times, such as `2018 to 2020`.

## Why

People who are 24 are counted twice, or nobody knows where. The bands of official statistics do not overlap, so that figures can
be put beside each other.

## Bad

```yaml
evidence:
  use-by-age:
    says: Used a branch at least once a month, by age
    columns: [16-24, 24-35, 36 and over]
    figures:
      any branch: 41% v 22% v 30%
```

## Good

```yaml
evidence:
  use-by-age:
    says: Used a branch at least once a month, by age
    columns: [16-24, 25-35, 36 and over]
    figures:
      any branch: 41% v 22% v 30%
```

## What to do

Look in the source where each band begins and ends, and write that. If the source has them so, say under `note:` what it did with
those who belong to both.

## When not to use it

Where two sources with bands of their own stand in one fact, or where schools are meant: many take children from 4 to 11, and
others from 11 to 16. Set it aside with the reason.

## What it cannot tell

Bands in words, such as *young adults*, and bands in different facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import quoted
from eia.index import Site
from eia.model.band import Band, ages_in, overlapping, read_band
from eia.model.evidence import Evidence
from eia.model.prose import Prose
from eia.model.wording import mentions, readable
from eia.project import Dossier
from eia.rules.rule import Problem, rule

HELP = "Look in the source where each band begins and ends."
_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?![ \t]*\n))+")
_TWO_DIGITS = re.compile(r"\d\d")


@rule(Severity.WARNING, confidence="high", basis="statistics")
def overlapping_bands(dossier: Dossier) -> Iterator[Problem]:
    """Bands of one fact, or of the ages in one paragraph on a survey, that have numbers in common."""
    for key, evidence in dossier.assessment.facts.items():
        yield from _in_fact(dossier, key, evidence)
    for site, prose in dossier.index.values(Prose):
        for one, other in _in_text(dossier, prose.words):
            later = max(one, other, key=lambda band: band.start)
            yield Problem(replace(site, within=(later.start, later.end)), _message(one, other), HELP)


def _in_text(dossier: Dossier, words: str) -> Iterator[tuple[Band, Band]]:
    """Bands of ages that share a number, in paragraphs on a survey."""
    if _TWO_DIGITS.search(words) and _speaks_of(dossier, words, "ages"):
        for paragraph in _PARAGRAPH.finditer(readable(words)):
            if _speaks_of(dossier, paragraph[0], "ages") and _speaks_of(dossier, paragraph[0], "surveys"):
                pairs = overlapping(ages_in(paragraph[0], paragraph.start()))
                yield from ((one, other) for one, other in pairs if one.high == other.low)


def _in_fact(dossier: Dossier, key: str, evidence: Evidence) -> Iterator[Problem]:
    """Columns and lines, each by themselves."""
    items = evidence.columns.items if evidence.columns else ()
    at = dossier.site(("evidence", key, "columns"))
    columns = {term.text: replace(at, within=(term.start, term.end)) for term in items}
    lines = {label: Site(at.file, ("evidence", key, "figures", label), key=True) for label in evidence.lines}
    for places in (columns, lines):
        bands = [band for band in map(read_band, places) if band]
        of_ages = len(bands) > 1 and _speaks_of(dossier, "; ".join((evidence.told, *columns, *lines)), "ages")
        for one, other in overlapping(bands):
            if one.high != other.low or (of_ages and one.may_be_age and other.may_be_age):
                yield Problem(places[other.words], _message(one, other), HELP)


def _speaks_of(dossier: Dossier, words: str, name: str) -> bool:
    return any(mentions(words, dossier.profile.words_in(name)))


def _message(one: Band, other: Band) -> str:
    if one.high == other.low:
        return f"`{other.low}` belongs to {quoted(one.words)} and to {quoted(other.words)}"
    return f"{quoted(one.words)} and {quoted(other.words)} overlap"
