"""Nobody who is told of a mistake has to know what a parser, a schema or a program calls it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from eia.rules.manual import page, summaries

JARGON = re.compile(
    r"\b(?:mapping|scalar|sequence|token|node|null|field required|anchor|alias|parser|syntax|string|dict|tuple|loc|NoneType"
    r"|validation|schema|unlawful|compliant|score)\b",
    re.IGNORECASE,
)
LAW = re.compile(r"unlawful discrimination")
SPEAKING = (
    "Diagnostic",
    "Problem",
    "Misfit",
    "Misread",
    "Flaw",
    "Refused",
    "Impossible",
    "NotFound",
    "_say",
    "_at",
    "slip",
)


def spoken(path: Path) -> list[str]:
    """The words of every call that says something, and of every name that such a call is given."""
    words: list[str] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        called = (
            isinstance(node, ast.Call) and (getattr(node.func, "id", "") or getattr(node.func, "attr", "")) in SPEAKING
        )
        named = isinstance(node, ast.Assign) and any(
            getattr(target, "id", "") in ("message", "help") for target in node.targets
        )
        if called or named:
            words += [
                part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)
            ]
    return words


def test_no_message_needs_a_programmer() -> None:
    for path in Path("eia").rglob("*.py"):
        assert [words for words in spoken(path) if JARGON.search(words)] == [], path


def test_no_message_that_was_ever_seen_does_either() -> None:
    for path in Path("tests").rglob("*.out"):
        assert not JARGON.search(re.sub(r"`[^`]*`", "", path.read_text("utf-8"))), path


def test_no_page_of_the_manual_passes_a_verdict() -> None:
    for name, _, _ in summaries():
        text = LAW.sub("", page(name) or "")
        assert not re.search(r"\b(?:unlawful|compliant|compliance|score)\b", text, re.IGNORECASE), name
