"""Actions: what will be done, by whom, by when, and for whom."""

from __future__ import annotations

from eia.rules.actions.copied_mitigations import copied_mitigations
from eia.rules.actions.deferred_assessment import deferred_assessment
from eia.rules.actions.group_without_action import group_without_action
from eia.rules.actions.overdue_action import overdue_action
from eia.rules.actions.self_referential_mitigation import self_referential_mitigation
from eia.rules.actions.uncited_action import uncited_action
from eia.rules.actions.vague_deadline import vague_deadline
from eia.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    uncited_action,
    group_without_action,
    self_referential_mitigation,
    deferred_assessment,
    overdue_action,
    vague_deadline,
    copied_mitigations,
)
