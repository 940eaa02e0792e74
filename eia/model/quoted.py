"""Quotations in running text: words that are somebody else's."""

from __future__ import annotations

import re
from collections.abc import Iterator

_QUOTATION = re.compile(
    r"“[^“”]{1,2000}”|\"[^\"\n]{1,2000}\"|(?<!\w)[‘'](?!\s)[^‘’'\n]{1,400}(?:['’]\w[^‘’'\n]{0,400}){0,9}[’'](?!\w)"
    r"|^[ \t]*>[^\n]*$",
    re.MULTILINE,
)
"""Between marks of either kind, or a line of a block that is quoted."""


def quotations(words: str) -> Iterator[tuple[int, int]]:
    """Where each quotation begins and ends in the words."""
    yield from (found.span() for found in _QUOTATION.finditer(words))
