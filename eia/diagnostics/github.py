"""Diagnostics for GitHub: the commands by which a workflow has them shown beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.diagnostics.escape import in_command
from eia.diagnostics.shown import path_in_repository

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """Workflow commands, with everything escaped that could begin another command."""
    for one in diagnostics:
        start, end = one.text.position(one.span.start), one.text.position(one.span.end)
        properties = {
            "file": path_in_repository(one.text.path).as_posix(),
            "line": start.line,
            "endLine": end.line,
            "col": start.column,
            "endColumn": end.column,
            "title": one.rule,
        }
        listed = ",".join(f"{name}={in_command(str(value), in_property=True)}" for name, value in properties.items())
        words = f"{one.message}. {one.help}" if one.help else one.message
        yield f"::{LEVELS[one.severity]} {listed}::{in_command(words)}"
