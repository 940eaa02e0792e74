"""What is kept of a change to several files while they are written: enough to finish it, should the machine stop in between."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields

NAME = ".eia-unfinished.json"
"""The name of the journal, in the top folder of a project; the dot keeps it out of sight."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the project: the hash of what it held, and what it is to hold."""

    file: str
    before: str
    after: str


class Broken(Exception):
    """A journal that nobody can go by."""


def journal(entries: Iterable[Entry]) -> bytes:
    """The journal of a change to these files."""
    files = [asdict(one) for one in entries]
    return json.dumps({"unfinished": files}, ensure_ascii=False, indent=1).encode()


def entries(content: bytes) -> tuple[Entry, ...]:
    """The files of a journal. Raises `Broken` where it is anything else than what we write."""
    try:
        said = json.loads(content)
        found = tuple(Entry(**one) for one in said["unfinished"])
        for words in (getattr(one, field.name) for one in found for field in fields(one)):
            words.encode()
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Broken from error
    if not found:
        raise Broken
    return found


def digest(content: bytes) -> str:
    """What tells one content from every other."""
    return hashlib.sha256(content).hexdigest()
