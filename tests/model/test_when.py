"""Dates, periods and recurrences are read as officers write them, with the first and the last day that may be meant."""

from __future__ import annotations

import time
from calendar import month_name
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eia.model.moment import Moment, months_on
from eia.model.when import Recurrence, Stretch, When
from eia.model.written import Misread

HERE = Path(__file__).parent
PIECES = [
    "21",
    " May ",
    "2026",
    "-",
    "/",
    "27",
    "; ",
    " to ",
    "–",
    "from ",
    "by ",
    "Q1 ",
    "quarterly",
    ", first ",
    "²",
    "ſept ",
]
DAYS = st.dates(date(1800, 1, 1), date(2199, 12, 31))
NEARBY = st.tuples(DAYS, DAYS).map(sorted)
MONTHS = list(month_name)[1:]


def cases(name: str) -> list[tuple[str, ...]]:
    """The lines of a data file, cut at `|`; a line that begins with `#` is a remark."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [tuple(part.strip() for part in line.split("|")) for line in lines if line and not line.startswith("#")]


def shown_part(part: Moment | Stretch | Recurrence) -> str:
    if isinstance(part, Moment):
        return f"{part.edge} {part.kind}".strip()
    return "span" if isinstance(part, Stretch) else f"{part.times} every {part.every} {part.unit}"


def shown(when: When) -> str:
    parts = "; ".join(map(shown_part, when.parts))
    return f"{parts}: {when.first or '…'} to {when.last or '…'}"


def complaint(words: str, misread: Misread) -> str:
    return f"[{words[misread.start : misread.end]}] {misread.message}: {misread.help}"


@pytest.mark.parametrize(("words", "expected"), cases("when_accepted.txt"))
def test_what_officers_write_is_read(words: str, expected: str) -> None:
    when = When.read(words)
    assert when.misreads == ()
    assert shown(when) == expected


@pytest.mark.parametrize(("words", "expected", "complaints"), cases("when_rejected.txt"))
def test_what_is_no_date_is_kept_and_reported(words: str, expected: str, complaints: str) -> None:
    when = When.read(words)
    assert when.words == words
    assert shown(when) == expected
    assert " / ".join(complaint(words, misread) for misread in when.misreads) == complaints


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 months to June 2020", "July 2019 to June 2020"),
        ("financial year 2019-20", "April 2019 to March 2020"),
        ("Q1 2021", "first quarter of 2021"),
        ("Q4 2020/21", "Q1 2021"),
        ("rolling 12 months to March 2020", "2019/20"),
        ("2026-05-21", "21st May 2026"),
    ],
)
def test_two_wordings_of_a_period_have_the_same_days(one: str, other: str) -> None:
    assert (When.read(one).first, When.read(one).last) == (When.read(other).first, When.read(other).last)


def test_every_part_has_its_place() -> None:
    assert When.read("by May 2021;  2022 ; annually").parts == (
        Moment(0, 11, "month", None, date(2021, 5, 31), "by"),
        Moment(14, 18, "year", date(2022, 1, 1), date(2022, 12, 31)),
        Recurrence(21, 29, 1, 1, "year"),
    )


def test_what_was_not_read_leaves_both_ends_open() -> None:
    when = When.read("shortly; June 2021")
    assert (len(when.parts), when.first, when.last) == (1, None, None)


def test_leap_years_have_their_day() -> None:
    assert When.read("February 2020").last == date(2020, 2, 29)
    assert When.read("29 February 2019").parts == ()


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_is_read_and_every_place_lies_inside_it(words: str) -> None:
    when = When.read(words)
    assert when.words == words
    assert when.parts or when.misreads
    assert all(0 <= thing.start <= thing.end <= len(words) for thing in (*when.parts, *when.misreads))


@given(DAYS)
def test_a_day_reads_back_from_every_way_of_writing_it(day: date) -> None:
    name = MONTHS[day.month - 1]
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day not in (11, 12, 13) else 0, "th")
    ways = (
        day.isoformat(),
        f"{day.day} {name} {day.year}",
        f"{day.day:02} {name[:3]} {day.year}",
        f"{day.day}{suffix} {name.upper()} {day.year}",
        f"{day.day}\N{NO-BREAK SPACE}{name.lower()}  {day.year}",
    )
    assert {(When.read(words).first, When.read(words).last) for words in ways} == {(day, day)}


@given(DAYS)
def test_a_month_reads_back_from_every_way_of_writing_it(day: date) -> None:
    name, first = MONTHS[day.month - 1], day.replace(day=1)
    ways = [f"{name} {day.year}", f"{name[:3]} {day.year}", f"one month from {name} {day.year}"]
    if day.month != (day.year + 1) % 100:  # 2010-11 might be the financial year
        ways.append(f"{day:%Y-%m}")
    assert {When.read(words).first for words in ways} == {first}
    assert {When.read(words).last for words in ways} == {months_on(first, 1) - timedelta(days=1)}


@given(DAYS)
def test_a_financial_year_reads_back_from_every_way_of_writing_it(day: date) -> None:
    year, next_year = day.year, f"{(day.year + 1) % 100:02}"
    ways = (
        f"{year}/{next_year}",
        f"financial year {year}-{next_year}",
        f"FY {year}/{next_year}",
        f"{year}–{next_year}",
    )
    assert {When.read(words).first for words in ways} == {date(year, 4, 1)}
    assert {When.read(words).last for words in ways} == {date(year + 1, 3, 31)}


@given(NEARBY)
def test_a_span_runs_from_its_first_day_to_its_last(days: list[date]) -> None:
    first, last = (f"{day.day} {MONTHS[day.month - 1]} {day.year}" for day in days)
    for words in (f"{first} to {last}", f"{first} – {last}", f"{first}–{last}", f"between {first} and {last}"):
        assert (When.read(words).first, When.read(words).last) == tuple(days)


@pytest.mark.parametrize(
    "words", [";", "a;", "a to b;", "1", " ", "–", " to ", "June 2020;", "1 to 2 May 2020;", "1/2/3;", "early "]
)
@pytest.mark.slow
def test_a_hundred_thousand_characters_are_read_in_a_second(words: str) -> None:
    began = time.process_time()
    When.read(words * (100_000 // len(words)))
    assert time.process_time() - began < 1
