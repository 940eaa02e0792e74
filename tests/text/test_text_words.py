"""Messages are for people who have never seen YAML."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import eia.text.span
from eia.text.scene import PROBLEMS

JARGON = re.compile(
    r"\b(mapping|scalar|sequence|token|node|null|field required|block|flow|anchor|alias|document start)s?\b", re.I
)
MODULES = sorted(Path(eia.text.span.__file__).parent.glob("*.py"))
OUTPUTS = sorted((Path(__file__).parent / "slips").glob("*.out"))


def strings(module: Path) -> list[str]:
    """The texts of a module that may reach a reader: not its docstrings, nor what it recognises in the parser's."""
    parsed = ast.parse(module.read_text(encoding="utf-8"))
    unsaid = {id(node.value) for node in ast.walk(parsed) if isinstance(node, ast.Expr)}
    constants = [node for node in ast.walk(parsed) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [str(node.value) for node in constants if id(node) not in unsaid and node.value not in PROBLEMS.values()]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_no_text_of_a_module_is_jargon(module: Path) -> None:
    assert [words for words in strings(module) if JARGON.search(words)] == []


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.stem)
def test_messages_are_plain_short_and_alike(output: Path) -> None:
    for line in output.read_text(encoding="utf-8").splitlines():
        assert not JARGON.search(line)
        if line.startswith(" "):
            assert re.match(r"    ([A-Z].*\.|[\d:-]+ [a-z`][^.]*)$", line)
        else:
            assert re.match(r"[\d:-]+ [a-z-]+( \(warning\))?: [a-z`].*[^.]$", line)
