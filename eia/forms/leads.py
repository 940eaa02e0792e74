"""Whether every name that a form uses leads somewhere: to a group, a level, a question, a kind, a section, a key."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Literal

from eia.diagnostics.shown import nearest, shortened
from eia.forms.fault import CLASHING, UNDEFINED, Fault
from eia.forms.spoken import CODE
from eia.model.assessment import Assessment
from eia.model.outline import Key, key_at, keys_below, outline
from eia.model.part import Route
from eia.model.profile import DIRECTIONS, TABLES, Profile
from eia.model.reference import GroupReferences
from eia.model.row import Row
from eia.model.terms import Term, Terms
from eia.model.vocabulary import EVERY, Column, Declaration, Question, plainly, words_of

OWN = "x-"
"""Begins a key of the organisation's own."""
HOLD_OWN_KEYS = ("", "policy", "screening", "decision", "review", "engagement", "evidence", "plan.actions")
"""Where the document prints such keys."""
BREADTH = 90
"""The most that the columns of a table can take, in hundredths, so that the names of the rows have room."""


def leading_nowhere(form: Profile, plain: Profile) -> Iterator[Fault]:
    """Every name in a form that leads nowhere; `plain` has the labels and lists that the program asks for."""
    yield from _cited(form)
    yield from _scale(form)
    yield from _kinds_and_sections(form)
    yield from _questions(form)
    yield from _outcomes(form)
    yield from _keys(form)
    yield from _layout(form)
    yield from _labels(form, plain)
    yield from _translated(form)


def _undefined(route: Route, name: str, what: str, known: Collection[str], within: tuple[int, int] | None) -> Fault:
    help = nearest(name, known, "Write one of: {}.") if known else f"The form has no {what} at all."
    return Fault(UNDEFINED, route, f"the form has no {what} `{shortened(name)}`", help, within)


def _among(route: Route, said: Terms | str | None, what: str, known: Collection[str]) -> Iterator[Fault]:
    """A fault for each of the words said that is not among those known."""
    terms = said.items if isinstance(said, Terms) else (Term(said, 0, len(said)),) if said else ()
    for term in terms:
        if term.text not in known:
            within = (term.start, term.end) if isinstance(said, Terms) else None
            yield _undefined(route, term.text, what, known, within)


def _cited(form: Profile) -> Iterator[Fault]:
    """Statements of law, and groups."""
    for table in TABLES:
        for key, word in table.of(form).items():
            yield from _among((*table.steps, key, "law"), word.law, "statement under `law:` called", form.law)
    for key, question in form.questions.items():
        if question.of:
            known = {**form.groups, **form.duties}
            yield from _groups(("questions", key, "of"), question.of, "group and no duty called", known)
    for key, aim in form.aims.items():
        for field, groups in (("except", aim.except_), ("only", aim.only)):
            yield from _groups(("aims", key, field), groups, "group", form.groups) if groups else ()
    for key, group in form.groups.items():
        for field, said in (("under", group.under), ("after", group.after)):
            yield from _among(("groups", key, field), said, "group", form.groups)
            if said == key:
                help = "Name another group, or take the line out."
                yield Fault(UNDEFINED, ("groups", key, field), f"`{key}` cannot stand {field} itself", help)


def _groups(route: Route, groups: GroupReferences, what: str, known: Collection[str]) -> Iterator[Fault]:
    for item in groups.items:
        if item.id not in known:
            yield _undefined(route, item.id, what, known, (item.start, item.end))


def _scale(form: Profile) -> Iterator[Fault]:
    """Levels and directions, and what rows are rated for."""
    levels = words_of(form.levels)
    for key, word in form.ratings.items():
        yield from _among(("ratings", key, "means"), word.means, "direction", DIRECTIONS)
        yield from _among(("ratings", key, "level"), word.level, "level under `levels:` called", levels)
    yield from _rated_by((), form.rated_by, form)
    for key, duty in form.duties.items():
        yield from _rated_by(("duties", key), duty.rated_by, form)


def _rated_by(place: Route, by: Literal["aims", "stages"] | None, form: Profile) -> Iterator[Fault]:
    if by and not form.rated_for(by):
        yield Fault(UNDEFINED, (*place, "rated-by"), f"the form has no {by}", f"Name them under `{by}:`.")


def _kinds_and_sections(form: Profile) -> Iterator[Fault]:
    sections = {**form.headings, **form.layout.chapters}
    placed: dict[str, Mapping[str, Question | Declaration]] = {
        "questions": form.questions,
        "declarations": form.declarations,
    }
    for field, words in placed.items():
        for key, word in words.items():
            yield from _among((field, key, "kinds"), word.kinds, "kind", form.kinds)
            yield from _among((field, key, "section"), word.section, "section", sections)
    for key, signatory in form.signatories.items():
        yield from _among(("signatories", key, "kinds"), signatory.kinds, "kind", form.kinds)
    outcomes = [name for words in form.outcomes.values() for name in words]
    for key, declaration in form.declarations.items():
        yield from _among(("declarations", key, "outcome"), declaration.outcome, "outcome", outcomes)


def _questions(form: Profile) -> Iterator[Fault]:
    for key, question in form.questions.items():
        place: Route = ("questions", key)
        if choices := words_of(question.choices):
            yield from _choices((*place, "because"), question.because, key, [*choices, EVERY])
        yield from _conditions(place, key, question, form)


def _choices(route: Route, said: Terms | None, key: str, known: list[str]) -> Iterator[Fault]:
    """Answers are compared as people write them, in any case."""
    plain = {plainly(word) for word in known}
    for term in said.items if said else ():
        if plainly(term.text) not in plain:
            yield _undefined(route, term.text, f"choice of `{key}` called", known, (term.start, term.end))


