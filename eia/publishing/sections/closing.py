"""Screening, decision, review and sign-off."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from eia.document.labelled import labelled
from eia.document.tree import Blocks, Row, Table
from eia.index import Site
from eia.model.assessment import Approval, Decision
from eia.model.part import Nothing
from eia.model.profile import Decided
from eia.model.prose import Prose
from eia.model.vocabulary import plainly
from eia.publishing.sections.own import own_facts
from eia.publishing.voice import Voice, below, line

SIGNATURE: Mapping[str, Callable[[Approval], str | None]] = {
    "role": lambda one: one.role,
    "name": lambda one: one.name,
    "date": lambda one: one.date.words if one.date else None,
    "decision": lambda one: one.decision,
}
"""The columns of the sign-off. A role is enough to sign: where nobody has a name or a decision, there is no column for it."""


def screening(voice: Voice) -> Blocks:
    """The outcome of screening, where there was one, or where this kind of assessment is made of it."""
    return _outcome(voice, "screening", voice.dossier.assessment.screening)


def decision(voice: Voice) -> Blocks:
    """What was decided."""
    return _outcome(voice, "decision", voice.dossier.assessment.decision)


def _outcome(voice: Voice, part: Decided, said: Decision | None) -> Blocks:
    if said is None:
        return voice.silence(part)
    site = voice.dossier.site((part,))
    outcome = voice.called(voice.asked.outcomes(part), said.outcome or "")
    facts = (("outcome", outcome), ("by", said.by), ("planned", said.planned), ("date", said.date))
    told = (
        *voice.facts(facts, site),
        *_text(voice, "because", said.because, site),
        *_text(voice, "conditions", said.conditions, site),
        *own_facts(voice, part, said),
    )
    return told or voice.silence(part)


def _text(voice: Voice, key: str, said: Prose | None, site: Site) -> Blocks:
    """Running text under its label, or that the form asks for it and nothing is said."""
    if said:
        return labelled(voice.word(key), voice.prose(said))
    asked = voice.requires(*map(str, site.route), key)
    return labelled(voice.word(key), voice.unanswered(at=below(site, key))) if asked else ()


def review(voice: Voice) -> Blocks:
    """When it will be looked at again."""
    said = voice.dossier.assessment.review
    if said is None:
        return voice.silence("review")
    site = voice.dossier.site(("review",))
    facts = voice.facts((("date", said.date), ("by", said.by)), site)
    measures = _text(voice, "measures", said.measures, site)
    return (*facts, *measures, *own_facts(voice, "review", said)) or voice.silence("review")


def approvals(voice: Voice) -> Blocks:
    """Who signed, and who has yet to sign; without a signature it says so."""
    signed = voice.dossier.assessment.approvals
    if isinstance(signed, Nothing):
        return voice.none(signed)
    site = voice.dossier.site(("approvals",))
    asked = voice.asked.holds("approvals") and not voice.lost_in(site)
    wanted = voice.asked.unsigned if asked else {}
    if not signed and not wanted:
        return voice.silence("approvals", "not-signed")
    columns = [key for key in SIGNATURE if key not in Approval.ALIKE or any(one.has_said(key) for one in signed or ())]
    signatures = (_signature(voice, one, columns) for one in signed or ())
    gaps = (_gap(voice, one.label or key, columns) for key, one in wanted.items())
    rows = (*signatures, *gaps)
    table = Table("", tuple(map(voice.word, columns)), rows)
    return (table, *(voice.unread() if voice.lost_in(site) else ()))


def _signature(voice: Voice, one: Approval, columns: list[str]) -> Row:
    _, *others = columns
    return Row((_role(voice, one), *(_said(voice, SIGNATURE[key](one)) for key in others)))


def _role(voice: Voice, one: Approval) -> Blocks:
    """In which role somebody signed, beside the capacity that the form has for them."""
    known = voice.profile.signatories
    key = voice.asked.capacity(one)
    capacity = known[key].label or key if key else one.as_ or ""
    if not one.role or plainly(one.role) in (plainly(key), plainly(capacity)):
        return _said(voice, capacity)
    return labelled(capacity, (line(one.role),)) if capacity else (line(one.role),)


def _gap(voice: Voice, signatory: str, columns: list[str]) -> Row:
    return Row(((line(signatory),), *(voice.unanswered("not-signed") for _ in columns[1:])), to_sign=True)


def _said(voice: Voice, words: str | None) -> Blocks:
    return (line(words),) if words else voice.unanswered()
