"""Engagement: who was asked, and whether that was in time."""

from __future__ import annotations

from eia.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
