"""A folder set up for a team: every file is one that its program reads, and nothing that was there is touched."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from eia import __version__
from eia.settings import settings_of
from eia.starting.folder import DISTRIBUTION, FILES, requirement, set_up
from tests.running import within

OWN = "# mine\n"


def files(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found}


def test_an_empty_folder_gets_everything(tmp_path: Path) -> None:
    ran = within(tmp_path, "init")
    assert ran.code == 0, ran.err
    assert files(tmp_path).keys() >= FILES.keys()
    assert ran.out.count(" made\n") == len(files(tmp_path))


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    within(tmp_path, "init")
    before = files(tmp_path)
    ran = within(tmp_path, "init", "--body", "Another Council")
    assert " made\n" not in ran.out
    assert files(tmp_path) == before


@pytest.mark.parametrize("name", FILES)
def test_what_is_there_already_is_left_as_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(OWN, encoding="utf-8")
    ran = within(tmp_path, "init")
    assert ran.code == 0
    assert (tmp_path / name).read_text("utf-8") == OWN
    assert re.search(rf"^  {re.escape(name)} +there already, left as it is$", ran.out, re.M)


def test_a_link_that_leads_nowhere_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "README.md").symlink_to(tmp_path / "nowhere.md")
    within(tmp_path, "init")
    assert not (tmp_path / "nowhere.md").exists()


def test_a_file_in_the_way_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / ".vscode").write_text(OWN, encoding="utf-8")
    ran = within(tmp_path, "init")
    assert ran.code == 2
    assert ".vscode" in ran.err
    assert (tmp_path / ".vscode").read_text("utf-8") == OWN


def test_a_folder_that_is_not_there_yet_is_made(tmp_path: Path) -> None:
    assert within(tmp_path, "init", "equality").code == 0
    assert (tmp_path / "equality" / "eia.toml").is_file()


@pytest.mark.parametrize("body", ["", "Midshire Borough Council", 'The "Old" \\ Council', "Cyngor Sir Gâr"])
def test_the_settings_are_read_back_as_they_were_given(tmp_path: Path, body: str) -> None:
    list(set_up(tmp_path, body))
    assert settings_of(tmp_path).body == body
    assert settings_of(tmp_path).profile == "gb-equality-act"


def test_each_file_is_read_by_a_parser_of_its_kind(tmp_path: Path) -> None:
    list(set_up(tmp_path))
    for name, text in files(tmp_path).items():
        if name.endswith(".json"):
            assert json.loads(text)
        elif name.endswith((".yaml", ".yml")):
            assert yaml.safe_load(text)
        elif name.endswith(".toml"):
            assert tomllib.loads(text)
        assert "${" not in text.replace("${workspaceFolder}", ""), name
        assert text.endswith("\n")


def test_the_checks_install_the_program_by_its_own_name(tmp_path: Path) -> None:
    list(set_up(tmp_path))
    for name in (".pre-commit-config.yaml", ".github/workflows/eia.yml", "README.md"):
        assert f"{DISTRIBUTION}==" in (tmp_path / name).read_text("utf-8"), name


def test_the_checks_install_what_they_are_told_to(tmp_path: Path) -> None:
    within(tmp_path, "init", "--package", "./wheels/equality_impact_assessment-0.1.0-py3-none-any.whl")
    hooks = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    assert hooks[0]["additional_dependencies"] == ["./wheels/equality_impact_assessment-0.1.0-py3-none-any.whl"]


def test_the_editor_finds_the_places_that_the_check_prints(tmp_path: Path) -> None:
    list(set_up(tmp_path))
    task = json.loads((tmp_path / ".vscode/tasks.json").read_text("utf-8"))["tasks"][0]
    pattern = task["problemMatcher"]["pattern"]
    (tmp_path / "a.eia.yaml").write_text(
        "assessment: a-name\nprofile: gb-equality-act\ncolour: red\n", encoding="utf-8"
    )
    lines = within(tmp_path, *task["command"].split()[1:]).out.splitlines()
    found = [re.fullmatch(pattern["regexp"], line) for line in lines]
    places = {(one[pattern["file"]], one[pattern["line"]], one[pattern["severity"]]) for one in found if one}
    assert ("a.eia.yaml", "3", "error") in places
    assert all(found)


def test_the_page_for_colleagues_names_commands_that_exist(tmp_path: Path) -> None:
    list(set_up(tmp_path))
    known = within(tmp_path, "--help").out
    for command in re.findall(r"`eia ([a-z]+)", (tmp_path / "README.md").read_text("utf-8")):
        assert re.search(rf"^  {command} ", known, re.M), command


@pytest.mark.parametrize(
    ("recorded", "installed"),
    [
        (None, f"{DISTRIBUTION}=={__version__}"),
        ('{"url": "file:///home/of/somebody", "dir_info": {"editable": true}}', f"{DISTRIBUTION}=={__version__}"),
        (
            '{"url": "https://example.org/eia.git", "vcs_info": {"vcs": "git", "commit_id": "0a1b2c"}}',
            f"{DISTRIBUTION} @ git+https://example.org/eia.git@0a1b2c",
        ),
        ('{"url": "https://example.org/eia.whl", "archive_info": {}}', f"{DISTRIBUTION} @ https://example.org/eia.whl"),
    ],
)
def test_colleagues_get_the_program_from_where_it_came(recorded: str | None, installed: str) -> None:
    assert requirement(recorded) == installed


@pytest.mark.parametrize("odd", ["a\u2028b", "a\x85b", "a\x7fb", "a\nb", "a\udcffb"])
def test_odd_signs_break_no_file(tmp_path: Path, odd: str) -> None:
    ran = within(tmp_path, "init", "--body", odd, "--package", odd)
    assert ran.code == 0, ran.err
    assert settings_of(tmp_path).body in ("a b", "ab")
    for name in (".pre-commit-config.yaml", ".github/workflows/eia.yml"):
        assert yaml.safe_load((tmp_path / name).read_text("utf-8"))


def test_a_quotation_mark_in_what_the_checks_install_is_refused(tmp_path: Path) -> None:
    ran = within(tmp_path, "init", "--package", "it's")
    assert ran.code == 2
    assert not list(tmp_path.iterdir())
