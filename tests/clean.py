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

    @property
    def name(self) -> str:
        """Its path, from the repository or the profiles."""
        path = self.file.path
        return path.as_posix() if not path.is_absolute() else path.relative_to(PROFILES).as_posix()


@cache
def clean() -> tuple[Clean, ...]:
    """Every such file."""
    found: dict[Path, Clean] = {}
    for path in (path for folder in FOLDERS for path in sorted(folder.rglob("*assessment*.eia.yaml"))):
        _add(path, found)
    for path in sorted((*Path("tests/cases").glob("*/*.eia.yaml"), *Path("tests/text/fine").glob("*.yaml"))):
        _add(path, found)
    profiles = (Clean(load(path)) for path in sorted(PROFILES.rglob("*.eia.yaml")))
    return (*found.values(), *profiles)


def _add(path: Path, found: dict[Path, Clean]) -> None:
    checked = lint([path])
    seen = [one for one in checked.diagnostics if one.severity is Severity.ERROR]
    wrong = {one.text.path for one in seen if one.rule in SHAPE or one.rule.endswith("-yaml")}
    for dossier in checked.dossiers:
        for file in dossier.files:
            if file.path not in wrong:
                found.setdefault(file.path, Clean(file, dossier))
