"""The samples as Word documents and as web pages, each made once for all the tests that read it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import eia
from eia.document.layout import Layout

EVERYTHING = Path(__file__).parent / "everything"
SAMPLES = {path.name: path for path in (*sorted(Path("assessments").iterdir()), EVERYTHING) if path.is_dir()}
"""By their names: real ones, complete ones, and one with everything in it."""
PRINTED = (*SAMPLES, *(f"{name} in headings" for name in SAMPLES))
"""The samples in both layouts."""


@cache
def as_word(printed: str, template: Path | None = None) -> bytes:
    """A sample as a draft, which may have errors."""
    path, layout = _found(printed)
    return eia.export(path, draft=True, layout=layout, template=template)


@cache
def as_page(printed: str) -> bytes:
    """The same as a web page."""
    path, layout = _found(printed)
    return eia.export(path, to="html", draft=True, layout=layout)


def _found(printed: str) -> tuple[Path, Layout]:
    name, _, layout = printed.partition(" in ")
    return SAMPLES[name] / "assessment.eia.yaml", "headings" if layout else "table"
