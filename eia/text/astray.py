"""Lines that have slipped out of the running text above them: they stand too far left, or a remark cuts them off."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from eia.text.flaw import Flaw
from eia.text.lines import WORD, Line, Lines, Opened, lines_of
from eia.text.scene import Scene, short, slip, stand
from eia.text.spaces import BULLET, GLUED_KEY
from eia.text.span import Span

TRIES = 3
"""Each asks the parser to read the whole file again."""
LONGEST_KEY = 60
LONGEST_RUN = 200
"""More lines need not be looked at to say that there are several."""
ALIKE = 0.85
"""How near a word must come to a key to be that key misspelt."""


def astray(scene: Scene) -> Flaw | None:
    """The line at which a text was left, if the parser would come further had it been left in."""
    lines = lines_of(scene.text)
    stopped = lines.number(min(scene.stop.at, len(scene.source.rstrip())))
    tried = (_tried(lines, opened, line, stopped) for opened, line in _last(lines, stopped))
    return next((flaw for flaw in tried if flaw), None)


def _last(lines: Lines, stopped: int) -> Iterator[tuple[Opened, Line]]:
    """The last lines, up to where the parser stopped, that come first after a text, with that text."""
    numbers = [number for number in lines.left if number <= stopped]
    yield from ((lines.left[number], lines.all[number]) for number in reversed(numbers[-TRIES:]))


def _tried(lines: Lines, opened: Opened, line: Line, stopped: int) -> Flaw | None:
    if opened.remark and line.left > opened.column:
        return _cut_off(lines, opened, opened.remark) if line.number == stopped else None
    run = _run(lines, opened, line)
    sure = run and (line.number == stopped or lines.reads_on(_moved(lines, opened, run), stopped))
    return _told(lines, opened, run) if sure else None


def among_keys(lines: Lines, span: Span) -> tuple[Flaw, int] | None:
    """A line of a text that YAML could read as a key beside that of the text; and the end of all lines like it."""
    number = lines.number(span.start)
    opened = lines.left.get(number)
    run = _run(lines, opened, lines.all[number]) if opened else []
    return (_told(lines, opened, run), lines.span(run[-1]).end) if opened and run else None


def _told(lines: Lines, opened: Opened, run: list[Line]) -> Flaw:
    """A text that goes on too far left."""
    key, words = short(opened.line.key), _words(run[0])
    several = any(line.left < opened.wanted for line in run[1:])
    bar = "Move" if opened.bar else f"Write `|` after `{key}:`, and move"
    what, each = ("it and the lines below it", "each") if several else ("it", "it")
    sign = next(filter(None, (BULLET.match(_words(line)) for line in run)), None)
    also = f" Write `- ` for `{sign[0]}`." if sign else ""
    if run[0].column == opened.column and not several and words[0].islower():
        also = " If it is a key, put a colon and a space after its name."
    return slip(
        f"`{short(words)}` belongs to the text under `{key}:`, but stands too far left",
        lines.span(run[0]),
        f"{bar} {what} to the right, so that {stand(opened.wanted)} before {each}.{also}",
    )


def _cut_off(lines: Lines, opened: Opened, remark: Line) -> Flaw:
    """A remark further left than the text: the parser ends the text there, and reads on as if a key had to follow."""
    key = short(opened.line.key)
    return slip(
        f"this remark ends the text that begins with `|` after `{key}:`",
        lines.span(remark),
        f"Delete the remark, or move it above `{key}:`.",
    )


def _run(lines: Lines, opened: Opened, first: Line) -> list[Line]:
    """The lines that have slipped out of a text, from the first on: none if that one may well stand where it does."""
    run: list[Line] = []
    for line in lines.all[first.number : first.number + LONGEST_RUN]:
        if line.words and (line.is_remark or not _is_prose(lines, opened, line)):
            break
        run += [line] if line.words else []
    return run


def _is_prose(lines: Lines, opened: Opened, line: Line) -> bool:
    """Whether a line after a text is one of it, rather than a key or an item of its own."""
    if line.left > opened.column:
        return opened.bar  # nothing else can stand there
    if not any(char.isalnum() for char in line.words) or line.words[0] == "\t":
        return False
    if line.key:
        return _is_phrase(lines, line.key)
    if _is_known(lines, opened, line):
        return False
    return opened.bar or line.dash is None or " " in line.words


def _is_phrase(lines: Lines, key: str) -> bool:
    """Whether what stands before a colon is part of a sentence, not a key: keys are single words in small letters."""
    if len(key) > LONGEST_KEY:
        return True
    if WORD.fullmatch(key) or key in lines.keys:
        return False
    return not get_close_matches(key.casefold().replace(" ", "-"), lines.frequent, n=1, cutoff=ALIKE)


def _is_known(lines: Lines, opened: Opened, line: Line) -> bool:
    """Whether a line without a colon is a key all the same: it lacks the colon, or the space after it or its dash."""
    glued = GLUED_KEY.match(line.words.lstrip("-"))
    if glued:
        return bool(WORD.fullmatch(glued[0][:-1]))
    first = line.words.split()[0].lstrip("-").rstrip(":")
    return first in lines.keys and (line.column == opened.column or line.words[0] == "-")


def _moved(lines: Lines, opened: Opened, run: list[Line]) -> dict[int, str]:
    """The file as it was meant."""
    moved = {line.number: f"{' ' * opened.wanted}{_words(line)}" for line in run}
    if not opened.bar:
        moved[opened.line.number] = f"{lines.text.line(opened.line.number + 1).rstrip()} |"
    return moved


def _words(line: Line) -> str:
    return line.words if line.dash is None else f"- {line.words}"
