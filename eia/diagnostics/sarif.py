"""Diagnostics in SARIF 2.1.0, the format that GitHub, Azure DevOps and editors read from any checker."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.diagnostics.escape import Json, in_json
from eia.diagnostics.fingerprint import fingerprinted
from eia.diagnostics.shown import as_sentence, path_in_repository
from eia.text.span import Span, Text

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
TOP = "%SRCROOT%"
"""What SARIF calls the folder from which paths are given: the top of the repository, wherever that lies."""
FINGERPRINT = "eiaThing/v1"
"""Not `primaryLocationLineHash`: that one is GitHub's own to make, and it warns of each that is another's."""
PRECISION = {"exact": "very-high", "high": "high", "heuristic": "medium"}
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}
"""By which GitHub sorts rules."""


@dataclass(frozen=True, slots=True)
class Manual:
    """What the manual says of a rule."""

    summary: str
    more: str
    page: str
    severity: Severity
    facts: dict[str, str]
    """Its family, its preset, how sure it is and on what it rests, each where it has one."""


def sarif(
    diagnostics: Iterable[Diagnostic],
    manual: Callable[[str], Manual],
    version: str,
    known: Iterable[Diagnostic] = (),
) -> str:
    """One log with one run. What somebody accepted, and what was known before, is in it as suppressed.

    Of the manual it holds the rules that occur: a service reads of a rule no more than what it shows beside a result."""
    listed, before = tuple(diagnostics), tuple(known)
    rules = sorted({one.rule for one in (*listed, *before)})
    kinds = [*("inSource" if one.accepted else "" for one in listed), *("external" for _ in before)]
    results = zip(fingerprinted((*listed, *before)), kinds, strict=True)
    driver: dict[str, Json] = {
        "name": "eia",
        "semanticVersion": version,
        "rules": [_rule(name, manual(name)) for name in rules],
    }
    run: dict[str, Json] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {TOP: {"description": {"text": "The top of the repository."}}},
        "results": [_result(one, rules.index(one.rule), name, kind) for (one, name), kind in results],
    }
    return in_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(name: str, manual: Manual) -> dict[str, Json]:
    facts: dict[str, Json] = dict(manual.facts)
    if "confidence" in manual.facts:
        facts["precision"] = PRECISION[manual.facts["confidence"]]
    return {
        "id": name,
        "name": "".join(part.capitalize() for part in name.split("-")),
        "shortDescription": {"text": manual.summary},
        "fullDescription": {"text": f"{manual.summary} {manual.more}".strip()},
        "help": {"text": manual.page, "markdown": manual.page},
        "defaultConfiguration": {"level": manual.severity.word},
        "properties": {**facts, "problem.severity": LEVELS[manual.severity]},
    }


def _result(one: Diagnostic, rule: int, fingerprint: str, kind: str) -> dict[str, Json]:
    suppression: dict[str, Json] = {"kind": kind, "status": "accepted"}
    if one.accepted:
        suppression["justification"] = one.accepted.because
        who = {"by": one.accepted.by, "date": one.accepted.date, "until": one.accepted.until}
        suppression |= {"properties": said} if (said := {key: value for key, value in who.items() if value}) else {}
    related: list[Json] = [
        {"id": number, **_location(other.text, other.span), "message": {"text": _plain(as_sentence(other.message))}}
        for number, other in enumerate(one.related, 1)
    ]
    return {
        "ruleId": one.rule,
        "ruleIndex": rule,
        "level": one.severity.word,
        "message": {"text": _plain(" ".join(filter(None, (as_sentence(one.message), one.help))))},
        "locations": [{**_location(one.text, one.span), **_logical(one.at)}],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {FINGERPRINT: fingerprint},
        **({"suppressions": [suppression]} if kind else {}),
    }


def _location(text: Text, span: Span) -> dict[str, Json]:
    start, end = text.position(span.start), text.position(span.end)
    region: dict[str, Json] = {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
    return {"physicalLocation": {"artifactLocation": _address(text.path), "region": region}}


def _address(path: Path) -> dict[str, Json]:
    """A path as part of an address; one outside the repository stands for itself."""
    inside = path_in_repository(path)
    if inside.is_absolute():
        return {"uri": inside.as_uri()}
    return {"uri": quote(os.fsencode(inside.as_posix())), "uriBaseId": TOP}


def _logical(at: tuple[str, ...]) -> dict[str, Json]:
    return {"logicalLocations": [{"name": at[-1], "fullyQualifiedName": "/".join(at)}]} if at else {}


def _plain(words: str) -> str:
    """Words in which SARIF finds no link, such as `[here](address)`."""
    return re.sub(r"[\[\]]", r"\\\g<0>", words) if "](" in words else words
