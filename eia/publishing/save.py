"""From an assessment on disk to a document on disk: refuse what is not fit, and never overwrite what is not ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.diagnostics.shown import shown_path
from eia.document.tree import Document
from eia.project import Dossier
from eia.publishing import markdown
from eia.publishing.build import build
from eia.unfit import Unfit
from eia.write import Refused, write_whole

Format = Literal["docx", "md"]


def _word(document: Document) -> bytes:
    from eia.publishing import word  # lxml and the template are heavy, and lint never needs them

    return word.write(document)


FORMATS: Mapping[Format, Callable[[Document], bytes]] = {"docx": _word, "md": markdown.write}


def render(dossier: Dossier, diagnostics: tuple[Diagnostic, ...], to: Format = "docx", draft: bool = False) -> bytes:
    """The bytes of the document. Raises `Unfit` where there are errors and no draft is asked for."""
    errors = tuple(one for one in diagnostics if one.severity is Severity.ERROR)
    if errors and not draft:
        raise Unfit(f"{dossier.assessment.id} has {len(errors)} errors, so only a draft can be made of it", errors)
    return FORMATS[to](build(dossier, diagnostics, draft))


def save(dossier: Dossier, path: Path, content: bytes, force: bool = False) -> None:
    """Write the document. Raises `Refused` rather than overwrite the input or somebody's work."""
    inputs = {file.path.resolve() for file in dossier.files}
    if path.resolve() in inputs:
        raise Refused(f"{shown_path(path)} is the assessment itself", "Name another file with -o.")
    if not force:
        _refuse_open(path)
        _refuse_changed(path)
    write_whole(path, content)


def _refuse_open(path: Path) -> None:
    """Word and LibreOffice leave a small file beside a document that somebody has open."""
    for lock in (f"~${path.name[2:]}", f"~${path.name}", f".~lock.{path.name}#"):
        if path.with_name(lock).exists():
            raise Refused(
                f"{shown_path(path)} is open in Word",
                "Close it in Word and try again (or use --force, if it is not open).",
            )


def _refuse_changed(path: Path) -> None:
    if path.suffix.lower() != ".docx" or not path.is_file():
        return
    from eia.publishing.word import seal

    if not seal.is_unchanged(path.read_bytes()):
        raise Refused(
            f"{shown_path(path)} was changed since it was exported, or was not made by eia",
            "Carry the changes into the YAML, or name another file with -o; --force overwrites it.",
        )
