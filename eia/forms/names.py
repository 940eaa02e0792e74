"""Whether the words of a form can be used: each has a name that can be written, says something, and means one thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from eia.diagnostics.shown import shortened
from eia.forms.fault import EMPTY, SHARED, UNUSABLE, Fault
from eia.model.part import OWN, Route, step_down
from eia.model.profile import TABLES, Profile, Table
from eia.model.reference import IS_SLUG, SLUG, is_id
from eia.model.terms import Terms
from eia.model.vocabulary import Called, Named, plainly, words_of
from eia.text.tree import Mapping as Keys
from eia.text.tree import Tree

NAMES = (*(table.steps for table in TABLES), ("law",), ("headings",), ("words",), ("choices",), ("guidance",))
"""Where names stand, each with what is said of it."""
CITED = ("groups", "duties")
"""Tables whose words an assessment cites, so that they are written as ids are."""
PATHS = ("own-keys", "choices", "guidance")
"""Where keys of an assessment stand, with dots between them."""
OWN_KEY = re.compile(r"x-\w+(?:-\w+)*")
"""A key of the organisation's own, which a new assessment has to read back as it is."""
PLAIN = re.compile(r"[^\s,.:](?:[^,.:\n]*[^\s,.:])?")
TOGETHER = (("groups", "duties"), ("aims", "stages"))
"""Tables whose words stand in one place of an assessment, so that a name of one may not be a name of another."""


def unusable(tree: Tree) -> Iterator[Fault]:
    """Names that nobody could write, and names of which nothing is said: either would be lost without a word."""
    for route in NAMES:
        node = tree.node(route)
        for entry in node.entries if isinstance(node, Keys) else ():
            name = entry.key.value
            if help := _why_not(route, name):
                message = f"`{shortened(name)}` cannot be a name here" if name.strip() else "a name is missing here"
                help = f"{help} What people read is its `label:`."
                yield Fault(UNUSABLE, (*route, name), message, help, key=True)
            elif tree.is_silent((*route, name)):
                message = f"nothing is said of `{shortened(name)}`"
                help = "Write after the colon what it is called, or take the line out."
                yield Fault(EMPTY, (*route, name), message, help, key=True)


def empty(tree: Tree, own: Profile) -> Iterator[Fault]:
    """Lists that name nothing, so that what they mean to change stays as it is."""
    lists: dict[Route, Terms | None] = {("people",): own.people, ("levels",): own.levels}
    lists |= {("kinds", key, "holds"): kind.holds for key, kind in own.kinds.items()}
    for route, words in lists.items():
        if tree.is_silent(route) or (words and not words.items):
            message = f"`{route[-1]}:` names nothing"
            yield Fault(EMPTY, route, message, "Write at least one word, or take the line out.", key=True)


def _why_not(route: Route, name: str) -> str:
    """What a name here is made of, where this one is not."""
    if not name.strip():
        return "Write a short name before the colon."
    if route[-1] in CITED and not SLUG.fullmatch(name):
        return IS_SLUG
    if route[-1] in CITED and not is_id(name):
        return f"It stands for something already, so that nobody could cite it: write, for instance, `{name}-of-them`."
    own = name.rpartition(".")[2]
    if route[-1] == "own-keys" and own.startswith(OWN) and not OWN_KEY.fullmatch(own):
        return "It is made of `x-` and of letters, digits and single hyphens."
    if route[-1] in PATHS or PLAIN.fullmatch(name):
        return ""
    return "It is made of words, without commas, full stops and colons."


def shared(own: Profile, form: Profile) -> Iterator[Fault]:
    """One name for two words, or one word twice: whoever writes it could mean either."""
    for tables in _together():
        yield from _meaning_two(own, form, tables)
    for table in TABLES:
        yield from _translated_alike(own, form, table)
    for labels in _side_by_side(form):
        yield from _printed_alike(own, form, labels)
    yield from _answers_alike(own, form)
    yield from _twice(("layout", "order"), own.layout.order)
    for key, word in own.ratings.items():
        yield from _twice(("ratings", key, "means"), word.means)
    yield from _twice(("levels",), own.levels)
    yield from _twice(("people",), own.people)
    for key, question in own.questions.items():
        yield from _twice(("questions", key, "choices"), question.choices)
    for key, words in own.choices.items():
        yield from _twice(("choices", key), words)


def _together() -> Iterator[list[Table]]:
    """The tables, those together that share their names."""
    joined = [path for paths in TOGETHER for path in paths]
    yield from ([table for table in TABLES if table.path in paths] for paths in TOGETHER)
    yield from ([table] for table in TABLES if table.path not in joined)


def _meaning_two(own: Profile, form: Profile, tables: list[Table]) -> Iterator[Fault]:
    every = [(table, key, word) for table in tables for key, word in table.of(form).items() if isinstance(word, Called)]
    meant: defaultdict[str, list[tuple[Table, str]]] = defaultdict(list)
    for table, key, word in every:
        for name in set(map(plainly, word.names(key))):
            meant[name].append((table, key))
    told: set[tuple[str, str]] = set()
    for table, key, word in every:
        found = ((name, one) for name in word.names(key) for one in meant[plainly(name)] if one != (table, key))
        name, (beside, other) = next(found, ("", (table, "")))
        if name and key in table.of(own) and (other, key) not in told:
            told.add((key, other))
            both = (f"`{key}`", f"`{other}`") if key != other else (table.called, beside.called)
            yield _two((*table.steps, key), name, *both)


