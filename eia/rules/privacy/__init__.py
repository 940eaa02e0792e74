"""Privacy: nothing of a single person that a published record should not hold."""

from __future__ import annotations

from eia.rules.privacy.contact_detail import contact_detail
from eia.rules.rule import Rule

RULES: tuple[Rule, ...] = (contact_detail,)
