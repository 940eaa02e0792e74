"""Coverage: who is looked at, under which name, and for which aim of the duty."""

from __future__ import annotations

from eia.rules.coverage.missing_characteristic import missing_characteristic
from eia.rules.coverage.unknown_characteristic import unknown_characteristic
from eia.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    unknown_characteristic,
    missing_characteristic,
)
