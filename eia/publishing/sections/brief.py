"""Rows in a few words, for those sections that look over all of them: a link to each, and what it was rated."""

from __future__ import annotations

from collections.abc import Iterator

from eia.document.tree import Inline, Words
from eia.index import Site
from eia.matrix import ratings_of, rows_of_the_form
from eia.model.asked import ROWS
from eia.model.row import Row
from eia.publishing.voice import Voice


def rows_of_the_table(voice: Voice) -> Iterator[tuple[Site, Row]]:
    """The rows of the main table, one for each group of the form among them."""
    for key, row in (rows_of_the_form(voice.dossier) or {}).items():
        yield voice.dossier.site((ROWS, key)), row


def every_row(voice: Voice) -> Iterator[tuple[Site, Row]]:
    """The rows of the main table, then those of the others."""
    yield from rows_of_the_table(voice)
    for route, row in voice.dossier.assessment.rows():
        if route[0] != ROWS:
            yield voice.dossier.site(route), row


def link(voice: Voice, site: Site, number: int = 0) -> Inline:
    """The name of a row as a link to it, with the number of something behind it."""
    target = voice.dossier.index.at(site)
    table, key = map(str, site.route)
    name = voice.named(target, target.id) if target else voice.row_name(table, key)
    words = f"{name} ({number})" if number else name
    return voice.jump(target, words) if target else Words(words)


def rated(voice: Voice, site: Site, row: Row) -> Iterator[tuple[str, str]]:
    """The ratings of a row that count in the end, each with its aim where it is of one; or why there is none."""
    given = list(ratings_of(voice.dossier, row))
    if not given:
        lost = "not-read" if voice.lost_in(site) else "not-rated"
        yield "", voice.word("not-assessed" if row.not_assessed else lost)
    yield from ((aim, voice.rating(rating)) for aim, rating in given)
