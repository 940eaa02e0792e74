"""Lines that are not what they look like: indented with something other than spaces, or left behind by a merge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eia.text.change import Clean, Fix
from eia.text.flaw import Flaw
from eia.text.span import LINE_END, Span, Text

NO_BREAK = "\u00a0"
WIDE = f"{NO_BREAK}\u1680\u2000-\u200a\u202f\u205f\u3000"
ODD_INDENT = re.compile(rf"(?:^|(?<=[\r\n])) *[\t{WIDE}]")
INDENT = re.compile(rf"[ \t{WIDE}]*")
TABS = re.compile(r"\t+")
WIDES = re.compile(rf"[{WIDE}]+")
BLANK_LINE = re.compile(rf"(?:^|(?<=[\r\n]))[ \t{WIDE}]+(?=[\r\n]|\Z)")
LEAD = re.compile(r" *(?:- +)*")
OPENS_TEXT = re.compile(r"(?:^|[:-][ \t]+)[|>][-+0-9]{0,2}[ \t]*(?:[ \t]#.*)?$")

MARKER = re.compile(r"(?:^|(?<=[\r\n]))(?:[<>|]{7}(?= |[\r\n]|\Z)|={7}(?=[\r\n]|\Z))")


def blanked(source: str, spans: Iterable[Span]) -> str:
    """The same text, as long as before, with spaces in place of what stands in the spans."""
    pieces, done = [], 0
    for span in spans:
        pieces += [source[done : span.start], re.sub(r"[^\r\n]", " ", source[span.start : span.end])]
        done = span.end
    return "".join([*pieces, source[done:]])


def blank_lines(source: str) -> list[Span]:
    """Lines of blanks only: nobody can see what kind of blanks they are, so to the parser all are spaces."""
    return [Span(*found.span()) for found in BLANK_LINE.finditer(source)]


def tabs(text: Text) -> Iterator[Flaw]:
    """Tabs in indentation: one flaw for the lines that follow one another."""
    last = -2
    for number, span in _odd_indents(text, TABS):
        if number != last + 1:
            yield Flaw(
                "broken-yaml",
                "this line is indented with a tab, and YAML counts spaces only",
                span,
                "Replace each tab at the start of a line by two spaces.",
            )
        last = number


def wide_spaces(text: Text) -> Iterator[Flaw]:
    """Spaces in indentation that look like ordinary ones and do not count as such."""
    for _, span in _odd_indents(text, WIDES):
        sign = text.source[span.start]
        name = f"{'a no-break' if sign == NO_BREAK else 'a special'} space (U+{ord(sign):04X})"
        yield Flaw(
            "hidden-character",
            f"this line is indented with {name}, which looks like an ordinary one and does not count",
            span,
            "Delete the blanks at the start of the line and type ordinary spaces.",
            fix=Fix("write ordinary spaces there", (Clean(span, " " * (span.end - span.start)),)),
        )


@dataclass(slots=True)
class _Prose:
    """The indented text under a `|` or `>`, in which blanks after the indentation are the author's own."""

    parent: int
    indent: int | None = None

    def holds(self, blanks: str) -> bool:
        """Whether a line that begins with these blanks belongs to the text."""
        spaces = len(blanks) - len(blanks.lstrip(" "))
        if self.indent is None and "\t" not in blanks:
            self.indent = spaces if spaces > self.parent else len(blanks)
        return self.indent is not None and len(blanks.partition("\t")[0]) >= self.indent > self.parent


def _odd_indents(text: Text, kind: re.Pattern[str]) -> Iterator[tuple[int, Span]]:
    """Line number and place of each odd indentation, without the blanks that prose may begin with."""
    if not ODD_INDENT.search(text.source):
        return
    prose: _Prose | None = None
    for number, (start, line) in enumerate(_lines(text.source)):
        blanks = _blanks(line)
        if len(blanks) == len(line):
            continue
        inside = prose is not None and prose.holds(blanks)
        counted = blanks[: prose.indent] if inside and prose else blanks
        if found := kind.search(counted):
            yield number, Span(start + found.start(), start + found.end())
        if not inside:
            prose = _opened(line)


def _blanks(line: str) -> str:
    found = INDENT.match(line)
    return found[0] if found else ""


def _opened(line: str) -> _Prose | None:
    """The prose that a line opens with its `|`, and the column it must stay right of."""
    if not OPENS_TEXT.search(line):
        return None
    lead = LEAD.match(line)
    column = lead.end() if lead else 0
    return _Prose(line.rfind("-", 0, column) if line[column : column + 1] in "|>" else column)


def _lines(source: str) -> Iterator[tuple[int, str]]:
    start = 0
    for end in LINE_END.finditer(source):
        yield start, source[start : end.start()]
        start = end.end()
    yield start, source[start:]


def conflicts(text: Text) -> tuple[list[Flaw], list[Span]]:
    """What a merge left to be decided, and the lines to leave unread: the markers and every side but the first."""
    flaws: list[Flaw] = []
    unread: list[Span] = []
    inside, side = False, None
    for found in MARKER.finditer(text.source):
        sign, start, end = found[0][0], found.start(), _line_end(text.source, found.end())
        if not inside and sign != "|":
            flaws.append(_conflict(Span(start, found.end()), found[0]))
        if inside and sign in "|=":
            side = start if side is None else side
        elif sign != "|":
            unread.append(Span(start if side is None else side, end))
            inside, side = sign != ">", None
    if side is not None:
        unread.append(Span(side, len(text.source)))
    return flaws, unread


def _conflict(span: Span, marker: str) -> Flaw:
    return Flaw(
        "merge-conflict",
        f"two versions of this file were merged and nobody has chosen between them yet (`{marker}`)",
        span,
        "Keep the lines that are right, and delete the others with the lines of `<<<<<<<`, `=======` and `>>>>>>>`.",
    )


def _line_end(source: str, start: int) -> int:
    found = LINE_END.search(source, start)
    return found.start() if found else len(source)
