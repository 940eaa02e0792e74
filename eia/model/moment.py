"""Days, months, quarters and years as officers write them, and the calendar days they stand for.

    limited   = [ "by" | "before" | "until" | "from" | "since" | "after" ] period | period "onwards" .
    period    = [ ( "early" | "mid" | "late" | [ "the" ] "end of" ) [ "-" ] ] moment .
    moment    = day | week | month | quarter | financial | school | term | season | year .
    day       = year "-" 2 digits "-" 2 digits | named .
    named     = [ weekday [ "," ] ] 1 or 2 digits [ "st" | "nd" | "rd" | "th" ] name year .
    week      = ( "w/c" | [ "the" ] "week" ( "of" | "commencing" | "beginning" ) ) named .
    month     = name year | year "-" 2 digits .
    quarter   = ( "q" digit | [ "the" ] ordinal "quarter of" ) ( year | financial ) .
    financial = [ [ "the" ] ( "financial year" | "fy" ) ] year ( "/" | "-" | "–" ) 2 digits .
    school    = [ "the" ] ( over years | years over ) .
    over      = "academic year" | "school year" | "season" .
    years     = year ( "/" | "-" | "–" ) 2 digits .
    term      = [ "the" ] ( "autumn" | "spring" | "summer" ) "term" [ "of" ] year .
    season    = [ "the" ] ( ( "spring" | "summer" | "autumn" | "winter" ) [ "of" ] year | "winter" [ "of" ] years ) .
    year      = [ "calendar year" ] 4 digits, 1800 to 2199 .
    length    = ( 1 to 3 digits | "one" … "twelve" ) ( "day" | "week" | "month" | "quarter" | "year" ) [ "s" ] .

Financial years run from April to March, school years and seasons of a sport from September to August, and winter into the
next year. Words with two readings have none: `2010-11` is a month and a financial year; so has a day with the name of
another day of the week. Words arrive even (see `scan`) and with single spaces.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ORDINALS = ("first", "second", "third", "fourth")
COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}
DAYS_IN = {"day": 1, "week": 7}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TERMS = {"spring": 1, "summer": 4, "autumn": 9}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}

NAME = (
    "(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
YEAR = "(?P<year>(?:1[89]|2[01])[0-9]{2})"
NEXT = "[/–-](?P<next>[0-9]{2})"
NUMBERED_DAY = re.compile(f"{YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})")
_NAMED = f"(?:(?P<weekday>{'|'.join(WEEKDAYS)}),? )?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)? {NAME} {YEAR}"
NAMED_DAY = re.compile(_NAMED)
WEEK = re.compile(f"(?:w/c|(?:the )?week (?:of|commencing|beginning)) {_NAMED}")
NUMBERED_MONTH = re.compile(f"{YEAR}-(?P<month>[0-9]{{2}})")
NAMED_MONTH = re.compile(f"{NAME} {YEAR}")
QUARTER = re.compile(f"(?:q(?P<digit>[1-4])|(?:the )?(?P<ordinal>{'|'.join(ORDINALS)}) quarter of) {YEAR}(?:{NEXT})?")
FINANCIAL = re.compile(f"(?:(?:the )?(?:financial year|fy) ?)?{YEAR}{NEXT}")
OVER = "(?:academic year|school year|season)"
SCHOOL = re.compile(f"(?:the )?{OVER} {YEAR}{NEXT}")
SCHOOL_BEHIND = re.compile(f"(?:the )?{YEAR}{NEXT} {OVER}")
TERM = re.compile(f"(?:the )?(?P<term>{'|'.join(TERMS)}) term (?:of )?{YEAR}")
SEASON = re.compile(f"(?:the )?(?P<season>{'|'.join(SEASONS)}) (?:of )?{YEAR}")
WINTER = re.compile(f"(?:the )?winter (?:of )?{YEAR}{NEXT}")
ONLY_YEAR = re.compile(f"(?:calendar year )?{YEAR}")
COUNT = f"(?P<count>[1-9][0-9]{{0,2}}|{'|'.join(COUNTS)})"
UNIT = "(?P<unit>day|week|month|quarter|year)s?"
PORTION = re.compile("(?P<portion>early|mid|late|(?:the )?end of)[ -](?P<moment>.*)")
LIMITS = ("by", "before", "until", "from", "since", "after")
ONWARDS = " onwards"


@dataclass(frozen=True, slots=True)
class Days:
    """The days from the first to the last, both included, and what they are called: day, month, quarter, …"""

    kind: str
    first: date
    last: date
    portion: str = ""
    """`early`, `mid`, `late` or `the end of`, where only that part of them is meant."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as exact as it was written; a side on which it is open is `None`."""

    start: int
    end: int
    kind: str
    """`day`, `week`, `month`, `quarter`, `financial year`, `school year`, `term`, `season` or `year`."""
    first: date | None
    last: date | None
    edge: str = ""
    """What stands before it: `by`, `early`, `before the end of`, …"""


