"""Which files are ours, what they are called, and which project one belongs to: known from names alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args

Format = Literal["docx", "html", "md", "pdf", "json", "csv"]
"""The formats of what is published, by the endings of their files."""

FORMATS: tuple[Format, ...] = get_args(Format)
DOCUMENTS: tuple[Format, ...] = ("docx", "html", "md")
"""Those of the document, which all readers of the library can make; any other is of data, or needs an extra."""
DATA: tuple[Format, ...] = ("json", "csv")
"""Those of data, which have no pages."""

ENDINGS = (".eia.yaml", ".eia.yml")
MARKS = ("eia.toml", ".git", "schemas/assessment.schema.json")
"""What the top folder of a project holds."""


def is_eia(path: Path) -> bool:
    """Whether a file's name says that it is ours."""
    return path.name.endswith(ENDINGS)


def find(folder: Path) -> Iterator[Path]:
    """Every file of ours below a folder, in order; hidden folders are left out, and those that hold programs."""
    return (path for path in _walk(folder) if is_eia(path) or path.is_dir())


def of_project(root: Path) -> Iterator[Path]:
    """Every file of ours in the project at this root, without those of projects that lie in it."""
    return (path for path in _walk(root, into_projects=False) if is_eia(path) or path.is_dir())


def near_misses(folder: Path) -> Iterator[Path]:
    """Files whose names nearly say that they are ours: `x.eia.yaml.txt`, `x.eia-LAPTOP.yaml`, `assessment.yaml`."""
    for path in _walk(folder):
        name = path.name.lower()
        near = ".eia" in name or "assessment" in name
        if near and (".yaml" in name or ".yml" in name) and path.is_file() and not is_eia(path):
            yield path


def _walk(folder: Path, into_projects: bool = True) -> Iterator[Path]:
    """Every file; a folder that may not be read is handed on, so that whoever reads it says why it cannot."""
    try:
        paths = sorted(folder.iterdir())
    except PermissionError:
        paths = []
        yield folder
    for path in paths:
        if path.name.startswith("."):
            continue
        if is_eia(path) or not path.is_dir():
            yield path
        elif not path.is_symlink() and not _is_of_programs(path) and (into_projects or not _is_project(path)):
            yield from _walk(path, into_projects)


def _is_of_programs(folder: Path) -> bool:
    """Whether a folder holds programs that somebody installed: what they bring along is nobody's assessment."""
    return folder.name == "node_modules" or os.path.isfile(folder / "pyvenv.cfg")


def root_of(path: Path) -> Path:
    """The nearest folder above that is marked as a project's, else the file's own; links are not followed."""
    place = Path(os.path.abspath(path))
    start = place if place.is_dir() and not is_eia(place) else place.parent
    return next(filter(_is_project, (start, *start.parents)), start)


def _is_project(folder: Path) -> bool:
    return any(os.path.exists(folder / mark) for mark in MARKS)
