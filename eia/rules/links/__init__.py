"""Links: addresses that lead somewhere, and words that say where."""

from __future__ import annotations

from eia.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
