"""Words and paths of a file made safe and short enough to print."""

from __future__ import annotations

import os
import re
from calendar import month_name
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise
from pathlib import Path

COMMAND = re.compile(r"#(?=#\w*\[)|(?<!\S):(?=:)")
"""Where a command begins that pipelines obey, whoever printed it: `##vso[` and `##[` anywhere, `::` as the first of a line,
which any word may be once lines are folded."""
MOST_COMPARED = 40
MOST_LISTED = 24
"""As many words as somebody looks through for the right one."""


def shown_path(path: Path) -> str:
    """A path as people name it: from the folder they stand in, with forward slashes."""
    relative = os.path.relpath(path) if path.is_absolute() else str(path)
    return printable((str(path) if relative.startswith("..") else relative).replace(os.sep, "/"))


def path_in_repository(path: Path) -> Path:
    """A path as services name it that keep a repository: from its top, or, where there is none, from the folder we stand in.

    A path that leads out of there is left whole."""
    whole = Path(os.path.abspath(path))
    top = next((folder for folder in whole.parents if os.path.lexists(folder / ".git")), Path(os.path.abspath(".")))
    return whole.relative_to(top) if whole.is_relative_to(top) else whole


def nearest(word: str, known: Iterable[str], otherwise: str = "There are: {}.") -> str:
    """What to do about a word that is not known: the one that may be meant, else all that are."""
    words = list(known)
    near = closest(word, words)
    return f"Did you mean `{near}`?" if near else otherwise.format(listed(words) or "none")


def closest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The word among those known that is spelt most like this one; nothing where none is.

    To compare two words letter by letter is slow: of very many, only those are that share most pairs of letters with it."""
    words = list(known)
    if len(words) > MOST_COMPARED:
        pairs = _pairs(word)
        words = nlargest(MOST_COMPARED, words, key=lambda one: len(pairs & _pairs(one)))
    return next(iter(get_close_matches(word, words, n=1, cutoff=cutoff)), "")


@lru_cache(maxsize=2**16)
def _pairs(word: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(word)))


def listed(words: list[str]) -> str:
    """Words with commas between them; of very many the first, and how many more there are."""
    more = len(words) - MOST_LISTED
    return ", ".join(words[:MOST_LISTED]) + (f" and {more} more" if more > 0 else "")


def many(number: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def printable(text: str) -> str:
    """The text with everything that could steer a terminal or the log of a pipeline written out, e.g. `\\x1b`."""
    seen = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
    return COMMAND.sub(lambda found: f"\\x{ord(found[0]):02x}", seen)


def quoted(name: str, most: int = 60) -> str:
    """A name as a message repeats it; of one that is blank, that there is none."""
    return f"`{shortened(name, most)}`" if name.strip() else "(without a name)"


def as_sentence(words: str) -> str:
    """A message on its own: with a capital, and a full stop where it has none."""
    said = words[:1].upper() + words[1:]
    return said if said.endswith((".", "?", "!")) else f"{said}."


def shown_day(day: date) -> str:
    """A day as people write it: `14 January 2026`."""
    return f"{day.day} {month_name[day.month]} {day.year}"


def shortened(text: str, most: int = 60) -> str:
    """The first characters of a text on one line, with an ellipsis where it was cut."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
