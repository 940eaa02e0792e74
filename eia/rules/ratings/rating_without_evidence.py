"""A rating must rest on something.

An impact is rated, and the row cites no evidence, no source and no engagement: under `evidence:`, in its context or in its
reason. Actions, mitigations and gaps are no evidence; nor is engagement that is only planned.

## Why

A rating that rests on nothing is a guess, and a reader cannot tell it from a finding. Where nobody has looked yet, `unknown` is
the honest rating.

## Bad

```yaml
evidence:
  use-by-age:
    says: Used a branch at least once a month
characteristics:
  gender-reassignment:
    impact: positive
    gaps:
      - what: There is no evidence about this group.
```

## Good

```yaml
evidence:
  use-by-age:
    says: Used a branch at least once a month
characteristics:
  gender-reassignment:
    impact: unknown
    gaps:
      - what: There is no evidence about this group.
  age:
    evidence: use-by-age
    impact: positive
```

## What to do

Cite what the rating rests on: under `evidence:`, or as `[@id]` in the context. If there is nothing, rate the impact
`unknown` and say under `gaps:` how it will be found out.

## When not to use it

Where the rating follows from what is decided and from nothing that one would look up, such as a change to a form that only
staff of one office see. A sentence in the reason with a link to the decision is often possible, and better.

## What it cannot tell

Whether what is cited bears on the rating. A survey of the whole borough cited in a row about trans people may say nothing
about them. It asks that there is something, and not that it is enough, recent, or rightly read.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import quoted, shortened
from eia.model.part import parts
from eia.model.profile import UNKNOWN
from eia.model.terms import Rating
from eia.project import Dossier
from eia.rules.ground import rests_on_something
from eia.rules.rule import Problem, rule


@rule(Severity.ERROR, stage="in-review", of_form=True)
def rating_without_evidence(dossier: Dossier) -> Iterator[Problem]:
    """Rated rows that cite nothing, unless the rating is that the impact is unknown."""
    for route, row in dossier.assessment.rows():
        rated = [(at, rating) for at, rating in parts(row.impact, Rating) if not dossier.profile.is_unknown(rating)]
        if rated and not rests_on_something(dossier, route, row):
            at, rating = rated[0]
            said, whom = shortened(rating.words), quoted(str(route[-1]), 40)
            message = f"the record does not show what the rating `{said}` of {whom} rests on"
            yield Problem(dossier.site((*route, "impact", *at)), message, _help(dossier))


def _help(dossier: Dossier) -> str:
    """Some scales have no word for an impact that is not known; then there is nothing to rate."""
    word = next(iter(dossier.profile.words_for(UNKNOWN)), "")
    else_ = f"or rate the impact as {word}" if word else "or say with `not-assessed:` why there is none,"
    return f"Cite facts or engagement under `evidence:`, {else_} and say under `gaps:` how it will be found out."
