"""How two versions of a file differ, line by line, safe to print."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from eia.diagnostics.shown import printable, shown_path
from eia.text.span import LINE_END, Text


def difference(before: Text, after: Text) -> Iterator[str]:
    """The lines that go, with `-`, and those that come, with `+`, each with three lines round it; line ends are not shown."""
    name = shown_path(before.path)
    old, new = (LINE_END.split(text.source) for text in (before, after))
    yield from map(printable, unified_diff(old, new, name, name, lineterm=""))
