"""Which assessments an export means, and where each document goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from eia.diagnostics.diagnostic import Diagnostic
from eia.diagnostics.shown import shortened
from eia.model.assessment import Assessment
from eia.project import Dossier, Project, find, is_eia, root_of
from eia.write import Refused


class NotFound(Exception):
    """Nothing is meant by a name that was given."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.message, self.help = message, help


Failed = list[tuple[Diagnostic, ...]]
"""The diagnostics of files that hold no assessment that could be read, a tuple a file."""


def dossiers_named(names: Iterable[str], as_of: date | None) -> tuple[list[Dossier], Failed]:
    """The dossiers that files, folders and ids mean, each once. Raises `NotFound`."""
    dossiers: dict[Path, Dossier] = {}
    failed: dict[Path, tuple[Diagnostic, ...]] = {}
    for name in names:
        for project, path in _files(name, as_of):
            file = project.file(path)
            if dossier := project.dossier(file):
                dossiers[path.resolve()] = dossier
            elif file.diagnostics:
                failed[path.resolve()] = file.diagnostics
            elif Path(name).is_file():
                raise NotFound(f"{name} holds {file.kind}, not an assessment", "Name the assessment's own file.")
    return list(dossiers.values()), list(failed.values())


def _files(name: str, as_of: date | None) -> Iterator[tuple[Project, Path]]:
    path = Path(name)
    project = Project(root_of(path if path.exists() else Path()), as_of)
    if path.is_dir() and not is_eia(path):
        found = list(find(path))
        if not found:
            raise NotFound(
                f"there is no assessment in the folder {name}", "Name the folder that holds its assessment.eia.yaml."
            )
        yield from ((project, each) for each in found)
    elif path.exists() or is_eia(path) or path.suffix:
        yield project, path
    else:
        yield project, _by_id(project, name)


def _by_id(project: Project, id: str) -> Path:
    known: dict[str, Path] = {}
    for path in find(project.root):
        content = project.file(path).content
        if isinstance(content, Assessment):
            known.setdefault(content.id, path)
    if id in known:
        return known[id]
    near = get_close_matches(id, known, n=1)
    help = f"Did you mean {near[0]}?" if near else f"These are here: {', '.join(known) or 'none'}."
    raise NotFound(f"there is no file, folder or assessment called {shortened(id)}", help)


def output_path(dossier: Dossier, ending: str, output: Path | None, several: bool) -> Path:
    """Where a document goes: beside its assessment, into a folder, or to the file that was named."""
    name = f"{_file_name(dossier)}.{ending}"
    if output is None:
        return dossier.file.path.parent / name
    if several and not output.exists():
        output.mkdir(parents=True)
    if output.is_dir():
        return output / name
    if several:
        raise Refused(f"{output} is a file, and there are several documents", "Name a folder with -o.")
    return output


def _file_name(dossier: Dossier) -> str:
    """The assessment's id, as far as it can name a file."""
    return (
        "".join(char if char.isalnum() or char in "-_." else "-" for char in dossier.assessment.id).strip(".-")[:80]
        or "assessment"
    )
