"""Diagnostics for people: place, plain sentence, the line with a caret, what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from textwrap import wrap
from unicodedata import combining

from eia.diagnostics.breadth import breadth
from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.diagnostics.shown import COMMAND, printable, shortened, shown_path
from eia.text.change import Fix
from eia.text.span import Span, Text

WIDTH = 80
MARGIN = "    "

HINT = "heuristic"
"""What is found by a rule of this confidence is often, and not always, worth a look; people are told."""
SEVERAL, MANY = 3, 5
"""So many notes that are alike, or errors in one place, are told in a line each; and so many errors or warnings in several."""
Likeness = tuple[Path, str, Severity, str]
"""What makes diagnostics alike: the file, the rule, how bad it is, and what to do."""

Paint = Callable[[str, Severity], str]
"""Gives words the colour of a severity; the words are complete without it."""


def plain(words: str, severity: Severity) -> str:
    """No colour."""
    return words


def human(diagnostics: Iterable[Diagnostic], paint: Paint = plain) -> Iterator[str]:
    """Each diagnostic as a paragraph, at most 80 columns wide where its words allow.

    Where several are alike, all but the first are told in a line each, so that they do not hide what else has to be mended."""
    told = list(diagnostics)
    alike: dict[Likeness, list[Diagnostic]] = {}
    for one in told:
        alike.setdefault(_likeness(one), []).append(one)
    for one in told:
        several = alike[_likeness(one)]
        if len(several) < _least(several):
            yield "\n".join(_paragraph(one, paint)) + "\n"
        elif one is several[0]:
            yield "\n".join((*_paragraph(one, paint), *map(_in_a_line, several[1:]))) + "\n"


def _likeness(one: Diagnostic) -> Likeness:
    return (one.text.path, one.rule, one.severity, one.help)


def _least(alike: list[Diagnostic]) -> int:
    """How many there must be for a line each. Of those in one place there is but one line to show."""
    in_one_place = len({one.span for one in alike}) == 1
    return SEVERAL if in_one_place or alike[0].severity is Severity.NOTE else MANY


def _in_a_line(one: Diagnostic) -> str:
    where = f"  Line {one.text.position(one.span.start).line}: "
    return where + shortened(printable(one.message), WIDTH - len(where))


def _paragraph(one: Diagnostic, paint: Paint) -> Iterator[str]:
    where = one.text.position(one.span.start)
    yield f"{shown_path(one.text.path)}:{where.line}:{where.column}"
    label = f"{one.severity.word}: "
    hint = ", only a hint" if one.confidence == HINT else ""
    first, *rest = folded(f"{label}{one.message} [{one.rule}{hint}]", margin="  ")
    yield f"  {paint(label, one.severity)}{first[2 + len(label) :]}"
    yield from rest
    if one.text.source:
        yield from _frame(one.text, one.span, lambda caret: paint(caret, one.severity))
    if one.help:
        yield from folded(f"What to do: {one.help}", margin="  ")
    if one.fix:
        yield from folded(f"Or: {offer(one.fix)}", margin="  ")
    if one.authority:
        yield from folded(f"Basis: {one.authority}", margin="  ")
    for other in one.related:
        place = other.text.position(other.span.start)
        yield from folded(
            f"See {shown_path(other.text.path)}:{place.line}:{place.column}, {other.message}", margin="  "
        )


def offer(fix: Fix) -> str:
    """That the program can do it, and what it will do."""
    return (
        f"`eia lint --fix` will {fix.title}."
        if fix.safe
        else f"`eia lint --fix --unsafe` will {fix.title}; read it then."
    )


def folded(words: str, first: str = "", margin: str = "") -> list[str]:
    """The words on lines of a terminal; no path and no id is broken."""
    return wrap(
        printable(words),
        WIDTH,
        initial_indent=first or margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _frame(text: Text, span: Span, paint: Callable[[str], str]) -> Iterator[str]:
    """The line that holds the start of the span, and carets under what of the span is on it."""
    where = text.position(span.start)
    line, column = text.line(where.line), where.column - 1
    length = max(1, min(span.end - span.start, len(line) - column))
    shown, column, length = _window(line, column, length, WIDTH - len(f"{MARGIN}{where.line} | "))
    gutter = f"{MARGIN}{where.line} | "
    yield (gutter + _one_column(shown)).rstrip()
    blank = " " * len(f"{MARGIN}{where.line}") + " | "
    yield blank + " " * breadth(shown[:column]) + paint("^" * max(1, breadth(shown[column : column + length])))


def _window(line: str, column: int, length: int, room: int) -> tuple[str, int, int]:
    """The part of a long line that shows the caret, with `…` where it was cut."""
    if len(line) <= room:
        return line, column, length
    start = max(0, min(column - room // 3, len(line) - room))
    cut = line[start : start + room]
    cut = ("…" + cut[1:]) if start else cut
    cut = (cut[:-1] + "…") if start + room < len(line) else cut
    return cut, column - start, max(1, min(length, room - (column - start)))


def _one_column(line: str) -> str:
    """The line with each unprintable character shown as one sign, so that carets stay under their words.

    So is the first of the signs by which a command to a pipeline begins."""
    seen = COMMAND.sub("�", line)
    return "".join(char if char.isprintable() or combining(char) else " " if char.isspace() else "�" for char in seen)
