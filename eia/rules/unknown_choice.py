"""Where the form has a list of words to choose from, one of them stands there.

The kind of the assessment, an outcome, an answer to a question, the capacity in which somebody signs, or another value for which
the form names its words, is none of them.

## Why

Two people must read the same thing into an outcome or an answer, and those who look after many assessments must be able to
find all that were screened out. The document prints the form's own label for a word that it knows, and any other as it stands.

## Bad

```yaml
decision:
  outcome: adjsut
```

## Good

```yaml
decision:
  outcome: Go ahead with changes
```

## What to do

Write one of the form's words, or the label that it prints. What the word cannot say goes under `because:`. If your
organisation uses other words, they belong in its own form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import nearest, shortened
from eia.index import Site
from eia.model.part import Route, walk
from eia.model.prose import Prose
from eia.model.row import Answer
from eia.model.terms import Term, Terms
from eia.model.vocabulary import Named, chosen, plainly, words_of
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.WARNING)
def unknown_choice(dossier: Dossier) -> Iterator[Problem]:
    """Words that the form does not offer, where it offers any."""
    if dossier.knows_profile:
        yield from _kind_and_outcomes(dossier)
        yield from _signed_as(dossier)
        yield from _answers(dossier)
        yield from _other_words(dossier)


def _kind_and_outcomes(dossier: Dossier) -> Iterator[Problem]:
    assessment, profile = dossier.assessment, dossier.profile
    yield from _one_of(dossier.site(("kind",)), assessment.kind, "kind of assessment", profile.kinds)
    for part, said in (("screening", assessment.screening), ("decision", assessment.decision)):
        words = {key: one for name, some in profile.outcomes.items() if name == part for key, one in some.items()}
        yield from _one_of(dossier.site((part, "outcome")), said.outcome if said else None, "outcome", words)


def _signed_as(dossier: Dossier) -> Iterator[Problem]:
    signed = dossier.assessment.approvals
    for number, one in enumerate(signed if isinstance(signed, tuple) else ()):
        site = dossier.site(("approvals", number, "as"))
        yield from _one_of(site, one.as_, "signatory", dossier.profile.signatories)


def _one_of(site: Site, said: str | None, what: str, words: Mapping[str, Named]) -> Iterator[Problem]:
    if said and words and not chosen(words, said):
        names = {plainly(name): key for key, word in words.items() for name in word.names(key)}
        near = get_close_matches(plainly(said), names, n=1)
        help = f"Did you mean `{names[near[0]]}`?" if near else f"Write one of: {', '.join(words)}."
        yield Problem(site, f"`{shortened(said)}` is no {what} of the form", help)


def _answers(dossier: Dossier) -> Iterator[Problem]:
    for route, answer in walk(dossier.assessment):
        question = dossier.profile.questions.get(str(route[-1])) if isinstance(answer, Answer) else None
        if isinstance(answer, Answer) and question and question.choices and answer.answer:
            site = dossier.site((*route, "answer"))
            words = answer.answer.words.strip()
            if plainly(words) not in map(plainly, words_of(question.choices)):
                message = f"`{shortened(words)}` is no answer that this question takes"
                help = nearest(words, words_of(question.choices), "Write one of: {}.")
                yield Problem(site, message, f"{help} What it cannot say goes under `because:`.")


def _other_words(dossier: Dossier) -> Iterator[Problem]:
    for keys, words in dossier.profile.choices.items():
        first, *rest = keys.split(".")
        for site, said in _values(dossier, first, tuple(rest)):
            for term in _terms(said):
                if plainly(term.text) not in map(plainly, words_of(words)):
                    place = Site(site.file, site.route, within=(term.start, term.end))
                    message = f"`{shortened(term.text)}` is none of the words that the form has for `{site.route[-1]}:`"
                    yield Problem(place, message, nearest(term.text, words_of(words), "Write one of: {}."))


def _values(dossier: Dossier, first: str, rest: Route) -> Iterator[tuple[Site, object]]:
    """The values at a dotted key of the assessment or of its plan, whatever sections and numbers lie on the way."""
    in_plan = first == "plan"
    content = dossier.plan.content if in_plan else dossier.assessment
    at = dossier.plan.site if in_plan else dossier.site
    wanted = rest if in_plan else (first, *rest)
    for route, value in walk(content):
        on_the_way = iter([step for step in route if isinstance(step, str)])
        if route and route[-1] == wanted[-1] and all(any(step == key for step in on_the_way) for key in wanted):
            yield at(route), value


def _terms(said: object) -> tuple[Term, ...]:
    if isinstance(said, Terms):
        return said.items
    words = said.words if isinstance(said, Prose) else said
    return (Term(words, 0, len(words)),) if isinstance(words, str) and words.strip() else ()
