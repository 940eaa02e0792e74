"""From an assessment on disk to a document on disk: refuse what is not fit, and never overwrite what is not ours."""

from __future__ import annotations

from pathlib import Path

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.diagnostics.shown import many, shown_path
from eia.files import is_eia
from eia.project import Dossier
from eia.publishing.edition import Edition
from eia.publishing.formats import WRITERS, Maker
from eia.text.read import real
from eia.unfit import Dropped, Unfit
from eia.write import Impossible, Refused, write_whole


def render(dossier: Dossier, diagnostics: tuple[Diagnostic, ...], edition: Edition) -> bytes:
    """The bytes of the document. Raises `Unfit` where there are errors and no draft is asked for.

    Raises `Refused` where the document cannot be made in the template. Where the format can be read back, the document is proved:
    it raises `Dropped` if anything of the assessment is not in it."""
    errors = tuple(one for one in diagnostics if one.severity is Severity.ERROR and not one.accepted)
    if errors and not edition.draft:
        raise Unfit(
            f"{dossier.assessment.id} has {many(len(errors), 'error')}, so only a draft can be made of it", errors
        )
    if edition.template and edition.format != "docx":
        other = "Markdown" if edition.format == "md" else f".{edition.format}"
        raise Impossible(f"a template is for Word documents, and this is to be {other}", "Leave out one of the two.")
    content, lacking = WRITERS[edition.format].made(dossier, diagnostics, edition)
    if lacking:
        raise Dropped(f"the document of {dossier.assessment.id} lacks some of what its files say", lacking)
    return content


def save(dossier: Dossier, path: Path, content: bytes, edition: Edition, force: bool = False) -> None:
    """Write the document. Raises `Refused` rather than overwrite the input or somebody's work."""
    if edition.template and real(path) == real(edition.template):
        raise Refused(f"{shown_path(path)} is the template itself", "Name another file with -o.")
    if is_eia(path) or real(path) in {real(file.path) for file in dossier.files}:
        raise Refused(f"{shown_path(path)} is an assessment's own file", "Name another file with -o.")
    if not force:
        _refuse_open(path)
        _refuse_changed(path, WRITERS[edition.format])
    write_whole(path, content)


def _refuse_open(path: Path) -> None:
    """Word and LibreOffice leave a small file beside what somebody has open in them."""
    for lock in (f"~${path.name[2:]}", f"~${path.name}", f".~lock.{path.name}#"):
        if path.with_name(lock).exists():
            word = path.suffix.lower() == ".docx"
            message = f"{shown_path(path)} is open in {'Word' if word else 'another program'}"
            close = "Close it in Word" if word else "Close it there"
            raise Refused(message, f"{close} and try again (or use --force, if it is not open).")


def _refuse_changed(path: Path, writer: Maker) -> None:
    if path.is_file() and not writer.is_unchanged(path.read_bytes()):
        raise Refused(
            f"{shown_path(path)} was changed since it was exported, or was not made by eia",
            "Carry the changes into the YAML, or name another file with -o; --force overwrites it.",
        )
