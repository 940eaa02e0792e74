"""Golden cases: each folder of `cases` belongs to a rule, and each file in it says whether that rule speaks, and what it says.

A case is one small assessment, or a folder with `assessment.eia.yaml` and what belongs to it. What the rule says stands
beside it in a file that ends in `.out`; where there is no such file, the rule must be silent.
`EIA_GOLDEN=write pytest tests/test_cases.py` writes the `.out` files that exist anew, for somebody to read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from eia.diagnostics.diagnostic import Diagnostic
from eia.linting import Checked, lint
from eia.rules import ALL, Rule
from eia.text.span import Span, Text
from tests.asking import AS_OF, EVERY_RULE, SLIPS, broken

CASES = Path(__file__).parent / "cases"
ASSESSMENTS = sorted(CASES.rglob("assessment*.eia.yaml"))
ONE_FILE = sorted(path for path in CASES.glob("*/*.eia.yaml"))
FORMS = "profiles"
"""Holds the form that some cases follow."""

NEAR = Path(__file__).parent / "near"
"""Holds one-edit changes of the Bad examples, about which the rules are silent too."""
LEAST_SPEAKING, LEAST_SILENT = 2, 5
"""With the two examples of the rule's page and the near misses."""


def rule_of(case: Path) -> str:
    return case.relative_to(CASES).parts[0]


def files(case: Path) -> list[Path]:
    return [path for path in ASSESSMENTS if path.parent == case] if case.is_dir() else [case]


def expected(case: Path) -> Path:
    return case / "assessment.out" if case.is_dir() else case.with_name(case.name.removesuffix(".eia.yaml") + ".out")


def read_aloud(case: Path) -> str:
    """The name of a case as words: `unknown-reference/range-past-the-end` is `unknown reference, range past the end`."""
    return f"{rule_of(case)}, {case.name.removesuffix('.eia.yaml')}".replace("-", " ")


def found(case: Path) -> Checked:
    checked = lint(files(case), as_of=AS_OF, choice=EVERY_RULE)
    assert checked.dossiers
    assert [one.message for one in checked.diagnostics if one.rule in SLIPS] == []
    return checked


def shown(one: Diagnostic, case: Path) -> Iterator[str]:
    yield f"{where(one.text, one.span, case)} {one.severity.word}: {one.message}"
    yield f"    {one.help}"
    for other in one.related:
        yield f"    see {where(other.text, other.span, case)}: {other.message}"


def where(text: Text, span: Span, case: Path) -> str:
    """The lines and columns; a case with several files names the file too."""
    start, end = text.position(span.start), text.position(span.end)
    file = f"{text.path.name}:" if case.is_dir() else ""
    return f"{file}{start.line}:{start.column}-{end.line}:{end.column}"


FOLDERS = {path.parent for path in ASSESSMENTS if path.parent.parent != CASES}
ALL_CASES = sorted([*ONE_FILE, *FOLDERS])
SPEAKING = [case for case in ALL_CASES if expected(case).exists()]
SILENT = [case for case in ALL_CASES if case not in SPEAKING]


@pytest.mark.parametrize("case", SPEAKING, ids=read_aloud)
def test_the_rule_says(case: Path) -> None:
    spoken = broken(found(case), rule_of(case))
    said = "".join(f"{line}\n" for one in spoken for line in shown(one, case))
    if os.environ.get("EIA_GOLDEN") == "write":
        expected(case).write_text(said, encoding="utf-8", newline="\n")
    assert said
    assert said == expected(case).read_text("utf-8")
    for one in spoken:
        it_is_one_line_and_says_what_to_do(one)


def it_is_one_line_and_says_what_to_do(one: Diagnostic) -> None:
    assert "\n" not in one.message + one.help
    assert one.message[0].islower() or one.message[0] == "`"
    assert not one.message.endswith(".")
    assert one.help.endswith((".", "?"))


@pytest.mark.parametrize("case", SILENT, ids=read_aloud)
def test_the_rule_is_silent_about(case: Path) -> None:
    assert [one.message for one in broken(found(case), rule_of(case))] == []


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_the_near_misses_outnumber_the_hits(rule: Rule) -> None:
    name = rule.id
    speaking = 1 + sum(rule_of(case) == name for case in SPEAKING)
    near = yaml.safe_load((NEAR / f"{name}.yaml").read_text("utf-8"))
    silent = 1 + len(near) + sum(rule_of(case) == name for case in SILENT)
    assert speaking >= LEAST_SPEAKING
    assert silent >= max(LEAST_SILENT, speaking + 1)


def test_every_folder_is_that_of_a_rule() -> None:
    folders = {path.name for path in CASES.iterdir() if path.is_dir()}
    assert folders - {FORMS} == {rule.id for rule in ALL}


def test_every_expectation_has_its_case() -> None:
    assert sorted(CASES.rglob("*.out")) == sorted(expected(case) for case in SPEAKING)
