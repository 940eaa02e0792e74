"""Where the author of a file went wrong, told from where the parser stopped: the commonest slips, in plain words."""

from __future__ import annotations

import re

from eia.text.astray import astray
from eia.text.flaw import Flaw
from eia.text.grow import Stop
from eia.text.margins import colon, indentation, line_start, no_colon
from eia.text.odd import odd_one
from eia.text.refused import directive, in_quotes, reserved, second
from eia.text.scene import Scene, slip
from eia.text.spaces import missing_space
from eia.text.span import Span, Text
from eia.text.tree import Node, Scalar

LONGEST_KEY = 1000
VALUE = re.compile(r"[ \t]*(?:-[ \t]+)*(?:[^\s#:\[{][^:]*:[ \t]+)?")


def explain(text: Text, stop: Stop) -> Flaw:
    """The slip that made the parser stop; where none is known, the place where it stopped."""
    scene = Scene(text, stop)
    found = (recognise(scene) for recognise in SLIPS)
    return next((flaw for flaw in found if flaw), None) or _unknown(scene)


def no_keys(text: Text, root: Node) -> Flaw:
    """A file that is one running text, or one list."""
    if isinstance(root, Scalar) and root.style == "plain" and (flaw := missing_space(text.source, root.span.start)):
        return flaw
    kind = "running text" if isinstance(root, Scalar) else "a list"
    start = root.span.start
    return slip(
        f"the file holds {kind} where keys such as `title: …` are expected",
        Span(start, Scene(text, Stop(start, "", start)).line(start).end),
        "Begin each part with its key, a colon and a space.",
    )


def _directive(scene: Scene) -> Flaw | None:
    at = scene.stop.since
    return directive(Span(at, at + 1)) if scene.sign(at) == "%" and scene.first_on_line(at) else None


def _after_end(scene: Scene) -> Flaw | None:
    """Text below a line of `...`."""
    at = scene.stop.at
    ended = scene.problem("after the end") and re.search(r"^\.\.\.\s", scene.source[:at], re.MULTILINE)
    return second(Span(at, scene.line(at).end), "...") if ended else None


def _open_quote(scene: Scene) -> Flaw | None:
    """A quote that runs to the end of the file, or to a line of `---`."""
    at = scene.stop.since
    if scene.sign(at) not in "\"'" or not scene.problem("open quote"):
        return None
    if scene.sign(at) == "'" and scene.sign(at + 1).isalpha() and "'" not in scene.source[at + 1 : scene.line(at).end]:
        return slip(
            "the apostrophe that starts this text is taken for a quote, and none closes it",
            Span(at, at + 1),
            "Put double quotes round the whole text, or, if the apostrophe is meant as a quote, close it.",
        )
    return slip(
        f"the quote that opens here (`{scene.sign(at)}`) is never closed",
        Span(at, at + 1),
        "Put the same quote at the end of the text.",
    )


def _escape(scene: Scene) -> Flaw | None:
    """A backslash in double quotes, as in `"C:\\Users"`."""
    at = scene.source.rfind("\\", scene.line(scene.stop.at).start, scene.stop.at + 1)
    if at < 0 or not scene.problem("escape"):
        return None
    return slip(
        f"`{scene.source[at : at + 2]}` means something else to YAML inside double quotes",
        Span(at, min(at + 2, len(scene.source))),
        "Write the backslash twice, or use single quotes.",
    )


def _late_quote(scene: Scene) -> Flaw | None:
    """A quote that is closed only by the next one that opens."""
    last = scene.stop.last
    if not last or last.style not in ("single", "double") or scene.line(last.span.start) == scene.line(last.span.end):
        return None
    if scene.source[last.span.end : scene.stop.at].strip():
        return None
    line = scene.text.position(last.span.end - 1).line
    return slip(
        f"the quote that opens here (`{scene.sign(last.span.start)}`) is closed only in line {line}, before other text",
        Span(last.span.start, last.span.start + 1),
        "Put the same quote where the text ends.",
    )


