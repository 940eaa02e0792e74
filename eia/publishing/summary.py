"""From a dossier to its summary: two or three pages for those who will not read the whole, each answer in few words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from eia.diagnostics.diagnostic import Diagnostic, in_order
from eia.document.beginning import beginning
from eia.document.labelled import labelled, led_by
from eia.document.landed import landed
from eia.document.tree import Block, Blocks, Document, Emphasis, Heading, Inline, Listing, Paragraph, Words
from eia.index import Site
from eia.model import row as model
from eia.model.assessment import Approval
from eia.model.evidence import Engagement
from eia.model.part import Nothing
from eia.model.plan import Action
from eia.model.prose import Prose
from eia.model.vocabulary import words_of
from eia.project import Dossier
from eia.publishing.frame import framed, open_points
from eia.publishing.sections import glance, opening
from eia.publishing.sections.brief import every_row, link, rated
from eia.publishing.sections.summary import QUESTIONS, authored
from eia.publishing.voice import Voice, capital, heading_anchor, joined, lead, line

MOST = 5
"""So many things of one kind are told; of more, only their number follows."""
REASONS = 8
"""Of so many rows the reason is told."""
HARMLESS = frozenset(("positive", "none"))
"""The directions of a rating by which nobody loses."""
Say = Callable[[Voice], Blocks]


def summarised(dossier: Dossier, diagnostics: Iterable[Diagnostic] = (), draft: bool = False) -> Document:
    """The summary. What the author wrote for it stands in it whole; anything else is the beginning of what the record says."""
    voice = Voice(dossier, in_order(diagnostics))
    blocks = tuple(_blocks(voice, draft))
    sort = capital(f"{voice.word('keywords')}: {voice.word('summary-of')}")
    return landed(framed(voice, blocks, draft, sort))


def _blocks(voice: Voice, draft: bool) -> Iterator[Block]:
    yield line(voice.word("summary-says"))
    yield from _about(voice)
    still_open = open_points(voice, draft)
    if still_open is not None:
        yield from opening.how_open(voice, still_open)
    for question, word in QUESTIONS.items():
        yield Heading(1, (Words(voice.word(word)),), heading_anchor(word))
        yield from authored(voice, question) or TAKEN[question](voice)
    if contact := voice.prose(voice.dossier.assessment.contact):
        yield from (voice.heading("contact"), *contact)
    if withheld := voice.prose((voice.dossier.assessment.text or {}).get("withheld")):
        yield from (voice.heading("withheld"), *withheld)


def _about(voice: Voice) -> Blocks:
    """Who decides, how far it has come, and which assessment this is the summary of."""
    assessment = voice.dossier.assessment
    return voice.facts(
        (
            ("body", assessment.body or voice.word("no-answer")),
            ("status", voice.word(voice.dossier.status)),
            ("version", assessment.version),
            ("reference", assessment.id),
        )
    )


def _proposed(voice: Voice) -> Blocks:
    """The beginning of the aims, with the list that it leads to."""
    return glance.aims(voice)


def _affected(voice: Voice) -> Blocks:
    """The rows by what they were rated: first those that lose or may lose, the gravest with the reason; then the others."""
    policy = voice.dossier.assessment.policy
    whom = (lead(voice.word("affects"), Words(policy.affects.words)),) if policy and policy.affects else ()
    rows = sorted(every_row(voice), key=lambda one: _order(voice, one[1]))
    by_rating: dict[str, list[tuple[Inline, Blocks]]] = {}
    for at, (site, row) in enumerate(rows):
        why = _why(voice, row) if at < REASONS and not _is_harmless(voice, row) else ()
        by_rating.setdefault(_rated(voice, site, row), []).append((link(voice, site), why))
    items = tuple(tuple(_group(rating, told)) for rating, told in by_rating.items())
    return (*whom, *((Listing(items),) if items else voice.silence("characteristics")))


def _group(rating: str, rows: list[tuple[Inline, Blocks]]) -> Iterator[Block]:
    """A rating with those that have it: by their names, and those with a reason each by itself."""
    names = [name for name, why in rows if not why]
    reasons = tuple(led_by((name, Words(":")), why) for name, why in rows if why)
    yield lead(rating, *joined(names))
    yield from (Listing(reasons),) if reasons else ()


def _order(voice: Voice, row: model.Row) -> tuple[bool, int]:
    """Whoever loses nothing comes last, and before them the graver impact first, where the form knows how grave each is."""
    levels = words_of(voice.profile.levels)
    found = [levels.index(level) for _, one in voice.asked.counting(row) if (level := voice.profile.level(one))]
    return _is_harmless(voice, row), -max(found, default=-1)


def _is_harmless(voice: Voice, row: model.Row) -> bool:
    """Whether all that the ratings of a row say is that nobody loses."""
    directions = voice.asked.directions(row)
    return bool(directions) and directions <= HARMLESS


def _rated(voice: Voice, site: Site, row: model.Row) -> str:
    """Its ratings, each once; for which aims stands in the whole."""
    return ", ".join(dict.fromkeys(rating for _, rating in rated(voice, site, row)))


def _why(voice: Voice, row: model.Row) -> Blocks:
    reasons = row.because.values() if isinstance(row.because, Mapping) else (row.because, row.not_assessed)
    return next(filter(None, (_begun(voice, one) for one in reasons)), ()) or voice.unanswered()


def _heard(voice: Voice) -> Blocks:
    """Each piece of engagement: who was asked, when, and what was heard."""
    events = voice.dossier.assessment.engagement
    if not events or isinstance(events, Nothing):
        return voice.none(events) if isinstance(events, Nothing) else voice.silence("engagement")
    return _listed(voice, [tuple(_event(voice, key, one)) for key, one in events.items()])


def _event(voice: Voice, key: str, event: Engagement) -> Iterator[Block]:
    planned = f"{voice.word('planned')}: {event.planned.words}" if event.planned else ""
    when = event.when.words if event.when else planned
    name = capital(event.title or event.who or event.how or key)
    heard = _begun(voice, event.heard) or (() if event.planned else voice.unanswered())
    yield from labelled(f"{name} ({when})" if when else name, heard) if heard else (line(f"{name} ({when})"),)


def _doing(voice: Voice) -> Blocks:
    """What, by whom and when: first what rows cite, and of a long plan no more than fits."""
    plan = voice.dossier.plan
    index = voice.dossier.index
    actions = list(plan.content.all_actions())
    cited = sorted(actions, key=lambda one: not index.cites(found) if (found := index.at(plan.site(one[0]))) else True)
    return (
        _listed(voice, [_action(voice, one) for _, one in cited]) if cited else voice.silence("plan", at=plan.site(()))
    )


def _action(voice: Voice, action: Action) -> Blocks:
    due = action.due
    when = ", ".join(one.words for one in due.values()) if isinstance(due, Mapping) else due.words if due else ""
    promised = f"{action.owner or voice.word('no-owner')}, {when or voice.word('no-date')}"
    *above, last = labelled(action.id or voice.word("no-answer"), _begun(voice, action.does) or voice.unanswered())
    by = Emphasis((Words(promised),))
    if isinstance(last, Paragraph):
        return (*above, replace(last, content=(*last.content, Words(" "), by)))
    return (*above, last, Paragraph((by,)))


def _not_known(voice: Voice) -> Blocks:
    """Each gap, of the whole and of the rows."""
    whole = voice.dossier.assessment.gaps
    said = [_begun(voice, one.what) or voice.unanswered() for one in whole] if isinstance(whole, tuple) else []
    for site, row in every_row(voice):
        for gap in row.gaps if isinstance(row.gaps, tuple) else ():
            said.append(led_by((link(voice, site), Words(":")), _begun(voice, gap.what) or voice.unanswered()))
    if said:
        return _listed(voice, said)
    return voice.none(whole, "no-gaps") if isinstance(whole, Nothing) else voice.silence("gaps")


def _decided(voice: Voice) -> Blocks:
    """What was decided, by whom, when and why; and who has signed."""
    said = voice.dossier.assessment.decision
    signed = voice.dossier.assessment.approvals
    roles = [_signature(one) for one in signed] if isinstance(signed, tuple) else []
    signatures = voice.facts((("signed-by", "; ".join(roles) or None),))
    if said is None:
        return (*voice.silence("decision"), *signatures)
    outcome = voice.called(voice.asked.outcomes("decision"), said.outcome or "")
    facts = voice.facts((("outcome", outcome), ("by", said.by), ("planned", said.planned), ("date", said.date)))
    why = labelled(voice.word("because"), _begun(voice, said.because)) if said.because else ()
    return (*facts, *why, *signatures) or voice.silence("decision")


def _signature(one: Approval) -> str:
    return ", ".join(filter(None, (one.role or one.as_, one.date.words if one.date else "")))


def _begun(voice: Voice, prose: Prose | None) -> Blocks:
    return beginning(voice.prose(prose))


def _listed(voice: Voice, items: list[Blocks]) -> Blocks:
    return (Listing(tuple(items[:MOST])), *_more(voice, len(items)))


def _more(voice: Voice, number: int) -> Blocks:
    """How many of them are not told here."""
    return (lead(voice.word("more-in-the-whole"), Words(str(number - MOST))),) if number > MOST else ()


TAKEN: Mapping[str, Say] = {
    "proposed": _proposed,
    "affected": _affected,
    "heard": _heard,
    "doing": _doing,
    "not-known": _not_known,
    "decided": _decided,
}
"""What each question is answered with where its author did not: by the keys of `summary:`."""
