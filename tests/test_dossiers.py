"""Files made into dossiers: paths that stay inside, plans that are shared, things that are not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from eia.linting import Checked, lint
from tests.asking import assessment, broken

HEAD = "profile: gb-equality-act\nstatus: in-review\ncharacteristics:\n  rest:\n    covers: all\n"
PLAN = "plan: shared\nactions:\n  - id: 1.a\n    does: One.\n  - id: 1.b\n    does: Two.\n"


def write(folder: Path, **files: str) -> Path:
    (folder / "eia.toml").touch()
    for name, text in files.items():
        (folder / f"{name}.eia.yaml").write_text(text, encoding="utf-8")
    return folder


def citing(actions: str, id: str) -> str:
    return f"assessment: {id}\nplan: plan.eia.yaml\n{HEAD}    mitigations:\n      - actions: {actions}\n"


def uncited(checked: Checked) -> list[str]:
    return [one.text.slice(one.span) for one in broken(checked, "uncited-action")]


def test_of_a_shared_plan_an_action_is_uncited_only_if_no_assessment_cites_it(tmp_path: Path) -> None:
    folder = write(tmp_path, plan=PLAN, one=citing("1.a", "one"), two=citing("1.b", "two"))
    assert uncited(lint([folder])) == []
    assert uncited(lint([folder / "one.eia.yaml"])) == ["1.b"]


def test_linting_a_shared_plan_checks_every_assessment_that_uses_it(tmp_path: Path) -> None:
    folder = write(tmp_path, plan=PLAN, one=citing("1.a", "one"), two=citing("1.c", "two"))
    checked = lint([folder / "plan.eia.yaml"])
    assert [dossier.assessment.id for dossier in checked.dossiers] == ["one", "two"]
    assert [one.text.slice(one.span) for one in broken(checked, "unknown-reference")] == ["1.c"]


@pytest.mark.parametrize(
    "line",
    [
        'plan: "./plan.eia.yaml"',
        "'plan': plan.eia.yaml # ours",
        "plan:\n  plan.eia.yaml",
        "plan: # ours\n  plan.eia.yaml",
        "plan   : &p plan.eia.yaml",
        "plan: >-\n  plan.eia.yaml",
        "x-note: {plan: none}\nplan: link.eia.yaml",
    ],
)
def test_however_an_assessment_names_its_plan_it_is_found(tmp_path: Path, line: str) -> None:
    folder = write(tmp_path, plan=PLAN, one=citing("1.a", "one").replace("plan: plan.eia.yaml", line))
    (folder / "link.eia.yaml").symlink_to(folder / "plan.eia.yaml")
    assert [dossier.assessment.id for dossier in lint([folder / "plan.eia.yaml"]).dossiers] == ["one"]


def test_two_plans_may_have_actions_of_the_same_id(tmp_path: Path) -> None:
    other = citing("1.a", "two").replace("plan.eia", "other.eia")
    folder = write(tmp_path, plan=PLAN, other=PLAN, one=citing("1.a", "one"), two=other)
    assert not broken(lint([folder]), "duplicate-id")


@pytest.mark.parametrize(
    ("plan", "rule"),
    [
        ("plan.eia.yaml", None),
        ("./plan.eia.yaml", None),
        ("nowhere.eia.yaml", "missing-file"),
        ("../plan.eia.yaml", "outside-project"),
        ("/etc/hostname", "outside-project"),
        ("one.eia.yaml", "wrong-kind"),
        ("link.eia.yaml", "outside-project"),
    ],
)
def test_a_plan_is_found_inside_the_project_only(tmp_path: Path, plan: str, rule: str | None) -> None:
    home = tmp_path / "home"
    home.mkdir()
    write(tmp_path, plan=PLAN)
    (home / "link.eia.yaml").symlink_to(tmp_path / "plan.eia.yaml")
    folder = write(home, plan=PLAN, one=citing("1.a", "one").replace("plan.eia.yaml", plan))
    rules = {one.rule for one in lint([folder / "one.eia.yaml"]).diagnostics} & {
        "missing-file",
        "outside-project",
        "wrong-kind",
    }
    assert rules == ({rule} if rule else set())


def test_a_plan_may_stand_in_the_assessment_itself(tmp_path: Path) -> None:
    inline = PLAN.replace("plan: shared\n", "plan:\n").replace("\n  ", "\n    ").replace("actions:", "  actions:")
    text = citing("1.a, b", "one").replace("plan: plan.eia.yaml\n", inline)
    checked = lint([write(tmp_path, one=text) / "one.eia.yaml"])
    assert not broken(checked, "unknown-reference")
    assert not broken(checked, "uncited-action")


@pytest.mark.parametrize("line", ["", "profile: gb-equality\n"])
def test_without_a_known_profile_its_words_are_not_judged(tmp_path: Path, line: str) -> None:
    text = f"assessment: one\n{line}characteristics:\n  nobody:\n    impact: lovely\n"
    rules = [one.rule for one in lint([write(tmp_path, one=text)]).diagnostics]
    assert rules.count("unknown-profile") == 1
    assert not {"unknown-rating", "unknown-characteristic", "missing-characteristic"} & set(rules)


def test_hidden_folders_and_other_files_are_left_alone(tmp_path: Path) -> None:
    for name in (".git/a.eia.yaml", "b.yaml", "c.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("broken: [")
    assert lint([tmp_path]).files == ()


def test_both_endings_are_ours(tmp_path: Path) -> None:
    (tmp_path / "a.eia.yml").write_text("assessment: a\n")
    assert [file.path.name for file in lint([tmp_path]).files] == ["a.eia.yml"]


def test_a_bad_plan_does_not_bring_false_alarms_about_its_actions_twice(tmp_path: Path) -> None:
    folder = write(tmp_path, plan="plan: p\nactions:\n  - id: 1.a\n    does: [\n", one=citing("1.a", "one"))
    rules = [one.rule for one in lint([folder / "one.eia.yaml"]).diagnostics]
    assert "broken-yaml" in rules
    assert "unknown-reference" not in rules


def test_an_assessment_behind_a_link_out_of_the_project_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.eia.yaml").write_text("assessment: canary\ntitle: secret\n")
    home = write(tmp_path)
    inner = home / "home"
    inner.mkdir()
    (inner / "eia.toml").touch()
    (inner / "a.eia.yaml").symlink_to(tmp_path / "out" / "a.eia.yaml")
    for named in (inner, inner / "a.eia.yaml"):
        checked = lint([named])
        assert [one.rule for one in checked.diagnostics] == ["outside-project"]
        assert checked.dossiers == ()


def test_a_project_inside_another_is_a_project_of_its_own(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    write(tmp_path, plan=PLAN, one=citing("1.a, b", "one"))
    write(inner, plan=PLAN, two=citing("1.a, b", "two"))
    for paths in ([tmp_path], [tmp_path, inner], [inner, tmp_path]):
        checked = lint(paths)
        assert sorted(dossier.assessment.id for dossier in checked.dossiers) == ["one", "two"]
        assert not broken(checked, "duplicate-id")


@pytest.mark.parametrize("plan", ['"\\0"', "x" * 5000, "..", ".", "/dev/zero", "~"])
def test_an_odd_name_of_a_plan_is_a_mistake_at_its_place(tmp_path: Path, plan: str) -> None:
    checked = lint([write(tmp_path, one=citing("1.a", "one").replace("plan.eia.yaml", plan)) / "one.eia.yaml"])
    assert {one.text.path.name for one in checked.diagnostics} == {"one.eia.yaml"}
    assert {one.rule for one in checked.diagnostics} & {"missing-file", "outside-project", "hidden-character"}


def test_errors_are_not_lost_behind_many_warnings(tmp_path: Path) -> None:
    text = "assessment: one\n" + "".join(f"x-{n}: so\u00adft words\n" for n in range(150)) + "body: a\nbody: b\n"
    checked = lint([write(tmp_path, one=text)])
    assert broken(checked, "duplicate-key")
    assert any("more of the like" in one.message for one in checked.diagnostics)


def test_of_a_copied_folder_the_copy_is_told_to_take_another_id(tmp_path: Path) -> None:
    (tmp_path / "eia.toml").touch()
    for name in ("copy-of-parking", "parking"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "assessment.eia.yaml").write_text(f"assessment: parking\n{HEAD}", encoding="utf-8")
    (told,) = (one for one in lint([tmp_path]).diagnostics if one.rule == "duplicate-id")
    assert told.text.path.parent.name == "copy-of-parking"


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("assessments.eia.yaml", "Put it back, or take the line `plan:` out."),
        ("source.eia.yaml", "Put it back, or take the line `plan:` out."),
        ("plans.eia.yaml", "Did you mean `plan.eia.yaml`?"),
    ],
)
def test_in_place_of_a_missing_plan_no_file_of_another_kind_is_proposed(tmp_path: Path, name: str, help: str) -> None:
    own = citing("1.a", "own").replace("plan.eia.yaml", name)
    plan = {"plan": PLAN} if name.startswith("plan") else {}
    folder = write(tmp_path, assessment=own, sources="sources: s\nsurvey:\n  title: Survey\n", **plan)
    (told,) = (one for one in lint([folder]).diagnostics if one.rule == "missing-file")
    assert told.help == help


def test_an_assessment_of_a_project_inside_the_project_is_not_one_of_it(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    for folder in (tmp_path, inner):
        folder.joinpath("eia.toml").touch()
    plan = tmp_path / "plan.eia.yaml"
    plan.write_text("plan: shared\nactions:\n  - id: 1.a\n    does: Paint the doors.\n", encoding="utf-8")
    assessment(tmp_path, "plan: plan.eia.yaml\n", name="outer")
    assessment(inner, "plan: ../plan.eia.yaml\n", name="inner")
    assert [one.assessment.id for one in lint([plan]).dossiers] == ["outer"]
    assert sorted(one.assessment.id for one in lint([tmp_path]).dossiers) == ["inner", "outer"]
