"""What can be wrong with a file before anyone asks what it says."""

from __future__ import annotations

from dataclasses import dataclass

from eia.text.change import Fix
from eia.text.span import Span


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong with the characters or the YAML of a file, in words for people who write neither every day."""

    rule: str
    message: str
    span: Span
    help: str = ""
    related: tuple[tuple[Span, str], ...] = ()
    warning: bool = False
    fix: Fix | None = None
