"""Where the schemas of a project lie: known without making any, so that lint can look for them at no cost."""

from __future__ import annotations

from pathlib import Path

FOLDER = "schemas"


def schema_path(root: Path, name: str) -> Path:
    """The schema of a kind of file, or of the assessment that has this id."""
    return root / FOLDER / f"{name}.schema.json"
