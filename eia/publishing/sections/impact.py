"""What a row of the table finds: its ratings, aim by aim or stage by stage where the form asks so, and the reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from eia.document.labelled import labelled
from eia.document.tree import Block, Blocks, Paragraph, Strong, Words
from eia.index import Site
from eia.model.row import Row
from eia.model.terms import Rating
from eia.publishing.voice import Voice, below, lead, line


def refused(voice: Voice, row: Row) -> Blocks:
    """That a row was not assessed, and why; where it is rated as well, both are printed."""
    return labelled(voice.word("not-assessed"), voice.prose(row.not_assessed)) if row.not_assessed else ()


@dataclass(frozen=True)
class Scope:
    """Which aims and stages something is shown for: one, or all but those that others show, or both; or none at all."""

    only: str = ""
    but: frozenset[str] | None = None

    @property
    def rest(self) -> bool:
        """Whether it shows what is about no aim and no stage."""
        return self.but is not None

    def shows(self, key: str) -> bool:
        """Whether it is shown for this aim or stage."""
        return key == self.only or (self.but is not None and key not in self.but)


@dataclass(frozen=True)
class Shown:
    """What of the ratings and reasons of a row one cell shows; in one that is about a single aim or stage, that goes unsaid."""

    of: str
    ratings: Scope
    reasons: Scope


def ratings(voice: Voice, row: Row, site: Site, shown: Shown) -> Iterator[Block]:
    """The rating, or one for each aim or stage, each with its reason where the same cell shows reasons."""
    if isinstance(row.impact, Rating) and row.impact.words and shown.ratings.rest:
        yield Paragraph((Strong((Words(voice.rating(row.impact)),)),))
    given = voice.asked.rated(row.impact)
    reasons = voice.asked.rated(row.because)
    for key in filter(shown.ratings.shows, _asked(voice, row, site)):
        rating = given.get(key)
        said = voice.rating(rating) if isinstance(rating, Rating) else voice.word("not-rated")
        yield line(said) if shown.of == key else lead(voice.profile.scale_name(key), Words(said))
        if shown.reasons.shows(key) and key in reasons:
            yield from voice.said(reasons[key])


def reasons(voice: Voice, row: Row, site: Site, shown: Shown) -> Iterator[Block]:
    """The reasons that no rating has already taken with it."""
    if not isinstance(row.because, Mapping):
        yield from voice.prose(row.because) if shown.reasons.rest else ()
        return
    printed = list(filter(shown.ratings.shows, _asked(voice, row, site)))
    for key, reason in voice.asked.rated(row.because).items():
        if key not in printed and shown.reasons.shows(key):
            said = voice.said(reason)
            yield from said if shown.of == key else labelled(voice.profile.scale_name(key), said)


def _asked(voice: Voice, row: Row, site: Site) -> list[str]:
    """What is rated and what the form wants rated; where the row was not assessed, only what is rated all the same.

    Not a rating that could not be read, unless another was: that there is one, stands at the end of the cell."""
    impact = below(site, "impact")
    given = voice.asked.rated(row.impact)
    owed = {} if row.not_assessed and not given else voice.asked.owed(site.route, row)
    lost = {voice.profile.rated_as(key) for key in voice.lost_below(impact)}
    unread = not isinstance(row.impact, Mapping) and voice.lost_in(impact)
    lost -= {key for key, rating in given.items() if isinstance(rating, Rating) and rating.words}
    return [] if unread else [key for key in dict.fromkeys((*owed, *given)) if key not in lost]
