"""What became of the schemas of a project: told without making any."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from eia.write import Refused


@dataclass(frozen=True, slots=True)
class Pointer:
    """The line with which an assessment would say where its schema is, and does not yet."""

    file: Path
    line: str


@dataclass(frozen=True)
class Outcome:
    """What became of the schemas of a project."""

    written: tuple[Path, ...]
    """The others were as they should be."""
    left: tuple[Refused, ...]
    """Why some were left as they are."""
    pointers: tuple[Pointer, ...]
