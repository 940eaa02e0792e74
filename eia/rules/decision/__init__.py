"""Decision: what was decided, who signed, in which order, and when it is looked at again."""

from __future__ import annotations

from eia.rules.decision.decision_before_assessment import decision_before_assessment
from eia.rules.decision.inconsistent_outcome import inconsistent_outcome
from eia.rules.decision.missing_sign_off import missing_sign_off
from eia.rules.decision.overdue_review import overdue_review
from eia.rules.decision.review_before_decision import review_before_decision
from eia.rules.decision.self_approval import self_approval
from eia.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    inconsistent_outcome,
    decision_before_assessment,
    missing_sign_off,
    self_approval,
    overdue_review,
    review_before_decision,
)
