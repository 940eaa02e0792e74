"""The questions of the form with their answers, and what those who sign declare: in whichever section the form puts them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from eia.document.label import with_colon
from eia.document.labelled import labelled, led_by
from eia.document.tree import Block, Blocks, Words
from eia.index import Site
from eia.model.row import Answer, Row
from eia.model.vocabulary import Declaration
from eia.publishing.voice import Voice, below

UNPLACED = "answers"
"""The section of questions that the form puts in no other, and of answers to what it does not ask."""
SIGNED = "approvals"
"""The section of declarations that the form puts in no other. It ends with signatures, and what is asked there stands above."""


def sections(voice: Voice) -> Iterator[str]:
    """The names of the sections in which questions are answered or something is declared."""
    site = voice.dossier.site(())
    yield from (voice.profile.section_of(("answers", key)) for key in _of_whole(voice))
    yield from (one.section or SIGNED for one in voice.profile.declarations.values() if _is_made(voice, one))
    yield from (UNPLACED,) if voice.lost_in(below(site, "answers")) else ()


def asked_in(voice: Voice, section: str) -> Blocks:
    """The questions that a section prints, each as it was answered."""
    given = voice.dossier.assessment.answers or {}
    keys = [key for key in _of_whole(voice) if voice.profile.section_of(("answers", key)) == section]
    site = voice.dossier.site(("answers",))
    return tuple(block for key in keys for block in _question(voice, key, given.get(key), below(site, key)))


def _of_whole(voice: Voice) -> list[str]:
    """What is asked of the whole assessment, and what was answered without being asked."""
    return _in_order(voice, voice.asked.questions, voice.dossier.assessment.answers or {})


def asked_of(voice: Voice, row: Row, site: Site) -> Iterator[Block]:
    """The questions about one row with their answers.

    Not one whose answer could not be read: that there is one, stands at the end of the cell."""
    given, place = row.answers or {}, below(site, "answers")
    for key in _in_order(voice, voice.asked.questions_of(site.route, row), given):
        if key in given or not (voice.lost(place) or voice.lost_in(below(place, key))):
            yield from _question(voice, key, given.get(key), below(place, key))


def _in_order(voice: Voice, due: Collection[str], given: Collection[str]) -> list[str]:
    known = [key for key in voice.profile.questions if key in due or key in given]
    return [*known, *(key for key in given if key not in known)]


def _question(voice: Voice, key: str, said: Answer | None, site: Site) -> Iterator[Block]:
    told = voice.answer(key, said.answer) if said else ()
    yield from led_by((Words(_asked(voice, key)),), told or voice.unanswered(at=below(site, "answer")))
    if said and said.because:
        yield from voice.prose(said.because)
    elif said and said.answer and _lacks_reason(voice, key, said.answer.words):
        yield from labelled(voice.word("because"), voice.unanswered(at=below(site, "because")))


def _lacks_reason(voice: Voice, key: str, said: str) -> bool:
    question = voice.profile.questions.get(key)
    return question is not None and question.wants_reason(voice.profile.answers(question, said))


def _asked(voice: Voice, key: str) -> str:
    """The question as the form asks it, with its number; a name that the form does not know stands as it was written."""
    question = voice.profile.questions.get(key)
    asked = " ".join(filter(None, (question.number, question.label or key))) if question else key
    return with_colon(asked)


def declared_in(voice: Voice, section: str) -> Blocks:
    """What is declared in a section."""
    made = (one for one in voice.profile.declarations.values() if (one.section or SIGNED) == section)
    word = voice.word("declaration")
    return tuple(block for one in made if _is_made(voice, one) for block in labelled(word, voice.prose(one.label)))


def _is_made(voice: Voice, declaration: Declaration) -> bool:
    """Whether a declaration belongs to this assessment, and to a section that its kind has."""
    section = declaration.section or SIGNED
    return voice.asked.declares(declaration) and all(
        map(voice.asked.holds, voice.profile.parts_in(section) or [section])
    )
