"""Lists and quotes in prose that stand deeper inside one another than a page has room for."""

from __future__ import annotations

import re
from collections.abc import Iterator

DEEPEST = 20
"""What stands as deep as this is printed as it was typed: a list counts as two steps, a quote as one.

So nine lists may stand in each other, which is as many as Word knows."""

_QUOTE = -1
"""Stands for a quote where a list has the column at which the words of its item begin."""
_MARK = re.compile(r" {0,3}(?:(?P<quote>>) ?|(?:[-*+]|[0-9]{1,9}[.)])(?: +|$))")
_RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *$")


def too_deep(words: str) -> Iterator[tuple[int, int]]:
    """The line with which each stretch of too deep words begins."""
    at, open, was_deep = 0, list[int](), False
    for line in words.splitlines(keepends=True):
        if line.strip():
            open = _opened(line.rstrip().expandtabs(4), open)
            is_deep = sum(1 if one == _QUOTE else 2 for one in open) >= DEEPEST
            if is_deep and not was_deep:
                yield at, at + len(line.rstrip())
            was_deep = is_deep
        at += len(line)


def _opened(line: str, before: list[int]) -> list[int]:
    """The lists and quotes in which the words of a line stand: those of the line above that go on, and those it begins."""
    column, open = 0, list[int]()
    for one in before:
        words = len(line) - len(line[column:].lstrip(" "))
        if one == _QUOTE and line.startswith(">", words):
            column = words + 1 + line.startswith(" ", words + 1)
        elif one != _QUOTE and words >= one:
            column = one
        else:
            break
        open.append(one)
    while (found := _MARK.match(line, column)) and not _RULE.match(line, column):
        column = found.end()
        open.append(_QUOTE if found["quote"] else column)
    return open
