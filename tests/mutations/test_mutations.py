"""A clean sample with one thing broken: the rule that is meant speaks, and no other.

Each file beside this one belongs to a rule. It says in which sample (`sample`) what is changed: `for` stands once in the
file (`in`: the assessment, unless it says `plan` or `sources`), and `write` comes in its place. It may take several changes.
The day is that on which the sample was signed, unless `as-of` says another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

import pytest
import yaml

from eia.linting import lint
from eia.rules import ALL
from tests.asking import EVERY_RULE

HERE = Path(__file__).parent
SAMPLES = Path("assessments")
USUAL = "library-hours-2026"


class Change(NamedTuple):
    """What comes in place of what, in which file."""

    file: str
    instead_of: str
    write: str


class Mutation(NamedTuple):
    """A sample, and the changes that break one rule in it."""

    rule: str
    sample: str
    changes: tuple[Change, ...]
    as_of: date | None


def mutations() -> Iterator[Mutation]:
    for path in sorted(HERE.glob("*.yaml")):
        said = yaml.safe_load(path.read_text("utf-8"))
        changes = (Change(one.get("in", "assessment"), one["for"], one["write"]) for one in said["changes"])
        yield Mutation(path.stem, said.get("sample", USUAL), tuple(changes), said.get("as-of"))


ALL_MUTATIONS = tuple(mutations())


@pytest.mark.slow
@pytest.mark.parametrize("mutation", ALL_MUTATIONS, ids=lambda one: one.rule.replace("-", " "))
def test_one_mutation_breaks_one_rule_and_no_other(mutation: Mutation, tmp_path: Path) -> None:
    sample = mutated(mutation, tmp_path)
    assert {one.rule for one in lint([sample], as_of=mutation.as_of, choice=EVERY_RULE).diagnostics} == {mutation.rule}


def mutated(mutation: Mutation, folder: Path) -> Path:
    """The sample, in a project of its own, with the changes made."""
    copy = copytree(SAMPLES / mutation.sample, folder / mutation.sample)
    folder.joinpath("eia.toml").touch()
    for change in mutation.changes:
        path = copy / f"{change.file}.eia.yaml"
        source = path.read_text("utf-8")
        assert source.count(change.instead_of) == 1, change
        path.write_text(source.replace(change.instead_of, change.write), encoding="utf-8", newline="")
    return copy


@pytest.mark.slow
@pytest.mark.parametrize("sample", ["library-hours-2026", "college-travel-2026", "millrace-leisure-2026"])
def test_the_samples_break_no_rule_of_any_preset(sample: str) -> None:
    assert [(one.rule, one.message) for one in lint([SAMPLES / sample], choice=EVERY_RULE).diagnostics] == []


def test_every_rule_has_its_mutation() -> None:
    covered = {one.rule for one in ALL_MUTATIONS}
    assert covered == {rule.id for rule in ALL}
