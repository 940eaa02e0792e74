"""What is wrong with what a profile says: names that lead nowhere, one name for two things, forms that extend in a circle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.diagnostics.shown import nearest, shortened
from eia.forms.inherit import DISPENSABLE
from eia.loading import LoadedFile
from eia.model.assessment import Assessment
from eia.model.outline import key_at, keys_below, outline
from eia.model.part import Part, Route, parts
from eia.model.profile import DIRECTIONS, Profile
from eia.model.reference import SLUG, GroupReferences
from eia.model.row import Row
from eia.model.terms import Term, Terms
from eia.model.vocabulary import Named, Outcome, Question, RatingWord, Translation, plainly, words_of
from eia.model.written import JOINT

UNDEFINED = "undefined-name"
SHARED = "shared-name"
CIRCULAR = "circular-profile"
UNKNOWN = "unknown-profile"
MISPLACED = "misplaced-profile"
LIMIT = "over-limit"

EVERY = "all"
"""Stands for every group, and for every answer."""
TOP = ("row", "rows")


@dataclass(frozen=True)
class Fault:
    """Something wrong at a place of a profile; `within` are offsets into the value there."""

    rule: str
    route: Route
    message: str
    help: str
    within: tuple[int, int] | None = None
    key: bool = False


def faults(file: LoadedFile, own: Profile, other: Profile, form: Profile) -> tuple[Diagnostic, ...]:
    """What is wrong with what a profile says; `other` is the form that it extends, `form` what the two come to."""
    found = (
        *_cited(own, form),
        *_names_of_words(own, form),
        *_questions(own, form),
        *_keys(own, form),
        *_translated(own, form),
        *_left_out(own, other, form),
        *_outgrown(own, form),
        *_shared(own, form),
    )
    return tuple(_placed(file, fault) for fault in found)


def unknown_parent(file: LoadedFile, own: Profile, names: list[str]) -> Diagnostic:
    """That a profile extends a form that is not there."""
    message = f"there is no form `{shortened(own.extends or '')}` to extend"
    return _placed(file, Fault(UNKNOWN, ("extends",), message, nearest(own.extends or "", names)))


def circular(file: LoadedFile, way: tuple[str, ...]) -> Diagnostic:
    """That a profile extends itself, at last."""
    message = f"the forms extend each other in a circle: {', '.join(map(shortened, way))}"
    return _placed(file, Fault(CIRCULAR, ("extends",), message, "Let one of them extend a form that comes with eia."))


def too_long(file: LoadedFile, most: int) -> Diagnostic:
    """That the line of forms, one extending the other, does not end."""
    message = f"more than {most} forms extend each other, one after the other"
    return _placed(file, Fault(LIMIT, ("extends",), message, "Let this one extend a form further up the line."))


def misplaced(file: LoadedFile, own: Profile, place: Path, taken: bool) -> Iterator[Diagnostic]:
    """That no assessment can follow a profile, since it lies where nobody looks or has another's name; `place` is its own."""
    if taken:
        message = f"`{own.id}` is a form that comes with eia, so that no assessment can follow this one"
        help = f"Give it a name of its own, and write `extends: {own.id}`."
    elif not SLUG.fullmatch(own.id):
        message = f"`{shortened(own.id)}` cannot be the name of a form"
        help = "It takes three or more small letters, digits and single hyphens, and begins with a letter."
    elif file.path.parts[-len(place.parts) :] != place.parts:
        message = f"no assessment finds a form `{own.id}` here"
        help = (
            f"Its place is {place.as_posix()} in the top folder of the project: move it there, or write another name."
        )
    else:
        return
    yield _placed(file, Fault(MISPLACED, ("profile",), message, help))


def _placed(file: LoadedFile, fault: Fault) -> Diagnostic:
    assert file.tree is not None  # only a profile that was read has faults
    span = (fault.key and file.tree.key(fault.route)) or file.tree.nearest(fault.route)
    if fault.within:
        span = file.tree.within(fault.route, *fault.within, JOINT)
    return Diagnostic(fault.rule, Severity.ERROR, fault.message, file.text, span, fault.help)


def _undefined(route: Route, name: str, what: str, known: Iterable[str], within: tuple[int, int] | None) -> Fault:
    help = nearest(name, known, "Write one of: {}.")
    return Fault(UNDEFINED, route, f"the form has no {what} `{shortened(name)}`", help, within)


def _among(route: Route, said: Terms | str | None, what: str, known: Collection[str]) -> Iterator[Fault]:
    """A fault for each of the words said that is not among those known, in whatever case."""
    terms = said.items if isinstance(said, Terms) else (Term(said, 0, len(said)),) if said else ()
    for term in terms:
        if term.text not in known and plainly(term.text) not in map(plainly, known):
            within = (term.start, term.end) if isinstance(said, Terms) else None
            yield _undefined(route, term.text, what, known, within)


