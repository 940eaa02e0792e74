"""Figures need a source.

A fact has `figures:`, and says neither from which source they come (`source:`) nor from which other facts they were worked out
(`from:`). A fact that cites a source, a piece of engagement or another fact in its own words or in its note is left alone, and
so is one without figures.

## Why

Whoever wants to check a figure has to know where it stands. A record that cannot be checked shows little.

## Bad

```yaml
evidence:
  trust:
    says: Trust in the service
    figures:
      all residents: 84%
```

## Good

```yaml
sources:
  survey-2025:
    title: Residents' survey 2025
    date: November 2025
evidence:
  trust:
    says: Trust in the service
    source: survey-2025
    figures:
      all residents: 84%
  at-risk:
    says: Residents who do not trust it
    from: trust
    figures:
      all residents: 16%
```

## What to do

Name the source under `source:`, and say under `sources:` what it is. Records of your own are a source too: give them a title, and
the day they were taken.

## When not to use it

Seldom. A figure that nobody can trace is better left out.

## What it cannot tell

Whether the source says so, and what stands in running text: figures there are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import quoted
from eia.index import Site
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.ERROR, stage="in-review", early=Severity.NOTE)
def unsourced_claim(dossier: Dossier) -> Iterator[Problem]:
    """Facts with figures that name nothing as their origin."""
    for key, fact in dossier.assessment.facts.items():
        site = Site(dossier.file, ("evidence", key), key=True)
        if fact.figures and fact.source is None and fact.from_ is None and not dossier.index.uses_in(site):
            message = f"the record does not show where the figures of {quoted(key, 40)} come from"
            yield Problem(
                site, message, "Name the source under `source:`, or under `from:` the facts they were worked out from."
            )
