"""Wording: text that a reader outside the organisation understands."""

from __future__ import annotations

from eia.rules.rule import Rule
from eia.rules.wording.undefined_acronym import undefined_acronym

RULES: tuple[Rule, ...] = (undefined_acronym,)
