"""What the author wrote for those who will not read the whole, in the document as in its summary."""

from __future__ import annotations

from eia.document.labelled import labelled
from eia.document.tree import Blocks
from eia.model.prose import Prose
from eia.publishing.voice import Voice

QUESTIONS = {
    "proposed": "summary-proposed",
    "affected": "summary-affected",
    "heard": "summary-heard",
    "doing": "summary-doing",
    "not-known": "summary-not-known",
    "decided": "summary-decided",
}
"""What a summary answers, by the keys under which its author may do so, and the words of the form that ask it."""


def summary(voice: Voice) -> Blocks:
    """Each question with the author's answer; the rest of the document answers those that are left out."""
    told = ((word, authored(voice, key)) for key, word in QUESTIONS.items())
    return tuple(block for word, said in told if said for block in labelled(voice.word(word), said))


def authored(voice: Voice, question: str) -> Blocks:
    """The author's own answer to a question; nothing where there is none."""
    summary = voice.dossier.assessment.summary
    said = summary.at(question) if summary else None
    return voice.prose(said) if isinstance(said, Prose) else ()
