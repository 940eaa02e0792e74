"""What only people write: ratings, reasons, what was counted or heard, what was decided, and who somebody is."""

from __future__ import annotations

from eia.model.part import Route

JUDGED = frozenset(
    {
        *("impact", "because", "not-assessed", "none", "what"),
        *("decision", "screening", "outcome", "conditions", "approvals", "history", "waivers", "summary"),
        *("answers", "answer"),
        *("figures", "columns", "base", "total", "divides", "compared-with", "period", "place", "says", "heard"),
        *("planned", "came", "action", "due", "date", "when", "accessed", "until", "reviewed-on", "cost"),
        *("people", "contact", "participants", "by", "owner", "who", "name", "role"),
    }
)
"""Keys whose words are never changed by a program, with all that stands under them."""


def is_judgement(route: Route) -> bool:
    """Whether what stands at a route is a judgement, a figure, a date that was promised, or a person, which only people write."""
    return not JUDGED.isdisjoint(route)