def _conditions(place: Route, key: str, question: Question, form: Profile) -> Iterator[Fault]:
    """Another question on which one depends, and its answers."""
    for other, answers in (question.when or {}).items():
        route = (*place, "when", other)
        asked = form.questions.get(other)
        if other == key:
            yield Fault(UNDEFINED, route, f"`{key}` depends on itself", "Name another question.", key=True)
        elif asked is None:
            message = f"`{key}` depends on the question `{shortened(other)}`, which the form does not have"
            yield Fault(UNDEFINED, route, message, nearest(other, form.questions, "Name one of: {}."), key=True)
        elif asked.of is not None and asked.of != question.of:
            message = f"`{other}` is asked of each group, so that it has no one answer on which `{key}` could depend"
            yield Fault(UNDEFINED, route, message, "Ask both of the same groups.", key=True)
        elif _goes_round(key, form):
            message = f"`{key}` depends on itself, by way of `{other}`, so that it would never be asked"
            yield Fault(UNDEFINED, route, message, "Take the condition out of one of them.", key=True)
        elif asked.choices:
            yield from _choices(route, answers, other, words_of(asked.choices))
    if question.when and len(question.when) > 1:
        help = "Keep one; a question that depends on two others can be asked without a condition."
        yield Fault(UNDEFINED, (*place, "when"), f"`{key}` depends on more than one question", help, key=True)


def _goes_round(key: str, form: Profile) -> bool:
    """Whether what a question depends on depends on it."""
    seen, at = {key}, key
    while at in form.questions and (when := form.questions[at].when):
        at = next(iter(when))
        if at in seen:
            return at == key
        seen.add(at)
    return False


def _outcomes(form: Profile) -> Iterator[Fault]:
    levels = words_of(form.levels)
    for part, words in form.outcomes.items():
        for key, outcome in words.items():
            route: Route = ("outcomes", part, key)
            yield from _among((*route, "levels"), outcome.levels, "level under `levels:` called", levels)
            yield from _among((*route, "kinds"), outcome.kinds, "kind", form.kinds)
            yield from _paths((*route, "needs"), outcome.needs, form)


def _keys(form: Profile) -> Iterator[Fault]:
    """Keys of an assessment that are named."""
    for kind, said in form.kinds.items():
        yield from _among(("kinds", kind, "holds"), said.holds, "part of an assessment called", Assessment.keys())
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


def _paths(route: Route, terms: Terms | None, form: Profile) -> Iterator[Fault]:
    for term in terms.items if terms else ():
        if not _found(term.text, form):
            yield _no_place(route, term.text, (term.start, term.end))


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
    near = get_close_matches(last, keys_below(above, outline(Assessment)), n=1, cutoff=0.7)
    meant = f"{above}.{near[0]}".strip(".") if near and near[0] != last else ""
    help = "Write keys of the format with dots between them, e.g. `policy.aims` or `plan.actions.owner`."
    message = f"`{shortened(keys)}` leads to no text of an assessment"
    return Fault(UNDEFINED, route, message, f"Did you mean `{meant}`?" if meant else help, within, key)


def _layout(form: Profile) -> Iterator[Fault]:
    sections = {**form.headings, **form.layout.chapters}
    yield from _among(("layout", "order"), form.layout.order, "section", sections)
    taken: dict[str, str] = {}
    for key, chapter in form.layout.chapters.items():
        yield from _among(("layout", "chapters", key, "holds"), chapter.holds, "section", form.headings)
        for name in words_of(chapter.holds):
            if taken.setdefault(name, key) != key:
                message = f"`{name}` stands in two chapters, `{taken[name]}` and `{key}`"
                yield Fault(CLASHING, ("layout", "chapters", key, "holds"), message, "Keep it in one of them.")
    yield from _columns(form.layout.columns, form)


def _columns(columns: Mapping[str, Column], form: Profile) -> Iterator[Fault]:
    rated = {**form.aims, **form.stages}
    taken: dict[tuple[str, str], str] = {}
    for key, column in columns.items():
        route: Route = ("layout", "columns", key)
        yield from _among((*route, "holds"), column.holds, "part of a row called", Row.keys())
        yield from _among((*route, "of"), column.of, "aim and no stage called", rated)
        yield from _among((*route, "section"), column.section, "section", form.headings)
        if column.width and not (column.width.isdecimal() and 0 < int(column.width) <= BREADTH):
            help = f"Write a number from 1 to {BREADTH}, without a sign behind it."
            yield Fault(
                CLASHING, (*route, "width"), f"`{shortened(column.width)}` is no share of a page's breadth", help
            )
        for name in words_of(column.holds):
            if taken.setdefault((name, column.of or ""), key) != key:
                message = f"`{name}` stands in two columns, `{taken[name, column.of or '']}` and `{key}`"
                help = "Take it out of one of them, or say with `of:` for which aim or stage each is."
                yield Fault(CLASHING, (*route, "holds"), message, help)
    for section in {column.section for column in columns.values()}:
        widths = [one.width for one in columns.values() if one.section == section and one.width]
        if sum(int(width) for width in widths if width.isdecimal()) > BREADTH:
            message = f"the columns take more than {BREADTH} hundredths of the page together"
            help = "Make some narrower, so that the names of the rows have room."
            yield Fault(CLASHING, ("layout", "columns"), message, help, key=True)


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


def _translated(form: Profile) -> Iterator[Fault]:
    """Labels in another language for words that the form does not have."""
    for language, translation in form.translations.items():
        if not CODE.fullmatch(language):
            message = f"`{shortened(language)}` is no code of a language"
            yield Fault(
                UNDEFINED, ("translations", language), message, "Write `cy` for Welsh, `ga` for Irish.", key=True
            )
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
