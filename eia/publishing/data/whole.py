"""The whole of an assessment as one JSON file: its head, its lists, and what its files say, under a seal."""

from __future__ import annotations

import json
from hashlib import sha256

from eia.project import Dossier

from .lists import Lists
from .record import Json, Record
from .written import Files

FORMAT, VERSION = "eia-assessment-data", 1
"""A new version means that something is called otherwise, is gone or means something else; never that something has come."""
SCHEMA = f"urn:eia:assessment-data:{VERSION}"
SEAL = "seal"


def write(dossier: Dossier, draft: bool) -> bytes:
    """The file. No clock and no release of ours shows in it, so that it changes only with what the files say."""
    files = Files.of(dossier)
    head: Record = {
        "$schema": SCHEMA,
        "format": FORMAT,
        "version": VERSION,
        "written-by": "eia",
        SEAL: "",
        "draft": draft,
    }
    return _text(_sealed(head | Lists(dossier, files).all() | {"written": files.contents()}))


def is_unchanged(content: bytes) -> bool:
    """Whether this is a file that we wrote and nobody has changed since; how its lines are set does not matter."""
    try:
        data = json.loads(content)
        return isinstance(data, dict) and data.get("format") == FORMAT and bool(data == _sealed(data))
    except (ValueError, RecursionError):
        return False


def _sealed(data: Record) -> Record:
    return data | {SEAL: sha256(_text(data | {SEAL: ""})).hexdigest()}


def _text(data: Json) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")
