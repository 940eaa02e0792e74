"""Whether the layout of a form can be printed: its sections, its chapters, and the columns of its table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import filterfalse

from eia.diagnostics.shown import shortened
from eia.forms.fault import CLASHING, Fault, among
from eia.model.part import Route
from eia.model.profile import Profile
from eia.model.row import Row
from eia.model.vocabulary import BREADTH, NARROWEST, TABLE, Chapter, Column, words_of

PRINTED = tuple(filterfalse(Row.NAMING.__contains__, Row.keys()))
"""The keys of a row that a column can print."""


def unprintable(form: Profile) -> Iterator[Fault]:
    """What is wrong with how a form is laid out."""
    yield from among(("layout", "order"), form.layout.order, "section", form.headings)
    yield from _chapters(form.layout.chapters, form)
    yield from _columns(form.layout.columns, form)


def _chapters(chapters: Mapping[str, Chapter], form: Profile) -> Iterator[Fault]:
    taken: dict[str, str] = {}
    for key, chapter in chapters.items():
        if key in form.headings:
            message = f"`{key}` is a section already, so that it cannot be a chapter too"
            yield Fault(CLASHING, ("layout", "chapters", key), message, "Give the chapter another name.", key=True)
        yield from among(("layout", "chapters", key, "holds"), chapter.holds, "section", form.headings)
        if not words_of(chapter.holds):
            message = f"the chapter `{shortened(key)}` holds no section"
            help = "Write `holds:` and the names of sections, e.g. `evidence, engagement`."
            yield Fault(CLASHING, ("layout", "chapters", key), message, help, key=True)
        for name in words_of(chapter.holds):
            if taken.setdefault(name, key) != key:
                message = f"`{name}` stands in two chapters, `{taken[name]}` and `{key}`"
                yield Fault(CLASHING, ("layout", "chapters", key, "holds"), message, "Keep it in one of them.")


def _columns(columns: Mapping[str, Column], form: Profile) -> Iterator[Fault]:
    rated = {**form.aims, **form.stages}
    for key, column in columns.items():
        route: Route = ("layout", "columns", key)
        yield from among((*route, "holds"), column.holds, "part of a row called", PRINTED)
        yield from among((*route, "of"), column.of, "aim and no stage called", rated)
        yield from among((*route, "section"), column.section, "section", form.sections())
        if not words_of(column.holds):
            message = f"the column `{shortened(key)}` prints nothing"
            yield Fault(
                CLASHING, route, message, "Write `holds:` and the keys of a row, e.g. `context, evidence`.", key=True
            )
        if column.width and not column.share:
            message = f"`{shortened(column.width)}` is no share of a page's breadth"
            help = f"Write a number from 1 to {BREADTH}, without a sign behind it."
            yield Fault(CLASHING, (*route, "width"), message, help)
    yield from _printed_twice(columns)
    homes = dict.fromkeys(column.home for column in columns.values())
    if homes and TABLE not in homes:
        message = "no column is left for the table itself: each has a `section:` of its own"
        yield Fault(CLASHING, ("layout", "columns"), message, "Take the line `section:` out of one of them.", key=True)
    for section in homes:
        yield from _too_broad([one for one in columns.values() if one.home == section])


def _printed_twice(columns: Mapping[str, Column]) -> Iterator[Fault]:
    taken: dict[tuple[str, str], str] = {}
    for key, column in columns.items():
        for name in words_of(column.holds):
            place = (name, (name in Row.RATED and column.of) or "")
            if place in taken:
                other = taken[place]
                message = f"`{name}` stands in two columns, `{other}` and `{key}`"
                help = "Take it out of one of them, or say with `of:` for which aim or stage each is."
                if other == key:
                    message, help = f"`{name}` stands twice in the column `{key}`", "Take it out once."
                yield Fault(CLASHING, ("layout", "columns", key, "holds"), message, help)
            taken.setdefault(place, key)


def _too_broad(columns: list[Column]) -> Iterator[Fault]:
    """The columns of one table, where they leave no room for the names of its rows; one without a width needs some too."""
    if sum(column.share or NARROWEST for column in columns) > BREADTH:
        message = f"the columns need more than {BREADTH} hundredths of the page together"
        help = f"Make some narrower, or have fewer. One without `width:` needs {NARROWEST}; the names of the rows have the rest."
        yield Fault(CLASHING, ("layout", "columns"), message, help, key=True)
