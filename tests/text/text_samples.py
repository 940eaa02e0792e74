"""Texts to test with."""

from __future__ import annotations

from pathlib import Path

from eia.text.flaw import Flaw
from eia.text.read import read
from eia.text.span import Text
from eia.text.tree import Tree
from eia.text.yaml import parse

HERE = Path(__file__).parent
FINE = sorted((HERE / "fine").glob("*.yaml"))


def text(source: str) -> Text:
    return Text(Path("test.eia.yaml"), source)


def tree(source: str) -> Tree:
    parsed = parse(text(source))
    assert parsed.tree, parsed.flaws
    return parsed.tree


def flaws(source: str) -> tuple[Flaw, ...]:
    return parse(text(source)).flaws


def rules(source: str) -> list[str]:
    return [flaw.rule for flaw in flaws(source)]


def marked(source: str) -> list[str]:
    """The characters each flaw points at."""
    return [source[flaw.span.start : flaw.span.end] for flaw in flaws(source)]


def source_of(path: Path) -> str:
    return read(path).text.source
