"""Whether every name that a form uses leads somewhere: to a group, a level, a question, a kind, a section, a key."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from eia.diagnostics.shown import closest, nearest, shortened
from eia.forms.fault import UNDEFINED, Fault, among, undefined
from eia.forms.spoken import CODE, own_language
from eia.model.asked import Asked
from eia.model.assessment import Assessment
from eia.model.outline import Key, key_at, keys_below, outline
from eia.model.part import OWN, Route
from eia.model.profile import DIRECTIONS, TABLES, Profile
from eia.model.reference import GroupReferences
from eia.model.terms import Terms
from eia.model.vocabulary import Column, Declaration, Question, words_of

NUMBER = re.compile(r"[-+\u2212]?[0-9]{1,6}(?:\.[0-9]{1,6})?")
ADDRESS = re.compile(r"https?://\S+")
MOST_DIRECTIONS = 2
"""So many may a word for an impact mean: `positive, negative`."""
HOLD_OWN_KEYS = ("", "policy", "screening", "decision", "review", "engagement", "evidence", "plan.actions")
"""Where the document prints such keys."""


def leading_nowhere(form: Profile, plain: Profile) -> Iterator[Fault]:
    """Every name in a form that leads nowhere; `plain` has the labels and lists that the program asks for."""
    yield from _cited(form)
    yield from _scale(form)
    yield from _kinds_and_sections(form)
    yield from _outcomes(form)
    yield from _keys(form)
    yield from _labels(form, plain)
    yield from _of_rules(form, plain)
    yield from _slips(form, plain)
    yield from _translated(form)


def _cited(form: Profile) -> Iterator[Fault]:
    """Statements of law, where they can be read, and groups."""
    for key, statement in form.law.items():
        if statement.url and not ADDRESS.fullmatch(statement.url):
            help = "Write it in full, beginning with `https://`, as the browser shows it."
            yield Fault(UNDEFINED, ("law", key, "url"), f"`{shortened(statement.url)}` is no address of a page", help)
    for table in TABLES:
        for key, word in table.of(form).items():
            yield from among((*table.steps, key, "law"), word.law, "statement under `law:` called", form.law)
    for term, advice in form.discouraged.items():
        yield from among(("discouraged", term, "law"), advice.law, "statement under `law:` called", form.law)
    for key, question in form.questions.items():
        if question.of:
            known = {**form.groups, **form.duties}
            yield from _groups(("questions", key, "of"), question.of, "group and no duty called", known)
    for key, aim in form.aims.items():
        for field, groups in (("except", aim.except_), ("only", aim.only)):
            yield from _groups(("aims", key, field), groups, "group", form.groups) if groups else ()
    for key, group in form.groups.items():
        for field, said in (("under", group.under), ("after", group.after)):
            if said not in form.groups:
                others = [one for one in form.groups if one != key]
                yield from among(("groups", key, field), said, "group", others)
            if said == key:
                help = "Name another group, or take the line out."
                yield Fault(UNDEFINED, ("groups", key, field), f"`{key}` cannot stand {field} itself", help)


def _of_rules(form: Profile, plain: Profile) -> Iterator[Fault]:
    """The numbers by which rules judge, and the law that they rest on; which rules there are is asked where rules are known."""
    for key, number in form.thresholds.items():
        yield from among(("thresholds", key), key, "threshold", plain.thresholds)
        if key in plain.thresholds and str(form.threshold(key)) != number:
            message = f"`{shortened(number)}` is no whole number that can be judged by"
            yield Fault(UNDEFINED, ("thresholds", key), message, "Write it in digits, such as 10.")
    for key, weight in form.rules.items():
        yield from among(("rules", key, "law"), weight.law, "statement under `law:` called", form.law)


def _groups(route: Route, groups: GroupReferences, what: str, known: Collection[str]) -> Iterator[Fault]:
    for item in groups.items:
        if item.id not in known:
            yield undefined(route, item.id, what, known, (item.start, item.end))


def _scale(form: Profile) -> Iterator[Fault]:
    """Levels and directions, and what rows are rated for."""
    levels = words_of(form.levels)
    for key, word in form.ratings.items():
        yield from among(("ratings", key, "means"), word.means, "direction", DIRECTIONS)
        yield from among(("ratings", key, "level"), word.level, "level under `levels:` called", levels)
        if len(words_of(word.means)) > MOST_DIRECTIONS:
            message = f"`{shortened(key)}` has more than {MOST_DIRECTIONS} directions, so that it says too little"
            yield Fault(UNDEFINED, ("ratings", key, "means"), message, "Keep one or two of them.")
        if not (words_of(word.means) or word.level):
            help = f"Write `means:` and one or two of: {', '.join(DIRECTIONS)}; or `level:`."
            yield Fault(UNDEFINED, ("ratings", key), f"nothing is said of what `{key}` stands for", help, key=True)
        if word.score and not NUMBER.fullmatch(word.score):
            message = f"`{shortened(word.score)}` is no number"
            yield Fault(UNDEFINED, ("ratings", key, "score"), message, "Write a number, such as 3 or -1.")
    yield from _rated_by((), form.rated_by, form)
    for key, duty in form.duties.items():
        yield from _rated_by(("duties", key), duty.rated_by, form)


def _rated_by(place: Route, by: Literal["aims", "stages"] | None, form: Profile) -> Iterator[Fault]:
    if by and not form.rated_for(by):
        yield Fault(UNDEFINED, (*place, "rated-by"), f"the form has no {by}", f"Name them under `{by}:`.")


def _kinds_and_sections(form: Profile) -> Iterator[Fault]:
    sections = [*form.sections(), *form.layout.chapters]
    placed: dict[str, Mapping[str, Question | Declaration]] = {
        "questions": form.questions,
        "declarations": form.declarations,
    }
    for field, words in placed.items():
        for key, word in words.items():
            yield from among((field, key, "kinds"), word.kinds, "kind", form.kinds)
            yield from among((field, key, "section"), word.section, "section", sections)
    for key, signatory in form.signatories.items():
        yield from among(("signatories", key, "kinds"), signatory.kinds, "kind", form.kinds)
    outcomes = [name for words in form.outcomes.values() for name in words]
    for key, declaration in form.declarations.items():
        yield from among(("declarations", key, "outcome"), declaration.outcome, "outcome", outcomes)


def _outcomes(form: Profile) -> Iterator[Fault]:
    levels = words_of(form.levels)
    for part, words in form.outcomes.items():
        for key, outcome in words.items():
            route: Route = ("outcomes", part, key)
            yield from among((*route, "levels"), outcome.levels, "level under `levels:` called", levels)
            yield from among((*route, "kinds"), outcome.kinds, "kind", form.kinds)
            yield from _paths((*route, "needs"), outcome.needs, form)


def _keys(form: Profile) -> Iterator[Fault]:
    """Keys of an assessment that are named."""
    for kind, said in form.kinds.items():
        yield from among(("kinds", kind, "holds"), said.holds, "part of an assessment called", Assessment.keys())
    for key in form.guidance:
        if not _found(key, form):
            yield _no_place(("guidance", key), key, key=True)
    for key in form.choices:
        found = _found(key, form)
        if not found or not found.shape.text:
            yield _no_place(("choices", key), key, key=True)
    for path in form.own_keys:
        where, _, name = path.rpartition(".")
        if where not in HOLD_OWN_KEYS or not name.startswith(OWN):
            places = ", ".join(f"`{place}.x-…`" if place else "`x-…`" for place in HOLD_OWN_KEYS)
            message = f"`{shortened(path)}` is no place for a key of your own"
            yield Fault(UNDEFINED, ("own-keys", path), message, f"Such keys are printed here: {places}.", key=True)


def required_nowhere(own: Profile, form: Profile) -> Iterator[Fault]:
    """What a profile adds to what is required, and that leads nowhere in the form that it makes."""
    for status, terms in own.required.items():
        yield from _paths(("required", status), terms, form)
    for kind, said in own.kinds.items():
        for status, terms in said.required.items():
            yield from _paths(("kinds", kind, "required", status), terms, form)
            yield from _never_asked(("kinds", kind, "required", status), terms, Asked(form, Assessment(kind=kind)))


def _never_asked(route: Route, terms: Terms, asked: Asked) -> Iterator[Fault]:
    """What a kind of assessment requires of parts that it is not made of."""
    for term in terms.items:
        part = term.text.partition(".")[0]
        if _found(term.text, asked.form) and not asked.holds(part):
            message = f"the kind `{asked.kind}` is not made of `{part}`, so that this would never be asked for"
            help = "Take it out, or add the part under `holds:`."
            yield Fault(UNDEFINED, route, message, help, (term.start, term.end))


def _paths(route: Route, terms: Terms | None, form: Profile) -> Iterator[Fault]:
    for term in terms.items if terms else ():
        within, question = (term.start, term.end), term.text.removeprefix("answers.").partition(".")[0]
        if term.text.startswith("people.") and not _found(term.text, form):
            role, known = term.text.removeprefix("people."), words_of(form.people)
            yield undefined(route, role, "role under `people:` called", known, within)
        elif not _found(term.text, form):
            yield _no_place(route, term.text, within)
        elif term.text.startswith("answers.") and question in form.questions and form.questions[question].of:
            message = f"`{question}` is asked in rows, each of which has to answer it"
            yield Fault(UNDEFINED, route, message, "Take it out: nothing need be required of what is asked.", within)


def _found(keys: str, form: Profile) -> Key | None:
    """The key that keys lead to; a question, a duty, a group or one of the people may stand on the way."""
    first, _, rest = keys.partition(".")
    name, _, below = rest.partition(".")
    named: Mapping[str, Collection[str]] = {
        "answers": form.questions,
        "duties": form.duties,
        "characteristics": form.groups,
        "people": words_of(form.people),
    }
    if name in named.get(first, ()):
        keys = f"{first}.{below}" if below else first
    elif keys in form.own_keys:
        return Key(keys, "", outline(Assessment))
    return key_at(keys, outline(Assessment))


def _no_place(route: Route, keys: str, within: tuple[int, int] | None = None, key: bool = False) -> Fault:
    above, _, last = keys.rpartition(".")
    near = closest(last, keys_below(above, outline(Assessment)), cutoff=0.7)
    meant = f"{above}.{near}".strip(".") if near and near != last else ""
    help = "Write keys of the format with dots between them, e.g. `policy.aims` or `plan.actions.owner`."
    message = f"`{shortened(keys)}` leads to no text of an assessment"
    name = keys.removeprefix("answers.").partition(".")[0]
    return Fault(UNDEFINED, route, message, f"Did you mean `{meant}`?" if meant else help, within, key, name)


def _labels(form: Profile, plain: Profile) -> Iterator[Fault]:
    """Labels and lists of words that the program never asks for."""
    for field, known in (("words", plain.words), ("word-lists", plain.word_lists)):
        for name in getattr(form, field.replace("-", "_")):
            if name not in known:
                what = "label" if field == "words" else "list of words"
                help = nearest(name, known, "`eia profile show plain` lists them.")
                yield Fault(
                    UNDEFINED, (field, name), f"the document has no {what} called `{shortened(name)}`", help, key=True
                )


def _slips(form: Profile, plain: Profile) -> Iterator[Fault]:
    """A section that nothing names, under a name that is nearly that of one that everybody has."""
    placed: list[Question | Declaration | Column] = [
        *form.questions.values(),
        *form.declarations.values(),
        *form.layout.columns.values(),
    ]
    named = {one.section for one in placed}.union(*(words_of(one.holds) for one in form.layout.chapters.values()))
    for name in form.headings:
        near = closest(name, plain.headings, cutoff=0.8) if name not in plain.headings else ""
        if near and name not in named:
            message = f"nothing stands in the section `{shortened(name)}`"
            yield Fault(UNDEFINED, ("headings", name), message, f"Did you mean `{near}`?", key=True)


def _no_language(route: Route, code: str, key: bool = False) -> Iterator[Fault]:
    if not CODE.fullmatch(code):
        message = f"`{shortened(code)}` is no code of a language"
        yield Fault(UNDEFINED, route, message, "Write `en-GB` for English, `cy` for Welsh, `ga` for Irish.", key=key)


def _translated(form: Profile) -> Iterator[Fault]:
    """Labels in another language for words that the form does not have."""
    yield from _no_language(("language",), form.language) if form.language else ()
    for language, translation in form.translations.items():
        yield from _no_language(("translations", language), language, key=True)
        if own_language(form, language):
            message = f"`{language}` is the language of the form itself, so that these labels would never be printed"
            help = "Write them where the form has its own, e.g. under `headings:`."
            yield Fault(UNDEFINED, ("translations", language), message, help, key=True)
        for field in type(translation).model_fields:
            named = getattr(translation, field)
            known = _labelled(form, field)
            for name in named if isinstance(named, Mapping) else ():
                if name not in known:
                    key = field.replace("_", "-")
                    message = f"the form has nothing called `{shortened(name)}` under `{key}:` to be translated"
                    help = nearest(name, known) if known else "Take the line out."
                    yield Fault(UNDEFINED, ("translations", language, key, name), message, help, key=True)


def _labelled(form: Profile, field: str) -> Collection[str]:
    """The words of a form that can be translated, by the field of a translation."""
    if field == "answers":
        return dict.fromkeys(word for question in form.questions.values() for word in words_of(question.choices))
    tables = [table.of(form) for table in TABLES if table.labels == field]
    held: object = (
        getattr(form, field) if not tables else {key: word for words in tables for key, word in words.items()}
    )
    return held if isinstance(held, Mapping) else ()
