"""The files of this repository in which an editor may underline nothing, since lint finds no error of such a kind in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from eia.diagnostics.diagnostic import Severity
from eia.forms.find import SHIPPED as PROFILES
from eia.linting import lint
from eia.loading import LoadedFile, load
from eia.project import Dossier

FOLDERS = (Path("assessments"), Path("tests/publishing/everything"), Path("tests/cases"))
SHAPE = {"wrong-shape", "unknown-key", "unreadable-reference", "unknown-reference", "duplicate-key"}
"""What an editor can see too; a missing rating or a figure that does not add up it cannot."""


@dataclass(frozen=True)
class Clean:
    """A file, and the assessment that it is or belongs to."""

    file: LoadedFile
    dossier: Dossier | None = None


@cache
def asked() -> tuple[Path, ...]:
    """Every file that lint is asked of: assessments with what belongs to them, and the forms of the program."""
    of_folders = (path for folder in FOLDERS for path in folder.rglob("*assessment*.eia.yaml"))
    alone = (*Path("tests/cases").glob("*/*.eia.yaml"), *Path("tests/text/fine").glob("*.yaml"))
    return tuple(sorted({*of_folders, *alone, *PROFILES.rglob("*.eia.yaml")}))


def name(path: Path) -> str:
    """The path of a file, from the repository or the profiles."""
    return path.as_posix() if not path.is_absolute() else path.relative_to(PROFILES).as_posix()


def clean() -> tuple[Clean, ...]:
    """Every such file once."""
    return tuple({one.file.path: one for path in asked() for one in clean_in(path)}.values())


def clean_in(path: Path) -> tuple[Clean, ...]:
    """Those of an assessment; a form of the program is one by itself."""
    if path.is_relative_to(PROFILES):
        return (Clean(load(path)),)
    checked = lint([path])
    seen = [one for one in checked.diagnostics if one.severity is Severity.ERROR]
    wrong = {one.text.path for one in seen if one.rule in SHAPE or one.rule.endswith("-yaml")}
    return tuple(
        Clean(file, dossier) for dossier in checked.dossiers for file in dossier.files if file.path not in wrong
    )
