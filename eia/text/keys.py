"""Keys that are not what they look like: given twice, cut off by a comma, merged from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from eia.text.flaw import Flaw
from eia.text.span import Span
from eia.text.tree import Entry, Mapping, Node, Scalar, Tree, everything

KEEP_ONE = "Keep one of the two, or put both texts under one key."
NEXT_ITEM = "If the next item begins here, put a dash before it: `- {}:`. If not, keep one of the two."
NO_COLON = re.compile(r"[ \t]*(?!:|[ \t])")


def odd_keys(tree: Tree) -> Iterator[Flaw]:
    """Everything wrong with the keys of a tree."""
    for above, node in everything(tree.root):
        if isinstance(node, Mapping):
            yield from _repeated(node, in_list=above is None and node is not tree.root)
            for entry in node.entries:
                yield from _odd(tree.text.source, node, entry)


def _repeated(node: Mapping, in_list: bool) -> Iterator[Flaw]:
    """Every key that is given again; but an item without its dash, or keys that have slipped out, are one mistake."""
    pairs = list(pairwise(node.entries))
    again = [(before, entry.key) for before, entry in pairs if node.first[entry.key.value] is not entry]
    if in_list and again and again[0][1].value == node.entries[0].key.value:
        yield _again(node, again[0][1], NEXT_ITEM.format(again[0][1].value))
    elif len(again) > 1 and _bare(again[0][0].value):
        yield _slipped_out(*again[0])
    else:
        yield from (_again(node, key, KEEP_ONE) for _, key in again)


def _again(node: Mapping, key: Scalar, help: str) -> Flaw:
    related = ((node.first[key.value].key.span, "first given here"),)
    return Flaw("duplicate-key", f"the key `{key.value}` is given again", key.span, help, related)


def _bare(value: Node) -> bool:
    """Whether nothing stands after a key."""
    return value.span.start == value.span.end


def _slipped_out(above: Entry, key: Scalar) -> Flaw:
    name = above.key.value
    return Flaw(
        "duplicate-key",
        f"nothing stands under `{name}`, and the keys that follow it are given again",
        above.key.span,
        f"Indent the lines that belong to `{name}` by two more spaces than `{name}` itself.",
        ((key.span, f"`{key.value}` is given again here"),),
    )


def _odd(source: str, node: Mapping, entry: Entry) -> Iterator[Flaw]:
    key = entry.key
    if key.value == "<<" and key.style == "plain":
        yield Flaw(
            "unsupported-yaml", "the key `<<` would copy keys from elsewhere", key.span, "Write the keys out here."
        )
    elif key.span.start == key.span.end:
        yield Flaw("broken-yaml", "a colon stands here without a key before it", _colon(source, key.span))
    elif NO_COLON.match(source, key.span.end):
        yield _alone_in_braces(entry) if source[node.span.start] == "{" else _question(source, entry)


def _colon(source: str, key: Span) -> Span:
    at = source.find(":", key.start)
    return Span(at, at + 1) if at >= 0 else key


def _alone_in_braces(entry: Entry) -> Flaw:
    return Flaw(
        "unsupported-yaml",
        f"`{entry.key.value}` stands inside braces without a value: the comma before it ended the text",
        entry.key.span,
        "Write a line for each key instead of braces, or put quotes round a text that holds a comma.",
    )


def _question(source: str, entry: Entry) -> Flaw:
    at = source.rfind("?", 0, entry.key.span.start + 1)
    return Flaw(
        "unsupported-yaml",
        "the line starts with `?`, which has a meaning of its own in YAML",
        Span(at, at + 1) if at >= 0 else entry.key.span,
        f"Write the key and its colon on one line: `{entry.key.value}: …`.",
    )