def _cited(own: Profile, form: Profile) -> Iterator[Fault]:
    """Groups and statements of law that are cited anywhere."""
    for route, part in parts(own, Part):
        if isinstance(part, Named):
            yield from _among((*route, "law"), part.law, "statement under `law:` called", form.law)
    for route, groups in parts(own, GroupReferences):
        for item in groups.items:
            if item.id not in form.groups:
                yield _undefined(route, item.id, "group", form.groups, (item.start, item.end))
    for key, group in own.groups.items():
        for field, said in (("under", group.under), ("after", group.after)):
            yield from _among(("groups", key, field), said, "group", form.groups)
            if said == key:
                help = "Name another group, or take the line out."
                yield Fault(UNDEFINED, ("groups", key, field), f"`{key}` cannot stand {field} itself", help)


def _names_of_words(own: Profile, form: Profile) -> Iterator[Fault]:
    """Levels, directions, kinds and sections that are named."""
    levels, kinds = words_of(form.levels), form.kinds
    for route, word in parts(own, RatingWord):
        yield from _among((*route, "means"), word.means, "direction", DIRECTIONS)
        yield from _among((*route, "level"), word.level, "level under `levels:` called", levels)
    for route, outcome in parts(own, Outcome):
        yield from _among((*route, "levels"), outcome.levels, "level under `levels:` called", levels)
        yield from _among((*route, "kinds"), outcome.kinds, "kind", kinds)
    for key, declaration in own.declarations.items():
        place: Route = ("declarations", key)
        outcomes = [name for words in form.outcomes.values() for name in words]
        yield from _among((*place, "section"), declaration.section, "heading", form.headings)
        yield from _among((*place, "kinds"), declaration.kinds, "kind", kinds)
        yield from _among((*place, "outcome"), declaration.outcome, "outcome", outcomes)
    for key, signatory in own.signatories.items():
        yield from _among(("signatories", key, "kinds"), signatory.kinds, "kind", kinds)
    if own.rated_by and not getattr(form, own.rated_by):
        yield Fault(UNDEFINED, ("rated-by",), f"the form has no {own.rated_by}", f"Name them under `{own.rated_by}:`.")


def _questions(own: Profile, form: Profile) -> Iterator[Fault]:
    for key, question in own.questions.items():
        place: Route = ("questions", key)
        yield from _among((*place, "section"), question.section, "heading", form.headings)
        yield from _among((*place, "kinds"), question.kinds, "kind", form.kinds)
        if choices := words_of(form.questions[key].choices):
            yield from _among((*place, "because"), question.because, f"choice of `{key}` called", [*choices, EVERY])
        yield from _conditions(place, key, question, form)


def _conditions(place: Route, key: str, question: Question, form: Profile) -> Iterator[Fault]:
    """Another question on which one depends, and its answer."""
    for other, answer in (question.when or {}).items():
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
        elif asked.choices:
            yield from _among(route, answer, f"choice of `{other}` called", words_of(asked.choices))
    if question.when and len(question.when) > 1:
        help = "Keep one; a question that depends on two others can be asked without a condition."
        yield Fault(UNDEFINED, (*place, "when"), f"`{key}` depends on more than one question", help, key=True)


def _keys(own: Profile, form: Profile) -> Iterator[Fault]:
    """Keys of an assessment, and sections of the document, that are named."""
    for status, terms in own.required.items():
        yield from _paths(("required", status), terms, form)
    for kind, said in own.kinds.items():
        yield from _among(("kinds", kind, "holds"), said.holds, "part of an assessment", Assessment.keys())
        for status, terms in said.required.items():
            yield from _paths(("kinds", kind, "required", status), terms, form)
    for route, outcome in parts(own, Outcome):
        yield from _paths((*route, "needs"), outcome.needs, form)
    for field, named in (("guidance", own.guidance), ("choices", own.choices)):
        for key in named:
            if not _leads(key, form):
                yield _no_place((field, key), key, key=True)
    yield from _among(("layout", "order"), own.layout.order, "heading", form.headings)
    for key, column in own.layout.columns.items():
        yield from _among(("layout", "columns", key, "holds"), column.holds, "part of a row", Row.keys())


def _paths(route: Route, terms: Terms | None, form: Profile) -> Iterator[Fault]:
    for term in terms.items if terms else ():
        if not _leads(term.text, form):
            yield _no_place(route, term.text, (term.start, term.end))


def _leads(keys: str, form: Profile) -> bool:
    """Whether keys lead to a place of an assessment; a question, duty, group or signatory may stand on the way."""
    first, _, rest = keys.partition(".")
    name, _, below = rest.partition(".")
    if name in (form.signatories if first == "approvals" else form.named_under(first)):
        keys = f"{first}.{below}" if below else first
    return key_at(keys, outline(Assessment)) is not None


