"""Whatever the document says is not answered, lint has told: nobody finds a gap only when the document is there to be signed."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
import yaml

from eia.linting import lint
from eia.model.part import Data, Route, step_into
from eia.publishing import markdown
from eia.publishing.build import build
from tests.test_samples import COMPLETE

SILENCES = (
    "No answer is recorded",
    "Not yet assessed",
    "Not signed",
    "Owner not stated",
    "Date not stated",
)
NAMED = (
    "characteristics",
    "intersections",
    "duties",
    "evidence",
    "engagement",
    "answers",
    "related",
    "sources",
    "people",
)
"""Keys under which names stand: one of them is as good as another."""


def whole(folder: Path) -> dict[str, Data]:
    """A sample in one file, with its plan and sources, signed off."""
    data = yaml.load((folder / "assessment.eia.yaml").read_text("utf-8"), yaml.BaseLoader)
    for kind in ("plan", "sources"):
        if isinstance(data.get(kind), str):
            data[kind] = yaml.load((folder / data[kind]).read_text("utf-8"), yaml.BaseLoader)
            data[kind].pop(kind, None)
    return {**data, "status": "signed-off"}


def routes(data: Data, above: Route = ()) -> Iterator[Route]:
    steps: list[str | int] = list(
        data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
    )
    for step in steps:
        yield (*above, step)
        yield from routes(step_into(data, step), (*above, step))


def sort(route: Route) -> Route:
    """The keys of a route: which name or which item it leads through makes no difference."""
    return tuple(
        "*" if isinstance(step, int) or (at and route[at - 1] in NAMED) else step for at, step in enumerate(route)
    )


def without(data: dict[str, Data], route: Route) -> dict[str, Data]:
    less = deepcopy(data)
    held: Data = less
    for step in route[:-1]:
        held = step_into(held, step)
    if isinstance(held, dict):
        held.pop(str(route[-1]))
    elif isinstance(held, list):
        held.pop(int(route[-1]))
    return less


def judged(folder: Path, data: dict[str, Data]) -> tuple[int, set[str]]:
    """How often the document says that something is missing, and what lint says."""
    path = folder / "assessment.eia.yaml"
    path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), encoding="utf-8")
    checked = lint([path])
    document = markdown.write(build(checked.dossiers[0])).decode()
    return sum(map(document.count, SILENCES)), {f"{one.rule}: {one.message}" for one in checked.diagnostics}


@pytest.mark.slow
@pytest.mark.parametrize("form", COMPLETE)
def test_no_answer_goes_missing_in_the_document_alone(tmp_path: Path, form: str) -> None:
    (tmp_path / "eia.toml").touch()
    data = whole(COMPLETE[form])
    silent, said = judged(tmp_path, data)
    assert silent == 0
    every = {sort(route): route for route in routes(data) if route[0] not in ("assessment", "profile", "status")}
    for route in every.values():
        now_silent, now_said = judged(tmp_path, without(data, route))
        assert now_silent <= silent or now_said - said, route
