"""An answer must belong to a question of the form.

The form asks questions, and an answer stands under a name that is none of them, or in a place in which it is not asked: in a row
of the table though it is asked once, or once though it is asked of each group.

## Why

An answer that belongs to no question leaves the real question unanswered without anybody noticing.

## Bad

```yaml
profile: england-council
answers:
  directly-discriminatery: No
```

## Good

```yaml
profile: england-council
answers:
  directly-discriminatory: No
```

## What to do

Correct the name, or move the answer to where the question is asked. `eia profile show` lists the questions of your form. A form
without questions takes answers under any name.

## When not to use it

When your organisation's form is about to get the question. For remarks beside the form's questions there are the rows and
the appendix; a form without questions takes any.

## What it cannot tell

Whether the answer answers the question. It looks at names alone: two answers that were exchanged, each under the name of the
other, pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import nearest, shortened
from eia.index import Site
from eia.model.part import Route
from eia.model.row import Answer
from eia.model.vocabulary import Statement
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.ERROR, lasting=True, of_form=True)
def unknown_question(dossier: Dossier) -> Iterator[Problem]:
    """Names under `answers:` that the form does not ask there."""
    if dossier.profile.questions:
        yield from _of(dossier, ("answers",), dossier.assessment.answers, None)
        for route, row in dossier.assessment.rows():
            yield from _of(dossier, (*route, "answers"), row.answers, str(route[-1]))


def _of(dossier: Dossier, place: Route, answers: Mapping[str, Answer] | None, row: str | None) -> Iterator[Problem]:
    questions = dossier.profile.questions
    for key in answers or {}:
        site = Site(dossier.file, (*place, key), key=True)
        if key not in questions:
            message = f"`{shortened(key)}` is no question of the form {dossier.profile.id}"
            yield Problem(site, message, nearest(key, questions, "Its questions are: {}."))
        elif row is not None and questions[key].of is None:
            help = "Move it to `answers:` at the top level of the file."
            yield Problem(site, f"`{key}` is asked once, and not of each row", help, law=_law(dossier, key))
        elif row is None and questions[key].of is not None:
            help = f"Move it into the rows that it is about, each with `answers:` and below it `{key}:`."
            yield Problem(site, f"`{key}` is asked of each row, and not once", help, law=_law(dossier, key))


def _law(dossier: Dossier, key: str) -> tuple[Statement, ...]:
    return dossier.profile.basis(dossier.profile.questions[key].law)
