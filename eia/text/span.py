"""Places in a text: positions people count, spans the program counts, and the text that holds both."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

Route = tuple[str | int, ...]
"""The keys and indexes that lead to a value, e.g. `("characteristics", "age", "mitigations", 0, "actions")`.

The same tuple leads through the tree of a file, through pydantic's error places and through the model."""

LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """Where an editor's status bar says the cursor is: line and column from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, as character offsets; `end` is the first character that no longer belongs to it."""

    start: int
    end: int


@dataclass(frozen=True)
class Text:
    """The characters of one file, without its byte order mark, and where its lines begin."""

    path: Path
    source: str

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return (0, *(found.end() for found in LINE_END.finditer(self.source)))

    def position(self, offset: int) -> Position:
        """Line and column of a character offset; the end of the text is a place too."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The characters of a line, counted from 1, without its line end."""
        return self.slice(self.bounds(number)).rstrip("\r\n")

    def bounds(self, number: int) -> Span:
        """The span of a line, with its line end."""
        end = self._starts[number] if number < len(self._starts) else len(self.source)
        return Span(self._starts[number - 1], end)

    def slice(self, span: Span) -> str:
        """The characters of a span."""
        return self.source[span.start : span.end]
