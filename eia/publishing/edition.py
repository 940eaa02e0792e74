"""Which edition of a document is wanted: one assessment can be printed in several ways."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eia.document.layout import LAYOUTS, Layout
from eia.files import DATA, Format
from eia.settings import Settings, settings_of, template_of
from eia.write import Impossible

USUAL: Mapping[Format, Layout] = {"html": "headings", "pdf": "headings"}
"""The layouts of formats in which the familiar table has no place, where nobody asks for another."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A format and a layout, and whether it is a draft: in spite of errors, marked, with its open points listed."""

    format: Format
    layout: Layout
    draft: bool = False
    template: Path | None = None
    """The organisation's own Word file to make it in; without one, ours."""
    summary: bool = False
    """Whether it is the summary for those who will not read the whole."""
    public: bool = False
    """Whether it is for everybody, so that what is private is withheld."""


def edition_of(
    root: Path | None,
    format: Format,
    layout: Layout | None = None,
    draft: bool = False,
    template: Path | None = None,
    summary: bool = False,
    public: bool = False,
) -> Edition:
    """What options ask for; what they leave open, the project's `eia.toml` says, where a project is named, or is as usual.

    Raises `WrongSettings`, and `Impossible` for a layout of what has none. Only Word has a use for the template of a project."""
    if layout and format in DATA:
        raise Impossible(f"a layout is for documents, and this is to be .{format}", "Leave out one of the two.")
    said = settings_of(root) if root else Settings()
    if root and template is None and format == "docx":
        template = template_of(root, said)
    return Edition(format, layout or said.layout or USUAL.get(format, LAYOUTS[0]), draft, template, summary, public)
