"""Every question that the form asks needs an answer.

A question of the form is asked, of the whole or of a row, and nothing is answered. A question that depends on another is asked
only where the other was answered so. Of a row that was not assessed nothing is asked.

## Why

Forms are signed with questions left open more often than with wrong answers, and a reader cannot tell an open question from a
"no". "Not known" is an answer, if the form allows it, and silence is none.

## Bad

```yaml
profile: england-council
kind: declaration
characteristics:
  care-leavers:
    impact: neutral
```

## Good

```yaml
profile: england-council
kind: declaration
characteristics:
  care-leavers:
    impact: neutral
    answers:
      good-parent: That they can still come without an appointment.
```

## What to do

Answer it under `answers:`, by the short name that the message gives. `eia explain` with that short name says how it may be
answered.

## When not to use it

Where a question cannot sensibly be put to this policy and the form has no answer for that. Then write a sentence in the
answer rather than a remark beside it: the reader of the document sees the answer only. A question that never fits should go
from the form.

## What it cannot tell

Whether an answer says anything. "See above" counts as one, and so does a yes where the truth is no.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import quoted, shortened
from eia.index import Site
from eia.model.part import Route
from eia.model.vocabulary import Question
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.ERROR, stage="in-review", early=Severity.NOTE, of_form=True)
def unanswered_question(dossier: Dossier) -> Iterator[Problem]:
    """Questions of the form that are asked and have no answer."""
    assessment, asked = dossier.assessment, dossier.asked
    whole = assessment.answers or {}
    for key, question in asked.questions.items():
        if key not in whole or not whole[key].answer:
            yield _problem(dossier, ("answers",), key, question, "")
    for place, row in assessment.rows():
        answers = row.answers or {}
        for key, question in asked.questions_of(place, row).items():
            if key not in answers or not answers[key].answer:
                yield _problem(dossier, (*place, "answers"), key, question, quoted(str(place[-1])))


def _problem(dossier: Dossier, place: Route, key: str, question: Question, row: str) -> Problem:
    number, name = shortened(question.number or ""), quoted(key)
    asked = f"question {number} ({name})" if number else f"the question {name}"
    return Problem(
        Site(dossier.file, (*place, key), key=True),
        f"{asked} is asked{f' of {row}' if row else ''} and not answered: {shortened(question.label, 120)}",
        f"Under `answers:`{f' in the row {row}' if row else ''}, write {quoted(f'{key}:')} and the answer after it.",
        law=dossier.profile.basis(question.law),
    )
