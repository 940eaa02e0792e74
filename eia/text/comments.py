"""The remarks of a file, which the parser throws away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eia.text.place import body
from eia.text.span import Span
from eia.text.tree import Comment, Scalar

REMARK = re.compile(r"(?:^|(?<=[ \t\r\n]))#[^\r\n]*")


def comments(source: str, scalars: Iterable[Scalar]) -> Iterator[Comment]:
    """Every `#` that begins a remark: none inside a value, nor glued to a word."""
    start = 0
    for words in sorted(body(source, scalar.span, scalar.style) for scalar in scalars):
        yield from _remarks(source, start, words.start)
        start = words.end
    yield from _remarks(source, start, len(source))


def _remarks(source: str, start: int, end: int) -> Iterator[Comment]:
    for found in REMARK.finditer(source, start, end):
        yield Comment(Span(*found.span()), found[0][1:].strip())
