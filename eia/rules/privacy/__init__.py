"""Privacy: what a published record should not tell of a single person."""

from __future__ import annotations

from eia.rules.privacy.contact_detail import contact_detail
from eia.rules.privacy.named_individual import named_individual
from eia.rules.privacy.recoverable_suppression import recoverable_suppression
from eia.rules.privacy.small_count import small_count
from eia.rules.privacy.unplaced_number import unplaced_number
from eia.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    contact_detail,
    named_individual,
    small_count,
    recoverable_suppression,
    unplaced_number,
)
