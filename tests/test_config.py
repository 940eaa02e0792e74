"""`eia config`: what holds in a project, and where each of it comes from; and `eia rules`, the list of all rules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eia.forms.find import PLAIN, shipped
from eia.rules import ALL, FAMILIES
from tests.running import within

TOML = """\
body = "Midshire"
preset = "strict"
ignore = ["uncited-action"]
acronyms = ["MARAC"]

[severity]
unused-source = "warning"

[words.placeholders]
add = ["wip"]

[groups]
carers = "Unpaid carers"
age = "Ages"
"""


@pytest.fixture(scope="module")
def values(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], tuple[str, str]]:
    folder = tmp_path_factory.mktemp("project")
    folder.joinpath("eia.toml").write_text(TOML, encoding="utf-8")
    listed = json.loads(within(folder, "config", "--format", "json").out)
    return {(one["among"], one["name"]): (one["value"], one["source"]) for one in listed}


@pytest.mark.parametrize(
    ("among", "name", "value", "source"),
    [
        ("settings", "body", "Midshire", "eia.toml, line 1"),
        ("settings", "preset", "strict", "eia.toml, line 2"),
        ("settings", "layout", "table", "as usual"),
        ("rules: actions", "uncited-action", "off", "eia.toml, line 3"),
        ("rules: evidence", "unused-source", "warning", "eia.toml, line 7"),
        ("rules: figures", "percent-count-mismatch", "error", "the rule"),
        ("groups", "carers", "Unpaid carers", "eia.toml, line 13"),
        ("groups", "age", "Age", "the form `gb-equality-act`"),
    ],
)
def test_each_value_is_told_with_where_it_comes_from(
    values: dict[tuple[str, str], tuple[str, str]], among: str, name: str, value: str, source: str
) -> None:
    assert values[among, name] == (value, source)


def test_words_tell_who_added_to_them(values: dict[tuple[str, str], tuple[str, str]]) -> None:
    words, source = values["words", "placeholders"]
    assert (words.endswith(", wip"), source) == (True, "eia.toml, line 9")
    assert values["words", "acronyms"][1] == "eia.toml, line 4"
    assert values["words", "no-reason"][1] == "the form `plain`"


def test_every_rule_is_among_the_values(values: dict[tuple[str, str], tuple[str, str]]) -> None:
    assert {name for among, name in values if among.startswith("rules: ")} == {rule.id for rule in ALL}


def test_for_people_it_is_a_table_in_sections(tmp_path: Path) -> None:
    said = within(tmp_path, "config").out
    assert said.startswith("settings:\n  body ")
    assert "\nrules: figures:\n  percent-count-mismatch " in said


@pytest.mark.parametrize(
    ("toml", "words"),
    [("preset = 3", "`preset` takes text"), ('ignore = ["unused-sauce"]', "there is no rule `unused-sauce`")],
)
def test_settings_with_a_mistake_end_it_with_the_reason(tmp_path: Path, toml: str, words: str) -> None:
    tmp_path.joinpath("eia.toml").write_text(f"{toml}\n", encoding="utf-8")
    ran = within(tmp_path, "config")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"eia.toml: {words}\n")


def test_the_list_of_rules_is_data_too(tmp_path: Path) -> None:
    listed = json.loads(within(tmp_path, "rules", "--format", "json").out)
    assert listed["version"] == 1
    of_rules = [one for one in listed["rules"] if one["family"] != "reading"]
    assert [one["name"] for one in of_rules] == [rule.id for rule in ALL]
    assert {one["family"] for one in of_rules} <= set(FAMILIES)
    assert len({frozenset(one) for one in of_rules}) == 1, "each says the same of itself"


def test_one_family_can_be_listed(tmp_path: Path) -> None:
    said = within(tmp_path, "rules", "figures").out.splitlines()
    assert len(said) == len(FAMILIES["figures"])
    assert said[0].startswith("percent-count-mismatch ")


def test_rules_can_be_chosen_this_once(tmp_path: Path) -> None:
    assert within(tmp_path, "lint", "--ignore", "figgures").code == 2
    assert "Did you mean `figures`?" in within(tmp_path, "lint", "--ignore", "figgures").err


def test_the_page_of_settings_has_every_threshold_with_its_number() -> None:
    page = Path("docs/settings.md").read_text("utf-8")
    for name, number in shipped(PLAIN).profile.thresholds.items():
        assert f"| `{name}` | {number} |" in page


def test_the_first_pages_say_how_many_rules_there_are() -> None:
    for page in ("README.md", "docs/index.md"):
        assert f"{len(ALL)} rules" in Path(page).read_text("utf-8")


def test_of_forms_that_extend_each_other_it_tells_what_there_is(tmp_path: Path) -> None:
    for name, other in (("here", "there"), ("there", "here")):
        path = tmp_path / "profiles" / name / "profile.eia.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(f"profile: {name}\nextends: {other}\n", encoding="utf-8")
    tmp_path.joinpath("eia.toml").touch()
    assert within(tmp_path, "config", "--profile", "here").code == 0
