"""Who is affected and how, in a few words: every row with its rating, those who lose before those who do not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eia.document.beginning import beginning, begun
from eia.document.labelled import led_by
from eia.document.tree import Blocks, Inline, Listing, Words
from eia.index import Site
from eia.model.asked import DUTIES
from eia.model.prose import Prose
from eia.model.row import Row
from eia.model.vocabulary import chosen
from eia.publishing.sections.brief import every_row, link, rated
from eia.publishing.sections.table import duties_of_the_form
from eia.publishing.voice import Voice, joined, lead

REASONS = 6
"""Of so many rows the reason is told; any others are named with their rating."""


def affected(voice: Voice) -> Blocks:
    """Each row with its rating and the beginning of the reason, the gravest first; then those where nobody loses, together."""
    rows = sorted(_rows(voice), key=lambda one: voice.asked.weight(one[1]), reverse=True)
    told = list[Blocks]()
    together: dict[str, list[Inline]] = {}
    for site, row in rows:
        may_lose, *_ = voice.asked.weight(row)
        rating = _rated(voice, site, row)
        if why := _why(voice, site, row) if may_lose and len(told) < REASONS else ():
            told.append(led_by((link(voice, site), Words(f" ({rating}):")), why))
        else:
            together.setdefault(rating, []).append(link(voice, site))
    items = (*told, *((lead(rating, *joined(names)),) for rating, names in together.items()))
    return (Listing(items),) if items else voice.silence("characteristics")


def _rows(voice: Voice) -> Iterator[tuple[Site, Row]]:
    """Every row, and an empty one for each group and each further duty of the form that none is about."""
    yield from every_row(voice)
    written = {route for route, _ in voice.dossier.assessment.rows()}
    for key, row in duties_of_the_form(voice).items():
        if (DUTIES, key) not in written:
            yield voice.dossier.site((DUTIES, key)), row


def _rated(voice: Voice, site: Site, row: Row) -> str:
    """The words that a row is rated with, each once and in the order of the scale, whatever aims they are for."""
    words: dict[str, str] = {}
    for _, rating in voice.asked.counting(row):
        words |= voice.rating_words(rating)
    if not words:
        return ", ".join(why for _, why in rated(voice, site, row))
    return ", ".join(dict.fromkeys(words[said] for said in sorted(words, key=lambda said: _rank(voice, said))))


def _rank(voice: Voice, said: str) -> int:
    """Where a word, or the first end of a range, stands on the scale; what is not on it comes last."""
    scale = list(voice.profile.ratings)
    first, *_ = voice.profile.ends(said)
    return scale.index(known) if (known := chosen(voice.profile.ratings, first)) else len(scale)


def _why(voice: Voice, site: Site, row: Row) -> Blocks:
    """The reason, else why it was not assessed, else what is not known; of one that stands for several words, no half.

    Of a row that is not rated there is nothing else to say."""
    said, is_mixed = _reason(voice, row)
    if reason := voice.prose(said):
        return begun(reason[:1], reason) if is_mixed else beginning(reason)
    gaps = [gap.what for gap in row.gaps if gap.what] if isinstance(row.gaps, tuple) else []
    told = next(filter(None, (row.not_assessed, *gaps)), None)
    return beginning(voice.prose(told)) or (voice.unanswered(at=site) if row.impact else ())


def _reason(voice: Voice, row: Row) -> tuple[Prose | None, bool]:
    """The reason of a row, of several that of the rating that weighs most; and whether it is for more words than one."""
    ratings = {voice.profile.rated_as(str(route[0])) if route else "": one for route, one in voice.asked.counting(row)}
    if not isinstance(row.because, Mapping):
        return row.because, any(len(one.items) > 1 for one in ratings.values())
    given = {name: said for name, said in voice.asked.rated(row.because).items() if isinstance(said, Prose)}
    told = max(
        (name for name in ratings if name in given), key=lambda name: voice.asked.weight_of(ratings[name]), default=""
    )
    return given.get(told), told in ratings and len(ratings[told].items) > 1
