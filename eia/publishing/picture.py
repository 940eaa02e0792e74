"""Which pictures can be printed: files of the project that are PNG, JPEG or GIF, and not too large."""

from __future__ import annotations

from pathlib import Path

from eia.text.read import inside

LARGEST = 20 * 1024 * 1024
SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8")


def can_print(root: Path, path: Path) -> bool:
    """Whether a picture's address leads to something that every format can carry."""
    if not inside(root, path) or not path.is_file() or path.stat().st_size > LARGEST:
        return False
    with path.open("rb") as file:
        return file.read(8).startswith(SIGNATURES)
