"""Golden cases: each file of `faults` is the form of a project, and what is wrong with it stands beside it in a file `.out`.

Where there is no such file, nothing is wrong. `EIA_GOLDEN=write pytest tests/forms` writes those that exist anew, to be read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.linting import Checked, lint

CASES = Path(__file__).parent / "faults"
EVERY = sorted(CASES.glob("*.eia.yaml"))


def expected(case: Path) -> Path:
    return case.with_name(f"{name(case)}.out")


def name(case: Path) -> str:
    return case.name.removesuffix(".eia.yaml")


def read_aloud(case: Path) -> str:
    return name(case).replace("-", " ")


SPEAKING = [case for case in EVERY if expected(case).exists()]
SILENT = [case for case in EVERY if case not in SPEAKING]


def checked(case: Path, folder: Path) -> Checked:
    path = folder / "profiles" / name(case) / "profile.eia.yaml"
    path.parent.mkdir(parents=True)
    path.write_bytes(case.read_bytes())
    (folder / "eia.toml").touch()
    return lint([path])


def shown(one: Diagnostic) -> Iterator[str]:
    start, end = (one.text.position(at) for at in (one.span.start, one.span.end))
    yield f"{start.line}:{start.column}-{end.line}:{end.column} {one.severity.word}: {one.message} [{one.rule}]"
    yield f"    {one.help}"


@pytest.mark.parametrize("case", SPEAKING, ids=read_aloud)
def test_a_mistake_is_told_in_its_place(case: Path, tmp_path: Path) -> None:
    said = "".join(f"{line}\n" for one in checked(case, tmp_path).diagnostics for line in shown(one))
    if os.environ.get("EIA_GOLDEN") == "write":
        expected(case).write_text(said, encoding="utf-8", newline="\n")
    assert said
    assert said == expected(case).read_text("utf-8")


@pytest.mark.parametrize("case", SILENT, ids=read_aloud)
def test_nothing_is_wrong_with(case: Path, tmp_path: Path) -> None:
    assert [one.message for one in checked(case, tmp_path).diagnostics] == []


@pytest.mark.parametrize("case", SPEAKING, ids=read_aloud)
def test_it_is_an_error_that_says_what_to_do(case: Path, tmp_path: Path) -> None:
    for one in checked(case, tmp_path).diagnostics:
        assert one.severity is Severity.ERROR
        assert one.message[0].islower() or one.message[0] == "`"
        assert not one.message.endswith(".")
        assert one.help.endswith((".", "?"))


def test_every_expectation_has_its_case() -> None:
    assert sorted(CASES.glob("*.out")) == sorted(map(expected, SPEAKING))