def _no_place(route: Route, keys: str, within: tuple[int, int] | None = None, key: bool = False) -> Fault:
    above, _, last = keys.rpartition(".")
    near = get_close_matches(last, keys_below(above, outline(Assessment)), n=1)
    meant = f"{above}.{near[0]}".strip(".") if near else ""
    help = "Write keys of the format with dots between them, e.g. `policy.aims` or `plan.actions.owner`."
    message = f"`{shortened(keys)}` leads to no part of an assessment"
    return Fault(UNDEFINED, route, message, f"Did you mean `{meant}`?" if meant else help, within, key)


def _translated(own: Profile, form: Profile) -> Iterator[Fault]:
    """Labels in another language for words that the form does not have."""
    for language, translation in own.translations.items():
        for field in Translation.model_fields:
            named = getattr(translation, field)
            known = _labelled(form, field)
            for name in named if isinstance(named, Mapping) else ():
                if name not in known:
                    route = ("translations", language, field, name)
                    message = f"the form has nothing called `{shortened(name)}` under `{field}:` to be translated"
                    help = nearest(name, known) if known else "Take the line out."
                    yield Fault(UNDEFINED, route, message, help, key=True)


def _labelled(form: Profile, field: str) -> Collection[str]:
    """The words of a form that can be translated, by the field of a translation."""
    match field:
        case "outcomes":
            return [name for words in form.outcomes.values() for name in words]
        case "answers":
            return [word for question in form.questions.values() for word in words_of(question.choices)]
        case "columns":
            return form.layout.columns
        case _:
            named: Mapping[str, object] = getattr(form, field)
            return named


def _left_out(own: Profile, other: Profile, form: Profile) -> Iterator[Fault]:
    for term in own.without.items if own.without else ():
        field, _, name = term.text.partition(".")
        within = (term.start, term.end)
        if field not in DISPENSABLE:
            message = f"`{shortened(term.text)}` cannot be left out"
            help = f"Only words under these can: {', '.join(DISPENSABLE)}. A form that needs fewer groups extends no other."
            yield Fault(UNDEFINED, ("without",), message, help, within)
        elif not name or not _is_in(getattr(other, field), name):
            message = f"the form that this one extends has no `{shortened(term.text)}` to leave out"
            yield Fault(UNDEFINED, ("without",), message, f"Name a word of it, as in `{field}.short-name`.", within)
        elif field == "questions" and name not in own.questions:
            for key in (
                key for key, one in form.questions.items() if key not in own.questions and name in (one.when or {})
            ):
                message = f"`{key}` depends on `{name}`, so that it would never be asked"
                yield Fault(UNDEFINED, ("without",), message, f"Leave `questions.{key}` out too.", within)


def _outgrown(own: Profile, form: Profile) -> Iterator[Fault]:
    """Outcomes of the form that is extended, whose levels a scale of its own does not have."""
    scale = set(map(plainly, words_of(form.levels)))
    for part, words in form.outcomes.items() if own.levels else ():
        for key, outcome in words.items():
            said = own.outcomes.get(part, {}).get(key)
            lacking = [one for one in words_of(outcome.levels) if plainly(one) not in scale]
            if lacking and not (said and said.levels):
                message = f"the outcome `{key}` goes with the level `{lacking[0]}`, which these are not"
                help = f"Write under `outcomes:`, `{part}:`, `{key}:` with which `levels:` it goes."
                yield Fault(UNDEFINED, ("levels",), message, help)


def _is_in(held: object, name: str) -> bool:
    if not isinstance(held, Mapping):
        return False
    first, _, rest = name.partition(".")
    return name in held or bool(rest and _is_in(held.get(first), rest))


def _shared(own: Profile, form: Profile) -> Iterator[Fault]:
    """One name for two groups, for two ratings or for two kinds: whoever writes it could mean either."""
    tables: Mapping[str, tuple[Mapping[str, Named], Mapping[str, Named]]] = {
        "groups": (own.groups, form.groups),
        "ratings": (own.ratings, form.ratings),
        "kinds": (own.kinds, form.kinds),
    }
    for field, (words, every) in tables.items():
        told: set[tuple[str, str]] = set()
        meant: defaultdict[str, list[str]] = defaultdict(list)
        for key, word in every.items():
            for name in set(map(plainly, word.names(key))):
                meant[name].append(key)
        for key in words:
            names = ((name, meant[plainly(name)]) for name in every[key].names(key))
            for name, keys in names:
                if other := next((one for one in keys if one != key and (one, key) not in told), None):
                    told.add((key, other))
                    message = f"`{shortened(name)}` would mean both `{key}` and `{other}`"
                    help = "Give each a name that the other does not have."
                    yield Fault(SHARED, (field, key), message, help, key=True)
                    break
