"""The commands on real files: what they write, what they never touch, and whom they ask."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from eia.files import root_of
from eia.naming.renaming import known_in
from eia.naming.things import things
from eia.project import Project
from eia.text.read import real
from tests.naming.test_said import TOWN, files
from tests.running import Ran, within

COMPLETE = ("college-travel-2026", "library-hours-2026", "millrace-leisure-2026")


@pytest.fixture
def town(tmp_path: Path) -> Path:
    return shutil.copytree(TOWN, tmp_path / "town")


def renamed(town: Path, *words: str) -> Ran:
    return within(town, "rename", *words, "--in", "libraries-2026", "--yes")


def edit(path: Path, old: str, new: str) -> None:
    source = path.read_text("utf-8")
    assert old in source
    path.write_text(source.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("last", ["", "\n", "\n\n# The end."])
def test_line_ends_and_marks_stay_and_all_comes_back(town: Path, end: str, mark: bytes, last: str) -> None:
    for path in town.rglob("*.yaml"):
        path.write_bytes(mark + (path.read_text("utf-8").rstrip("\n") + last).replace("\n", end).encode())
    before = files(town)
    assert renamed(town, "1.d", "1.e").code == 0
    assert (town / "plans/plan.eia.yaml").read_bytes().startswith(mark + b"plan:")
    assert b"id: 1.e # the last one" in (town / "plans/plan.eia.yaml").read_bytes()
    assert renamed(town, "1.e", "1.d").code == 0
    assert files(town) == before


BROKEN = (
    ("plans/plan.eia.yaml", "sections:\n", "sections:\n\t- x\n"),
    ("libraries/assessment.eia.yaml", "format: 1\n", "format: 1\nformat: 1\n"),
    ("libraries/assessment.eia.yaml", "actions: 1.d", "actions: 1.d to 2.a"),
    ("libraries/assessment.eia.yaml", "gaps:\n", "gapz:\n"),
    ("libraries/assessment.eia.yaml", "actions: 1.a–c; 2.a", "actions: {one: 1.a}"),
    ("libraries/assessment.eia.yaml", "sources: sources.eia.yaml", "sources: elsewhere.eia.yaml"),
    ("buses/assessment.eia.yaml", "evidence:\n", "evidence:\n  - [\n"),
    ("buses/assessment.eia.yaml", "actions: 1.b and 1.c", "actions: 1.b and and 1.c"),
)


@pytest.mark.parametrize(("name", "old", "new"), BROKEN)
def test_nothing_is_written_where_a_citation_may_be_hidden(town: Path, name: str, old: str, new: str) -> None:
    edit(town / name, old, new)
    before = files(town)
    ran = renamed(town, "1.b", "1.f")
    assert ran.code == 2
    assert "a citation might be hidden there" in ran.err or "cannot be read" in ran.err
    assert "`eia lint" in ran.err
    assert files(town) == before


HARMLESS = (
    ("buses-before/assessment.eia.yaml", "characteristics:\n", "characteristics:\n\t- x\n"),
    ("buses-before/assessment.eia.yaml", "plan:\n", "sources: sources.eia.yaml\n\t- x\n"),
    ("libraries/assessment.eia.yaml", "source: survey-2025", "source: see 1 to 3 below"),
    ("libraries/assessment.eia.yaml", "format: 1", "x-office: 1.b to 1.c"),
    ("libraries/assessment.eia.yaml", "actions: 1.d", "actions: 9.z"),
    ("libraries/assessment.eia.yaml", "41% (410 of 1,000)", "many"),
    ("libraries/assessment.eia.yaml", "covers: sex", "covers: nobody"),
)


@pytest.mark.parametrize(("name", "old", "new"), HARMLESS)
def test_what_cannot_name_the_thing_stands_in_nobodys_way(town: Path, name: str, old: str, new: str) -> None:
    edit(town / name, old, new)
    assert renamed(town, "1.b", "1.f").code == 0
    assert "id: 1.f" in (town / "plans/plan.eia.yaml").read_text("utf-8")


DANGLING = (
    ("libraries/assessment.eia.yaml", "actions: 1.d", "actions: 1.f"),
    ("libraries/assessment.eia.yaml", "and in [@1.d]", "and in [@1.F]"),
    ("buses/assessment.eia.yaml", "1.b and 1.c", "1.b and 1.d–g"),
)


@pytest.mark.parametrize(("name", "old", "new"), DANGLING)
def test_what_leads_nowhere_does_not_come_to_lead_to_the_new_id(town: Path, name: str, old: str, new: str) -> None:
    edit(town / name, old, new)
    before = files(town)
    ran = renamed(town, "1.b", "1.f")
    assert ran.code == 2
    assert "would mean something else afterwards" in ran.err
    assert files(town) == before


def test_two_things_of_one_id_keep_it(town: Path) -> None:
    edit(town / "plans/plan.eia.yaml", "id: 1.c", "id: 1.b")
    assert "two things have the id `1.b`" in renamed(town, "1.b", "1.f").err
    assert "two things have the id `1.b`" in within(town, "where", "1.b", "--in", "libraries-2026").err


def test_a_citation_that_may_mean_two_things_stops_the_renaming_of_both(town: Path) -> None:
    edit(town / "plans/plan.eia.yaml", "id: ramp-at-the-back", "id: Ramp")
    edit(town / "libraries/assessment.eia.yaml", "rotas:", "raMP:")
    edit(town / "libraries/assessment.eia.yaml", "ramp-at-the-back", "1.a")
    edit(town / "libraries/assessment.eia.yaml", "[@1.a] and 1.b", "[@ramp]")
    ran = renamed(town, "Ramp", "new-ramp")
    assert ran.code == 2
    assert "which may mean `raMP` and `Ramp`" in ran.err


def test_a_file_that_somebody_changes_meanwhile_is_left_with_all_others(town: Path) -> None:
    before = files(town)

    def meanwhile(project: Project) -> Iterator[object]:
        found = known_in(project)
        edit(town / "buses/assessment.eia.yaml", "Done.", "Done at last.")
        return iter(found)

    with patch("eia.cli.asked.known_in", lambda project: tuple(meanwhile(project))):
        ran = renamed(town, "1.b", "1.f")
    assert ran.code == 2
    assert "meanwhile" in ran.err
    assert {**files(town), "buses/assessment.eia.yaml": b""} == {**before, "buses/assessment.eia.yaml": b""}


@pytest.mark.parametrize(("answer", "code"), [(True, 0), (False, 1)])
def test_somebody_at_a_terminal_is_asked(town: Path, answer: bool, code: int) -> None:
    before = files(town)
    with patch("eia.cli.asked.can_ask", lambda: True), patch("click.confirm", lambda question: answer):
        ran = within(town, "rename", "rotas", "staff-rotas")
    assert ran.code == code
    assert "+  staff-rotas: Staffing paper" in ran.out
    assert (files(town) != before) is answer


def test_an_assessment_by_its_new_id_has_a_schema_if_it_had_one(town: Path) -> None:
    edit(town / "libraries/assessment.eia.yaml", "../schemas", "../schemas")
    assert within(town, "schema", "--project").code == 0
    ran = within(town, "rename", "libraries-2026", "libraries-2027", "--yes")
    assert ran.code == 0
    assert (town / "schemas/libraries-2027.schema.json").exists()
    assert "schemas/libraries-2026.schema.json is needed no more" in ran.out


def test_former_ids_that_are_of_no_use_to_a_reader_are_not_printed(town: Path) -> None:
    assert within(town, "rename", "users-asked", "early-users", "--in", "libraries-2026", "--yes").code == 0
    assert renamed(town, "1", "7").code == 0
    ran = within(town, "export", "libraries-2026", "--to", "md")
    document = next(town.rglob("libraries-2026*.md")).read_text("utf-8")
    assert ran.code in (0, 1)
    assert "users-asked" not in document
    assert "1.a" in document  # of an action it is


@pytest.mark.slow
@pytest.mark.parametrize("name", COMPLETE)
def test_a_sample_can_be_changed_and_changed_back_and_lint_finds_nothing(name: str, tmp_path: Path) -> None:
    shutil.copytree(Path("assessments") / name, tmp_path / name)
    tmp_path.joinpath("eia.toml").touch()
    before = files(tmp_path)
    known = things(known_in(Project(root_of(tmp_path / name)))).values()
    chosen = {
        one.sort: one.id for one in known if one.sort in ("action", "section", "source", "evidence", "engagement")
    }
    steps = {id: f"{id}-anew" if re.search("[a-z]{3}", id) else re.sub("^[0-9]+", "77", id) for id in chosen.values()}
    steps.pop(chosen["action"], None)  # it follows its section
    for old, new in (*steps.items(), *((new, old) for old, new in reversed(steps.items()))):
        ran = within(tmp_path, "rename", old, new, "--yes", "--signed-off-too")
        assert ran.code == 0, ran.err
        assert "Found 0 errors, 0 warnings" in " ".join(within(tmp_path, "lint", "--read-only").out.split())
    assert files(tmp_path) == before
    assert real(tmp_path).exists()
