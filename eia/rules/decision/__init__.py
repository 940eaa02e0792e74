"""Decision: what was decided, who signed, in which order, and when it is looked at again."""

from __future__ import annotations

from eia.rules.decision.inconsistent_outcome import inconsistent_outcome
from eia.rules.decision.missing_sign_off import missing_sign_off
from eia.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    inconsistent_outcome,
    missing_sign_off,
)
