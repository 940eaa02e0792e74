"""Whatever the document says is not answered, lint has told: nobody finds a gap only when the document is there to be signed."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
import yaml

from eia.forms.find import shipped
from eia.linting import lint
from eia.model.asked import Asked
from eia.model.assessment import Assessment
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


def of_kind(data: dict[str, Data], kind: str, form: str) -> dict[str, Data]:
    """What of a sample belongs to a kind of assessment."""
    asked = Asked(shipped(form).profile, Assessment(kind=kind))
    return {key: value for key, value in data.items() if asked.holds(key)} | {"kind": kind}


Said = set[tuple[str, Route]]
"""What lint says, and of which part of the assessment."""


def judged(folder: Path, data: dict[str, Data]) -> tuple[int, Said]:
    """How often the document says that something is missing, and what lint says."""
    path = folder / "assessment.eia.yaml"
    path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), encoding="utf-8")
    checked = lint([path])
    document = markdown.write(build(checked.dossiers[0])).decode()
    tree = checked.files[0].tree
    assert tree is not None
    said = {(one.message, tree.route_at(one.span.start)[:1]) for one in checked.diagnostics}
    return sum(map(document.count, SILENCES)), said


def tells(said: Said, route: Route) -> bool:
    """Whether anything is said of the part that a route leads into; of one that is gone, it is said at the top of the file."""
    return any(part in (route[:1], ("assessment",)) for _, part in said)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("form", "kind"),
    [(form, kind) for form in COMPLETE for kind in ("", "screening", "declaration")],
)
def test_no_answer_goes_missing_in_the_document_alone(tmp_path: Path, form: str, kind: str) -> None:
    (tmp_path / "eia.toml").touch()
    data = whole(COMPLETE[form])
    data = of_kind(data, kind, form) if kind else data
    silent, said = judged(tmp_path, data)
    assert silent == 0 or kind
    assert said or not silent
    every = {
        sort(route): route for route in routes(data) if route[0] not in ("assessment", "profile", "status", "kind")
    }
    for route in every.values():
        now_silent, now_said = judged(tmp_path, without(data, route))
        assert now_silent <= silent or tells(now_said - said, route), route
