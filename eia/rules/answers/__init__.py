"""Answers: what the form asks is answered, and nothing else."""

from __future__ import annotations

from eia.rules.answers.answer_without_reason import answer_without_reason
from eia.rules.answers.half_said import half_said
from eia.rules.answers.missing_answer import missing_answer
from eia.rules.answers.needless_answer import needless_answer
from eia.rules.answers.placeholder_text import placeholder_text
from eia.rules.answers.unanswered_question import unanswered_question
from eia.rules.answers.unknown_choice import unknown_choice
from eia.rules.answers.unknown_question import unknown_question
from eia.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    missing_answer,
    unanswered_question,
    answer_without_reason,
    half_said,
    placeholder_text,
    needless_answer,
    unknown_question,
    unknown_choice,
)
