"""Which assessments are meant by what somebody typed, and where each document goes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from eia.diagnostics.diagnostic import Diagnostic
from eia.diagnostics.shown import listed, nearest, shortened, shown_path
from eia.diagnostics.told import Told
from eia.files import FORMATS, Format, find, is_eia, of_project, root_of
from eia.loading import LoadedFile
from eia.project import Dossier, Project, an, ids_in
from eia.text.read import real


class NotFound(Told):
    """What was named is not there, or cannot be used so."""


Failed = list[tuple[Diagnostic, ...]]
"""The diagnostics of files that hold no assessment that could be read, a tuple a file."""


def dossiers_named(
    names: Sequence[str], as_of: date | None = None, today: date | None = None
) -> tuple[list[Dossier], Failed]:
    """The dossiers that files, folders and ids mean, each once; without a name, the only one there is. Raises `NotFound`."""
    dossiers: dict[Path, Dossier] = {}
    failed: dict[Path, tuple[Diagnostic, ...]] = {}
    projects: dict[Path, Project] = {}
    for name in names or [_only_one()]:
        paths, others = list(_files(name)), list[LoadedFile]()
        for path in paths:
            project = projects.setdefault(root_of(path), Project(root_of(path), as_of, today))
            file = project.file(path)
            if dossier := project.dossier(file):
                dossiers[real(path)] = dossier
            elif file.content is None:
                failed[real(path)] = file.diagnostics
            else:
                others.append(file)
        if len(others) == len(paths):
            raise _no_assessment(name, *others)
    return list(dossiers.values()), list(failed.values())


def _no_assessment(name: str, *files: LoadedFile) -> NotFound:
    """That what was named holds other files, or none."""
    if Path(name).is_file():
        what = an(files[0].kind or "nothing")
        return NotFound(f"{name} holds {what}, not an assessment", "Name the assessment's own file.")
    message = f"there is no assessment in the folder {name}"
    return NotFound(message, "Name the folder that holds its assessment.eia.yaml.")


def _files(name: str) -> Iterator[Path]:
    """A folder's files, else the file, else the assessment that has this id."""
    path = Path(name)
    if path.is_dir() and not is_eia(path):
        found = list(find(path))
        if not found:
            raise _no_assessment(name)
        yield from found
    elif path.exists() or is_eia(path):
        yield path
    else:
        yield from _by_id(name)


def _by_id(id: str) -> list[Path]:
    """The file of the assessment that has this id; where none says so, the files of its folder, which tell why."""
    root, known = root_of(Path()), dict[str, list[Path]]()
    for path, one in ids_in(root):
        known.setdefault(one, []).append(path)
    if len(known.get(id, ())) > 1:
        both = " and ".join(map(shown_path, known[id]))
        raise NotFound(
            f"{len(known[id])} assessments have the id {id}: {both}", "Name the file of the one that is meant."
        )
    if found := known.get(id) or [path for path in of_project(root) if path.parent.name == id]:
        return found
    help = nearest(id, map(shortened, known), "These are here: {}.")
    raise NotFound(f"there is no file, folder or assessment called {shortened(id)}", help)


def _only_one() -> str:
    root = root_of(Path())
    found = dict(ids_in(root))
    if len(found) > 1:
        known = listed(sorted(map(shortened, found.values())))
        raise NotFound("it is not said which assessment is meant", f"Name one of: {known}.")
    if not found:
        raise NotFound(f"there is no assessment in {shown_path(root)}", "Begin one with `eia new`.")
    return str(next(iter(found)))


def paths_named(names: Iterable[str]) -> list[Path]:
    """Files and folders by their paths, assessments by their ids. Raises `NotFound`."""
    return [path for name in names for path in ([Path(name)] if _is_path(name) else _files(name))]


def _is_path(name: str) -> bool:
    path = Path(name)
    return path.exists() or path.is_symlink() or is_eia(path) or len(path.parts) > 1


@dataclass(frozen=True)
class Goal:
    """Where the documents go, and in which format: beside their assessments, into a folder, or to one file."""

    format: Format
    folder: Path | None = None
    file: Path | None = None
    ending: str = ""
    """What follows the assessment's id in the name of a file, e.g. `-summary`."""

    @classmethod
    def of(cls, to: Format | None, output: str | None, several: bool, ending: str = "") -> Goal:
        """What the options mean together. Raises `NotFound` where they contradict each other."""
        if output is None:
            return cls(to or "docx", ending=ending)
        if not output:
            raise NotFound("no name stands after -o", "Name a file or a folder there, or leave -o out.")
        path = Path(output)
        named = next((format for format in FORMATS if path.suffix.lower() == f".{format}"), None)
        if (
            os.path.isdir(path)
            or output.endswith(("/", os.sep))
            or (several and not named and not os.path.exists(path))
        ):
            return cls(to or "docx", folder=path, ending=ending)
        if several:
            help = f"Name a folder with -o, e.g. `-o {path.stem}/`."
            raise NotFound(f"{output} is one file, and there are several documents", help)
        if named is None or (to and to != named):
            wanted = " or ".join(f".{format}" for format in ((to,) if to else FORMATS))
            raise NotFound(f"{output} cannot be the name of the document", f"Let it end in {wanted}.")
        return cls(named, file=path)

    def paths(self, dossiers: list[Dossier]) -> list[Path]:
        """A path for each document. Makes the folder, and raises `NotFound` where that fails or two have one name."""
        if self.file:
            return [self.file for _ in dossiers]
        names = [f"{_file_name(dossier)}{self.ending}.{self.format}" for dossier in dossiers]
        paths = [(self.folder or one.file.path.parent) / name for one, name in zip(dossiers, names, strict=True)]
        _refuse_alike(dossiers, paths)
        if self.folder:
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise NotFound(
                    f"the folder {self.folder} cannot be made ({error.strerror})", "Name another."
                ) from error
        return paths


def _refuse_alike(dossiers: list[Dossier], paths: list[Path]) -> None:
    """No document may replace another; on Windows and macOS, one does whose name differs in capitals alone."""
    alike: dict[str, list[tuple[Path, Path]]] = {}
    for dossier, path in zip(dossiers, paths, strict=True):
        alike.setdefault(str(path).casefold(), []).append((dossier.file.path, path))
    for same in alike.values():
        if len(same) > 1:
            files = " and ".join(shown_path(file) for file, _ in same)
            help = "Give each assessment an id of its own, which differs from all others not in capitals alone."
            raise NotFound(f"{len(same)} assessments would be written to {shown_path(same[0][1])}: {files}", help)


def _file_name(dossier: Dossier) -> str:
    """The assessment's id, as far as it can name a file."""
    kept = "".join(char if char.isalnum() or char in "-_." else "-" for char in dossier.assessment.id)
    return kept.strip(".-")[:80] or "assessment"
