"""Near misses: one edit that a careful officer might make takes the Bad example of a rule's page out of the rule's reach.

Each file of `near` belongs to a rule. It is a list of edits; each has a name that says what is different, the words of the
Bad example that are replaced (`for`), which stand there once, and those that come in their place (`write`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from eia.rules import ALL
from tests.asking import SLIPS, broken
from tests.test_rule_pages import RULES, check, example

NEAR = Path(__file__).parent / "near"
LEAST = 3


class Edit(NamedTuple):
    """What is different, and how."""

    rule: str
    name: str
    instead_of: str
    write: str


def edits() -> Iterator[Edit]:
    for path in sorted(NEAR.glob("*.yaml")):
        for one in yaml.safe_load(path.read_text("utf-8")):
            yield Edit(path.stem, one["name"], one["for"], one["write"])


EDITS = tuple(edits())


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: f"{edit.rule}, {edit.name}".replace("-", " "))
def test_one_edit_away_from_bad_the_rule_is_silent(edit: Edit, tmp_path: Path) -> None:
    bad = example(RULES[edit.rule], "Bad")
    assert bad.count(edit.instead_of) == 1
    checked = check(tmp_path, bad.replace(edit.instead_of, edit.write))
    assert [one.message for one in checked.diagnostics if one.rule in SLIPS] == []
    assert [one.message for one in broken(checked, edit.rule)] == []


def test_every_rule_has_its_near_misses() -> None:
    counted = {rule.id: sum(edit.rule == rule.id for edit in EDITS) for rule in ALL}
    assert {name: number for name, number in counted.items() if number < LEAST} == {}
    assert {path.stem for path in NEAR.glob("*.yaml")} == set(counted)
