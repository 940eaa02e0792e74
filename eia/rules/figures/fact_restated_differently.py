"""What is said twice must be the same both times.

Two facts have the same words, columns, period, place, base, comparison and source, and in a line of the same name other figures.
Or a sentence of eight words or more stands in the text of two rows or parts, word for word, but for its numbers or dates. What
people said or did at several events, and the actions of the plan, may well be alike, and are left alone; so are sentences about
bands of age.

## Why

One of the two is wrong, or out of date, and the reader does not know which. A fact that is said once and cited, with `[@its-id]`,
cannot disagree with itself.

## Bad

```yaml
text:
  evidence: |
    Visits in person fell by 18 per cent between 2019 and 2025.
characteristics:
  age:
    context: |
      Visits in person fell by 18 per cent between 2020 and 2025.
```

## Good

```yaml
evidence:
  visits-fell:
    says: Visits in person fell
    period: 2025
    compared-with: 2019
    figures:
      all branches: -18%
characteristics:
  age:
    evidence: visits-fell
```

## What to do

Look in the source which is right. Then say it once, as a fact under `evidence:`, and cite that in both places.

## When not to use it

Where two sentences are about different things and only look alike: say in each what it is about.

## What it cannot tell

Which of the two is right. A fact that is told in other words is not recognised.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import quoted
from eia.index import Site
from eia.model.band import ages_in
from eia.model.evidence import Evidence
from eia.model.figure import Figure
from eia.model.moment import NAME
from eia.model.prose import Prose
from eia.model.scan import even
from eia.model.wording import sentences
from eia.project import Dossier
from eia.rules.rule import Problem, rule

HELP = "Look in the source which is right; then say it once under `evidence:`, and cite that in both places."
LEAST_WORDS = 8
ELSEWHERE = ("evidence", "engagement", "plan", "follow-up", "history", "related", "gaps", "waivers")
"""Parts in which things that look alike are told one by one."""
_NUMBER = re.compile(rf"£?\d+(?:[.,/–-]?\d+)*|\b{NAME.replace('?P<name>', '?:')}\b", re.IGNORECASE)


@rule(Severity.WARNING, confidence="high", basis="statistics")
def fact_restated_differently(dossier: Dossier) -> Iterator[Problem]:
    """Lines of equal facts with other figures, and equal sentences with other numbers."""
    yield from _facts(dossier)
    yield from _sentences(dossier)


def _facts(dossier: Dossier) -> Iterator[Problem]:
    told: dict[tuple[str, ...], tuple[Site, list[tuple[object, ...]]]] = {}
    for key, evidence in dossier.assessment.facts.items():
        for label, figures in evidence.lines.items():
            site, values = dossier.site(("evidence", key, "figures", label)), list(map(_value, figures.cells))
            first, before = told.setdefault((*_measure(evidence), _plain(label)), (site, values))
            if evidence.says and before != values:
                yield Problem(
                    site, "the same fact stands elsewhere with other figures", HELP, ((first, "the same fact"),)
                )


def _measure(evidence: Evidence) -> tuple[str, ...]:
    """All by which a reader tells one measure from another."""
    written = (evidence.says, evidence.columns, evidence.period, evidence.source, evidence.from_)
    plain = (evidence.place, evidence.base, evidence.compared_with, evidence.total, evidence.divides)
    return tuple(map(_plain, (*(one.words if one else "" for one in written), *(one or "" for one in plain))))


def _value(cell: Figure) -> tuple[object, ...]:
    numbers = (one and one.amount for one in (cell.value, cell.to, cell.count, cell.of))
    return (cell.approx, cell.unit, cell.per, cell.absent, *numbers)


def _plain(words: str) -> str:
    return " ".join(even(words).split())


def _digits(number: str) -> str:
    return even(number).replace(",", "")


def _sentences(dossier: Dossier) -> Iterator[Problem]:
    told: defaultdict[str, list[tuple[Site, list[str]]]] = defaultdict(list)
    for here, said, numbers in _counting_sentences(dossier):
        before = told[_NUMBER.sub("#", said)]
        others = ((there, pair) for there, had in before if there.route != here.route for pair in _unlike(had, numbers))
        for there, (other, now) in islice(others, 1):
            message = f"the same sentence stands elsewhere with {quoted(other)} in place of {quoted(now)}"
            yield Problem(here, message, HELP, ((there, "the same sentence"),))
        before.append((here, numbers))


def _unlike(had: list[str], numbers: list[str]) -> list[tuple[str, str]]:
    """The numbers that differ, each with the one in its place."""
    return [pair for pair in zip(had, numbers, strict=True) if len({*map(_digits, pair)}) > 1]


def _counting_sentences(dossier: Dossier) -> Iterator[tuple[Site, str, list[str]]]:
    """The long sentences of running text that have numbers and no ages: where each stands, its words and its numbers."""
    for site, prose in dossier.index.values(Prose):
        if site.file is dossier.file and site.route[0] not in ELSEWHERE and re.search(r"\d", prose.words):
            for sentence in sentences(prose.words):
                said = _plain(sentence.words).lstrip("-*+ ")
                numbers = _NUMBER.findall(" ".join(sentence.words.split()))
                if numbers and len(said.split()) >= LEAST_WORDS and not any(ages_in(said)):
                    yield replace(site, within=(sentence.start, sentence.end)), said, numbers
