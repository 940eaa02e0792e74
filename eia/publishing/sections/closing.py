"""Screening, answers, decision, review and sign-off."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from eia.document.tree import Blocks, Row, Table
from eia.model.assessment import Approval, Decision
from eia.model.part import Nothing
from eia.publishing.voice import Voice, capital, labelled, line

SIGNATURE: Mapping[str, Callable[[Approval], str | None]] = {
    "role": lambda one: one.role,
    "name": lambda one: one.name,
    "date": lambda one: one.date.words if one.date else None,
    "decision": lambda one: one.decision,
}
"""The columns of the sign-off. A role is enough to sign, so that where nobody gives a name there is no column for it."""


def screening(voice: Voice) -> Blocks:
    """The outcome of screening, where there was one."""
    return _outcome(voice, voice.dossier.assessment.screening)


def decision(voice: Voice) -> Blocks:
    """What was decided."""
    return _outcome(voice, voice.dossier.assessment.decision) or voice.unanswered(at=voice.dossier.site(("decision",)))


def _outcome(voice: Voice, said: Decision | None) -> Blocks:
    if said is None:
        return ()
    outcome = capital(said.outcome or "")
    facts = voice.facts((("outcome", outcome), ("by", said.by), ("planned", said.planned), ("date", said.date)))
    return (*facts, *(labelled(voice.word("because"), voice.prose(said.because)) if said.because else ()))


def answers(voice: Voice) -> Blocks:
    """The profile's questions, as answered."""
    return tuple(
        block
        for question, answer in (voice.dossier.assessment.answers or {}).items()
        for block in (
            *labelled(question, voice.said(answer.answer) if answer.answer else voice.unanswered()),
            *voice.prose(answer.because),
        )
    )


def review(voice: Voice) -> Blocks:
    """When it will be looked at again."""
    said, silence = voice.dossier.assessment.review, voice.unanswered(at=voice.dossier.site(("review",)))
    if said is None:
        return silence
    facts = voice.facts((("date", said.date), ("by", said.by)))
    measures = labelled(voice.word("measures"), voice.prose(said.measures)) if said.measures else ()
    return (*facts, *measures) or silence


def approvals(voice: Voice) -> Blocks:
    """Who signed; without a signature it says so."""
    signed = voice.dossier.assessment.approvals
    if isinstance(signed, Nothing):
        return voice.none(signed)
    if not signed:
        return voice.unanswered("not-signed", voice.dossier.site(("approvals",)))
    columns = [key for key in SIGNATURE if key != "name" or any(one.name for one in signed)]
    rows = (Row(tuple(_said(voice, SIGNATURE[key](one)) for key in columns)) for one in signed)
    return (Table("", tuple(map(voice.word, columns)), tuple(rows)),)


def _said(voice: Voice, words: str | None) -> Blocks:
    return (line(words),) if words else voice.unanswered()
