"""The questions of the form with their answers, and what those who sign declare: in whichever section the form puts them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from eia.document.tree import Block, Blocks, Words
from eia.forms.remarks import ENDINGS
from eia.index import Site
from eia.model.assessment import Assessment
from eia.model.row import Answer
from eia.model.vocabulary import Declaration, chosen, has, plainly
from eia.publishing.voice import Voice, below, labelled, led_by

UNPLACED = "answers"
"""The section of questions that the form puts in no other, and of answers to what it does not ask."""
SIGNED = "approvals"
"""The section of declarations that the form puts in no other."""


def sections(voice: Voice) -> Iterator[str]:
    """The names of the sections in which questions are answered or something is declared."""
    site = voice.dossier.site(())
    yield from (voice.section(("answers", key)) for key in _of_whole(voice))
    yield from (one.section or SIGNED for one in voice.profile.declarations.values() if _is_made(voice, one))
    yield from (UNPLACED,) if voice.lost_in(below(site, "answers")) else ()


def asked_in(voice: Voice, section: str) -> Blocks:
    """The questions that a section prints, each as it was answered."""
    given = voice.dossier.assessment.answers or {}
    keys = [key for key in _of_whole(voice) if voice.section(("answers", key)) == section]
    site = voice.dossier.site(("answers",))
    return tuple(block for key in keys for block in _question(voice, key, given.get(key), below(site, key)))


def _of_whole(voice: Voice) -> list[str]:
    """What is asked of the whole assessment, and what was answered without being asked."""
    assessment, profile = voice.dossier.assessment, voice.profile
    given = assessment.answers or {}
    due = profile.asks(assessment.kind, None, given, {}) if profile.holds(assessment.kind, "answers") else {}
    return _in_order(voice, due, given)


def asked_of(voice: Voice, group: str, given: Mapping[str, Answer], site: Site, owed: bool) -> Iterator[Block]:
    """The questions about one group with their answers; `owed` says whether those that nobody answered are asked.

    Not one whose answer could not be read: that there is one, stands at the end of the cell."""
    assessment = voice.dossier.assessment
    due = voice.profile.asks(assessment.kind, group, given, assessment.answers or {}) if owed else {}
    for key in _in_order(voice, due, given):
        if key in given or not (voice.lost(site) or voice.lost_in(below(site, key))):
            yield from _question(voice, key, given.get(key), below(site, key))


def _in_order(voice: Voice, due: Collection[str], given: Collection[str]) -> list[str]:
    known = [key for key in voice.profile.questions if key in due or key in given]
    return [*known, *(key for key in given if key not in known)]


def _question(voice: Voice, key: str, said: Answer | None, site: Site) -> Iterator[Block]:
    told = voice.answer(key, said.answer) if said else ()
    yield from led_by((Words(_asked(voice, key)),), told or voice.unanswered(at=below(site, "answer")))
    yield from voice.prose(said.because) if said else ()


def _asked(voice: Voice, key: str) -> str:
    """The question as the form asks it, with its number; a name that the form does not know stands as it was written."""
    question = voice.profile.questions.get(key)
    asked = " ".join(filter(None, (question.number, question.label or key))) if question else key
    return asked if asked.endswith(ENDINGS) else f"{asked}:"


def declared_in(voice: Voice, section: str) -> Blocks:
    """What is declared in a section."""
    made = (one for one in voice.profile.declarations.values() if (one.section or SIGNED) == section)
    word = voice.word("declaration")
    return tuple(block for one in made if _is_made(voice, one) for block in labelled(word, voice.prose(one.label)))


def _is_made(voice: Voice, declaration: Declaration) -> bool:
    """Whether a declaration belongs to this kind of assessment, and to what was found or decided."""
    assessment, profile = voice.dossier.assessment, voice.profile
    kind = chosen(profile.kinds, assessment.kind)
    section = declaration.section or SIGNED
    if (kind and not has(declaration.kinds, kind)) or not _has_section(voice, section):
        return False
    return declaration.outcome is None or plainly(declaration.outcome) in map(plainly, outcomes(voice))


def _has_section(voice: Voice, section: str) -> bool:
    return not Assessment.knows(section) or voice.profile.holds(voice.dossier.assessment.kind, section)


def outcomes(voice: Voice) -> Iterator[str]:
    """The outcomes of the form that were found on screening or decided."""
    assessment = voice.dossier.assessment
    for part, said in (("screening", assessment.screening), ("decision", assessment.decision)):
        yield chosen(voice.outcomes(part), said.outcome if said else None)
