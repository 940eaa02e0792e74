"""A team that names our hooks in its own repository is stopped when it should be, by the real pre-commit and real commits."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.outside.copying import begin, environment, git, repository_of_project
from tests.running import eia as run

pytestmark = pytest.mark.outside

ASSESSMENT = """\
assessment: hours-2026
profile: gb-equality-act
plan: plan.eia.yaml
characteristics:
  age:
    mitigations:
      - how: Two quiet mornings a week are kept.
        actions: 1.a
"""
PLAN = """\
plan: hours-2026-plan
sections:
  - id: 1
    title: Opening hours
    actions:
      - id: 1.b
        does: Tell every reader.
      - id: 1.a
        does: Keep two quiet mornings a week.
"""


@dataclass(frozen=True)
class Team:
    """A repository of a team's own, in which the hooks are switched on."""

    folder: Path
    env: Mapping[str, str]

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self) -> tuple[bool, str]:
        """Commit everything: whether it was taken, and all that was printed."""
        self.git("add", "--all")
        done = git(self.folder, "commit", "--message", "A change", env=self.env)
        return done.returncode == 0, done.stdout + done.stderr

    def switch_on(self) -> None:
        install = [sys.executable, "-m", "pre_commit", "install", "--install-hooks"]
        done = subprocess.run(
            install, cwd=self.folder, env=self.env, capture_output=True, encoding="utf-8", timeout=300
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def git(self, *words: str) -> str:
        done = git(self.folder, *words, env=self.env)
        assert done.returncode == 0, done.stderr
        return done.stdout


Begin = Callable[..., Team]


@pytest.fixture(scope="session")
def offered(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A repository of this project, as it is now, and its commit."""
    folder = tmp_path_factory.mktemp("offered")
    return folder, repository_of_project(folder)


@pytest.fixture(scope="session")
def env(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """One home for pre-commit, so that it installs our program once for all tests."""
    home = tmp_path_factory.mktemp("pre-commit")
    return environment(PRE_COMMIT_HOME=home / "store", VIRTUALENV_OVERRIDE_APP_DATA=home / "virtualenv", NO_COLOR="1")


@pytest.fixture
def team(offered: tuple[Path, str], env: Mapping[str, str], tmp_path: Path) -> Begin:
    """Begins a team's repository with these hooks and this assessment, already committed."""

    def with_hooks(*hooks: str, place: str = "hours") -> Team:
        begin(tmp_path / "team")
        made = Team(tmp_path / "team", env)
        listed = "".join(f"      - id: {hook}\n" for hook in hooks)
        repo, commit = offered
        made.write(".pre-commit-config.yaml", f"repos:\n  - repo: {repo}\n    rev: {commit}\n    hooks:\n{listed}")
        made.write(f"{place}/assessment.eia.yaml", ASSESSMENT)
        made.write(f"{place}/plan.eia.yaml", PLAN)
        made.switch_on()
        taken, said = made.commit()
        assert taken, said
        return made

    return with_hooks


def test_a_citation_that_leads_nowhere_is_refused_and_taken_once_it_is_mended(team: Begin) -> None:
    ours = team("eia-lint")
    ours.write("hours/assessment.eia.yaml", ASSESSMENT.replace("1.a", "1.c"))
    taken, said = ours.commit()
    assert not taken
    assert "hours/assessment.eia.yaml:8:18\n  error: there is no action `1.c` [unknown-reference]" in said
    assert "What to do: " in said
    ours.write("hours/assessment.eia.yaml", ASSESSMENT.replace("1.a", "1.b"))
    taken, said = ours.commit()
    assert taken, said


def test_an_action_may_not_leave_the_plan_while_an_unchanged_assessment_cites_it(team: Begin) -> None:
    ours = team("eia-lint")
    ours.write("hours/plan.eia.yaml", PLAN.partition("      - id: 1.a")[0])
    taken, said = ours.commit()
    assert not taken
    assert "hours/assessment.eia.yaml:8:18\n  error: there is no action `1.a`" in said


def test_a_plan_that_goes_away_is_noticed_only_where_everything_is_checked(team: Begin) -> None:
    ours = team("eia-lint")
    (ours.folder / "hours/plan.eia.yaml").unlink()
    taken, said = ours.commit()
    assert taken, said
    assert "no files to check" in said
    ours.git("reset", "--hard", "--quiet", "HEAD~1")
    config = ours.folder / ".pre-commit-config.yaml"
    config.write_text(config.read_text("utf-8").replace("id: eia-lint", "id: eia-lint-all"), encoding="utf-8")
    (ours.folder / "hours/plan.eia.yaml").unlink()
    taken, said = ours.commit()
    assert not taken
    assert "hours/assessment.eia.yaml:3:7\n  error: " in said
    assert "[missing-file]" in said


def test_a_commit_that_touches_no_assessment_passes(team: Begin) -> None:
    ours = team("eia-lint", "eia-lint-all")
    ours.write("minutes.txt", "Agreed.\n")
    taken, said = ours.commit()
    assert taken, said
    assert "no files to check" in said


def test_a_folder_may_have_blanks_and_accents_in_its_name(team: Begin) -> None:
    ours = team("eia-lint", place="Opening hours, Llanfair Café’s branch")
    ours.write("Opening hours, Llanfair Café’s branch/assessment.eia.yaml", ASSESSMENT.replace("1.a", "1.c"))
    taken, said = ours.commit()
    assert not taken
    assert "there is no action `1.c`" in said


def test_the_hooks_leave_nothing_behind_and_everything_as_it_is(team: Begin) -> None:
    """By itself `eia lint` brings up to date what `eia schema` made: the ids that an editor offers."""
    ours = team("eia-lint", "eia-lint-all")
    assert run("schema", "--project", folder=ours.folder).code == 0
    taken, said = ours.commit()
    assert taken, said
    schema = ours.folder / "schemas" / "hours-2026.schema.json"
    before = schema.read_bytes()
    ours.write("hours/plan.eia.yaml", PLAN + "      - id: 1.c\n        does: Ask again in June.\n")
    taken, said = ours.commit()
    assert taken, said
    assert ours.git("status", "--porcelain", "--ignored") == ""
    assert schema.read_bytes() == before
    assert run("lint", folder=ours.folder).code == 0
    assert schema.read_bytes() != before


def test_the_hook_that_mends_stops_the_commit_until_somebody_has_looked(team: Begin) -> None:
    ours = team("eia-fix")
    ours.write("hours/assessment.eia.yaml", ASSESSMENT.replace("1.a", "1.A;"))
    taken, said = ours.commit()
    assert not taken
    assert "files were modified by this hook" in said
    assert "Done: write `1.a`." in said
    assert (ours.folder / "hours/assessment.eia.yaml").read_text("utf-8") == ASSESSMENT
    ours.write("hours/assessment.eia.yaml", f"{ASSESSMENT}title: Hours\n")
    taken, said = ours.commit()
    assert taken, said


def test_a_folder_that_eia_init_set_up_is_checked_from_its_first_commit(
    offered: tuple[Path, str], env: Mapping[str, str], tmp_path: Path
) -> None:
    """Before there is an assessment, with a new one, and once it has a mistake; the hook changes no file."""
    begin(tmp_path / "team")
    made = Team(tmp_path / "team", env)
    assert run("init", "--package", offered[0], folder=made.folder).code == 0
    made.switch_on()
    taken, said = made.commit()
    assert taken, said
    assert run("new", "hours-2026", folder=made.folder).code == 0
    taken, said = made.commit()
    assert taken, said
    made.write("assessments/hours-2026/plan.eia.yaml", "plan: hours-2026-plan\ncolour: red\n")
    taken, said = made.commit()
    assert not taken
    assert "`colour` is no key of this part" in said
    assert made.git("status", "--porcelain") == "M  assessments/hours-2026/plan.eia.yaml\n"
