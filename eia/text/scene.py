"""The lines round the place where the parser stopped."""

from __future__ import annotations

import re
from dataclasses import dataclass

from eia.text.flaw import Flaw
from eia.text.grow import Stop
from eia.text.span import Span, Text

# What stopped the parser, in words that both parsers share.
PROBLEMS = {
    "colon": "mapping values are not allowed",
    "no colon": "could not find expected ':'",
    "odd start": "cannot start any token",
    "open quote": "end of stream|document (indicator|separator)",
    "escape": "escape|hexdecimal",
    "after the end": "document start",
}
LEAD = re.compile(r"[ \t]*(?:-[ \t]+)*")
NAME = re.compile(r"[^:\r\n]{1,30}")


@dataclass(frozen=True, slots=True)
class Scene:
    """What a recogniser of slips may look at."""

    text: Text
    stop: Stop

    @property
    def source(self) -> str:
        """The characters of the file."""
        return self.text.source

    def problem(self, kind: str) -> bool:
        """Whether it was this that stopped the parser."""
        return bool(re.search(PROBLEMS[kind], self.stop.problem))

    def sign(self, offset: int) -> str:
        """The character at an offset; a line end past the end."""
        return self.source[offset : offset + 1] or "\n"

    def line(self, offset: int) -> Span:
        """The line an offset stands on."""
        place = self.text.position(offset)
        start = offset - place.column + 1
        return Span(start, start + len(self.text.line(place.line)))

    def before(self, offset: int) -> str:
        """What stands before an offset on its line."""
        return self.source[self.line(offset).start : offset]

    def first_on_line(self, offset: int) -> bool:
        """Whether nothing but blanks stands before an offset on its line."""
        return not self.before(offset).strip()

    def start(self, offset: int) -> int:
        """The first word on the line of an offset, past its dashes."""
        line = self.line(offset)
        return line.start + _lead(self.text.slice(line))

    def name(self, offset: int) -> str:
        """What a reader would call a line: its key, or its first words."""
        found = NAME.match(self.source, self.start(offset), self.line(offset).end)
        return found[0].strip() if found else ""

    def neighbours(self, offset: int) -> tuple[int | None, int | None]:
        """The first words of two lines above: the last one further to the right, the last one not so far."""
        column, start = self.column(offset), self.line(offset).start
        right: int | None = None
        for number in range(self.text.position(offset).line - 1, 0, -1):
            line = self.text.line(number)
            start -= len(line) + (2 if self.source.startswith("\r\n", start - 2) else 1)
            words = line[_lead(line) :]
            if words and not words.startswith("#"):
                if _lead(line) <= column:
                    return right, start + _lead(line)
                right = start + _lead(line)
        return right, None

    def column(self, offset: int) -> int:
        """How many characters stand before an offset on its line."""
        return offset - self.line(offset).start


def _lead(line: str) -> int:
    """How many characters of a line are blanks and dashes."""
    found = LEAD.match(line)
    return found.end() if found else 0


def slip(message: str, span: Span, help: str, related: tuple[tuple[Span, str], ...] = ()) -> Flaw:
    """A mistake in the YAML."""
    return Flaw("broken-yaml", message, span, help, related)


def spaces(count: int) -> str:
    """A number of spaces, as a sentence names it."""
    return {0: "no spaces", 1: "1 space"}.get(count, f"{count} spaces")


def stand(count: int) -> str:
    """The same where it is said to stand before a line."""
    return f"{spaces(count)} {'stands' if count == 1 else 'stand'}"


def short(words: str) -> str:
    """Words to be quoted, not more than a line has room for."""
    words = " ".join(words.split())
    return words if len(words) <= 40 else f"{words[:39]}…"
