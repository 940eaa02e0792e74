"""What a row of the table finds: its ratings, aim by aim or stage by stage where the form asks so, and the reasons."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from eia.document.tree import Block, Blocks, Paragraph, Strong, Words
from eia.index import Site
from eia.model.row import Row
from eia.model.terms import Rating
from eia.model.vocabulary import chosen, plainly
from eia.publishing.voice import Voice, below, labelled, lead


def refused(voice: Voice, row: Row) -> Blocks:
    """That a row was not assessed, and why; where it is rated as well, both are printed."""
    return labelled(voice.word("not-assessed"), voice.prose(row.not_assessed)) if row.not_assessed else ()


def ratings(voice: Voice, row: Row, site: Site, with_reasons: bool) -> Iterator[Block]:
    """The rating, or one for each aim or stage, where `with_reasons` says so each with its reason."""
    if isinstance(row.impact, Rating) and row.impact.words:
        yield Paragraph((Strong((Words(voice.rating(row.impact)),)),))
    given = _by_word(voice, row.impact)
    reasons = _by_word(voice, row.because)
    for key in _asked(voice, row, site):
        rating = given.get(key)
        said = voice.rating(rating) if isinstance(rating, Rating) else voice.word("not-rated")
        yield lead(_called(voice, key), Words(said))
        if with_reasons and key in reasons:
            yield from voice.said(reasons[key])


def reasons(voice: Voice, row: Row, site: Site, with_ratings: bool) -> Iterator[Block]:
    """The reasons that no rating has already taken with it."""
    if not isinstance(row.because, Mapping):
        yield from voice.prose(row.because)
        return
    printed: Collection[str] = _asked(voice, row, site) if with_ratings else ()
    for key, reason in _by_word(voice, row.because).items():
        if key not in printed:
            yield from labelled(_called(voice, key), voice.said(reason))


def _asked(voice: Voice, row: Row, site: Site) -> list[str]:
    """What the form wants rated. Where it leaves that open, whoever rates one aim is asked for all that reach the group, and
    whoever rates before mitigation for after it.

    Not for a rating that could not be read: that there is one, stands at the end of the cell."""
    impact = below(site, "impact")
    given = _by_word(voice, row.impact)
    keys = dict.fromkeys((*_owed(voice, row, site, given), *given))
    lost = {_word(voice, key) for key in voice.lost_below(impact)}
    unread = not isinstance(row.impact, Mapping) and voice.lost_in(impact)
    return [] if unread else [key for key in keys if key not in lost]


def _owed(voice: Voice, row: Row, site: Site, given: Collection[str]) -> list[str]:
    profile = voice.profile
    place, name = map(str, site.route[:2])
    scales = (profile.rated_for("aims", name), profile.rated_for("stages", name))
    used = next((scale for scale in scales if any(key in scale for key in given)), [])
    if row.not_assessed:
        return used
    duty = profile.duties.get(chosen(profile.duties, name)) if place == "duties" else None
    by = duty.rated_by if duty else profile.rated_by if place == "characteristics" else None
    return profile.rated_for(by, name) or used


def _by_word(voice: Voice, said: object) -> dict[str, object]:
    """What stands under each aim or stage, by the form's own word for it."""
    return {_word(voice, str(key)): value for key, value in said.items()} if isinstance(said, Mapping) else {}


def _word(voice: Voice, key: str) -> str:
    """The form's word for an aim or a stage, which may be written by its label; any other is the officer's own."""
    stages = (word for word, label in voice.profile.stages.items() if plainly(key) in (plainly(word), plainly(label)))
    return chosen(voice.profile.aims, key) or next(stages, key)


def _called(voice: Voice, key: str) -> str:
    """What an aim or a stage is called."""
    aim = voice.profile.aims.get(key)
    return (aim.label if aim else "") or voice.profile.stages.get(key) or key
