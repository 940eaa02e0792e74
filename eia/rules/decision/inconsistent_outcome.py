"""An outcome must agree with what the record found.

The form says with which levels of impact an outcome goes, which parts of the record have to be there for it, and which kinds of
assessment may have it; and the record is otherwise. The greatest level that any row has in the end is the one that counts: after
mitigation, where a row is rated before and after. Rows about further duties do not count.

## Why

A policy that is screened out although a row found a major impact leaves it open which of the two was meant, and whoever decides
rests on the outcome.

## Bad

```yaml
screening:
  outcome: no-assessment-needed
```

## Good

```yaml
screening:
  outcome: no-assessment-needed
  because: Only the colour of a door changes.
```

## What to do

Look at the rows that the message names again, or choose the outcome that goes with them. If a part is missing, write it.

## When not to use it

Where those who decide departed from what the form foresees, knew it, and said why. Then the remark should say where that is
minuted.

## What it cannot tell

Whether the ratings on which it rests are right. Ratings that were lowered until the outcome fitted pass; so does a form that
ties its outcomes to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.index import Site
from eia.model.asked import DUTIES
from eia.model.vocabulary import Outcome, has, words_of
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.ERROR, stage="in-review", of_form=True)
def inconsistent_outcome(dossier: Dossier) -> Iterator[Problem]:
    """Outcomes that do not go with the levels, the parts or the kind of the record."""
    for part, _, key in dossier.asked.decided():
        if key:
            site, outcome = dossier.site((part, "outcome")), dossier.asked.outcomes(part)[key]
            for check in (_levels, _needs, _kinds):
                yield from check(dossier, site, outcome, outcome.label or key)


def _levels(dossier: Dossier, site: Site, outcome: Outcome, name: str) -> Iterator[Problem]:
    scale = words_of(dossier.profile.levels)
    found = [
        (scale.index(level), Site(dossier.file, (*route, "impact", *at)), str(route[-1]))
        for route, row in dossier.assessment.rows()
        for at, rating in dossier.asked.counting(row)
        if route[0] != DUTIES and (level := dossier.profile.level(rating))
    ]
    greatest = max((rank for rank, *_ in found), default=None)
    if greatest is None or has(outcome.levels, scale[greatest]):
        return
    where = {row: place for rank, place, row in found if rank == greatest}
    fitting = " or ".join(words_of(outcome.levels))
    message = f"`{name}` goes with the level {fitting}, and the greatest level that a row has is {scale[greatest]}"
    help = f"Look again at {', '.join(f'`{row}`' for row in where)}, or choose the outcome that goes with it."
    related = tuple((place, f"rated {scale[greatest]}") for place in where.values())
    yield Problem(site, message, help, related, dossier.profile.basis(outcome.law))


def _needs(dossier: Dossier, site: Site, outcome: Outcome, name: str) -> Iterator[Problem]:
    for needed in words_of(outcome.needs):
        if not _is_said(dossier, needed):
            above, _, key = needed.rpartition(".")
            where = f"`{key}:` under `{above}:`" if above else f"`{key}:`"
            message = f"the outcome `{name}` needs {where}, and nothing is said there"
            help = f"Write {where}, or choose another outcome."
            yield Problem(site, message, help, law=dossier.profile.basis(outcome.law))


def _is_said(dossier: Dossier, keys: str) -> bool:
    """Whether anything stands at these keys, in any row or action; that there is none is not what the outcome needs."""
    return any(one.something for one in dossier.asked.places(keys))


def _kinds(dossier: Dossier, site: Site, outcome: Outcome, name: str) -> Iterator[Problem]:
    profile, kind = dossier.profile, dossier.asked.kind
    if kind and not has(outcome.kinds, kind):
        fitting = [profile.kinds[key].label or key for key in words_of(outcome.kinds) if key in profile.kinds]
        message = f"`{name}` does not go with the kind `{kind}`"
        where = f"It goes with: {', '.join(fitting)}. " if fitting else ""
        help = f"{where}Choose another outcome{', or write another `kind:`' if fitting else ''}."
        yield Problem(site, message, help, law=profile.basis(outcome.law))
