"""Wording: text that a reader outside the organisation understands."""

from __future__ import annotations

from eia.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
