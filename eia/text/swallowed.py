"""Text that YAML takes for something else without a word: remarks, bullets, keys that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eia.text.change import Fix, Reword, Set
from eia.text.flaw import Flaw
from eia.text.place import body
from eia.text.refused import reserved
from eia.text.spaces import bullet, missing_space
from eia.text.span import LINE_END, Route, Span, Text
from eia.text.tree import Comment, Scalar, Tree, everything

LATER_BULLET = re.compile("[\r\n][ \t]*([-*•–—·▪‣\uf0b7](?=[ \t\u00a0])|[•▪‣\uf0b7])")
LINE = re.compile(r"([ \t]*)([^\r\n]*)(?:\r\n|\r|\n|\Z)")
CURLY = re.compile("“[^“”]*”|‘[^‘’]*’")
MARKS = (
    re.compile("[•▪‣◦●\uf0b7\uf0a7]|·(?=[ \t\u00a0])"),
    re.compile("[–—](?=[ \t\u00a0])"),
    re.compile("o(?=[ \t\u00a0])"),
    re.compile(r"\(?(?:[a-z]|[ivx]{1,4}|(?<=\()[0-9]{1,2})\)(?=[ \t\u00a0])"),
)
"""What word processors begin an item with, and Markdown does not; the first are never anything else."""
DEEP = re.compile(r"# {3,}\S")
"""A remark whose words stand further in: what an example looks like under its first line."""
NUMBER = re.compile(r"#[0-9]+(?![^\s.,;:)])(?!.*[\[\]{}])")
"""A number with its sign; between brackets, more would be lost than one text."""
FENCES = ("```", "~~~")
OURS = "#eia:"
"""How a remark to the program begins, where somebody left out the spaces."""
WIDTH = re.compile(r"[|>][-+]?[0-9]")


def swallowed(tree: Tree) -> Iterator[Flaw]:
    """Every place where the file says something else than it seems to."""
    bare_ends: dict[int, Scalar] = {}
    for key, node in everything(tree.root):
        if key:
            yield from _in_key(tree.text.source, key)
        if isinstance(node, Scalar):
            yield from _in_value(tree, node)
            if node.style == "plain":
                bare_ends[node.span.end] = node
    for comment in tree.comments:
        yield from _in_comment(tree, comment, bare_ends)
        yield from _left_commented(tree.text, comment)


def _in_key(source: str, key: Scalar) -> Iterator[Flaw]:
    """A key that begins with the dash that should have begun an item."""
    start = key.span.start
    flaw = missing_space(source, start) or bullet(source, start, warning=True)
    if flaw and flaw.span.start == start:
        yield flaw


def _in_value(tree: Tree, value: Scalar) -> Iterator[Flaw]:
    text = tree.text
    if value.style == "plain":
        yield from _in_bare(tree, value)
    elif value.style == "folded":
        yield from _bullets(text.source, value.span)
    elif value.style == "literal":
        yield from _unlisted(text.source, value)
    if not value.value and WIDTH.match(text.source, value.span.start):
        yield reserved(text.source, value.span.start)


def _in_bare(tree: Tree, value: Scalar) -> Iterator[Flaw]:
    text, source, start = tree.text, tree.text.source, value.span.start
    own_line = not _before(text, start).strip()
    if own_line and (flaw := missing_space(source, start) or bullet(source, start, warning=True)):
        yield flaw
    else:
        yield from _bullets(source, value.span)
    if CURLY.fullmatch(value.value):
        yield _curly(tree, value)


def _bullets(source: str, span: Span) -> Iterator[Flaw]:
    """Items run together into one text. A single long dash may simply have come to stand at the start of a line."""
    found = list(LATER_BULLET.finditer(source, span.start, span.end))
    if len(found) > 1 or (found and found[0][1] not in "–—"):
        yield Flaw(
            "swallowed-text",
            f"the line starts with `{found[0][1]}`, but is read as part of the text above, not as a list",
            Span(*found[0].span(1)),
            "Write `|` after the key and begin the text on the next line.",
            warning=True,
        )


def _unlisted(source: str, value: Scalar) -> Iterator[Flaw]:
    """Items that running text does not show as a list, since they begin as in a word processor: told once for each text."""
    if any(fence in value.value for fence in FENCES):
        return
    inside = body(source, value.span, value.style)
    lines = [(found.start(2), found[2]) for found in LINE.finditer(source, inside.start, inside.end)]
    for mark in MARKS:
        begun = [number for number, (_, words) in enumerate(lines) if mark.match(words)]
        if begun and (mark is MARKS[0] or _are_items(lines, begun)):
            start, words = lines[begun[0]]
            sign = words.split()[0] if mark is not MARKS[0] else words[0]
            yield Flaw(
                "swallowed-text",
                f"the line starts with `{sign}`, which does not begin an item of a list",
                Span(start, start + len(sign)),
                "Begin each item with `- `, or, where they are counted, with `1. `, `2. ` and so on.",
                warning=True,
            )
            return


def _are_items(lines: list[tuple[int, str]], begun: list[int]) -> bool:
    """Whether lines that begin alike are items: a sentence may well be wrapped before a dash, even twice."""
    if len(begun) < 2:
        return False
    before = lines[begun[0] - 1][1].rstrip() if begun[0] else ""
    return not before or before.endswith(":") or (len(begun) > 2 and begun[2] == begun[0] + 2)


def _curly(tree: Tree, value: Scalar) -> Flaw:
    route = _route(tree, value)
    return Flaw(
        "swallowed-text",
        f"the curly quotes round `{value.value}` are kept as part of the text",
        value.span,
        "Use straight quotes, or none.",
        warning=True,
        fix=Fix("take the curly quotes out", (Set(route, value.value[1:-1]),), safe=False) if route else None,
    )


def _route(tree: Tree, value: Scalar) -> Route | None:
    """The route that leads to this very value; nothing where its key stands twice."""
    route = tree.route_at(value.span.start)
    return route if tree.node(route) is value else None


def _in_comment(tree: Tree, comment: Comment, bare_ends: dict[int, Scalar]) -> Iterator[Flaw]:
    """A `#` glued to what follows it, after a bare value: a number sign far more often than a remark."""
    text = tree.text
    sign = text.slice(comment.span).split()[0]
    if not sign.strip("#!") or sign.startswith(OURS):
        return
    before = _before(text, comment.span.start)
    if value := bare_ends.get(comment.span.start - len(before) + len(before.rstrip(" \t"))):
        yield Flaw(
            "swallowed-text",
            f"the text from `{sign}` on is lost: YAML takes a `#` after a space for the start of a remark",
            comment.span,
            "Put quotes round the whole text; if it is a remark, put a space after `#`.",
            warning=True,
            fix=_with_number(tree, value, comment),
        )


def _with_number(tree: Tree, value: Scalar, comment: Comment) -> Fix | None:
    """The text with what a number sign before a number took from it; what else is glued to a `#` may be a remark."""
    words, route = tree.text.slice(Span(value.span.start, comment.span.end)).rstrip(), _route(tree, value)
    if not route or not NUMBER.search(words, comment.span.start - value.span.start) or LINE_END.search(words):
        return None
    return Fix("put quotes round the whole text", (Set(route, words), Reword(comment.span, "")))


def _left_commented(text: Text, comment: Comment) -> Iterator[Flaw]:
    """A line of an example, further in than a remark would be, right under lines whose `#` was deleted."""
    number = text.position(comment.span.start).line
    if number == 1 or _before(text, comment.span.start).strip() or not DEEP.match(text.slice(comment.span)):
        return
    above = text.line(number - 1).strip()
    if above and not above.startswith("#"):
        yield Flaw(
            "swallowed-text",
            "this line is still a remark, so that it is left out",
            comment.span,
            "If it goes with the line above, delete the `#` and the space after it, here and on all such lines.",
            warning=True,
        )


def _before(text: Text, offset: int) -> str:
    """What stands before an offset on its line."""
    return text.source[offset - text.position(offset).column + 1 : offset]
