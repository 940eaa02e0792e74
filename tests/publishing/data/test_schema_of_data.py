"""The schema of the data describes all that stands in it, and lets it through."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest
from jsonschema import Draft7Validator

import eia
from eia.publishing.data.schema import schema
from tests.asking import assessment
from tests.publishing.data.test_json import BODY, everything
from tests.publishing.samples import SAMPLES
from tests.running import within

Json: TypeAlias = "str | int | float | list[Json] | dict[str, Json] | None"

COMMITTED = Path("schemas/assessment-data.schema.json")
REWRITE = os.environ.get("EIA_GOLDEN") == "write"


def closed(value: Json) -> Json:
    """A schema that lets nothing through that it does not describe."""
    if isinstance(value, list):
        return [closed(one) for one in value]
    if not isinstance(value, dict):
        return value
    held = {key: closed(one) for key, one in value.items()}
    return {**held, "additionalProperties": False} if isinstance(held.get("properties"), dict) else held


@cache
def strict() -> Draft7Validator:
    return Draft7Validator(closed(json.loads(schema())))


def wrong(data: Json) -> list[tuple[str, str]]:
    return [(one.json_path, one.message[:200]) for one in strict().iter_errors(data)]


def undescribed(value: Json, place: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.get("properties", {}).items():
            if "description" not in one:
                yield f"{place}.{key}"
        for key, one in value.items():
            yield from undescribed(one, f"{place}.{key}")


def test_the_schema_of_the_repository_is_as_the_program_would_make_it_now() -> None:
    if REWRITE:
        COMMITTED.write_text(schema(), encoding="utf-8", newline="\n")
    assert COMMITTED.read_text("utf-8") == schema()
    Draft7Validator.check_schema(json.loads(schema()))


def test_every_key_is_described() -> None:
    assert list(undescribed(json.loads(schema()))) == []


def test_the_data_of_a_sample_and_of_a_draft_with_mistakes_is_let_through(tmp_path: Path) -> None:
    assert wrong(everything()) == []
    assert wrong(json.loads(eia.export(assessment(tmp_path, BODY), to="json", draft=True))) == []


def test_keys_that_come_later_are_let_through_and_a_later_version_is_not() -> None:
    lenient = Draft7Validator(json.loads(schema()))
    assert lenient.is_valid(everything() | {"later": 1})
    assert not lenient.is_valid(everything() | {"version": 2})
    assert not lenient.is_valid(everything() | {"actions": {}})


def test_it_can_be_printed(tmp_path: Path) -> None:
    assert within(tmp_path, "schema", "data").out == schema()
    refused = within(tmp_path, "schema", "data", "--profile", "gb-equality-act")
    assert refused.code == 2
    assert "leave --profile out" in refused.err


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_the_data_of_every_sample_is_let_through(name: str) -> None:
    assert wrong(json.loads(eia.export(SAMPLES[name] / "assessment.eia.yaml", to="json", draft=True))) == []
