"""A rating must be a word of the profile's scale.

The impact is given in a word that the scale does not have, or for an aim that the duty does not have.

## Why

Two people must read the same thing into a rating, and those who look after many assessments must be able to compare them.

## Bad

```yaml
characteristics:
  age:
    impact: fairly good
```

## Good

```yaml
characteristics:
  age:
    impact: neutral to positive
  sex:
    impact:
      eliminate: none
      advance: Positive
```

## What to do

Use a word of the scale, or two of them (`positive, negative`). What the word cannot say goes under `because:`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import Site
from eia.model.part import Route, parts
from eia.model.terms import Rating
from eia.project import Dossier
from eia.rules.rule import Problem, rule

STAGES = ("before", "after")
"""An impact may be rated before and after mitigation instead of by aim."""


@rule(Severity.ERROR)
def unknown_rating(dossier: Dossier) -> Iterator[Problem]:
    """Words off the scale, and keys that are no aim."""
    if not dossier.knows_profile:
        return
    for route, row in dossier.assessment.rows():
        yield from _words(dossier, (*route, "impact"), row.impact)
        if isinstance(row.impact, Mapping):
            yield from _aims(dossier, (*route, "impact"), row.impact)


def _words(dossier: Dossier, place: Route, impact: object) -> Iterator[Problem]:
    for route, rating in parts(impact, Rating):
        for term in dossier.profile.unknown_terms(rating):
            site = replace(dossier.site((*place, *route)), within=(term.start, term.end))
            message = f"`{shortened(term.text)}` is no rating of the profile {dossier.profile.id}"
            yield Problem(site, message, _one_of(term.text, list(dossier.profile.ratings)))


def _aims(dossier: Dossier, place: Route, impact: Mapping[str, Rating]) -> Iterator[Problem]:
    known = [*dossier.profile.aims, *STAGES]
    for key in impact:
        if key not in known:
            site = Site(dossier.file, (*place, key), key=True)
            yield Problem(
                site, f"`{shortened(key)}` is no aim of the profile {dossier.profile.id}", _one_of(key, known)
            )


def _one_of(word: str, known: list[str]) -> str:
    near = get_close_matches(word.casefold(), known, n=1)
    return f"Did you mean `{near[0]}`?" if near else f"Use one of: {', '.join(known)}."
