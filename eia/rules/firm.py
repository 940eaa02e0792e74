"""What can be set aside, by whatever means: with a reason, a rule that is not firm, and nothing else that is ever told."""

from __future__ import annotations

from eia.diagnostics.shown import nearest, quoted
from eia.rules import ALL
from eia.rules.manual import known

CAN_BE_SET_ASIDE = frozenset(rule.id for rule in ALL if not rule.firm)
"""The names of all rules that somebody may set aside, with a reason."""


def of_reading() -> frozenset[str]:
    """The names of what is told before any rule is asked, or of what sets rules aside: none of it is a rule."""
    return frozenset(known()).difference(rule.id for rule in ALL)


def is_reason(words: str) -> bool:
    """Whether somebody gives a reason: a dash or a dot is none."""
    return any(map(str.isalpha, words))


def refused(name: str) -> tuple[str, str] | None:
    """What to say where somebody sets aside what cannot be, and what to do; nothing where it can."""
    if name in CAN_BE_SET_ASIDE:
        return None
    if name in known():
        return f"`{name}` cannot be set aside", "Mend what it finds."
    help = nearest(name, sorted(CAN_BE_SET_ASIDE), "`eia rules` lists the rules.")
    return f"there is no rule {quoted(name)} that can be set aside", help
