"""Whoever makes the edits wrongly is found out: what comes of them is held against what was meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from eia.editing.apply import edited
from eia.editing.edit import Edit
from eia.editing.realise import realised
from eia.editing.refused import NotMade
from eia.text.change import Add, Change, Clean, Move, Remove, Rename, Reword, Set, Within
from eia.text.span import Span, Text
from eia.text.tree import Tree

SOURCE = """\
# about the file
title: A change  # beside the title
status: draft
summary: |
  One.

  Two.
plan:
  sections:
    # the first
    - id: 1
      title: Hours
    - id: 2
      title: Getting in
hidden: a\u200bb
list: [a, b, c]
"""

Broken = Callable[[Tree, tuple[Change, ...]], Iterator[Edit]]


def nothing(tree: Tree, changes: tuple[Change, ...]) -> Iterator[Edit]:
    yield from ()


def one_too_few(tree: Tree, changes: tuple[Change, ...]) -> Iterator[Edit]:
    yield from list(realised(tree, changes))[1:]


def one_to_the_right(tree: Tree, changes: tuple[Change, ...]) -> Iterator[Edit]:
    for one in realised(tree, changes):
        yield Edit(Span(one.span.start + 1, one.span.end + 1), one.words)


def too_wide(tree: Tree, changes: tuple[Change, ...]) -> Iterator[Edit]:
    for one in realised(tree, changes):
        yield Edit(Span(one.span.start, min(one.span.end + 3, len(tree.text.source))), one.words)


def too_narrow(tree: Tree, changes: tuple[Change, ...]) -> Iterator[Edit]:
    for one in realised(tree, changes):
        yield Edit(Span(min(one.span.start + 1, one.span.end), one.span.end), one.words)


def twice(tree: Tree, changes: tuple[Change, ...]) -> Iterator[Edit]:
    for one in realised(tree, changes):
        yield Edit(one.span, one.words * 2 if one.words else tree.text.slice(one.span) * 2)


def also(old: str, new: str) -> Broken:
    def broken(tree: Tree, changes: tuple[Change, ...]) -> Iterator[Edit]:
        yield from realised(tree, changes)
        at = tree.text.source.index(old)
        yield Edit(Span(at, at + len(old)), new)

    broken.__name__ = f"also {new!r} for {old!r}"
    return broken


BROKEN = (
    nothing,
    one_too_few,
    one_to_the_right,
    too_wide,
    too_narrow,
    twice,
    also("# about the file\n", ""),
    also("# about the file", "# about a file"),
    also("  # beside the title", ""),
    also("draft", "draft # a remark more"),
    also("draft", "final"),
    also("status", "Status"),
    also("summary: |", "summary: >"),
    also("summary: |", "summary: |-"),
    also("One.\n\n", "One.\n"),
    also("id: 1", "id: 1\n      id: 1"),
    also("- id: 2", "- owner:\n      id: 2"),
    also("status: draft\nsummary: |\n  One.\n\n  Two.\n", "summary: |\n  One.\n\n  Two.\nstatus: draft\n"),
    also("[a, b, c]", "[a, c, b]"),
    also("[a, b, c]", "[a, b, c, '']"),
    also("[a, b, c]", "{a: , b: , c: }"),
    also("Getting in", "Getting\u00a0in"),
    also("Getting in", "Getting  in"),
    also("Getting in", "Getting\u200b in"),
)

CHANGES: tuple[tuple[Change, ...], ...] = (
    (Set(("title",), "Another"),),
    (Within(("summary",), 0, 4, "Three."),),
    (Rename(("title",), "name"),),
    (Add(("owner",), "Nobody", before="title"),),
    (Add(("plan", "sections", 1), {"id": "3"}),),
    (Remove(("status",)),),
    (Remove(("list", 1)), Remove(("plan", "sections", 1))),
    (Move(("plan", "sections", 0), ("plan", "sections", 9)),),
    (Move(("status",), ("plan", "nowhere")),),
    (Reword(Span(0, 16), "# about this file"),),
    (Clean(Span(SOURCE.index("\u200b"), SOURCE.index("\u200b") + 1), ""),),
    (Set(("list", 0), "z"), Set(("list", 2), "y")),
)


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.__name__.replace("_", " "))
@pytest.mark.parametrize("changes", CHANGES, ids=lambda changes: type(changes[0]).__name__)
def test_what_is_done_wrongly_is_not_done(changes: tuple[Change, ...], broken: Broken) -> None:
    text = Text(Path(), SOURCE)
    right = edited(text, changes)
    with patch("eia.editing.apply.realised", broken):
        try:
            done = edited(text, changes).source
        except NotMade:
            return
    assert done == right.source


def test_one_thing_that_is_wrong_is_not_traded_for_another_of_its_kind() -> None:
    text = Text(Path(), "title: a\u200bb\nowner: ab\n")

    def trading(tree: Tree, changes: tuple[Change, ...]) -> Iterator[Edit]:
        yield from realised(tree, changes)
        yield Edit(Span(8, 9), "")
        yield Edit(Span(len(text.source) - 3, len(text.source) - 3), "\u200c")

    with patch("eia.editing.apply.realised", trading), pytest.raises(NotMade):
        edited(text, [Add(("x",), "y")])
