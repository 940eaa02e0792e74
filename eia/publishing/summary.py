"""From a dossier to its summary: two or three pages for those who will not read the whole, each answer in few words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from eia.diagnostics.diagnostic import Diagnostic, in_order
from eia.document.beginning import beginning, begun
from eia.document.labelled import labelled, led_by
from eia.document.landed import landed
from eia.document.tree import Block, Blocks, Document, Heading, Listing, Row, Table, Words
from eia.index import Site
from eia.model.assessment import Approval, Decision
from eia.model.evidence import Engagement
from eia.model.part import Nothing
from eia.model.plan import Action
from eia.model.profile import Decided
from eia.model.prose import Prose
from eia.project import Dossier
from eia.publishing import typeset
from eia.publishing.frame import framed, open_points
from eia.publishing.sections import affected, glance, opening, plan
from eia.publishing.sections.brief import link
from eia.publishing.sections.summary import QUESTIONS, authored
from eia.publishing.voice import Voice, below, capital, heading_anchor, lead, line

MOST = 4
"""So many things of one kind are told; of more, only their number follows."""
WIDTHS = (9, 52, 39)
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
        yield from opening.how_open(voice, still_open, "open-points-in-the-whole")
    for question, word in QUESTIONS.items():
        if said := authored(voice, question) or TAKEN[question](voice):
            yield from (Heading(1, (Words(voice.word(word)),), heading_anchor(word)), *said)
    if contact := voice.prose(voice.dossier.assessment.contact):
        yield from (voice.heading("contact"), *contact)
    if withheld := voice.prose((voice.dossier.assessment.text or {}).get("withheld")):
        yield from (voice.heading("withheld"), *withheld)


def _about(voice: Voice) -> Blocks:
    """Whose it is, how far it has come, and which assessment this is the summary of."""
    assessment = voice.dossier.assessment
    return voice.facts(
        (
            ("body", assessment.body or voice.word("no-answer")),
            ("status", voice.word(voice.dossier.status)),
            ("version", assessment.version),
            ("dated", opening.written_out(voice.dossier.as_of)),
            ("reference", assessment.id),
        )
    )


def _proposed(voice: Voice) -> Blocks:
    """The beginning of the aims, with the list that it leads to."""
    policy = voice.dossier.assessment.policy
    whole = voice.prose(policy.aims) if policy else ()
    return begun(glance.aims(voice), whole) if whole else voice.silence("policy")


def _affected(voice: Voice) -> Blocks:
    """Whom it touches at all, and what it means for each group."""
    policy = voice.dossier.assessment.policy
    whom = (lead(voice.word("affects"), Words(policy.affects.words)),) if policy and policy.affects else ()
    return (*whom, *affected.affected(voice))


def _heard(voice: Voice) -> Blocks:
    """Each piece of engagement: who was asked, when, how many they were, what was heard and what it changed."""
    events = voice.dossier.assessment.engagement
    if isinstance(events, Nothing):
        return voice.none(events)
    told = [tuple(_event(voice, key, one)) for key, one in (events or {}).items()]
    return _listed(voice, told, voice.dossier.site(("engagement",)))


def _event(voice: Voice, key: str, event: Engagement) -> Iterator[Block]:
    site = voice.dossier.site(("engagement", key))
    name = capital(event.title or event.who or event.how or key)
    when = (
        event.when.words if event.when else f"{voice.word('planned')}: {event.planned.words}" if event.planned else ""
    )
    about = "; ".join(filter(None, (when, _how_many(event))))
    heard = _begun(voice, event.heard) or (() if event.planned else voice.unanswered(at=below(site, "heard")))
    label = f"{name} ({about})" if about else name
    yield from labelled(label, heard) if heard else (line(label),)
    if event.changed:
        yield from labelled(voice.word("changed"), _begun(voice, event.changed))


def _how_many(event: Engagement) -> str:
    """The first figure: how many people, or how many answers."""
    label, said = next(iter((event.figures or {}).items()), ("", None))
    return f"{label}: {typeset.figures(said)}" if said else ""


def _doing(voice: Voice) -> Blocks:
    """What, by whom and when: first what rows cite, and of a long plan no more than fits."""
    held, index = voice.dossier.plan, voice.dossier.index
    actions = [(held.site(route), one) for route, one in held.content.all_actions()]
    cited = sorted(actions, key=lambda one: not ((found := index.at(one[0])) and index.cites(found)))
    if not cited:
        return voice.silence("plan", at=held.site(()))
    head = tuple(map(voice.word, ("action", "does", "owner-and-date")))
    rows = tuple(_action(voice, site, one) for site, one in cited[:MOST])
    return (Table("", head, rows, WIDTHS), *_more(voice, len(cited), "plan"), *_unread(voice, held.site(())))


def _action(voice: Voice, site: Site, action: Action) -> Row:
    does = _begun(voice, action.does) or voice.unanswered(at=below(site, "does"))
    return Row(((line(action.id or voice.word("no-answer")),), does, plan.who_and_when(voice, action, site)))


def _not_known(voice: Voice) -> Blocks:
    """Each gap, of the whole and of the rows."""
    whole, site = voice.dossier.assessment.gaps, voice.dossier.site(("gaps",))
    said = [
        _begun(voice, one.what) or voice.unanswered(at=below(site, at))
        for at, one in enumerate(whole if isinstance(whole, tuple) else ())
    ]
    for route, row in voice.dossier.assessment.rows():
        of = voice.dossier.site(route)
        for at, gap in enumerate(row.gaps if isinstance(row.gaps, tuple) else ()):
            told = _begun(voice, gap.what) or voice.unanswered(at=below(of, "gaps", at))
            said.append(led_by((link(voice, of), Words(":")), told))
    if isinstance(whole, Nothing) and not said:
        return voice.none(whole, "no-gaps")
    return _listed(voice, said, site)


def _decided(voice: Voice) -> Blocks:
    """What was decided, by whom, when and why, or before that what was found on screening; and who has signed."""
    assessment = voice.dossier.assessment
    screened = _outcome(voice, "screening", assessment.screening) if assessment.decision is None else ()
    found = labelled(voice.word("screening"), screened) if screened else ()
    return (*found, *_outcome(voice, "decision", assessment.decision), *_signatures(voice))


def _outcome(voice: Voice, part: Decided, said: Decision | None) -> Blocks:
    if said is None:
        return voice.silence(part)
    outcome = voice.called(voice.asked.outcomes(part), said.outcome or "")
    when = said.date.words if said.date else f"{voice.word('planned')}: {said.planned.words}" if said.planned else ""
    told = ", ".join(filter(None, (outcome, said.by, when)))
    head = (lead(voice.word("outcome"), Words(told)),) if told else ()
    texts = (("because", said.because), ("conditions", said.conditions))
    texts_told = (labelled(voice.word(key), _begun(voice, prose)) for key, prose in texts if prose)
    unread = _unread(voice, voice.dossier.site((part,)))
    return (*head, *chain.from_iterable(texts_told), *unread) or voice.silence(part)


def _signatures(voice: Voice) -> Blocks:
    """Who has signed, in which role and when; and who has yet to."""
    said = voice.dossier.assessment.approvals
    if isinstance(said, Nothing):
        return labelled(voice.word("signed-by"), voice.none(said))
    signed = "; ".join(_signature(voice, one) for one in said or ())
    wanted = voice.asked.unsigned if voice.asked.holds("approvals") else {}
    missing = ", ".join(one.label or key for key, one in wanted.items())
    told = (("signed-by", signed), ("not-signed", missing))
    lines = tuple(lead(voice.word(key), Words(who)) for key, who in told if who)
    return lines or voice.silence("approvals", "not-signed")


def _signature(voice: Voice, one: Approval) -> str:
    known = voice.profile.signatories
    key = voice.asked.capacity(one)
    role = one.role or (known[key].label or key if key else one.as_) or voice.word("no-answer")
    return ", ".join(filter(None, (role, one.date.words if one.date else "")))


def _begun(voice: Voice, prose: Prose | None) -> Blocks:
    return beginning(voice.prose(prose))


def _listed(voice: Voice, items: list[Blocks], site: Site) -> Blocks:
    """No more of a part than fits, and that something of it could not be read; or that nothing is said."""
    if not items:
        return voice.silence(str(site.route[0]))
    more = _more(voice, len(items), str(site.route[0]))
    return (Listing(tuple(items[:MOST])), *more, *_unread(voice, site))


def _unread(voice: Voice, site: Site) -> Blocks:
    """That something of a part could not be read."""
    return voice.unread() if voice.lost_in(site) else ()


def _more(voice: Voice, number: int, section: str) -> Blocks:
    """How many of them are not told here, and under which heading they stand in the whole."""
    if number <= MOST:
        return ()
    return (lead(voice.word("more-in-the-whole"), Words(f"{number - MOST} ({voice.title(section)})")),)


TAKEN: Mapping[str, Say] = {
    "proposed": _proposed,
    "affected": _affected,
    "heard": _heard,
    "doing": _doing,
    "not-known": _not_known,
    "decided": _decided,
}
"""What each question is answered with where its author did not: by the keys of `summary:`."""
