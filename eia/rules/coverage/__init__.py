"""Coverage: who is looked at, under which name, and for which aim of the duty."""

from __future__ import annotations

from eia.rules.coverage.aim_not_addressed import aim_not_addressed
from eia.rules.coverage.aim_not_owed import aim_not_owed
from eia.rules.coverage.intersection_missing import intersection_missing
from eia.rules.coverage.missing_characteristic import missing_characteristic
from eia.rules.coverage.nonstatutory_name import nonstatutory_name
from eia.rules.coverage.out_of_order_row import out_of_order_row
from eia.rules.coverage.unknown_characteristic import unknown_characteristic
from eia.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    missing_characteristic,
    unknown_characteristic,
    nonstatutory_name,
    out_of_order_row,
    intersection_missing,
    aim_not_addressed,
    aim_not_owed,
)
