"""The samples as Word documents, each made once for all the tests that read it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import eia

EVERYTHING = Path(__file__).parent / "everything"
SAMPLES = {path.name: path for path in (*sorted(Path("assessments").iterdir()), EVERYTHING) if path.is_dir()}
"""By their names: real ones, complete ones, and one with everything in it."""


@cache
def as_word(name: str) -> bytes:
    """A sample as a draft, which may have errors."""
    return eia.export(SAMPLES[name] / "assessment.eia.yaml", draft=True)
