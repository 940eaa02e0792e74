"""Every rule, by family, in the order of the manual: first what an assessment is worked through by, then how it is written."""

from __future__ import annotations

from collections.abc import Mapping

from eia.rules import (
    actions,
    answers,
    coverage,
    decision,
    engagement,
    evidence,
    figures,
    links,
    privacy,
    ratings,
    references,
    structure,
    wording,
)
from eia.rules.rule import Problem, Rule

FAMILIES: Mapping[str, tuple[Rule, ...]] = {
    "answers": answers.RULES,
    "coverage": coverage.RULES,
    "engagement": engagement.RULES,
    "evidence": evidence.RULES,
    "figures": figures.RULES,
    "ratings": ratings.RULES,
    "actions": actions.RULES,
    "decision": decision.RULES,
    "references": references.RULES,
    "structure": structure.RULES,
    "wording": wording.RULES,
    "links": links.RULES,
    "privacy": privacy.RULES,
}
"""Each family by its name, which is that of its folder; the first line there says what it is about."""

ALL: tuple[Rule, ...] = tuple(rule for family in FAMILIES.values() for rule in family)

__all__ = ["ALL", "FAMILIES", "Problem", "Rule"]
