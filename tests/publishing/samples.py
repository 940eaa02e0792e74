"""The samples as Word documents, each made once for all the tests that read it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import eia

EVERYTHING = Path(__file__).parent / "everything"
SAMPLES = {path.name: path for path in (*sorted(Path("assessments").iterdir()), EVERYTHING) if path.is_dir()}
"""By their names: real ones, complete ones, and one with everything in it."""
PRINTED = (*SAMPLES, *(f"{name} in headings" for name in SAMPLES))
"""The samples in both layouts."""


@cache
def as_word(printed: str, template: Path | None = None) -> bytes:
    """A sample as a draft, which may have errors."""
    name, _, layout = printed.partition(" in ")
    path = SAMPLES[name] / "assessment.eia.yaml"
    return eia.export(path, draft=True, layout="headings" if layout else "table", template=template)
