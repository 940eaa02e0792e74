"""Where a new assessment goes, and what may stand there already."""

from __future__ import annotations

import re
from pathlib import Path

from eia.diagnostics.shown import shown_path
from eia.loading import KINDS
from eia.model.reference import FILE_NAME, LONGEST_ID
from eia.project import ids_in
from eia.text.read import inside
from eia.write import Refused

HOME = "assessments"
"""The folder of a project that holds a folder for each assessment."""
TAKEN = re.compile("all|none|con|prn|aux|nul|(?:com|lpt)[0-9]|" + "|".join(KINDS))
"""Words that mean something else in a reference, name a kind of file, or can name no folder on Windows."""


def free_folder(root: Path, id: str, help: str = "Choose another short name.") -> Path:
    """The folder of a new assessment. Raises `Refused` where there is one already, of this name or of this id."""
    folder = root / HOME / id
    if folder.exists() or folder.is_symlink():
        raise Refused(f"{shown_path(folder)} is there already, and is left as it is", help)
    if not inside(root, folder):
        raise Refused(f"{shown_path(folder.parent)} leads out of this project", "Put the folder itself here.")
    for path, other in ids_in(root):
        if other == id:
            raise Refused(f"{shown_path(path)} has the id {id} already", help)
    return folder


def fault_of_name(name: str) -> str:
    """Why no file or folder can be called so; nothing where one can."""
    if not FILE_NAME.fullmatch(name):
        return "it takes letters, digits, dots, hyphens and underscores, and begins and ends with a letter or digit"
    if len(name) > LONGEST_ID:
        return f"it takes {LONGEST_ID} letters at most"
    return "the word means something else here" if TAKEN.fullmatch(name.casefold()) else ""