def _two(route: Route, name: str, one: str, other: str) -> Fault:
    message = f"`{shortened(name)}` would mean both {one} and {other}"
    return Fault(SHARED, route, message, "Give each a name that the other does not have.", key=True)


def _translated_alike(own: Profile, form: Profile, table: Table) -> Iterator[Fault]:
    """A word that is called in another language what a second word is called: the document would say the one for the other."""
    words = table.of(form)
    if not any(isinstance(word, Called) for word in words.values()):
        return
    for language, translation in own.translations.items():
        labels: Mapping[str, str] = getattr(translation, table.labels)
        names = _names(words, getattr(form.translations[language], table.labels))
        for key, label in labels.items():
            other = next((one for one in names.get(plainly(label), ()) if one != key), "")
            if key in words and other:
                field = table.labels.replace("_", "-")
                yield _two(("translations", language, field, key), label, f"`{key}`", f"`{other}`")


def _names(words: Mapping[str, Named], labels: Mapping[str, str]) -> Mapping[str, list[str]]:
    """By name, in the form's own language and another: the words that are called so."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for key, word in words.items():
        for name in {plainly(one) for one in (*word.names(key), labels.get(key, ""))}:
            names[name].append(key)
    return names


def _side_by_side(form: Profile) -> Iterator[dict[Route, str]]:
    """What the document calls things that it prints side by side, and that nobody else names."""
    chapters = {key: one.label for key, one in form.layout.chapters.items()}
    yield {("headings", key): label for key, label in form.headings.items()} | {
        ("layout", "chapters", key): label or key for key, label in chapters.items()
    }
    sides: defaultdict[str, dict[Route, str]] = defaultdict(dict)
    for key, column in form.layout.columns.items():
        sides[f"section {column.home}"]["layout", "columns", key] = column.label or key
    for path, one in form.own_keys.items():
        sides[f"key of {path.rpartition('.')[0]}"]["own-keys", path] = one.label or path
    yield from sides.values()


def _printed_alike(own: Profile, form: Profile, labels: dict[Route, str]) -> Iterator[Fault]:
    """Two headings or labels in one place of the document, in the form's own language or in another that say the same."""
    yield from _one_label(own, {route: (route, label) for route, label in labels.items()})
    for language, translation in form.translations.items():
        spoken: dict[Route, tuple[Route, str]] = {}
        for route, label in labels.items():
            *_, field, key = map(str, route)
            there = step_down(translation.at(field), key)
            place: Route = ("translations", language, field, key)
            spoken[route] = (place, str(there)) if there else (route, label)
        yield from (one for one in _one_label(own, spoken) if one.route[0] == "translations")


def _one_label(own: Profile, labels: dict[Route, tuple[Route, str]]) -> Iterator[Fault]:
    """By the word that has it: a label, and where it is said."""
    first: dict[str, Route] = {}
    for word, (_, label) in labels.items():
        other = first.setdefault(plainly(label), word)
        said = [one for one in (word, other) if _says(own, labels[one][0])]
        if other != word and said:
            beside = other if said[0] == word else word
            yield _two(labels[said[0]][0], label, f"`{said[0][-1]}`", f"`{beside[-1]}`")


def _says(own: Profile, route: Route) -> bool:
    held: object = own
    for step in route:
        held = step_down(held, step)
    return bool(held)


def _answers_alike(own: Profile, form: Profile) -> Iterator[Fault]:
    """An answer that is called in one language what another answer of a question is called in any."""
    found: dict[tuple[str, str], str] = {}
    for question in form.questions.values():
        choices = words_of(question.choices)
        names = _answers_by_name(choices, form)
        for language, translation in own.translations.items():
            for answer in filter(translation.answers.__contains__, choices):
                others = (one for one in names[plainly(translation.answers[answer])] if one != answer)
                if other := next(others, ""):
                    found.setdefault((language, answer), other)
    for (language, answer), other in found.items():
        label = own.translations[language].answers[answer]
        yield _two(("translations", language, "answers", answer), label, f"`{answer}`", f"`{other}`")


def _answers_by_name(choices: list[str], form: Profile) -> defaultdict[str, list[str]]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    labels = [translation.answers for translation in form.translations.values()]
    for answer in choices:
        for name in {plainly(one) for one in (answer, *(one.get(answer, "") for one in labels))}:
            names[name].append(answer)
    return names


def _twice(route: Route, words: Terms | None) -> Iterator[Fault]:
    told: set[str] = set()
    for term in words.items if words else ():
        if plainly(term.text) in told:
            message = f"`{shortened(term.text)}` stands here twice"
            yield Fault(SHARED, route, message, "Take one of them out.", (term.start, term.end))
        told.add(plainly(term.text))
