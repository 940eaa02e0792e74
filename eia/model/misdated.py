"""Why words are no date, and what to write instead."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from collections.abc import Callable
from datetime import date

from eia.model.moment import COUNT, NAME, NAMED_DAY, NUMBERED_DAY, UNIT, WEEKDAYS, YEAR, month_number
from eia.model.scan import even, quote

Advice = tuple[str, str]
"""What is wrong, and what to write."""

EXAMPLES = "write e.g. `21 May 2026`, `by June 2026`, `Q1 2026/27`, `12 months to June 2026` or `quarterly`"
DAY = "[0-9]{1,2}[/.][0-9]{1,2}[/.](?:[0-9]{4}|[0-9]{2})"
SLASHED_DAY = re.compile("(?P<one>[0-9]{1,2})[/.-](?P<two>[0-9]{1,2})[/.-](?P<year>[0-9]{4}|[0-9]{2})")
SLASHED_RANGE = re.compile(rf"({DAY})(?: *[–-] *| +to +| +until +)({DAY})")
NOT_YET = re.compile(
    "tb[acd]|to be (?:announced|agreed|confirmed|decided|set)|not (?:yet )?(?:known|set|decided)|unknown"
)
SLASHED_PAIR = re.compile("[0-9]{1,2}/[0-9]{2}")
TWO_YEARS = re.compile(f"{YEAR}[/–-](?P<next>[0-9]{{4}}|[0-9]{{2}})")
MONTH_FIRST = re.compile(f"{NAME} (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? {YEAR}")
NO_QUARTER = re.compile("q(?P<digit>[05-9]).*")
NO_YEAR = re.compile(f"(?:.* )?(?:{NAME}|spring|summer|autumn|winter|q[1-4])")
NO_START = re.compile(f"{COUNT} {UNIT}")


def explain(words: str) -> Advice:
    """A message and a help for words that are no date."""
    text, said = " ".join(even(words).split()), quote(words)
    for find, advise in SLIPS:
        found = find(text)
        advice = advise(found, said) if found else None
        if advice:
            return advice
    if re.search("[0-9]", text):
        return f"{said} cannot be read as a date", EXAMPLES
    return f"{said} is no date that can be checked", EXAMPLES


def is_impossible(words: str) -> bool:
    """Whether words name a day or a quarter that no calendar has."""
    text = " ".join(even(words).split())
    days = (found for pattern in (NUMBERED_DAY, NAMED_DAY) if (found := pattern.search(text)))
    return bool(NO_QUARTER.fullmatch(text)) or any(_unreal_day(found, "") for found in days)


def _unreal_day(found: re.Match[str], said: str) -> Advice | None:
    parts = found.groupdict()
    year, day = int(parts["year"]), int(parts["day"])
    month = month_number(found) if "name" in parts else int(parts["month"])
    if not 1 <= month <= 12:
        return f"there is no month {month}", "months are 01 to 12"
    last = monthrange(year, month)[1]
    if 1 <= day <= last:
        return _other_weekday(date(year, month, day), parts.get("weekday"))
    return f"{day} {month_name[month]} {year} does not exist", f"{month_name[month]} {year} has {last} days"


def _other_weekday(day: date, said: str | None) -> Advice | None:
    real = WEEKDAYS[day.weekday()].capitalize()
    written = f"{day.day} {month_name[day.month]} {day.year}"
    return (
        None
        if said in (None, real.lower())
        else (f"{written} is a {real}", f"write `{real} {written}`, or the day that is meant")
    )


def _day_or_month(found: re.Match[str], said: str) -> Advice:
    year = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
    pairs = {(int(found["one"]), int(found["two"])), (int(found["two"]), int(found["one"]))}
    dates = [f"`{day} {month_name[month]} {year}`" for day, month in sorted(pairs) if 0 < month <= 12 and 0 < day <= 31]
    problem = "does not say which is the day and which the month" if len(dates) > 1 else "has its month in digits"
    return f"{said} {problem}", f"write {' or '.join(dates)}" if dates else EXAMPLES


def _slashed_range(found: re.Match[str], said: str) -> Advice | None:
    """Both days read alike: with the day first, unless one of them can only have the month first."""
    days = [SLASHED_DAY.fullmatch(one) for one in found.groups()]
    pairs = [(int(day["one"]), int(day["two"]), day["year"]) for day in days if day]
    if any(two > 12 for _, two, _ in pairs):
        pairs = [(two, one, year) for one, two, year in pairs]
    if len(pairs) < 2 or any(not (0 < day <= 31 and 0 < month <= 12) for day, month, _ in pairs):
        return None
    first, last = (f"{day} {month_name[month]} {year if len(year) == 4 else f'20{year}'}" for day, month, year in pairs)
    sure = any(day > 12 for day, _, _ in pairs)
    return f"{said} has its months in digits", f"write {'' if sure else 'e.g. '}`{first} to {last}`"


def _two_years(found: re.Match[str], said: str) -> Advice:
    year, written = int(found["year"]), found["next"]
    last = int(written) if len(written) == 4 else year // 100 * 100 + int(written)
    if len(written) == 4:
        advice = f"write `{_financial(year)}`" if last == year + 1 else f"write `{year} to {last}`"
        return f"{said} may be calendar years or financial ones", advice
    if (year + 1) % 100 == int(written):
        month = f"{month_name[int(written)]} {year}"
        return f"{said} may be {month} or the year {_financial(year)}", f"write `{month}` or `{_financial(year)}`"
    if last > year:
        several = f"`{_financial(year)} to {_financial(last - 1)}`"
        return f"{said} is more than one financial year", f"write `{_financial(year)}` for one, {several} for all"
    return f"{said} is neither a month nor a financial year", f"write e.g. `June {year}` or `{_financial(year)}`"


def _financial(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02}"


SLIPS: tuple[tuple[Callable[[str], re.Match[str] | None], Callable[[re.Match[str], str], Advice | None]], ...] = (
    (NUMBERED_DAY.search, _unreal_day),
    (NAMED_DAY.search, _unreal_day),
    (SLASHED_DAY.fullmatch, _day_or_month),
    (SLASHED_RANGE.fullmatch, _slashed_range),
    (NOT_YET.fullmatch, lambda _, said: (f"{said} is no date that can be checked", f"{EXAMPLES}, or leave it empty")),
    (TWO_YEARS.fullmatch, _two_years),
    (
        SLASHED_PAIR.fullmatch,
        lambda _, said: (
            f"{said} may be a month or a financial year",
            "write the month in words, e.g. `March 2026`, or the whole year, e.g. `2025/26`",
        ),
    ),
    (NO_QUARTER.fullmatch, lambda found, _: (f"there is no quarter {found['digit']}", "quarters are Q1 to Q4")),
    (
        MONTH_FIRST.fullmatch,
        lambda found, said: (
            f"{said} has the month first",
            f"write `{int(found['day'])} {month_name[month_number(found)]} {found['year']}`",
        ),
    ),
    (NO_YEAR.fullmatch, lambda _, said: (f"{said} has no year", f"write the year too, e.g. {said[:-1]} 2026`")),
    (
        NO_START.fullmatch,
        lambda _, said: (f"{said} does not say from when", f"write e.g. {said[:-1]} from June 2026`"),
    ),
)
