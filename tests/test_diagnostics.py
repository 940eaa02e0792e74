"""How a mistake is told: at its place, in a line that fits, with carets under the very words."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from time import perf_counter
from unicodedata import east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eia.diagnostics.concise import concise
from eia.diagnostics.diagnostic import Diagnostic, Severity, in_order
from eia.diagnostics.github import github
from eia.diagnostics.human import human
from eia.diagnostics.shown import closest
from eia.text.span import Span, Text


def at(source: str, words: str, message: str = "something is odd") -> Diagnostic:
    start = source.index(words)
    return Diagnostic(
        "a-rule", Severity.ERROR, message, Text(Path("a.eia.yaml"), source), Span(start, start + len(words))
    )


def frame(one: Diagnostic) -> tuple[str, str]:
    lines = "".join(human([one])).split("\n")
    number = next(index for index, line in enumerate(lines) if set(line.partition("|")[2].strip()) == {"^"})
    return lines[number - 1], lines[number]


def columns(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("title: Libraries\n", "Libraries"),
        ("title: Llyfrgelloedd Caerdydd\r\nunit: x\r\n", "unit"),
        ("title: 図書館 hours\n", "hours"),
        ("title: café crème\n", "crème"),
        ("a: " + "x" * 200 + " here " + "y" * 200 + "\n", "here"),
        ("a: " + "x" * 200 + " end\n", "end"),
        ("title: last", "last"),
    ],
)
def test_the_carets_stand_under_the_words(source: str, words: str) -> None:
    line, carets = frame(at(source, words))
    before = carets.index("^")
    shown = next(start for start in range(len(line)) if columns(line[:start]) == before)
    assert line[shown:].startswith(words)
    assert carets.count("^") == columns(words)
    assert columns(line) <= 80


def test_a_span_of_many_lines_is_underlined_on_its_first() -> None:
    line, carets = frame(at("because: |\n  One.\n  Two.\n", "|\n  One.\n  Two."))
    assert line.endswith("because: |")
    assert carets.count("^") == 1


def test_a_long_message_is_wrapped_and_stays_whole() -> None:
    message = "the plan has no section that is called so " * 5
    text = "".join(human([at("a: b\n", "b", message.strip())]))
    assert message.strip() in " ".join(text.split())
    assert max(map(len, text.splitlines())) <= 80


def test_what_is_only_a_hint_is_called_one() -> None:
    one = at("title: Libraries\n", "Libraries")
    assert "something is odd [a-rule]\n" in "".join(human([one]))
    assert "something is odd [a-rule, only a hint]\n" in "".join(human([replace(one, confidence="heuristic")]))


def test_the_concise_line_stands_alone() -> None:
    assert list(concise([at("title: x\n", "x")])) == ["a.eia.yaml:1:8: error: something is odd [a-rule]"]


def test_github_commands_escape_what_could_start_another() -> None:
    (line,) = github([at("title: x\n", "x", "100%\r\n::error::, it: is")])
    assert (
        line == "::error file=a.eia.yaml,line=1,endLine=1,col=8,endColumn=9,title=a-rule::100%25%0D%0A::error::, it: is"
    )


def test_they_come_in_the_order_of_the_file_and_once_each() -> None:
    first, second = at("a: b\nc: d\n", "b"), at("a: b\nc: d\n", "d")
    assert in_order([second, first, second]) == (first, second)


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_any_text_and_any_place_can_be_shown(source: str, start: int, length: int) -> None:
    start = min(start, len(source))
    end = min(start + length, len(source))
    one = Diagnostic("a-rule", Severity.NOTE, source or "m", Text(Path("a"), source), Span(start, end), source)
    printed = "".join(human([one])) + "".join(concise([one])) + "".join(github([one]))
    assert all(char.isprintable() or char == "\n" for char in printed)


@given(st.text("abcdef-", min_size=2, max_size=12), st.lists(st.text("abcdef-", min_size=1, max_size=12), max_size=30))
def test_of_a_few_words_the_closest_is_the_one_that_difflib_finds(word: str, known: list[str]) -> None:
    assert closest(word, known) == next(iter(get_close_matches(word, known, n=1)), "")


def test_of_very_many_words_the_closest_is_found_at_once() -> None:
    known = [f"question-{number:05}" for number in range(20_000)]
    assert closest("questoin-04711", known) == "question-04711"
    assert closest("zzz", known) == ""
    began = perf_counter()
    for number in range(200):
        closest(f"qestion-{number:05}", known[:1000])
    assert perf_counter() - began < 2
