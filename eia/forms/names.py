"""Whether the words of a form can be used: each has a name that can be written, says something, and means one thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from eia.diagnostics.shown import shortened
from eia.forms.fault import EMPTY, SHARED, UNUSABLE, Fault
from eia.model.part import Route
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


def empty(own: Profile) -> Iterator[Fault]:
    """Lists that name nothing, so that what they mean to change stays as it is."""
    for field in ("people", "levels"):
        words: Terms | None = getattr(own, field)
        if words and not words.items:
            yield Fault(EMPTY, (field,), f"`{field}:` names nothing", "Write at least one word, or take the line out.")


def _why_not(route: Route, name: str) -> str:
    """What a name here is made of, where this one is not."""
    if not name.strip():
        return "Write a short name before the colon."
    if route[-1] in CITED and not SLUG.fullmatch(name):
        return IS_SLUG
    if route[-1] in CITED and not is_id(name):
        return f"It stands for something already, so that nobody could cite it: write, for instance, `{name}-of-them`."
    if route[-1] in PATHS or PLAIN.fullmatch(name):
        return ""
    return "It is made of words, without commas, full stops and colons."


def shared(own: Profile, form: Profile) -> Iterator[Fault]:
    """One name for two words, or one word twice: whoever writes it could mean either."""
    for tables in _together():
        yield from _meaning_two(own, form, tables)
    for table in TABLES:
        yield from _translated_alike(own, form, table)
    yield from _answers_alike(own, form)
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


def _answers_alike(own: Profile, form: Profile) -> Iterator[Fault]:
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for question in form.questions.values():
        for answer in words_of(question.choices):
            beside[answer].update(words_of(question.choices))
    for language, translation in own.translations.items():
        labels = form.translations[language].answers
        for answer, label in translation.answers.items():
            others = sorted(beside[answer] - {answer})
            if other := next((one for one in others if plainly(label) in map(plainly, (one, labels.get(one, "")))), ""):
                yield _two(("translations", language, "answers", answer), label, f"`{answer}`", f"`{other}`")


def _twice(route: Route, words: Terms | None) -> Iterator[Fault]:
    told: set[str] = set()
    for term in words.items if words else ():
        if plainly(term.text) in told:
            message = f"`{shortened(term.text)}` stands here twice"
            yield Fault(SHARED, route, message, "Take one of them out.", (term.start, term.end))
        told.add(plainly(term.text))
