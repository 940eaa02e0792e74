"""Figures: numbers that agree with themselves and with each other."""

from __future__ import annotations

from eia.rules.figures.change_disagrees import change_disagrees
from eia.rules.figures.comparator_missing import comparator_missing
from eia.rules.figures.difference_without_levels import difference_without_levels
from eia.rules.figures.fact_restated_differently import fact_restated_differently
from eia.rules.figures.missing_base import missing_base
from eia.rules.figures.overlapping_bands import overlapping_bands
from eia.rules.figures.percent_count_mismatch import percent_count_mismatch
from eia.rules.figures.point_percent_confusion import point_percent_confusion
from eia.rules.figures.ratio_disagrees import ratio_disagrees
from eia.rules.figures.self_comparison import self_comparison
from eia.rules.figures.shares_exceed_whole import shares_exceed_whole
from eia.rules.figures.small_base import small_base
from eia.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    percent_count_mismatch,
    shares_exceed_whole,
    change_disagrees,
    point_percent_confusion,
    ratio_disagrees,
    fact_restated_differently,
    self_comparison,
    overlapping_bands,
    comparator_missing,
    difference_without_levels,
    missing_base,
    small_base,
)
