"""Quotations in running text: words that are somebody else's, and what is left without them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_QUOTATION = re.compile(
    r"“[^“”]{1,2000}”|\"[^\"\n]{1,2000}\"|(?<!\w)[‘'](?!\s)[^‘’'\n]{1,400}(?:['’]\w[^‘’'\n]{0,400}){0,9}[’'](?!\w)"
    r"|^[ \t]*>[^\n]*$",
    re.MULTILINE,
)
"""Between marks of either kind, or a line of a block that is quoted."""


def quotations(words: str) -> Iterator[tuple[int, int]]:
    """Where each quotation begins and ends in the words."""
    yield from (found.span() for found in _QUOTATION.finditer(words))


def without(words: str, spans: Iterable[tuple[int, int]]) -> str:
    """The same number of characters, with blanks in place of what stands there; what follows keeps its place."""
    signs = list(words)
    for start, end in spans:
        signs[start:end] = [sign if sign == "\n" else " " for sign in signs[start:end]]
    return "".join(signs)
