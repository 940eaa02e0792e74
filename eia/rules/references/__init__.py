"""References: every citation leads to one thing, and says which."""

from __future__ import annotations

from eia.rules.references.ambiguous_reference import ambiguous_reference
from eia.rules.references.circular_reference import circular_reference
from eia.rules.references.floating_pointer import floating_pointer
from eia.rules.references.lookalike_reference import lookalike_reference
from eia.rules.references.reference_case_mismatch import reference_case_mismatch
from eia.rules.references.repeated_reference import repeated_reference
from eia.rules.references.section_title_mismatch import section_title_mismatch
from eia.rules.references.stray_separator import stray_separator
from eia.rules.references.unknown_previous import unknown_previous
from eia.rules.references.unknown_reference import unknown_reference
from eia.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    unknown_reference,
    ambiguous_reference,
    reference_case_mismatch,
    lookalike_reference,
    circular_reference,
    repeated_reference,
    stray_separator,
    section_title_mismatch,
    unknown_previous,
    floating_pointer,
)
