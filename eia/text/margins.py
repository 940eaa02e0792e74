"""Slips of colons and indentation: lines that look like keys and are read as text, and the other way round."""

from __future__ import annotations

import re
from dataclasses import replace

from eia.text.flaw import Flaw
from eia.text.odd import odd_dash
from eia.text.quoting import in_straight_quotes
from eia.text.refused import in_curly, in_quotes
from eia.text.scene import Scene, short, slip, spaces, stand
from eia.text.spaces import bullet, missing_space
from eia.text.span import Span

NOTHING_AFTER = re.compile(r"^[ -]*([^\s:#][^:\n]*): *$(?!\n)", re.MULTILINE)
"""A line, the last one, with a key and nothing else."""
LIKE_THAT = "If it belongs to the text above, indent it like that text"
WORD_KEY = re.compile(r"[^\W\d_][\w-]*")


def line_start(scene: Scene) -> Flaw | None:
    """A dash or colon without its space, on a line that is then read as one word with the next."""
    last = scene.stop.last
    places = [scene.stop.since, *([last.span.start] if last and scene.problem("colon") else [])]
    found = (_without_space(scene.source, scene.start(place)) for place in places)
    return next((flaw for flaw in found if flaw), None)


def _without_space(source: str, start: int) -> Flaw | None:
    return missing_space(source, start) or bullet(source, start, warning=False)


def colon(scene: Scene) -> Flaw | None:
    """A colon that makes a key of what was meant as text, or a key that was indented as if it were text."""
    at, last = scene.stop.at, scene.stop.last
    if not scene.problem("colon") or not last:
        return None
    if last.span.start >= scene.line(at).start:
        straight = in_curly(scene.source, last.span.start)
        if straight is not None:
            return _curly(scene, last.span.start, straight)
        return _extra_colon(scene, last.span.start, in_quotes(scene.source, last.span.start))
    if not scene.before(last.span.start).strip("- \t"):
        return _no_key(scene, last.span.start)
    if WORD_KEY.fullmatch(scene.source, scene.start(at), at):
        return _too_deep(scene, Span(scene.start(at), at), last.span.start)
    return _extra_colon(scene, scene.start(at))


def _extra_colon(scene: Scene, start: int, example: str = "") -> Flaw:
    at = scene.stop.at
    rating = scene.before(start).strip() == "impact:"  # where `none` is a word of its own
    if scene.source[start:at].strip().casefold() == "none" and not rating:
        help = "Leave nothing after the key; on the next line, two spaces further in, write `none:` and the reason."
        return slip("`none:` has to stand on a line of its own", Span(start, at), help)
    return replace(
        slip(
            f"the colon after `{short(scene.source[start:at])}` is taken for the end of a key",
            Span(at, at + 1),
            f"Put quotes round the whole text{example}, or write `|` before it and begin it on the next line.",
        ),
        fix=in_straight_quotes(scene.source, start),
    )


def _curly(scene: Scene, start: int, straight: str) -> Flaw:
    """Quotes as Word makes them, round a text with a colon."""
    at, example = scene.stop.at, f", as in `{straight}`" if straight else ""
    flaw = slip(
        f"curly quotes do not count as quotes, so the colon after `{short(scene.source[start:at])}` is taken for the end "
        "of a key",
        Span(at, at + 1),
        f"Type straight quotes round the whole text{example}, or write `|` before it and begin it on the next line.",
    )
    return replace(flaw, fix=in_straight_quotes(scene.source, start, safe=False))


def _too_deep(scene: Scene, key: Span, above: int) -> Flaw:
    if "-" in scene.before(key.start):
        return slip(
            f"the list that begins here has no key: `{scene.name(above)}` has its text already",
            Span(scene.line(key.start).start + scene.before(key.start).index("-"), key.end),
            "Write the key of the list, for instance `sections:` or `actions:`, on a line of its own above it.",
        )
    name, column = scene.name(above), scene.column(scene.start(above))
    help = f"To make it a key like `{name}`, move it so that {stand(column)} before it."
    if scene.column(key.start) > column + 1:
        help += f" If it belongs to `{name}`, move the words behind `{name}:` to a line below, under a key such as `answer:`."
    return slip(f"`{scene.text.slice(key)}` is indented as part of the text above it", key, help)


def no_colon(scene: Scene) -> Flaw | None:
    """A line that is neither a key nor indented as text."""
    return _no_key(scene, scene.stop.since) if scene.problem("no colon") else None


def _no_key(scene: Scene, at: int) -> Flaw:
    start, end = scene.start(at), scene.line(at).end
    words = scene.source[start:end].rstrip()
    bare = not words[:1].islower() and NOTHING_AFTER.search(scene.source[:start].rstrip())  # keys are in small letters
    text = f"If it is running text, write `|` after `{bare[1]}:`" if bare else LIKE_THAT
    return slip(
        f"`{short(words)}` is neither a key with a colon nor part of the text above",
        Span(start, start + len(words)),
        f"{text}; if it is a key, put a colon and a space after it.",
    )


def indentation(scene: Scene) -> Flaw | None:
    """A line whose indentation fits no line above."""
    at, sign = scene.stop.at, scene.sign(scene.stop.at)
    if sign == ":" and scene.start(at) == at:
        return slip("a colon stands here without a key before it", Span(at, at + 1), "Write the key before the colon.")
    if not scene.first_on_line(at) or sign in "\r\n":
        return None
    if sign in "]},":
        return slip(f"this `{sign}` belongs to nothing above it", Span(at, at + 1), "Delete it.")
    if scene.source.startswith(("- ", "-\n", "-\r"), at):
        return odd_dash(scene) or slip(
            "an item of a list stands here among keys",
            Span(at, at + 1),
            "Write the key of the list on a line of its own above its items, or indent the item under its key.",
        )
    return _misplaced(scene, at)


def _misplaced(scene: Scene, at: int) -> Flaw:
    """A key between two columns, or under the dash of a list."""
    name, (right, left) = scene.name(at), scene.neighbours(at)
    above = [place for place in (right, left) if place is not None]
    under_dash = right is not None and scene.sign(scene.line(right).start + scene.column(at)) == "-"
    unfit = f"has {spaces(scene.column(at))} before it, which fits no line above"
    wrong = "stands under a dash, where only the next dash can stand" if under_dash else unfit
    choices = (f"{spaces(scene.column(place))} to go with {_line_of(scene, place)}" for place in above)
    return slip(
        f"`{short(name)}` {wrong}",
        Span(at, at + len(name)),
        f"Give it {', or '.join(choices)}." if above else "",
    )


def _line_of(scene: Scene, place: int) -> str:
    return f"`{short(scene.name(place))}` (line {scene.text.position(place).line})"
