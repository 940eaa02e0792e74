"""Which edition of a document is wanted: one assessment can be printed in several ways."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from eia.document.unfold import LAYOUTS, Layout
from eia.files import Format


@dataclass(frozen=True, slots=True)
class Edition:
    """A format and a layout, and whether it is a draft: in spite of errors, marked, with its open points listed."""

    format: Format = "docx"
    layout: Layout = LAYOUTS[0]
    draft: bool = False
    template: Path | None = None
    """The organisation's own Word file to make it in; without one, ours."""
