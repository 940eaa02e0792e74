"""Wording: text that a reader outside the organisation understands."""

from __future__ import annotations

from eia.rules.rule import Rule
from eia.rules.wording.repeated_boilerplate import repeated_boilerplate

RULES: tuple[Rule, ...] = (repeated_boilerplate,)
