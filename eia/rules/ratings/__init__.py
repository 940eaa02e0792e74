"""Ratings: how the impact on each group is rated, what that rests on, and why."""

from __future__ import annotations

from eia.rules.ratings.contradictory_row import contradictory_row
from eia.rules.ratings.missing_rating import missing_rating
from eia.rules.ratings.negative_unmitigated import negative_unmitigated
from eia.rules.ratings.rating_without_evidence import rating_without_evidence
from eia.rules.ratings.rating_without_reason import rating_without_reason
from eia.rules.ratings.silence_read_as_no_harm import silence_read_as_no_harm
from eia.rules.ratings.uniform_ratings import uniform_ratings
from eia.rules.ratings.unknown_rating import unknown_rating
from eia.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    missing_rating,
    contradictory_row,
    unknown_rating,
    rating_without_evidence,
    rating_without_reason,
    silence_read_as_no_harm,
    negative_unmitigated,
    uniform_ratings,
)
