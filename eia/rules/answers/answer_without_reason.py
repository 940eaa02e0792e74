"""Where the form asks for a reason beside an answer, there is one.

A question was answered with an answer for which the form wants a reason, and `because:` is missing.

## Why

"No" to a question such as whether anybody is put at a disadvantage says nothing about how it was looked at: the sixth of the
*Brown* principles is to keep a record, *R (Brown) v SSWP* [2008] EWHC 3158 (Admin).

## Bad

```yaml
profile: england-council
answers:
  indirectly-discriminatory: Yes
```

## Good

```yaml
profile: england-council
answers:
  indirectly-discriminatory:
    answer: Yes
    because: Fewer disabled people can use a counter that is open in the evening only.
```

## What to do

Write the answer under `answer:` and the reason under `because:`, both a level further in than the question.

## When not to use it

Where the reason is given at length in a row, and it is plain from the question that it must be there. A short `because:`
that points to that row is still the better way, since forms are read question by question.

## What it cannot tell

Whether the reason is one. "There is no impact" as the reason for "no" passes, and it has only repeated the answer. Read the
two together aloud; if the second adds nothing, it is not there yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import Site
from eia.model.part import parts
from eia.model.row import Answer
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.ERROR, stage="in-review", early=Severity.NOTE, of_form=True)
def answer_without_reason(dossier: Dossier) -> Iterator[Problem]:
    """Answers for which the form wants a reason, and that have none."""
    for route, answer in parts(dossier.assessment, Answer):
        key = str(route[-1])
        question = dossier.profile.questions.get(key)
        if question is None or not answer.answer or answer.because:
            continue
        said = answer.answer.words
        if question.wants_reason(dossier.profile.answers(question, said)):
            yield Problem(
                Site(dossier.file, route, key=True),
                f"the record does not show why `{key}` is answered `{shortened(said)}`",
                f"Under `{key}:` write `answer: {shortened(said)}`, and on the next line `because:` with the reason.",
                law=dossier.profile.basis(question.law),
            )
