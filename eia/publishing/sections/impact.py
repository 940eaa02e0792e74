"""What a row of the table finds: its ratings, aim by aim or stage by stage where the form asks so, and the reasons."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from eia.document.tree import Block, Blocks, Paragraph, Strong, Words
from eia.index import Site
from eia.model.row import Row
from eia.model.terms import Rating
from eia.publishing.voice import Voice, below, labelled, lead, line


def refused(voice: Voice, row: Row) -> Blocks:
    """That a row was not assessed, and why; where it is rated as well, both are printed."""
    return labelled(voice.word("not-assessed"), voice.prose(row.not_assessed)) if row.not_assessed else ()


@dataclass(frozen=True)
class Shown:
    """What of the ratings and reasons of a row one cell shows."""

    of: str = ""
    """The aim or the stage that the cell is about; the others are shown by a cell that is about none."""
    elsewhere: frozenset[str] = frozenset()
    """The aims and stages that cells of their own are about."""
    ratings: bool = True
    reasons: bool = True

    def shows(self, key: str) -> bool:
        """Whether an aim or a stage is shown here."""
        return key == self.of if self.of else key not in self.elsewhere


def ratings(voice: Voice, row: Row, site: Site, shown: Shown) -> Iterator[Block]:
    """The rating, or one for each aim or stage, each with its reason where the same cell shows reasons."""
    if isinstance(row.impact, Rating) and row.impact.words and not shown.of:
        yield Paragraph((Strong((Words(voice.rating(row.impact)),)),))
    given = voice.asked.rated(row.impact)
    reasons = voice.asked.rated(row.because)
    for key in filter(shown.shows, _asked(voice, row, site)):
        rating = given.get(key)
        said = voice.rating(rating) if isinstance(rating, Rating) else voice.word("not-rated")
        yield line(said) if shown.of else lead(voice.profile.scale_name(key), Words(said))
        if shown.reasons and key in reasons:
            yield from voice.said(reasons[key])


def reasons(voice: Voice, row: Row, site: Site, shown: Shown) -> Iterator[Block]:
    """The reasons that no rating has already taken with it."""
    if not isinstance(row.because, Mapping):
        yield from voice.prose(row.because) if not shown.of else ()
        return
    printed: Collection[str] = _asked(voice, row, site) if shown.ratings else ()
    for key, reason in voice.asked.rated(row.because).items():
        if key not in printed and shown.shows(key):
            said = voice.said(reason)
            yield from said if shown.of else labelled(voice.profile.scale_name(key), said)


def _asked(voice: Voice, row: Row, site: Site) -> list[str]:
    """What is rated and what the form wants rated; where the row was not assessed, only what is rated all the same.

    Not a rating that could not be read: that there is one, stands at the end of the cell."""
    impact = below(site, "impact")
    given = voice.asked.rated(row.impact)
    owed = {} if row.not_assessed and not given else voice.asked.owed(site.route, row)
    lost = {voice.profile.rated_as(key) for key in voice.lost_below(impact)}
    unread = not isinstance(row.impact, Mapping) and voice.lost_in(impact)
    return [] if unread else [key for key in dict.fromkeys((*owed, *given)) if key not in lost]
