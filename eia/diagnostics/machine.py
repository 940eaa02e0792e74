"""Diagnostics for other programs: one line each, JSON, and the annotations of GitHub workflows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from eia.diagnostics.diagnostic import Diagnostic, Severity, counts
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


Edits = Callable[[Diagnostic], Iterable[tuple[Span, str]]]
"""What the fix of a diagnostic changes: stretches of its file, and the words that come there."""


def as_json(
    diagnostics: Iterable[Diagnostic],
    checked: Iterable[Mapping[str, str | int | None]],
    edits: Edits = lambda one: (),
) -> str:
    """One JSON document; `checked` says of each assessment as what, by which day and by which rules it was judged."""
    listed = tuple(diagnostics)
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", _dumped(listed, checked, edits))


def _dumped(listed: tuple[Diagnostic, ...], checked: Iterable[Mapping[str, str | int | None]], edits: Edits) -> str:
    number = counts(listed)
    return json.dumps(
        {
            "version": JSON_VERSION,
            "checked": [dict(one) for one in checked],
            "counts": {severity.word: number[severity] for severity in reversed(Severity)},
            "diagnostics": [_as_data(one, edits) for one in listed],
        },
        ensure_ascii=False,
        indent=2,
    )


def _as_data(one: Diagnostic, edits: Edits) -> dict[str, object]:
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
        "fix": _fix(one, edits),
    }


def _fix(one: Diagnostic, edits: Edits) -> dict[str, object] | None:
    """What `eia lint --fix` would do; nothing where only a person can mend it."""
    if one.fix is None:
        return None
    changed = [{**_place(one.text, span), "words": words} for span, words in edits(one)]
    return {"title": one.fix.title, "safe": one.fix.safe, "edits": changed}


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
