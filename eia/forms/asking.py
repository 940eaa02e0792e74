"""Whether every question of a form can be asked, and its answers are those that others name."""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.shown import nearest, shortened
from eia.forms.fault import CLASHING, UNDEFINED, UNUSABLE, Fault, undefined
from eia.model.part import Route
from eia.model.profile import Profile
from eia.model.terms import Terms
from eia.model.vocabulary import EVERY, Question, has, includes, plainly, words_of


def unaskable(form: Profile) -> Iterator[Fault]:
    """Answers that are named and not offered, and questions that could never be asked."""
    circles = _in_circles(form)
    for key, question in form.questions.items():
        place: Route = ("questions", key)
        yield from _answers(place, key, question)
        yield from _needless(place, key, question)
        for other, answers in (question.when or {}).items():
            yield from _condition((*place, "when", other), key, other, answers, form, circles)
        if question.when and len(question.when) > 1:
            help = "Keep one; a question that depends on two others can be asked without a condition."
            message = f"`{key}` depends on more than one question"
            yield Fault(UNDEFINED, (*place, "when"), message, help, key=True)


def _answers(place: Route, key: str, question: Question) -> Iterator[Fault]:
    """Answers to choose from that nobody could give, and reasons for answers that there are not."""
    yield from _choices((*place, "because"), question.because, key, [*words_of(question.choices), EVERY])
    for term in question.choices.items if question.choices else ():
        within = (term.start, term.end)
        if plainly(term.text) == EVERY:
            message = f"`{term.text}` stands for every answer, so that it cannot be one of them"
            yield Fault(UNUSABLE, (*place, "choices"), message, "Write it out, e.g. `All of these`.", within)
        elif question.takes == "several" and len(question.pieces(term.text)) > 1:
            message = f"`{shortened(term.text)}` would be read as several answers"
            yield Fault(UNUSABLE, (*place, "choices"), message, "Write it without commas and semicolons.", within)


def _needless(place: Route, key: str, question: Question) -> Iterator[Fault]:
    """What is said of a question and has no effect."""
    if question.section and question.of:
        message = f"`{key}` is asked in rows, which print it, so that it stands in no other section"
        yield Fault(CLASHING, (*place, "section"), message, "Take the line out.", key=True)
    if question.takes == "several" and not words_of(question.choices):
        message = f"`{key}` has no choices of which an answer could name several"
        yield Fault(UNDEFINED, (*place, "takes"), message, "Write `choices:`, or take the line out.", key=True)


def _choices(route: Route, said: Terms | None, key: str, known: list[str]) -> Iterator[Fault]:
    """Answers are compared as people write them, in any case."""
    plain = {plainly(word) for word in known}
    for term in said.items if said else ():
        if plainly(term.text) not in plain:
            yield undefined(route, term.text, f"choice of `{key}` called", known, (term.start, term.end))


def _condition(route: Route, key: str, other: str, answers: Terms, form: Profile, circles: set[str]) -> Iterator[Fault]:
    """Another question on which one depends, and its answers."""
    question, asked = form.questions[key], form.questions.get(other)
    if asked is None:
        message = f"`{key}` depends on the question `{shortened(other)}`, which the form does not have"
        help = nearest(other, form.questions, "Name one of: {}.")
        yield Fault(UNDEFINED, route, message, help, key=True, name=other)
    elif other == key:
        yield Fault(UNDEFINED, route, f"`{key}` depends on itself", "Name another question.", key=True)
    elif not _asked_wherever(asked, question, form):
        message = (
            f"`{other}` is not asked of all of which `{key}` is, so that it has no answer on which `{key}` could depend"
        )
        yield Fault(UNDEFINED, route, message, "Ask both of the same, or the other of more.", key=True)
    elif not any(has(asked.kinds, kind) and has(question.kinds, kind) for kind in form.kinds or ("",)):
        message = (
            f"`{other}` is asked in no kind of assessment in which `{key}` is, so that `{key}` would never be asked"
        )
        yield Fault(UNDEFINED, route, message, "Ask both in one kind, or take the condition out.", key=True)
    elif key in circles:
        message = f"`{key}` depends on itself, by way of `{other}`, so that it would never be asked"
        yield Fault(UNDEFINED, route, message, "Take the condition out of one of them.", key=True)
    elif asked.choices:
        yield from _choices(route, answers, other, words_of(asked.choices))


def _asked_wherever(asked: Question, question: Question, form: Profile) -> bool:
    """Whether one question is asked of the whole, or of all of which another is asked."""
    if asked.of is None:
        return True
    if question.of is None:
        return False
    of = form.groups if question.of.everything else [item.id for item in question.of.items]
    return all(includes(asked.of, one) and (one in form.groups or not asked.of.everything) for one in of)


def _in_circles(form: Profile) -> set[str]:
    """The questions that depend on themselves, by way of others or not."""
    found: set[str] = set()
    done: set[str] = set()
    for key in form.questions:
        way, at = list[str](), key
        while at in form.questions and at not in done:
            done.add(at)
            way.append(at)
            at = next(iter(form.questions[at].when or ()), "")
        found.update(way[way.index(at) :] if at in way else ())
    return found