def read_limited(text: str, start: int, end: int) -> Moment | None:
    """The moment these words name, with its limit; `start` and `end` are where it stands."""
    limit, _, period = (f"from {text.removesuffix(ONWARDS)}" if text.endswith(ONWARDS) else text).partition(" ")
    if limit not in LIMITS:
        limit, period = "", text
    days = read_period(period)
    if not days:
        return None
    return Moment(start, end, days.kind, *_open(limit, days), edge=f"{limit} {days.portion}".strip())


def read_period(text: str) -> Days | None:
    """The days these words name, where nothing opens them to a side."""
    found = PORTION.fullmatch(text)
    days = read_moment(found["moment"] if found else text)
    return _narrow(days, found["portion"]) if found and days else days


def read_moment(text: str) -> Days | None:
    """The days these words name: nothing if they exist in no calendar, and nothing if they can be read in two ways."""
    readings = []
    for kind, pattern, ends in MOMENTS:
        if found := pattern.fullmatch(text):
            with suppress(ValueError):
                readings.append(Days(kind, *ends(found)))
    return readings[0] if len(readings) == 1 else None


def months_on(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_number(found: re.Match[str]) -> int:
    """The number of the month that was found by its name."""
    return MONTHS.index(found["name"][:3]) + 1


def read_count(words: str | None) -> int:
    """The number these digits or this word mean; one, where nothing is said."""
    if words is None:
        return 1
    return COUNTS.index(words) + 1 if words in COUNTS else int(words)


def later(day: date, count: int, unit: str) -> date:
    """The day after so many days, weeks, months, quarters or years."""
    if unit in DAYS_IN:
        return day + count * DAYS_IN[unit] * DAY
    return months_on(day, count * MONTHS_IN[unit])


def _narrow(days: Days, portion: str) -> Days:
    """Early is the first half, mid the middle half, late the second half: nobody says where they end, so generously."""
    first, last, length = days.first, days.last, days.last - days.first
    if portion == "early":
        last = first + length // 2
    elif portion == "mid":
        first, last = first + length // 4, last - length // 4
    elif portion == "late":
        first = first + length // 2
    else:
        first = last
    return Days(days.kind, first, last, portion)


def _open(limit: str, days: Days) -> tuple[date | None, date | None]:
    """`by` and `until` include what they name; so does `before the end of`, as people mean it."""
    if not limit:
        return days.first, days.last
    if limit in ("from", "since"):
        return days.first, None
    if limit == "after":
        return days.last + DAY, None
    if limit == "before" and not days.portion.endswith("end of"):
        return None, days.first - DAY
    return None, days.last


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    first = date(year, month, 1)
    return first, months_on(first, count) - DAY


def _day(year: str, month: int, day: str) -> tuple[date, date]:
    only = date(int(year), month, int(day))
    return only, only


def _named_day(found: re.Match[str]) -> tuple[date, date]:
    first, last = _day(found["year"], month_number(found), found["day"])
    if found["weekday"] not in (None, WEEKDAYS[first.weekday()]):
        raise ValueError("another day of the week")
    return first, last


def _week(found: re.Match[str]) -> tuple[date, date]:
    first, _ = _named_day(found)
    return first, first + 6 * DAY


def _winter(found: re.Match[str]) -> tuple[date, date]:
    year = _over_two_years(found, SEASONS["winter"])[0].year
    return _months(year, SEASONS["winter"], 3)


def _financial(found: re.Match[str]) -> tuple[date, date]:
    return _over_two_years(found, 4)


def _school(found: re.Match[str]) -> tuple[date, date]:
    return _over_two_years(found, 9)


def _over_two_years(found: re.Match[str], month: int) -> tuple[date, date]:
    year = int(found["year"])
    if int(found["next"]) != (year + 1) % 100:
        raise ValueError("not the next year")
    return _months(year, month, 12)


def _quarter(found: re.Match[str]) -> tuple[date, date]:
    """Of the calendar year, or of the financial year where it is written as one."""
    number = int(found["digit"] or ORDINALS.index(found["ordinal"]) + 1)
    year, _ = _financial(found) if found["next"] else _months(int(found["year"]), 1, 12)
    first = months_on(year, 3 * (number - 1))
    return _months(first.year, first.month, 3)


MOMENTS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], tuple[date, date]]], ...] = (
    ("day", NUMBERED_DAY, lambda found: _day(found["year"], int(found["month"]), found["day"])),
    ("day", NAMED_DAY, _named_day),
    ("week", WEEK, _week),
    ("month", NUMBERED_MONTH, lambda found: _months(int(found["year"]), int(found["month"]), 1)),
    ("month", NAMED_MONTH, lambda found: _months(int(found["year"]), month_number(found), 1)),
    ("quarter", QUARTER, _quarter),
    ("financial year", FINANCIAL, _financial),
    ("school year", SCHOOL, _school),
    ("school year", SCHOOL_BEHIND, _school),
    ("term", TERM, lambda found: _months(int(found["year"]), TERMS[found["term"]], 4)),
    ("season", WINTER, _winter),
    ("season", SEASON, lambda found: _months(int(found["year"]), SEASONS[found["season"]], 3)),
    ("year", ONLY_YEAR, lambda found: _months(int(found["year"]), 1, 12)),
)
