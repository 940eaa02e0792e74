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

## When not to use it

When a panel has decided in words that the form does not have, and the record has to quote it. Ask whether your form should
have that word, since such cases come back.

## What it cannot tell

Whether it is the right word. An outcome that fits the form may not be the one that was decided, and where the form lists no
words for a key, anything passes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import closest, listed, nearest, shortened
from eia.forms.spoken import CODE
from eia.index import Site
from eia.model.prose import Prose
from eia.model.row import Answer
from eia.model.terms import Term, Terms
from eia.model.vocabulary import Named, chosen, has, plainly, words_of
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.WARNING, of_form=True)
def unknown_choice(dossier: Dossier) -> Iterator[Problem]:
    """Words that the form does not offer, where it offers any, and languages that are none."""
    yield from _kind_and_outcomes(dossier)
    yield from _signed_as(dossier)
    yield from _answers(dossier)
    yield from _other_words(dossier)
    yield from _languages(dossier)


def _kind_and_outcomes(dossier: Dossier) -> Iterator[Problem]:
    kinds = dossier.profile.kinds
    yield from _one_of(dossier.site(("kind",)), dossier.assessment.kind, "kind of assessment", kinds)
    for part, said, _ in dossier.asked.decided():
        yield from _one_of(dossier.site((part, "outcome")), said.outcome, "outcome", dossier.asked.outcomes(part))


def _signed_as(dossier: Dossier) -> Iterator[Problem]:
    signed = dossier.assessment.approvals
    for number, one in enumerate(signed if isinstance(signed, tuple) else ()):
        site = dossier.site(("approvals", number, "as"))
        yield from _one_of(site, one.as_, "signatory", dossier.profile.signatories)


def _one_of(site: Site, said: str | None, what: str, words: Mapping[str, Named]) -> Iterator[Problem]:
    if said and words and not chosen(words, said):
        names = {plainly(name): key for key, word in words.items() for name in word.names(key)}
        near = closest(plainly(said), names)
        help = f"Did you mean `{names[near]}`?" if near else f"Write one of: {listed(list(words))}."
        yield Problem(site, f"`{shortened(said)}` is no {what} of the form", help)


def _answers(dossier: Dossier) -> Iterator[Problem]:
    profile = dossier.profile
    for place, answer in dossier.index.values(Answer):
        question = profile.questions.get(str(place.route[-1]))
        if not (question and question.choices and answer.answer):
            continue
        for piece in question.pieces(answer.answer.words):
            if piece.text and not profile.choice(question, piece.text):
                within = (piece.start, piece.end) if question.takes == "several" else None
                site = replace(dossier.site((*place.route, "answer")), within=within)
                help = nearest(piece.text, words_of(question.choices), "Write one of: {}.")
                message = f"`{shortened(piece.text)}` is no answer that this question takes"
                yield Problem(site, message, f"{help} What it cannot say goes under `because:`.")


def _other_words(dossier: Dossier) -> Iterator[Problem]:
    """Values of other keys for which the form names its words."""
    for keys, words in dossier.profile.choices.items():
        for place in dossier.asked.places(keys):
            for term in _terms(place.value):
                if not has(words, term.text):
                    site = replace(dossier.place_of(place), within=(term.start, term.end))
                    key = place.route[-1]
                    message = f"`{shortened(term.text)}` is none of the words that the form has for `{key}:`"
                    yield Problem(site, message, nearest(term.text, words_of(words), "Write one of: {}."))


def _terms(said: object) -> tuple[Term, ...]:
    if isinstance(said, Terms):
        return said.items
    words = said.words if isinstance(said, Prose) else said
    return (Term(words, 0, len(words)),) if isinstance(words, str) and words.strip() else ()


def _languages(dossier: Dossier) -> Iterator[Problem]:
    """What software cannot take for a language, so that a screen reader would read the document with the wrong voice."""
    languages = dossier.assessment.language
    for term in languages.items if languages else ():
        if not CODE.fullmatch(term.text):
            site = replace(dossier.site(("language",)), within=(term.start, term.end))
            help = "Write `en-GB` for English, `cy` for Welsh, `ga` for Irish; of two, both with a comma between."
            yield Problem(site, f"`{shortened(term.text)}` is no code of a language", help)
