"""Every rule, in the order of the manual: references, structure, substance, figures, wording."""

from __future__ import annotations

from eia.rules.ambiguous_reference import ambiguous_reference
from eia.rules.answer_without_reason import answer_without_reason
from eia.rules.circular_reference import circular_reference
from eia.rules.contradictory_row import contradictory_row
from eia.rules.duplicate_id import duplicate_id
from eia.rules.half_said import half_said
from eia.rules.inconsistent_outcome import inconsistent_outcome
from eia.rules.lookalike_reference import lookalike_reference
from eia.rules.malformed_id import malformed_id
from eia.rules.missing_answer import missing_answer
from eia.rules.missing_characteristic import missing_characteristic
from eia.rules.missing_rating import missing_rating
from eia.rules.missing_sign_off import missing_sign_off
from eia.rules.needless_answer import needless_answer
from eia.rules.percent_count_mismatch import percent_count_mismatch
from eia.rules.placeholder_text import placeholder_text
from eia.rules.rating_without_evidence import rating_without_evidence
from eia.rules.rating_without_reason import rating_without_reason
from eia.rules.reference_case_mismatch import reference_case_mismatch
from eia.rules.repeated_reference import repeated_reference
from eia.rules.rule import Problem, Rule
from eia.rules.section_title_mismatch import section_title_mismatch
from eia.rules.stray_separator import stray_separator
from eia.rules.unanswered_question import unanswered_question
from eia.rules.uncited_action import uncited_action
from eia.rules.unknown_characteristic import unknown_characteristic
from eia.rules.unknown_choice import unknown_choice
from eia.rules.unknown_previous import unknown_previous
from eia.rules.unknown_question import unknown_question
from eia.rules.unknown_rating import unknown_rating
from eia.rules.unknown_reference import unknown_reference
from eia.rules.unknown_section import unknown_section
from eia.rules.unsupported_prose import unsupported_prose
from eia.rules.unused_evidence import unused_evidence
from eia.rules.unused_source import unused_source

ALL: tuple[Rule, ...] = (
    unknown_reference,
    ambiguous_reference,
    reference_case_mismatch,
    lookalike_reference,
    circular_reference,
    repeated_reference,
    stray_separator,
    section_title_mismatch,
    duplicate_id,
    malformed_id,
    unknown_characteristic,
    missing_characteristic,
    missing_rating,
    contradictory_row,
    unknown_rating,
    unknown_section,
    unknown_question,
    unknown_choice,
    unanswered_question,
    answer_without_reason,
    needless_answer,
    inconsistent_outcome,
    missing_answer,
    missing_sign_off,
    half_said,
    unknown_previous,
    uncited_action,
    unused_source,
    unused_evidence,
    rating_without_evidence,
    rating_without_reason,
    percent_count_mismatch,
    placeholder_text,
    unsupported_prose,
)

__all__ = ["ALL", "Problem", "Rule"]
