"""Where people are worse off, the record says what is done about it.

A row is rated negative, or on a scale of levels higher than its least without a word for the better, and nothing is said under
`mitigations:`. Of several stages the last that is rated counts. `none:` with the reason why nothing can be done is an answer. A
row that is rated positive, neutral or unknown is left alone.

## Why

Whoever reads of a harm asks first what is done about it. If it is nothing, there may be a good reason, and then that is the
answer to give; silence leaves open whether anybody asked.

## Bad

```yaml
characteristics:
  age:
    impact: negative
    because: Older people come in the hour that goes.
```

## Good

```yaml
characteristics:
  age:
    impact: negative
    because: Older people come in the hour that goes.
    mitigations:
      - how: Two mornings a week stay as they are.
  disability:
    impact: negative
    mitigations:
      none: The lift cannot be mended before the lease ends. Nobody is moved before that.
```

## What to do

Say under `mitigations:` what is done, and cite the actions. If nothing is, write `none:` there and say what was looked at, and
why it was not done.

## When not to use it

Seldom, since `none:` with its reason answers it.

## What it cannot tell

Whether what is done is enough, and whether the harm is justified: that is for whoever decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import quoted, shortened
from eia.model.part import Route
from eia.model.terms import Rating
from eia.model.vocabulary import words_of
from eia.project import Dossier
from eia.rules.rule import Problem, rule

HARM = "negative"


@rule(Severity.ERROR, stage="in-review", early=Severity.NOTE, of_form=True)
def negative_unmitigated(dossier: Dossier) -> Iterator[Problem]:
    """Rows with an impact for the worse and no word of what is done about it; not where the form asks for that anyway."""
    asked_anyway = {place.route for _, place in dossier.silences(dossier.status)}
    for route, at, rating in unmitigated(dossier):
        if (*route, "mitigations") not in asked_anyway:
            said, row = shortened(rating.words), quoted(str(route[-1]), 40)
            message = f"the record does not show what is done about the impact `{said}` on {row}"
            help = "Say what under `mitigations:`, as `- how: …`; if nothing is done, write `none:` there and why."
            yield Problem(dossier.site((*route, "impact", *at)), message, help)


def unmitigated(dossier: Dossier) -> Iterator[tuple[Route, Route, Rating]]:
    """The rows that are silent about mitigations, with the first of their ratings that is for the worse."""
    for route, row in dossier.assessment.rows():
        if not row.mitigations and not row.not_assessed:
            harms = (one for one in dossier.asked.counting(row) if _is_harm(dossier, one[1]))
            yield from ((route, *first) for first in list(harms)[:1])


def _is_harm(dossier: Dossier, rating: Rating) -> bool:
    """Whether an impact is for the worse, or so great that it matters, and it is not said that it is for the better."""
    directions, levels = dossier.profile.directions(rating), words_of(dossier.profile.levels)
    return HARM in directions or (not directions and dossier.profile.level(rating) in levels[1:])
