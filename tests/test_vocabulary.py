"""The code holds no word of any form: no group, aim, rating, outcome, question, kind or heading stands in it as text."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

from eia.forms.find import PLAIN, plain, shipped, shipped_names
from eia.model.assessment import Status
from eia.model.part import Part
from eia.model.profile import TABLES, Profile
from eia.model.vocabulary import plainly, words_of

CODE = sorted(Path("eia").rglob("*.py"))

ALLOWED = {
    "positive": "a direction of the model, which the words of every form mean (DIRECTIONS)",
    "negative": "a direction of the model",
    "unknown": "a direction of the model",
    "before": "a word of pydantic's, of dates and of running text, beside the name of a stage",
    "high": "how sure a rule of lint is (Confidence)",
    "medium": "how precise a rule is, in SARIF",
    "justification": "a key of SARIF",
    "major": "how bad GitLab calls an error",
    "minor": "how bad GitLab calls a warning",
    "advice": "what to do about a file that cannot be written: the name of a function",
    "action plan": "what the format calls a plan (schemas, documentation)",
    "equality impact assessment": "what the program is for, and the name that pip knows it by",
}
"""Words of a form that stand in the code all the same, each because of something else that it means there."""


def keys_of_parts() -> set[str]:
    """The keys of the format and of the file of a form itself."""
    return set().union(*(kind.keys() for kind in _below(Part)))


def _below(kind: type[Part]) -> Iterator[type[Part]]:
    for child in kind.__subclasses__():
        yield child
        yield from _below(child)


OF_THE_FORMAT = keys_of_parts() | set(plain().headings) | set(plain().words)
"""Names by which the program asks a form for something: keys, sections, labels. A form may use them for words of its own too."""


def words_of_form(profile: Profile) -> Iterator[str]:
    """Every word that only the form may know: short names, labels, other names."""
    for table in TABLES:
        for key, word in table.of(profile).items():
            yield from word.names(key)
    yield from words_of(profile.levels)
    yield from profile.headings.values()
    choices = (*(question.choices for question in profile.questions.values()), *profile.choices.values())
    # Single words that one chooses from are as common as `New` or `1`.
    yield from (word for words in choices for word in words_of(words) if " " in word)


@cache
def vocabulary() -> frozenset[str]:
    names = [PLAIN, *shipped_names()]
    every = {plainly(word) for name in names for word in words_of_form(shipped(name).profile) if word.strip()}
    return frozenset(every - {plainly(key) for key in OF_THE_FORMAT})


def texts(path: Path) -> Iterator[ast.Constant]:
    """Every text of a module that is no documentation."""
    module = ast.parse(path.read_text("utf-8"))
    documentation = {
        id(node.value)
        for node in ast.walk(module)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node


@cache
def found_in(text: str) -> set[str]:
    """The words of forms that a text is, or that it holds where they are more than one word."""
    said = plainly(text)
    return {word for word in vocabulary() if word == said or (" " in word and f" {word} " in f" {said} ")}


def test_no_word_of_a_form_stands_in_the_code() -> None:
    wrong = {
        f"{path}:{text.lineno}: {word}"
        for path in CODE
        for text in texts(path)
        for word in found_in(str(text.value))
        if word not in ALLOWED and word not in map(plainly, get_args(Status))
    }
    assert wrong == set()


def test_every_word_that_is_allowed_is_one_of_a_form_and_stands_in_the_code() -> None:
    in_code = {word for path in CODE for text in texts(path) for word in found_in(str(text.value))}
    assert set(ALLOWED) <= in_code


def test_a_word_of_a_form_would_be_found() -> None:
    assert found_in("Sexual orientation") == {"sexual orientation"}
    assert found_in("Write a row for religion or belief here.") == {"religion or belief"}
    assert found_in("average") == set()
