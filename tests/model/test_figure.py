"""Figures are read as officers write them, each number with its exact value and its place."""

from __future__ import annotations

import time
from dataclasses import fields
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eia.model.figure import Figure, Figures, Number
from eia.model.written import Misread

HERE = Path(__file__).parent
PIECES = [
    "76",
    "%",
    " (",
    "941",
    " of ",
    ")",
    ",",
    "1,232",
    ".",
    " v ",
    " -> ",
    "£",
    "m",
    "-",
    " to ",
    "about ",
    "x",
    "٣",
]
NUMBERS = st.decimals(0, 10**14, places=3) | st.integers(0, 10**14).map(Decimal)
BEFORE = st.sampled_from(["", "about ", "c", "~", "£", "over £", "not collected v ", "5% -> ", "1% (2 of 3) v "])
AFTER = st.sampled_from(
    ["", "%", " per cent", "pp", "x", " times", " of 120", " (1 of 2)", ", 1 of 2", " (-3)", " v 5%"]
)


def cases(name: str) -> list[tuple[str, ...]]:
    """The lines of a data file, cut at `|`; a line that begins with `#` is a remark."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [tuple(part.strip() for part in line.split("|")) for line in lines if line and not line.startswith("#")]


def numbers(figures: Figures) -> list[Number]:
    named = ("value", "to", "count", "of")
    return [number for cell in figures.cells for name in named if (number := getattr(cell, name))]


def shown_cell(figure: Figure) -> str:
    """Every field that says something, but for places."""
    said = {field.name: getattr(figure, field.name) for field in fields(figure)[2:]}
    said = {name: value.amount if isinstance(value, Number) else value for name, value in said.items() if value}
    return ", ".join(
        f"{name} {value:f}" if isinstance(value, Decimal) else f"{name} {value}" for name, value in said.items()
    )


def shown(figures: Figures) -> str:
    return " v ".join(f"[{shown_cell(cell)}]" for cell in figures.cells)


def complaint(words: str, misread: Misread) -> str:
    return f"[{words[misread.start : misread.end]}] {misread.message}: {misread.help}"


@pytest.mark.parametrize(("words", "expected"), cases("figure_accepted.txt"))
def test_what_officers_write_is_read(words: str, expected: str) -> None:
    figures = Figures.read(words)
    assert figures.misreads == ()
    assert shown(figures) == expected


@pytest.mark.parametrize(("words", "expected", "complaints"), cases("figure_rejected.txt"))
def test_what_cannot_be_read_leaves_its_column_empty(words: str, expected: str, complaints: str) -> None:
    figures = Figures.read(words)
    assert figures.words == words
    assert shown(figures) == expected
    assert " / ".join(complaint(words, misread) for misread in figures.misreads) == complaints


def test_every_number_keeps_its_words_and_its_place() -> None:
    assert numbers(Figures.read("over £1.50m v -7% (-1,200 of 9)")) == [
        Number("£1.50", Decimal("1.50"), 2, 5, 10, scale=6),
        Number("-7", Decimal(-7), 0, 14, 16),
        Number("-1,200", Decimal(-1200), 0, 19, 25),
        Number("9", Decimal(9), 0, 29, 30),
    ]


def test_noughts_are_added_to_the_amount_and_not_to_the_value() -> None:
    (number,) = numbers(Figures.read("£1.5m"))
    assert (number.value, number.amount) == (Decimal("1.5"), Decimal(1_500_000))


def test_spaces_that_do_not_break_are_spaces() -> None:
    assert (
        shown(Figures.read("21\N{NO-BREAK SPACE}per cent (2\N{NARROW NO-BREAK SPACE}of 9)"))
        == "[value 21, unit %, count 2, of 9]"
    )


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_is_read_and_every_number_stands_where_it_says(words: str) -> None:
    figures = Figures.read(words)
    assert figures.words == words
    assert figures.cells or figures.misreads
    assert all(words[number.start : number.end] == number.words for number in numbers(figures))
    assert all(0 <= cell.start <= cell.end <= len(words) for cell in figures.cells)
    assert all(0 <= misread.start <= misread.end <= len(words) for misread in figures.misreads)


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_a_cell_is_read_or_absent_or_reported(words: str) -> None:
    figures = Figures.read(words)
    unread = [cell for cell in figures.cells if not cell.value and not cell.absent]
    assert bool(unread) == bool(figures.misreads and figures.cells)
    assert len(figures.misreads) <= max(len(unread), 1)


@given(BEFORE, st.sampled_from(["", "-", "+", "−", "–"]), NUMBERS, AFTER)
def test_any_number_reads_back_to_itself(before: str, sign: str, number: Decimal, after: str) -> None:
    written = f"{sign}{number:,f}"
    figures = Figures.read(before.replace("£", "") + sign + ("£" if "£" in before else "") + f"{number:,f}")
    exact = number if sign in ("", "+") else -number
    assert exact in [read.value for read in numbers(figures)]
    if "£" not in before:
        read = Figures.read(before + written + after)
        assert [found.value for found in numbers(read) if found.words == written][:1] == [exact]


@pytest.mark.parametrize(
    "words", ["1 v ", "v ", "1,", "9", "1 of ", "(", "()", " ", "- ", "1.", "£1 a ", "/", "->", "1 (1 v", "about "]
)
@pytest.mark.slow
def test_a_hundred_thousand_characters_are_read_in_a_second(words: str) -> None:
    began = time.process_time()
    Figures.read(words * (100_000 // len(words)))
    Figures.read("1%" + words * (100_000 // len(words)) + "x")
    assert time.process_time() - began < 2
