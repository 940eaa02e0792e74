"""Figures: numbers that agree with themselves and with each other."""

from __future__ import annotations

from eia.rules.figures.percent_count_mismatch import percent_count_mismatch
from eia.rules.figures.self_comparison import self_comparison
from eia.rules.rule import Rule

RULES: tuple[Rule, ...] = (percent_count_mismatch, self_comparison)
