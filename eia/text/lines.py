"""A text as lines with their indentation: what can be asked of a file that no parser could read to its end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from eia.text.grow import grow
from eia.text.span import LINE_END, Span, Text

DASHES = re.compile(r"[ ]*(?:- +)*")
KEY = re.compile(r"([^\s:#'\"\[{|>&*!%@`-][^:]*):(?=\s|$)")
WORD = re.compile(r"[a-z][a-z0-9_-]*")
BAR = re.compile(r"[^:]*:[ \t]+[|>][-+0-9]{0,2}[ \t]*(?:[ \t]#.*)?$")
FURTHER = 2
"""How much further in than its key a text stands."""
MOST_KEYS = 200
KNOWN = re.compile(r"^[ #-]*([a-z][a-z0-9-]*):(?=\s|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line, counted from 0: `dash` is the column of its first dash, `column` that of its first word."""

    number: int
    words: str
    column: int
    dash: int | None = None

    @property
    def left(self) -> int:
        """How many blanks it starts with."""
        return self.column if self.dash is None else self.dash

    @property
    def key(self) -> str:
        """Its key, if it looks as if it had one."""
        found = KEY.match(self.words)
        return found[1] if found else ""

    @property
    def value(self) -> str:
        """What stands after its key."""
        return self.words[len(self.key) + 1 :].strip() if self.key else ""

    @property
    def opens_text(self) -> bool:
        """Whether it ends in a bar, so that running text begins on the next one."""
        return bool(self.key and BAR.match(self.words))

    @property
    def is_remark(self) -> bool:
        """Whether it is a remark."""
        return self.words.startswith("#")


@dataclass(slots=True)
class Opened:
    """A key that announces running text with its bar, or has nothing after its colon; and the text under it."""

    line: Line
    bar: bool
    indent: int | None = None
    remark: Line | None = None
    """The remark that ends the text, since it stands further left."""

    @property
    def column(self) -> int:
        """The column that the text must stay right of."""
        return self.line.column

    @property
    def wanted(self) -> int:
        """Where its lines belong."""
        return self.indent if self.indent is not None else self.column + FURTHER

    def holds(self, line: Line) -> bool:
        """Whether a line is one of the text."""
        if self.remark or not self.bar:
            return False
        if self.indent is None and line.left > self.column:
            self.indent = line.left
        return self.indent is not None and line.left >= self.indent


@dataclass(frozen=True)
class Lines:
    """All lines of a text; those without a word are there too."""

    text: Text

    @cached_property
    def all(self) -> tuple[Line, ...]:
        """From the first to the last."""
        return tuple(_line(number, words) for number, words in enumerate(LINE_END.split(self.text.source)))

    @cached_property
    def saying(self) -> tuple[Line, ...]:
        """Those that say something: no remarks, and none that are empty."""
        return tuple(one for one in self.all if one.words and not one.is_remark)

    @cached_property
    def keys(self) -> Counter[str]:
        """How often a word stands as a key, also in examples that are still remarks."""
        return Counter(KNOWN.findall(self.text.source))

    @cached_property
    def frequent(self) -> list[str]:
        """Those that stand most often."""
        return [word for word, _ in self.keys.most_common(MOST_KEYS)]

    @cached_property
    def left(self) -> dict[int, Opened]:
        """The lines that come first after a text, or after a key with nothing behind its colon; and what they come after."""
        left: dict[int, Opened] = {}
        opened: Opened | None = None
        for line in self.all:
            if not line.words or (opened and opened.holds(line)):
                continue
            if line.is_remark:
                if opened and opened.bar:
                    opened.remark = line
                continue
            if opened:
                left[line.number] = opened
            if (
                opened
                and opened.bar
                and opened.indent is None
                and not (WORD.fullmatch(line.key) or line.key in self.keys)
            ):
                opened = None  # a sentence of the text, even if it ends in a colon
            else:
                opened = Opened(line, line.opens_text) if line.opens_text or (line.key and not line.value) else None
        return left

    def number(self, offset: int) -> int:
        """The line that holds a character."""
        return self.text.position(offset).line - 1

    def span(self, line: Line) -> Span:
        """The words of a line, with its dashes."""
        start = self.text.bounds(line.number + 1).start
        return Span(start + line.left, start + line.column + len(line.words))

    def above(self, number: int) -> Iterator[Line]:
        """The lines above one that say something, from below."""
        return (one for one in reversed(self.saying) if one.number < number)

    def below(self, number: int) -> Iterator[Line]:
        """The lines below one that say something."""
        return (one for one in self.saying if one.number > number)

    def reads_on(self, moved: dict[int, str], past: int) -> bool:
        """Whether the parser would come past a line if others were written like this."""
        written = LINE_END.split(self.text.source)
        for number, words in moved.items():
            written[number] = words
        source = "\n".join(written)
        stop = grow(source).stop
        return stop is None or source.count("\n", 0, stop.at) > past


@lru_cache(maxsize=1)  # several recognisers of slips ask for the lines of one file
def lines_of(text: Text) -> Lines:
    """The lines of a text."""
    return Lines(text)


def _line(number: int, written: str) -> Line:
    if not written or written[0] == "#":
        return Line(number, written, 0)
    found = DASHES.match(written)
    lead = found[0] if found else ""
    dash = lead.find("-")
    return Line(number, written[len(lead) :].rstrip(), len(lead), None if dash < 0 else dash)
