"""A label as it stands before its value."""

from __future__ import annotations

ENDINGS = (".", "?", "!", ":", "\N{HORIZONTAL ELLIPSIS}")
"""Signs after which no other is put."""


def with_colon(label: str) -> str:
    """The label with a colon, where it does not end in a sign of its own."""
    return label if label.endswith(ENDINGS) else f"{label}:"
