"""A rating must be a word of the form's scale.

The impact is given in a word that the scale does not have, or a rating or reason stands under an aim that the duty does not
have.

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

## When not to use it

Where a published document is transcribed with words of its own scale. For an assessment that you write, the words of your
organisation belong in its form, where everybody may use them.

## What it cannot tell

Whether two people mean the same by a word that is on the scale. The sentence under `because:` shows that, not the rating.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import nearest, shortened
from eia.index import Site
from eia.model.part import Route, parts
from eia.model.terms import Rating
from eia.project import Dossier
from eia.rules.rule import Problem, rule

NO_RATING = ("n/a", "na", "not applicable", "not assessed", "not relevant")
LONGEST_RATING = 3
"""More words than this are a sentence."""
_BETWEEN = re.compile(r"[/&+]| and | or ")
_DASH = re.compile(r" *[-–—] *")

ONE_OF = "Use one of: {}."


@rule(Severity.ERROR, of_form=True)
def unknown_rating(dossier: Dossier) -> Iterator[Problem]:
    """Words off the scale, and keys that are no aim and no stage."""
    for route, row in dossier.assessment.rows():
        yield from _words(dossier, (*route, "impact"), row.impact)
        for key, said in (("impact", row.impact), ("because", row.because)):
            if isinstance(said, Mapping):
                yield from _aims(dossier, (*route, key), said)


def _words(dossier: Dossier, place: Route, impact: object) -> Iterator[Problem]:
    for route, rating in parts(impact, Rating):
        for term in dossier.profile.unknown_terms(rating):
            site = replace(dossier.site((*place, *route)), within=(term.start, term.end))
            message = f"`{shortened(term.text)}` is no rating of the form {dossier.profile.id}"
            yield Problem(site, message, _better(dossier, term.text))


def _better(dossier: Dossier, said: str) -> str:
    scale = list(dossier.profile.ratings)
    words = [word.strip() for word in _BETWEEN.split(said.casefold())]
    if len(words) > 1 and set(words) <= set(scale):
        return f"Write `{', '.join(words)}`."
    ends = _DASH.split(said.casefold())
    if len(ends) > 1 and set(ends) <= set(scale):
        return f"Write `{' to '.join(ends)}`."
    if said.casefold().strip(" .") in NO_RATING:
        return "Leave `impact:` out, and say why under `not-assessed:`."
    if len(words) == 1 and len(said.split()) > LONGEST_RATING:
        return f"{nearest('', scale, ONE_OF)} The reason goes under `because:`."
    return nearest(said.casefold(), scale, ONE_OF)


def _aims(dossier: Dossier, place: Route, said: Mapping[str, object]) -> Iterator[Problem]:
    profile = dossier.profile
    known = [*profile.aims, *profile.stages]
    what = "stage" if profile.rated_by == "stages" else "aim or stage" if profile.stages else "aim"
    for key in said:
        if profile.rated_as(key) not in known:
            site = Site(dossier.file, (*place, key), key=True)
            help = nearest(key.casefold(), known, ONE_OF)
            if place[-1] == "because":
                help += " If it is a sentence with a colon, put `|` after `because:` and begin it on the next line."
            yield Problem(site, f"`{shortened(key)}` is no {what} of the form {profile.id}", help)
