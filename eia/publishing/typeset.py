"""Figures as a printer sets them: a true minus, an arrow, and no line end inside a figure."""

from __future__ import annotations

from eia.model.figure import Figure, Figures

MINUS, ARROW, HELD = "−", "→", "\N{NO-BREAK SPACE}"
LONGEST_HELD = 30
"""A figure of more characters may end a line, since a narrow column has no room for it."""


def figures(said: Figures) -> str:
    """The figures of a line as they were written, each on one line of the page."""
    words, at = "", 0
    for one in said.cells:
        words += said.words[at : one.start].replace("->", ARROW) + _held(one, figure(said, one))
        at = one.end
    return words + said.words[at:]


def figure(said: Figures, one: Figure) -> str:
    """One of them. Where it has a cell of a table to itself, it ends no line as long as there is room."""
    words = list(said.words)
    for number in (one.value, one.to, one.count):
        if number and words[number.start] in "-–":
            words[number.start] = MINUS
    return "".join(words[one.start : one.end])


def _held(one: Figure, words: str) -> str:
    """What was read as a figure, in one piece."""
    is_read = one.value or one.absent
    return HELD.join(words.split()) if is_read and len(words) <= LONGEST_HELD else words
