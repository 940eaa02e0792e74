"""The library's door: three functions that take paths and give data, never a half-done thing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from os import PathLike
from pathlib import Path

from eia import linting
from eia.diagnostics.told import Told
from eia.document.layout import Layout
from eia.files import Format, root_of
from eia.linting import Checked, judge
from eia.model.assessment import Status
from eia.project import Dossier, Project
from eia.publishing.edition import edition_of
from eia.settings import Choice, Preset
from eia.unfit import Unfit


def load(path: str | PathLike[str], *, as_of: date | None = None) -> Dossier:
    """The assessment of a file, with its plan, sources and profile.

    Raises `Unfit` where the file holds no assessment. An assessment with mistakes is loaded all the same: what is wrong
    with it is what `lint` says."""
    place = Path(path)
    project = Project(root_of(place), as_of)
    file = project.file(place)
    dossier = project.dossier(file)
    if dossier is None:
        raise Unfit(f"{place} holds no assessment", file.diagnostics)
    return dossier


def lint(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    status: Status | None = None,
    as_of: date | None = None,
    preset: Preset | None = None,
) -> Checked:
    """Check files and folders; never raises for what is in them. See `Checked` for what comes back.

    Without a preset, the project's `eia.toml` says which rules are asked."""
    several = [paths] if isinstance(paths, str | PathLike) else paths
    return linting.lint([Path(path) for path in several], status=status, as_of=as_of, choice=Choice(preset or ""))


def export(
    assessment: str | PathLike[str] | Dossier,
    *,
    to: Format = "docx",
    draft: bool = False,
    layout: Layout | None = None,
    template: str | PathLike[str] | None = None,
    summary: bool = False,
    public: bool = False,
) -> bytes:
    """The document, as the bytes of a Word file or of Markdown, in either layout; or its data, as JSON or CSV.

    Equal input gives equal bytes.

    A template is the organisation's own Word file to make the document in; `eia.toml` is asked neither for one nor for a layout.
    With `public`, names of people, what leads to one, and small counts are withheld.
    Raises `Unfit` where it has errors and no draft is asked for, or where no such document can be made, or published."""
    from eia.exporting import made  # whoever only lints need not wait for the writers

    dossier = assessment if isinstance(assessment, Dossier) else load(assessment)
    try:
        edition = edition_of(None, to, layout, draft, Path(template) if template else None, summary, public)
        return made(dossier, judge(dossier.files, [dossier]).told_of(dossier), edition).content
    except Told as reason:
        raise Unfit(f"{reason.message}. {reason.help}".strip(), ()) from reason
