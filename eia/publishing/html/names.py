"""The names of places in a page: what a link leads to, and what the proof looks for."""

from __future__ import annotations

import re

_APART = re.compile(r"[^\w.-]|_")
AGAIN = "data-again"
"""The attribute of what only says again what stands elsewhere in the page."""

FILE = "data-file"
"""The attribute of a picture that says which file it was."""


def id_of(anchor: str) -> str:
    """A name that an address can hold, the same for the same anchor in every page, and for no other."""
    return _APART.sub(lambda found: "_" if found[0] == " " else f":{ord(found[0]):x}:", anchor)


def note_id(key: str) -> str:
    """The name of a footnote."""
    return id_of(f"note {key}")


def mark_id(key: str, number: int) -> str:
    """The name of a mark of a footnote: a note may be marked more than once."""
    return id_of(f"mark {number} {key}")
