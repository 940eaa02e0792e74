"""Words as they are compared: without what Markdown or a printer may change, and in small letters."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import unquote

Run = tuple[str, ...]
"""Words that stand one after the other."""

APART = "\0"
"""Stands for something between words that is not compared with them, such as a citation; no text of a file can hold it."""

_CHANGED = str.maketrans("−–", "--", "*_`~\\[]<>")
"""Dashes are one to the next, and signs that Markdown may take for its own are none."""
_FIGURE = re.compile(rf"(?<![\d{APART}])\d{{4,}}")
_WORD = re.compile(rf"{APART}\w+{APART}|(?<![\w{APART}])-(?=[£$€]?\d)|\w+|[%£$€]")
"""A mark, the minus of a number, a word, or a sign without which a number is another."""


def run(text: str) -> Run:
    """The words of a text. The thousands of a figure are words of their own, with commas or without.

    So the words of two halves of a text are those of the whole, wherever it is cut between words."""
    return tuple(_WORD.findall(_FIGURE.sub(_in_thousands, decoded(text).casefold().translate(_CHANGED))))


def decoded(text: str) -> str:
    """The text without the disguise that some signs have in Markdown and in addresses: `&amp;`, `%20`."""
    if "&" in text:
        text = _settled(unescape, text)
    if "%" in text:
        text = _settled(lambda said: unquote(said.replace("%00", "")), text)
    return text


def mark(number: str) -> str:
    """How the mark of a footnote stands among words."""
    return f"{APART}{number}{APART}"


AGAIN = mark("again")
"""Stands among words for what a document only says again there."""


def _in_thousands(figure: re.Match[str]) -> str:
    first = len(figure[0]) % 3 or 3
    return ",".join((figure[0][:first], *(figure[0][at : at + 3] for at in range(first, len(figure[0]), 3))))


def _settled(change: Callable[[str], str], text: str) -> str:
    """A text changed until it stays the same."""
    while (changed := change(text)) != text:
        text = changed
    return text
