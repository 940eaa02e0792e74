"""Diagnostics for GitLab: the report on code quality that is shown in a merge request."""

from __future__ import annotations

from collections.abc import Iterable

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.diagnostics.escape import in_json
from eia.diagnostics.fingerprint import fingerprinted
from eia.diagnostics.shown import as_sentence, path_in_repository, printable

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def gitlab(diagnostics: Iterable[Diagnostic]) -> str:
    """One list. GitLab knows no way to set one aside, so that what somebody accepted is not in it."""
    return in_json(
        [
            {
                "description": " ".join(filter(None, (as_sentence(one.message), one.help))),
                "check_name": one.rule,
                "fingerprint": name,
                "severity": SEVERITIES[one.severity],
                "location": {
                    "path": printable(path_in_repository(one.text.path).as_posix()),
                    "lines": {"begin": one.text.position(one.span.start).line},
                },
            }
            for one, name in fingerprinted(diagnostics)
            if not one.accepted
        ]
    )
