"""An answer belongs to a question that is asked.

A question is asked only if another was answered in a certain way; it was answered otherwise, and there is an answer all the same.
"Not applicable" and the like are no answer, and stand in nobody's way.

## Why

One of the two is wrong, and a reader cannot tell which: a justification beside "no, nobody is put at a disadvantage" leaves it
open whether somebody is.

## Bad

```yaml
profile: england-council
answers:
  staff: No
  staff-assessed: In a document of its own.
```

## Good

```yaml
profile: england-council
answers:
  staff:
    answer: Yes
    because: Twelve posts go.
  staff-assessed: In a document of its own.
```

## What to do

Correct the answer on which the other depends, or take the other out.

## When not to use it

Where somebody wants it on the record how the further question would have been answered, for instance since the first answer
was disputed. A sentence under `because:` of the first says that better.

## What it cannot tell

Which of the two answers is wrong. Nor does it see two answers that contradict each other in substance without one depending
on the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import listed
from eia.index import Site
from eia.model.part import Route
from eia.model.row import Answer
from eia.model.silence import speaks
from eia.model.vocabulary import plainly, words_of
from eia.project import Dossier
from eia.rules.rule import Problem, rule

NOT_APPLICABLE = "not-applicable"
"""The list of words of the form that people write where there is nothing to answer."""


@rule(Severity.WARNING, stage="in-review", of_form=True)
def needless_answer(dossier: Dossier) -> Iterator[Problem]:
    """Answers to questions that depend on others, which were answered otherwise."""
    yield from _among(dossier, ("answers",), dossier.assessment.answers)
    for route, row in dossier.assessment.rows():
        yield from _among(dossier, (*route, "answers"), row.answers)


def _among(dossier: Dossier, place: Route, given: Mapping[str, Answer] | None) -> Iterator[Problem]:
    for key, answer in (given or {}).items():
        question = dossier.profile.questions.get(key)
        for other, wanted in (question.when or {}).items() if question else ():
            if _answers(dossier, answer) and not dossier.asked.was_answered(other, wanted, given or {}):
                message = f"`{key}` is answered, and is asked only if `{other}` is answered {listed(words_of(wanted))}"
                help = f"Look again at `{other}:`, or take `{key}:` out."
                law = dossier.profile.basis(question.law) if question else ()
                yield Problem(Site(dossier.file, (*place, key), key=True), message, help, law=law)


def _answers(dossier: Dossier, answer: Answer) -> bool:
    """Whether anything is said but that the question does not apply."""
    said = answer.answer.words if answer.answer and not answer.because else ""
    return speaks(answer) and plainly(said.strip(" .\n")) not in dossier.profile.words_in(NOT_APPLICABLE)
