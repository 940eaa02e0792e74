"""What the form asks for by a status has to be answered.

The form names keys that a record answers by the time it has a status, such as an owner for each action by the time it is signed
off, and one of them has nothing under it. What is missing of many actions or rows is told once, with all of them.

## Why

A record that is signed off without a decision, a date or a review leaves open what was agreed, and nobody can hold anybody to it.
The sixth of the *Brown* principles is to keep a record, *R (Brown) v SSWP* [2008] EWHC 3158 (Admin). Which keys are asked for,
and by when, is the form's to say. Silence is no answer; that there is none, with the reason, is one.

## Bad

```yaml
title: New paint
body: Midshire
people:
  lead officer: Depots Manager
policy:
  aims: Paint the doors.
engagement:
  none: Nobody is touched by it.
evidence:
  none: Nothing need be known.
plan:
  actions:
    - id: 1.a
      owner: Depots Manager
```

## Good

```yaml
title: New paint
body: Midshire
people:
  lead officer: Depots Manager
policy:
  aims: Paint the doors.
engagement:
  none: Nobody is touched by it.
evidence:
  none: Nothing need be known.
plan:
  actions:
    - id: 1.a
      does: Paint the doors.
```

## What to do

Write the answer under the key that the message names; the message quotes the form's help for it. `eia status` lists everything
that is open, by who answers for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import listed, shortened
from eia.index import Site
from eia.model.assessment import Assessment
from eia.model.outline import key_at, outline
from eia.model.silence import Place
from eia.project import Dossier
from eia.rules.rule import Problem, rule

NONE = "If there is none, say so with `none:` and the reason."


@rule(Severity.ERROR, of_form=True)
def missing_answer(dossier: Dossier) -> Iterator[Problem]:
    """Keys that the form requires by this status, and under which nothing is said."""
    yield from told_together(dossier, dossier.silences(dossier.status))


def told_together(dossier: Dossier, silences: Iterable[tuple[Site, Place]]) -> Iterator[Problem]:
    """Where nothing is said, what is missing of several things told once, in the place of the first of them."""
    silent: dict[str, list[tuple[Site, Place]]] = {}
    for site, place in silences:
        silent.setdefault(place.key, []).append((site, place))
    for key, places in silent.items():
        (site, place), *others = places
        last, names = f"`{place.route[-1]}:`", [_of(dossier, *one) for one in places]
        if others:
            message = f"{last} is not answered {len(places)} times: of {listed(names)}"
        else:
            message = f"{last} of {names[0]} is not answered" if names[0] else f"{last} is not answered"
        yield Problem(site, message, _help(dossier, key))


def _of(dossier: Dossier, site: Site, place: Place) -> str:
    """The thing of which something is not said: an action or a row by its id, anything else by its key."""
    routes = (site.route[:end] for end in range(len(site.route), 0, -1))
    found = (dossier.index.at(Site(site.file, route)) for route in routes)
    if defined := next(filter(None, found), None):
        return shortened(defined.id, 40)
    *above, step = place.route[:-1] or ("",)
    return f"item {step + 1} of `{above[-1]}:`" if isinstance(step, int) else f"`{step}:`" if step else ""


def _help(dossier: Dossier, key: str) -> str:
    """What belongs there: in the form's words where it has some, else in the format's."""
    found = key_at(key, outline(Assessment))
    said = " ".join(dossier.profile.guidance.get(key, "").split()) or (found.says if found else "") or "Answer it."
    takes_none = found is not None and any(one.name == "none" for one in found.shape.keys)
    return f"{said} {NONE}" if takes_none and "`none:`" not in said else said
