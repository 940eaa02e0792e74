"""Awkward files: each change is made rightly, or refused with a reason. `EIA_GOLDEN=write` writes what comes of it anew."""

from __future__ import annotations

import os

import pytest

from docs.generate import TOPICS
from tests.editing.written_cases import CASES, Case, cases, written

if os.environ.get("EIA_GOLDEN") == "write":
    for path in CASES.glob("*.txt"):
        told = written(Case(one.topic, one.name, one.wanted, one.source, one.now) for one in cases(path.stem))
        path.write_text(told, "utf-8")

ALL = tuple(cases())


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.topic}: {case.name}")
def test_what_comes_of_a_change(case: Case) -> None:
    assert case.now == case.outcome


def test_each_case_has_a_name_of_its_own() -> None:
    names = [(case.topic, case.name) for case in ALL]
    assert len({*names}) == len(names)


def test_each_topic_is_in_the_documentation() -> None:
    assert {case.topic for case in ALL} == {*TOPICS}
