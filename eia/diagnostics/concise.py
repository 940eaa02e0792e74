"""Diagnostics for a terminal and for editors: a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eia.diagnostics.diagnostic import Diagnostic
from eia.diagnostics.shown import printable, shown_path


def concise(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """`file:line:column: severity: message [rule]`."""
    for one in diagnostics:
        where = one.text.position(one.span.start)
        place = f"{shown_path(one.text.path)}:{where.line}:{where.column}"
        yield printable(f"{place}: {one.severity.word}: {one.message} [{one.rule}]")
