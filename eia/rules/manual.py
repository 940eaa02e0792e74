"""The manual: the page of each rule, read from its module when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.resources import files
from inspect import cleandoc

from eia.model.assessment import STATUSES
from eia.rules import ALL, Rule


def page(name: str) -> str | None:
    """The whole page of a rule, in Markdown; None where there is no such rule."""
    for rule in ALL:
        if rule.id == name:
            return f"# {name}\n\n{cleandoc(import_module(rule.module).__doc__ or '')}"
    text = _of_reading().get(name)
    return f"# {name}\n\n{text}" if text else None


def known() -> list[str]:
    """The names of all rules."""
    return [*(rule.id for rule in ALL), *_of_reading()]


def summaries() -> Iterator[tuple[str, str, str]]:
    """Name, severity and first sentence of every rule, those about reading a file last."""
    for rule in ALL:
        first = (import_module(rule.module).__doc__ or "").split("\n")[0]
        yield rule.id, _weight(rule), first
    for name, text in _of_reading().items():
        yield name, "when reading", text.split("\n")[0]


def _weight(rule: Rule) -> str:
    """How much a rule counts, and how much before its stage."""
    before = rule.severity_at(STATUSES[0])
    full = rule.severity.word
    return full if before in (None, rule.severity) else f"{full} (before {rule.stage}: {before.word})"


@cache
def _of_reading() -> dict[str, str]:
    """What can be wrong before any rule is asked; the pages stand in one file."""
    text = files("eia.rules").joinpath("reading.md").read_text("utf-8")
    _, *pages = text.split("\n# ")
    return {name.strip(): body.strip() for name, _, body in (one.partition("\n") for one in pages)}
