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
_THOUSANDS = re.compile(r"(?<=\d)[,\u2009\u202f](?=\d{3}(?!\d))")
_WORD = re.compile(rf"{APART}\w+{APART}|(?<![\w{APART}])-(?=[£$€]?\d)|\w+|[%£$€]")
"""A mark, the minus of a number, a word, or a sign without which a number is another."""


def run(text: str) -> Run:
    """The words of a text, with and without the commas of their thousands alike."""
    return tuple(_WORD.findall(_THOUSANDS.sub("", decoded(text).casefold().translate(_CHANGED))))


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


def _settled(change: Callable[[str], str], text: str) -> str:
    """A text changed until it stays the same."""
    while (changed := change(text)) != text:
        text = changed
    return text
