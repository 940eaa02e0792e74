"""The assessment at a glance, for those who decide: what it is about, what is expected for whom, what is not known."""

from __future__ import annotations

from collections.abc import Mapping

from eia.document.label import with_colon
from eia.document.labelled import labelled
from eia.document.tree import Blocks, Inline, Jump, Listing, Paragraph, Words
from eia.model.assessment import Decision
from eia.model.part import Nothing
from eia.model.profile import Decided
from eia.publishing.sections.brief import every_row, link, rated
from eia.publishing.voice import Voice, capital, heading_anchor, joined, lead, line

NAME = "glance"
"""The section, and the key of words by which its author opens it."""


def glance(voice: Voice) -> Blocks:
    """What fits on half a page. What the author says under this heading stands in place of what is taken from the aims."""
    told = NAME in (voice.dossier.assessment.text or {})
    points = (
        *(() if told else (("what-is-decided", aims(voice)),)),
        ("decision", _outcome(voice, "decision")),
        ("screening", _outcome(voice, "screening")),
        ("affects", _affected(voice)),
        ("expected", _expected(voice)),
        ("not-known", _not_known(voice)),
        ("to-be-done", _to_be_done(voice)),
    )
    return tuple(block for key, said in points if said for block in labelled(voice.word(key), said))


def aims(voice: Voice) -> Blocks:
    """The first paragraph of the aims, with the list that it leads to."""
    policy = voice.dossier.assessment.policy
    said = voice.prose(policy.aims) if policy else ()
    return said[: 2 if len(said) > 1 and isinstance(said[1], Listing) else 1] or voice.silence("policy")


def _affected(voice: Voice) -> Blocks:
    policy = voice.dossier.assessment.policy
    return (line(capital(policy.affects.words)),) if policy and policy.affects else ()


def _expected(voice: Voice) -> Blocks:
    """Each rating in the order of the scale, with the rows that have it; then aim by aim, where rows are rated so."""
    found: dict[str, dict[str, list[Inline]]] = {}
    for site, row in every_row(voice):
        for aim, rating in rated(voice, site, row):
            found.setdefault(aim, {}).setdefault(rating, []).append(link(voice, site))
    whole = _ratings(voice, found.pop("", {}))
    aims = tuple(
        (line(with_colon(voice.profile.scale_name(aim))), Listing(_ratings(voice, ratings)))
        for aim, ratings in sorted(found.items(), key=lambda one: list(voice.profile.aims).index(one[0]))
    )
    return (Listing((*whole, *aims)),) if whole or aims else ()


def _ratings(voice: Voice, rows: Mapping[str, list[Inline]]) -> tuple[Blocks, ...]:
    """An item for each rating, the words of the scale first and in its order."""
    scale = [(word.label or key).casefold() for key, word in voice.profile.ratings.items()]
    known = sorted(
        (rating for rating in rows if rating.casefold() in scale), key=lambda one: scale.index(one.casefold())
    )
    return tuple((lead(rating, *joined(rows[rating])),) for rating in dict.fromkeys((*known, *rows)))


def _not_known(voice: Voice) -> Blocks:
    """How many gaps there are, of the whole and of each row: what they are stands in a section of its own."""
    whole = voice.dossier.assessment.gaps
    said: list[Inline] = [_of_whole(voice, whole)] if isinstance(whole, tuple) and whole else []
    rows = ((site, row.gaps) for site, row in every_row(voice))
    said += [link(voice, site, len(gaps)) for site, gaps in rows if isinstance(gaps, tuple) and gaps]
    if said:
        return (Paragraph(joined(said)),)
    return voice.none(whole, "no-gaps") if isinstance(whole, Nothing) else voice.silence("gaps")


def _of_whole(voice: Voice, gaps: tuple[object, ...]) -> Inline:
    return Jump(heading_anchor("gaps"), (Words(f"{voice.word('in-general')} ({len(gaps)})"),))


def _to_be_done(voice: Voice) -> Blocks:
    """How many actions there are, as a link to them."""
    number = sum(1 for _ in voice.dossier.plan.content.all_actions())
    if not number:
        return voice.silence("plan", at=voice.dossier.plan.site(()))
    return (Paragraph((Jump(heading_anchor("plan"), (Words(f"{number} ({voice.title('plan')})"),)),)),)


def _outcome(voice: Voice, part: Decided) -> Blocks:
    """What was found or decided, by whom and when; or when that is planned."""
    said = voice.dossier.assessment.at(part)
    if not isinstance(said, Decision):
        return voice.silence(part)
    outcome = voice.called(voice.asked.outcomes(part), said.outcome or "")
    planned = f"{voice.word('planned')}: {said.planned.words}" if said.planned else ""
    told = (outcome, said.by, said.date.words if said.date else planned)
    return (line(", ".join(filter(None, told))),) if any(told) else voice.silence(part)
