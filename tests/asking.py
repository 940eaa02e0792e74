"""What tests ask of the program again and again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from eia.diagnostics.diagnostic import Diagnostic
from eia.linting import Checked, lint
from eia.settings import Choice

AS_OF = date(2026, 6, 1)
"""The day that is today in the examples of pages and in the cases."""
EVERY_RULE = Choice("review")

SLIPS = (
    "unreadable-file",
    "broken-yaml",
    "unknown-kind",
    "wrong-shape",
    "unknown-key",
    "duplicate-key",
    "swallowed-text",
)
"""A case with one of these would be silent for the wrong reason."""

OPEN = ("missing-answer", "aim-not-addressed", "intersection-missing")
"""What a file of a few lines leaves open, whatever else it is about."""

PUBLISHED = Path("assessments/mopac-action-plan-2020")
MENDED = Path("assessments/mopac-action-plan-2020-mended")


def broken(checked: Checked, rule: str) -> list[Diagnostic]:
    """The diagnostics of one rule."""
    return [one for one in checked.diagnostics if one.rule == rule]


def assessment(folder: Path, body: str, *, status: str = "in-review", name: str = "a") -> Path:
    """A file with a minimal head and this body."""
    path = folder / f"{name}.eia.yaml"
    path.write_text(
        f"assessment: {name}\nprofile: gb-equality-act\nstatus: {status}\n{body}", encoding="utf-8", newline=""
    )
    return path


def found(folder: Path, body: str, *, status: str = "in-review") -> list[tuple[str, str]]:
    """Rule and underlined words of everything that is wrong with such a file, but for all that so small a file leaves open."""
    checked = lint([assessment(folder, body, status=status)])
    return [(one.rule, one.text.slice(one.span)) for one in checked.diagnostics if one.rule not in OPEN]
