"""Engagement: who was asked, and whether that was in time."""

from __future__ import annotations

from eia.rules.engagement.affected_group_not_engaged import affected_group_not_engaged
from eia.rules.engagement.engagement_after_decision import engagement_after_decision
from eia.rules.engagement.engagement_count_mismatch import engagement_count_mismatch
from eia.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    affected_group_not_engaged,
    engagement_after_decision,
    engagement_count_mismatch,
)
