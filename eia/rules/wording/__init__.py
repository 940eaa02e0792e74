"""Wording: text that a reader outside the organisation understands."""

from __future__ import annotations

from eia.rules.rule import Rule
from eia.rules.wording.discouraged_term import discouraged_term
from eia.rules.wording.inconsistent_name import inconsistent_name
from eia.rules.wording.long_sentence import long_sentence
from eia.rules.wording.redefined_acronym import redefined_acronym
from eia.rules.wording.repeated_boilerplate import repeated_boilerplate
from eia.rules.wording.undated_time_word import undated_time_word
from eia.rules.wording.undefined_acronym import undefined_acronym

RULES: tuple[Rule, ...] = (
    undefined_acronym,
    redefined_acronym,
    long_sentence,
    discouraged_term,
    inconsistent_name,
    repeated_boilerplate,
    undated_time_word,
)