def _after_quote(scene: Scene) -> Flaw | None:
    """Text that goes on after a closing quote."""
    before, last = scene.before(scene.stop.at), scene.stop.last
    quote, end = before.rstrip()[-1:], scene.stop.at - len(before) + len(before.rstrip())
    if quote not in ("'", '"') or not last or (last.style == "plain" and last.value):
        return None
    if quote == "'" and scene.sign(end - 2).isalnum() and scene.sign(end).isalpha():
        return slip(
            "the apostrophe inside this text is taken for its closing quote",
            Span(end - 1, end),
            "Put double quotes round the whole text.",
        )
    other = "'" if quote == '"' else '"'
    example = in_quotes(scene.source, last.span.start) if scene.sign(last.span.start) == quote else ""
    return slip(
        f"the text goes on after its closing quote (`{quote}`)",
        Span(end - 1, end),
        f"Put the other kind of quotes (`{other}`) round the whole text{example}.",
    )


def _after_bar(scene: Scene) -> Flaw | None:
    """Text on the line of a `|`, or a `>` that means "more than"."""
    at = scene.stop.since
    if scene.sign(at) == ">":
        return reserved(scene.source, at)
    if scene.sign(at) != "|":
        return None
    return slip(
        "the text after `|` has to begin on the next line",
        Span(at, at + 1),
        "Begin a new line after `|` and indent the text by two more spaces than its key.",
    )


def _reserved(scene: Scene) -> Flaw | None:
    """A bare value that starts with one of YAML's own characters."""
    at = scene.stop.at
    if scene.sign(scene.stop.since) in "*&!":
        return reserved(scene.source, scene.stop.since)
    if scene.problem("odd start"):
        return _tab(at) if scene.sign(at) == "\t" else reserved(scene.source, at)
    if scene.stop.bracket is None and not scene.first_on_line(at) and scene.sign(at) in "-?,]}":
        return reserved(scene.source, at)
    return None


def _tab(at: int) -> Flaw:
    return slip("a tab stands where YAML needs a space", Span(at, at + 1), "Delete the tab and type a space.")


def _long_key(scene: Scene) -> Flaw | None:
    """A key that goes on past the 1,024 characters in which the parser looks for its colon."""
    key = scene.before(scene.stop.at).strip()
    if scene.sign(scene.stop.at) != ":" or len(key) <= LONGEST_KEY or ": " in key:
        return None
    span = Span(scene.stop.at - len(key), scene.stop.at)
    message = f"this key has {len(key):,} characters; the most is {LONGEST_KEY:,}"
    return Flaw("over-limit", message, span, "Use a short name as the key; the text belongs after the colon.")


def _bracket(scene: Scene) -> Flaw | None:
    """A bracket or brace that is not closed, or holds what cannot stand in a list."""
    opening = scene.stop.bracket
    if opening is None:
        return None
    at_end = scene.stop.at >= len(scene.source.rstrip())
    if at_end or scene.line(opening) != scene.line(scene.stop.at):
        return slip(
            f"the `{scene.sign(opening)}` that opens here is never closed",
            Span(opening, opening + 1),
            "Close it where the list ends; if it belongs to the text, put quotes round the whole text.",
        )
    return slip(
        f"the list that opens with `{scene.sign(opening)}` cannot be read past this place",
        Span(scene.stop.at, scene.stop.at + 1),
        "Put a comma between two items, and quotes round an item that holds a colon or a comma.",
    )


def _after_bracket(scene: Scene) -> Flaw | None:
    """Text that only begins with a bracket, as in `title: [Draft] Libraries`."""
    found = VALUE.match(scene.source, scene.line(scene.stop.at).start, scene.stop.at)
    if found and scene.sign(found.end()) in "[{" and scene.before(scene.stop.at).rstrip()[-1:] in ("]", "}"):
        return reserved(scene.source, found.end())
    return None


def _unknown(scene: Scene) -> Flaw:
    at = min(scene.stop.at, len(scene.source.rstrip()))
    return slip(
        "the file cannot be read from here on",
        Span(at, min(at + 1, len(scene.source))),
        "Compare this line and the one above with a file that can be read: a key, a colon, a space, its text.",
    )


# The first that recognises the place wins, so what is sure comes before what is likely.
SLIPS = (
    astray,
    _directive,
    _after_end,
    _open_quote,
    _escape,
    _late_quote,
    _after_quote,
    _after_bar,
    _reserved,
    line_start,
    _long_key,
    _bracket,
    _after_bracket,
    odd_one,
    colon,
    no_colon,
    indentation,
)
