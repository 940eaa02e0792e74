"""Each aim of the duty is looked at somewhere.

The form names the aims of the duty, and one of them is looked at nowhere: no row has a rating or a reason under it,
and no question or further duty that rests on the same law is answered. To tell in running text what the aims are is
not to look at them. Nothing is said while a row has yet to be rated or every impact is unknown, nor where the form has
every row rated for every aim: then each row is asked for by itself.

## Why

The duty has several aims, and a change may serve one and set another back. One rating for all of them leaves it open
which aims were thought of.

## Bad

```yaml
characteristics:
  race:
    impact:
      eliminate: neutral
      advance: positive
```

## Good

```yaml
characteristics:
  age:
    impact: neutral
  race:
    impact:
      eliminate: neutral
      advance: positive
      foster: none
    because:
      foster: Who meets whom does not change.
```

## What to do

In the rows where it matters, write a line for each aim under `impact:`. That an aim is not touched, with the reason,
is an answer.

## When not to use it

Where the aims are looked at in another document, which the record names.

## What it cannot tell

Whether what is said under an aim is about that aim.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import listed
from eia.index import Site
from eia.model.asked import ROWS
from eia.model.row import Row
from eia.model.terms import Rating
from eia.model.vocabulary import Aim, chosen, words_of
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.WARNING, stage="in-review", of_form=True)
def aim_not_addressed(dossier: Dossier) -> Iterator[Problem]:
    """Aims of the duty under which nothing is said, and on whose law nothing rests that was answered."""
    if dossier.profile.rated_by == "aims":
        return
    said, law = _said(dossier), _law_of_answers(dossier)
    silent = {key: aim for key, aim in _owed(dossier).items() if key not in said and law.isdisjoint(_own(dossier, key))}
    if silent:
        these = "this aim" if len(silent) == 1 else "these aims"
        names = listed([aim.label or key for key, aim in silent.items()])
        message = f"the record does not show what the impact is on {these}: {names}"
        keys = listed([f"`{key}:`" for key in silent])
        help = f"In the rows where it matters, write {keys} with a rating under `impact:`, and why under `because:`."
        basis = dossier.profile.basis(*(aim.law for aim in silent.values()))
        yield Problem(Site(dossier.file, (ROWS,), key=True), message, help, law=basis)


def _owed(dossier: Dossier) -> dict[str, Aim]:
    """The aims that are owed to a group of which more is known than nothing; none while a row is still to be rated."""
    rows = list(dossier.assessment.rows())
    if any(not row.impact and not row.not_assessed for _, row in rows):
        return {}
    known = [one for one in rows if not all(map(dossier.profile.is_unknown, _ratings(dossier, one[1])))]
    groups = {group for route, row in known for group in dossier.asked.groups_of(route, row)}
    return {key: aim for key, aim in dossier.profile.aims.items() if any(map(aim.reaches, groups))}


def _ratings(dossier: Dossier, row: Row) -> list[Rating]:
    return [rating for _, rating in dossier.asked.counting(row)]


def _said(dossier: Dossier) -> set[str]:
    """The aims under which a row has a rating or a reason, by the form's own words for them."""
    rows = [row for _, row in dossier.assessment.rows()]
    said = (one for row in rows for one in (row.impact, row.because) if isinstance(one, Mapping))
    return {dossier.profile.rated_as(str(key)) for one in said for key in one}


def _law_of_answers(dossier: Dossier) -> set[str]:
    """What the questions and further duties rest on that are answered."""
    profile, whole = dossier.profile, dossier.assessment
    tables = (whole.answers or {}, *(row.answers or {} for _, row in whole.rows()))
    answered = (key for table in tables for key, one in table.items() if one.answer)
    duties = whole.duties if isinstance(whole.duties, Mapping) else {}
    known = (
        *(profile.questions[key] for key in answered if key in profile.questions),
        *(profile.duties[name] for key in duties if (name := chosen(profile.duties, key))),
    )
    return {law for one in known for law in words_of(one.law)}


def _own(dossier: Dossier, aim: str) -> set[str]:
    """What an aim rests on and no other aim does."""
    aims = dossier.profile.aims
    others = {law for key, one in aims.items() if key != aim for law in words_of(one.law)}
    return {*words_of(aims[aim].law)} - others
