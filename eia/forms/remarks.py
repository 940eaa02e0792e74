"""What a form says about its keys and words, in sentences: for whoever fills it in, never printed as an answer."""

from __future__ import annotations

from collections.abc import Mapping

from eia.diagnostics.shown import listed
from eia.document.label import ENDINGS
from eia.model.profile import Profile
from eia.model.terms import Terms
from eia.model.vocabulary import EVERY, Named, Question, RatingWord, of_kind, plainly, words_of


def remarks(profile: Profile, kind: str) -> dict[str, str]:
    """By the key above which it stands: the guidance, and which words may stand there."""
    offered = {key: f"Choices: {listed(words_of(words))}." for key, words in profile.choices.items()}
    offered["characteristics.impact"] = _choices(profile.ratings)
    for part, words in profile.outcomes.items():
        offered[f"{part}.outcome"] = _choices(of_kind(words, kind))
    return {key: together(profile.guidance.get(key), offered.get(key)) for key in (*profile.guidance, *offered)}


def together(*sentences: str | None) -> str:
    """What is said, one after the other."""
    return " ".join(" ".join(one.split()) for one in sentences if one)


def sentence(words: str) -> str:
    """Words with a full stop, where they do not end in a sign of their own."""
    return words if not words or words.endswith(ENDINGS) else f"{words}."


def _choices(words: Mapping[str, Named]) -> str:
    return f"Choices: {listed([_called(key, word) for key, word in words.items()])}." if words else ""


def _called(key: str, word: Named) -> str:
    """A word, and what the document calls it where that is something else."""
    label = _label(key, word)
    return f"{key} ({label})" if label else key


def _label(key: str, word: Named) -> str:
    return "" if plainly(word.label) == plainly(key) else word.label


def of_word(key: str, word: Named) -> str:
    """What a word of the form is called, where that is not itself, and what the form says about it."""
    return together(sentence(_label(key, word)), word.says, _counts_as(key, word))


def _counts_as(key: str, word: Named) -> str:
    means = ", ".join(words_of(word.means)) if isinstance(word, RatingWord) else ""
    return f"Counts as: {means}." if means and means != key else ""


def of_question(profile: Profile, key: str) -> str:
    """How a question is asked, with its number; how it may be answered; and when it is asked at all."""
    question = profile.questions[key]
    choices = words_of(question.choices)
    return together(
        f"{question.number}." if question.number else "",
        sentence(question.label) or sentence(key),
        question.says,
        profile.guidance.get(f"answers.{key}"),
        f"Answers: {', '.join(choices)}." if choices else "",
        _needs_a_reason(question),
        *(_asked_if(profile, other, answer) for other, answer in (question.when or {}).items()),
    )


def _needs_a_reason(question: Question) -> str:
    """When a reason is wanted; nothing where an answer is reason enough."""
    wanted = words_of(question.because)
    if not wanted:
        return ""
    return "Give the reason." if EVERY in wanted else f"With {' or '.join(wanted)}, give the reason."


def _asked_if(profile: Profile, other: str, answers: Terms) -> str:
    asked = profile.questions.get(other)
    called = f"question {asked.number}" if asked and asked.number else f"`{other}`"
    return f"Answer only if {called} is answered {' or '.join(words_of(answers))}."


def law_of(profile: Profile, word: Named) -> str:
    """Where the law or guidance says what a word of the form rests on; nothing where it rests on none."""
    return "; ".join(one.reference for one in profile.basis(word.law) if one.reference)
