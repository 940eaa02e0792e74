"""Diagnostics for other programs: one line each, JSON, and the annotations of GitHub workflows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from eia.diagnostics.diagnostic import Accepted, Diagnostic, Severity, counts
from eia.diagnostics.shown import printable, shown_path
from eia.text.span import Span, Text

JSON_VERSION = 1
_STEERING = re.compile("[\x7f-\x9f\u2028\u2029]")
"""What JSON may hold as it is, and a terminal should not."""
_GITHUB_LEVEL = {"error": "error", "warning": "warning", "note": "notice"}


def concise(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """`file:line:column: severity: message [rule]`."""
    for one in diagnostics:
        where = one.text.position(one.span.start)
        place = f"{shown_path(one.text.path)}:{where.line}:{where.column}"
        yield printable(f"{place}: {one.severity.word}: {one.message} [{one.rule}]")


def github(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """Workflow commands, with everything escaped that could begin another command."""
    for one in diagnostics:
        place = _place(one.text, one.span)
        properties = {
            "file": place["file"],
            "line": place["line"],
            "endLine": place["end-line"],
            "col": place["column"],
            "endColumn": place["end-column"],
            "title": one.rule,
        }
        listed = ",".join(f"{name}={_escaped(str(value), in_property=True)}" for name, value in properties.items())
        words = f"{one.message}. {one.help}" if one.help else one.message
        yield f"::{_GITHUB_LEVEL[one.severity.word]} {listed}::{_escaped(words)}"


def as_json(
    diagnostics: Iterable[Diagnostic],
    checked: Iterable[Mapping[str, str | int | None]],
    accepted: Iterable[Diagnostic] = (),
    known: Iterable[Diagnostic] = (),
) -> str:
    """One JSON document; `checked` says of each assessment as what, by which day and by which rules it was judged.

    What somebody accepted, and what was known already, stands in lists of its own."""
    listed = tuple(diagnostics)
    number = counts(listed)
    said = json.dumps(
        {
            "version": JSON_VERSION,
            "checked": [dict(one) for one in checked],
            "counts": {severity.word: number[severity] for severity in reversed(Severity)},
            "diagnostics": [_as_data(one) for one in listed],
            "accepted": [{**_as_data(one), **_acceptance(one)} for one in accepted],
            "known": [_as_data(one) for one in known],
        },
        ensure_ascii=False,
        indent=2,
    )
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", said)


def _acceptance(one: Diagnostic) -> dict[str, object]:
    """Why something was accepted, by whom, when and until when; a remark says why alone."""
    said = one.accepted or Accepted("")
    return {
        "because": said.because,
        "by": said.by,
        "date": said.date,
        "until": said.until,
        "on-record": said.on_record,
    }


def _as_data(one: Diagnostic) -> dict[str, object]:
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


def _place(text: Text, span: Span) -> dict[str, str | int]:
    start, end = text.position(span.start), text.position(span.end)
    return {
        "file": shown_path(text.path),
        "line": start.line,
        "column": start.column,
        "end-line": end.line,
        "end-column": end.column,
    }


def _escaped(words: str, in_property: bool = False) -> str:
    for char in "%\r\n" + (":," if in_property else ""):
        words = words.replace(char, f"%{ord(char):02X}")
    return printable(words)
