"""The exception of templates: a file that no document can be made in, and why."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from eia.diagnostics.shown import shortened, shown_path
from eia.write import Impossible, Refused

from .markup import Element, name

SAVE_ANEW = "Open it in Word, save it anew as a Word Document (.docx), and try again."
LONGEST = 160
"""Of what is wrong; names in a foreign file may be as long as they like."""
FURTHEST = 2**32
"""No number that Word itself writes is higher."""


class Unusable(Refused):
    """A file cannot be used as a template; the message says of it what is wrong."""

    def __init__(self, message: str, help: str = SAVE_ANEW) -> None:
        super().__init__(message, help)


class Unreached(Unusable, Impossible):
    """There is no file there that could be read."""


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Whatever is wrong is told of the file at this path."""
    try:
        yield
    except Unusable as reason:
        message = f"{shown_path(path)} cannot be used as a template: {shortened(reason.message, LONGEST)}"
        raise type(reason)(message, reason.help) from reason


def number(element: Element, attribute: str) -> int:
    """The whole number of an attribute of Word's, 0 where there is none; some programs write fractions."""
    said = element.get(name(f"w:{attribute}"), "0")
    with suppress(ValueError, OverflowError):
        found = round(float(said))
        if abs(found) <= FURTHEST:
            return found
    raise Unusable(f"it says `{shortened(said, 20)}` where Word has a number within bounds")
