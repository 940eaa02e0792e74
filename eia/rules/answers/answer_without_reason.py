"""Where the form asks for a reason beside an answer, there is one.

A question was answered with an answer for which the form wants a reason, and `because:` is missing. Where answer and reason are
one sentence, as in "Yes, since fewer people can come", `unknown-choice` says how to take them apart.

## Why

"No" to a question such as whether anybody is put at a disadvantage says nothing about how it was looked at. Whoever signs, or
reads it a year later, has only the word.

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
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.model.row import Answer
from eia.model.vocabulary import Question, plainly, words_of
from eia.project import Dossier
from eia.rules.rule import Problem, rule

FEWEST = 3
"""So many words after an answer are its reason."""


@rule(Severity.ERROR, stage="in-review", early=Severity.NOTE, of_form=True)
def answer_without_reason(dossier: Dossier) -> Iterator[Problem]:
    """Answers for which the form wants a reason, and that have none."""
    for site, answer in dossier.index.values(Answer):
        key = str(site.route[-1])
        question = dossier.profile.questions.get(key)
        if question is None or not answer.answer or answer.because:
            continue
        said = answer.answer.words
        if not _goes_on(question, said) and question.wants_reason(dossier.profile.answers(question, said)):
            yield Problem(
                replace(site, key=True),
                f"the record does not show why `{key}` is answered `{shortened(said)}`",
                f"Under `{key}:` write `answer: {shortened(said)}`, and on the next line `because:` with the reason.",
                law=dossier.profile.basis(question.law),
            )


def _goes_on(question: Question, said: str) -> bool:
    """Whether the reason stands in the answer itself, after a word that would have been one."""
    given, choices = plainly(said), [plainly(choice) for choice in words_of(question.choices)]
    after = [given.removeprefix(choice) for choice in choices if given.startswith(choice)]
    return given not in choices and any(not rest[0].isalnum() and len(rest.split()) >= FEWEST for rest in after)
