"""Diagnostics as data of our own, in JSON: all that is known of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from eia.diagnostics.diagnostic import Accepted, Diagnostic, Severity, counts
from eia.diagnostics.escape import Json, in_json
from eia.diagnostics.shown import shown_path
from eia.text.span import Span, Text

JSON_VERSION = 1
Edits = Callable[[Diagnostic], Iterable[tuple[Span, str]]]
"""What the fix of a diagnostic changes: stretches of its file, and the words that come there."""


def _none(one: Diagnostic) -> tuple[tuple[Span, str], ...]:
    return ()


def as_json(
    diagnostics: Iterable[Diagnostic],
    checked: Iterable[Mapping[str, str | int | None]],
    accepted: Iterable[Diagnostic] = (),
    known: Iterable[Diagnostic] = (),
    edits: Edits = _none,
) -> str:
    """One JSON document; `checked` says of each assessment as what, by which day and by which rules it was judged.

    What somebody accepted, and what was known already, stands in lists of its own."""
    listed = tuple(diagnostics)
    number = counts(listed)
    return in_json(
        {
            "version": JSON_VERSION,
            "checked": [dict(one) for one in checked],
            "counts": {severity.word: number[severity] for severity in reversed(Severity)},
            "diagnostics": [{**_as_data(one), "fix": _fix(one, edits)} for one in listed],
            "accepted": [{**_as_data(one), **_acceptance(one)} for one in accepted],
            "known": [_as_data(one) for one in known],
        }
    )


def _acceptance(one: Diagnostic) -> dict[str, Json]:
    """Why something was accepted, by whom, when and until when; a remark says why alone."""
    said = one.accepted or Accepted("")
    return {
        "because": said.because,
        "by": said.by,
        "date": said.date,
        "until": said.until,
        "on-record": said.on_record,
    }


def _fix(one: Diagnostic, edits: Edits) -> Json:
    """What `eia lint --fix` would do; nothing where only a person can mend it."""
    if one.fix is None:
        return None
    changed: list[Json] = [{**_place(one.text, span), "words": words} for span, words in edits(one)]
    return {"title": one.fix.title, "safe": one.fix.safe, "edits": changed}


def _as_data(one: Diagnostic) -> dict[str, Json]:
    return {
        "rule": one.rule,
        "severity": one.severity.word,
        "message": one.message,
        "help": one.help,
        "confidence": one.confidence,
        "basis": one.basis,
        "authority": one.authority,
        "about": one.about,
        **_place(one.text, one.span),
        "related": [{"message": other.message, **_place(other.text, other.span)} for other in one.related],
    }


def _place(text: Text, span: Span) -> dict[str, Json]:
    start, end = text.position(span.start), text.position(span.end)
    return {
        "file": shown_path(text.path),
        "line": start.line,
        "column": start.column,
        "end-line": end.line,
        "end-column": end.column,
    }
