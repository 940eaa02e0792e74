"""Actions: what will be done, by whom, by when, and for whom."""

from __future__ import annotations

from eia.rules.actions.uncited_action import uncited_action
from eia.rules.rule import Rule

RULES: tuple[Rule, ...] = (uncited_action,)
