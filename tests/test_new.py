"""A new assessment asks everything, answers nothing by itself, and lints without an error from its first day."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eia.api import export
from eia.linting import lint
from eia.model.assessment import Assessment
from eia.model.part import walk
from eia.model.row import Row
from eia.model.written import Written
from eia.project import profile_names, shipped
from eia.starting.draft import Answers, begin, fault_of, slug_like
from eia.text.scalar import as_value
from eia.text.span import Text
from eia.text.yaml import parse
from tests.running import ROOT, within

PROFILE = "gb-equality-act"
EXAMPLE = re.compile(r"^( *)# ((?:- )?[a-z][a-z0-9-]*:(?: [^$]|$)|  +\S)")
"""A remark that becomes part of the assessment once its sign is deleted; guidance begins with a capital."""


def drafted(folder: Path, answers: Answers = Answers(), profile: str = PROFILE) -> Path:  # noqa: B008
    return begin(folder, "a-draft", profile, answers)


def assessed(home: Path) -> Assessment:
    checked = lint([home])
    assert not checked.errors
    return checked.dossiers[0].assessment


@pytest.mark.parametrize("profile", profile_names())
def test_a_new_assessment_has_no_error_and_no_warning(tmp_path: Path, profile: str) -> None:
    checked = lint([drafted(tmp_path, profile=profile)])
    assert len(checked.files) == 3
    assert {one.rule for one in checked.diagnostics} <= {"missing-rating", "uncited-action"}


@pytest.mark.parametrize("profile", profile_names())
def test_every_group_of_the_profile_has_a_row_that_says_nothing(tmp_path: Path, profile: str) -> None:
    home = drafted(tmp_path, profile=profile)
    rows = assessed(home).characteristics or {}
    assert list(rows) == list(shipped(profile).groups)
    assert all(row == Row() for row in rows.values())


def test_what_nobody_answered_stays_unanswered(tmp_path: Path) -> None:
    found = assessed(drafted(tmp_path))
    said = {route[0] for route, value in walk(found) if route and isinstance(value, str | Written) and value}
    assert said == {"assessment", "format", "profile", "status", "plan", "sources"}


def test_its_document_says_section_by_section_that_nothing_is_answered(tmp_path: Path) -> None:
    printed = export(drafted(tmp_path) / "assessment.eia.yaml", to="md").decode()
    *sections, last = re.split(r"^## ", printed, flags=re.M)[1:]
    assert last.startswith("About this file")
    assert {section.partition("\n")[0] for section in sections} >= {
        "Policy and aims",
        "Decision",
        "Monitoring and review",
    }
    for section in sections:
        assert re.search("No answer is recorded|Not signed|Not yet assessed", section), section


def test_answers_stand_where_they_belong(tmp_path: Path) -> None:
    found = assessed(
        drafted(tmp_path, Answers("Hours: fewer # or more", "Midshire", "Libraries Manager", "April 2027"))
    )
    assert (found.title, found.body) == ("Hours: fewer # or more", "Midshire")
    assert found.people == {"lead officer": "Libraries Manager"}
    assert found.decision is not None
    assert found.decision.planned is not None
    assert found.decision.planned.words == "April 2027"


def test_every_example_may_be_uncommented(tmp_path: Path) -> None:
    home = drafted(tmp_path)
    for path in home.iterdir():
        text = path.read_text("utf-8")
        lines = [EXAMPLE.sub(r"\1\2", line) for line in text.splitlines()]
        assert lines != text.splitlines(), path
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    checked = lint([home])
    assert [one.message for one in checked.errors] == []
    prompts = len(re.findall("insert", "".join(path.read_text("utf-8") for path in home.iterdir()), re.I))
    assert len([one for one in checked.diagnostics if one.rule == "placeholder-text"]) == prompts > 10
    assessment = checked.dossiers[0].assessment
    assert assessment.engagement
    assert assessment.evidence
    assert assessment.gaps
    assert assessment.approvals


@pytest.mark.parametrize("profile", profile_names())
def test_the_guidance_of_the_profile_stands_above_its_key(tmp_path: Path, profile: str) -> None:
    home = drafted(tmp_path, profile=profile)
    text = " ".join(path.read_text("utf-8") for path in sorted(home.iterdir()))
    remarks = " ".join(line.strip("# ") for line in text.splitlines() if line.strip().startswith("#"))
    for key, words in shipped(profile).guidance.items():
        if key != "text":
            assert " ".join(words.split()) in remarks, key


@pytest.mark.parametrize("slug", ["library-hours-2026", "abc", "a1b"])
def test_a_short_name_can_be_cited(slug: str) -> None:
    assert not fault_of(slug)


@pytest.mark.parametrize(
    "slug",
    [
        "Library",
        "library hours",
        "ab",
        "1-library",
        "library--hours",
        "../x",
        "a/b",
        "all",
        "",
        "con",
        "plan",
        "x" * 61,
    ],
)
def test_what_cannot_be_a_short_name_is_refused_and_nothing_is_made(tmp_path: Path, slug: str) -> None:
    ran = within(tmp_path, "new", slug)
    assert ran.code == 2
    assert "cannot be a short name" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_short_name_is_proposed() -> None:
    assert slug_like("Library Hours, 2026!") == "library-hours-2026"


def test_options_answer_everything_and_nothing_is_asked(tmp_path: Path) -> None:
    ran = within(
        tmp_path,
        "new",
        "library-hours",
        "--title",
        "Hours",
        "--body",
        "Midshire",
        "--who",
        "A role",
        "--when",
        "May 2027",
    )
    assert ran.code == 0, ran.err
    assert ran.out.splitlines()[0] == "Begun: assessments/library-hours"
    assert assessed(tmp_path / "assessments" / "library-hours").title == "Hours"


def test_the_folder_goes_below_the_top_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "eia.toml").touch()
    (tmp_path / "deep").mkdir()
    assert within(tmp_path / "deep", "new", "library-hours").code == 0
    assert (tmp_path / "assessments" / "library-hours" / "plan.eia.yaml").is_file()


def test_the_settings_of_the_project_are_taken_for_granted(tmp_path: Path) -> None:
    (tmp_path / "eia.toml").write_text('body = "Midshire Borough Council"\n', encoding="utf-8")
    assert within(tmp_path, "new", "library-hours").code == 0
    assert assessed(tmp_path / "assessments" / "library-hours").body == "Midshire Borough Council"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("body = Midshire", "cannot be read"),
        ('bodi = "x"', "Did you mean `body`?"),
        ("body = 1", "takes text"),
        ('profile = "gb-equality-atc"', "Did you mean `gb-equality-act`?"),
    ],
)
def test_settings_that_cannot_be_used_are_named(tmp_path: Path, settings: str, said: str) -> None:
    (tmp_path / "eia.toml").write_text(settings, encoding="utf-8")
    ran = within(tmp_path, "new", "library-hours")
    assert ran.code == 2
    assert said in ran.err
    assert not (tmp_path / "assessments").exists()


@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_what_has_the_name_already_is_left_alone(tmp_path: Path, kind: str) -> None:
    home = tmp_path / "assessments"
    home.mkdir()
    taken = home / "library-hours"
    if kind == "folder":
        taken.mkdir()
    elif kind == "file":
        taken.write_text("mine", encoding="utf-8")
    else:
        taken.symlink_to(tmp_path / "nowhere")
    ran = within(tmp_path, "new", "library-hours")
    assert ran.code == 2
    assert "left as it is" in ran.err
    assert not (taken / "assessment.eia.yaml").exists()


def test_where_nothing_can_be_made_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "assessments").write_text("a file in the way", encoding="utf-8")
    ran = within(tmp_path, "new", "library-hours")
    assert ran.code == 2
    assert "cannot be made" in ran.err


def test_a_disk_that_fails_leaves_no_folder_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    ran = within(tmp_path, "new", "library-hours")
    assert ran.code == 2
    assert "No space left" in ran.err
    assert list((tmp_path / "assessments").iterdir()) == []


def on_a_terminal(folder: Path, *answers: str) -> tuple[int, str]:
    """What `eia new` says to somebody who types these answers; `^C` interrupts."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from eia.cli import main; main()", "new", "library-hours"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": ""}
    running = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder, env=env, start_new_session=True
    )
    os.close(theirs)
    said = b""
    waiting = list(answers)
    ends = time.monotonic() + 30
    while time.monotonic() < ends:
        if not select.select([ours], [], [], 1)[0]:
            continue
        try:
            said += os.read(ours, 1024)
        except OSError:  # the other end has gone
            break
        if waiting and said.rstrip().endswith((b":", b"]:")):
            answer = waiting.pop(0)
            os.write(ours, b"\x03" if answer == "^C" else f"{answer}\n".encode())
            said += b"|"
            if answer == "^C":
                running.send_signal(2)
    os.close(ours)
    return running.wait(timeout=30), said.decode()


def test_on_a_terminal_it_asks_what_is_open(tmp_path: Path) -> None:
    code, said = on_a_terminal(tmp_path, "Library hours", "Midshire", "Libraries Manager", "")
    assert code == 0, said
    assert said.count("|") == 4
    found = assessed(tmp_path / "assessments" / "library-hours")
    assert (found.title, found.body, found.profile) == ("Library hours", "Midshire", PROFILE)
    assert not found.decision or found.decision.planned is None


def test_interrupted_it_has_made_nothing(tmp_path: Path) -> None:
    code, said = on_a_terminal(tmp_path, "Library hours", "^C")
    assert code == 130, said
    assert list(tmp_path.iterdir()) == []


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=40))
def test_words_become_a_value_that_reads_back_as_the_same_words(words: str) -> None:
    value = as_value(words)
    parsed = parse(Text(Path(), f"key: {value}\nother: x\n"))
    line = "".join(char for char in " ".join(words.split()) if char.isprintable())
    assert not parsed.flaws
    assert parsed.tree is not None
    assert parsed.tree.data() == ({"key": line} if line.strip() else {}) | {"other": "x"}


@pytest.mark.parametrize("words", ["Library hours", "no", "2026", "1.10", "It's – “new”", "50% of it", "a-b"])
def test_ordinary_words_need_no_quotes(words: str) -> None:
    assert as_value(words) == words


def test_an_id_that_is_taken_is_refused(tmp_path: Path) -> None:
    within(tmp_path, "new", "library-hours")
    (tmp_path / "assessments" / "library-hours").rename(tmp_path / "assessments" / "hours")
    ran = within(tmp_path, "new", "library-hours")
    assert ran.code == 2
    assert "assessments/hours/assessment.eia.yaml has the id library-hours already" in ran.err


@pytest.mark.parametrize("kind", ["file", "link"])
def test_where_schemas_cannot_be_made_the_assessment_has_begun_all_the_same(tmp_path: Path, kind: str) -> None:
    if kind == "file":
        (tmp_path / "schemas").touch()
    else:
        (tmp_path / "schemas").symlink_to(tmp_path / "nowhere")
    ran = within(tmp_path, "new", "library-hours")
    assert ran.code == 0
    assert ran.out.startswith("Begun: ")
    assert "Your editor could not be told about it" in ran.err
    assert "tells your editor" not in ran.out


def test_a_folder_that_leads_out_of_the_project_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "eia.toml").touch()
    (tmp_path / "project" / "assessments").symlink_to(tmp_path / "elsewhere")
    ran = within(tmp_path / "project", "new", "library-hours")
    assert ran.code == 2
    assert "leads out of this project" in ran.err
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_words_are_taken_together_and_joined_in_the_advice(tmp_path: Path) -> None:
    ran = within(tmp_path, "new", "Parking", "permits", "online")
    assert ran.code == 2
    assert "parking-permits-online" in ran.err


def test_without_eia_init_lint_still_keeps_the_schema_up_to_date(tmp_path: Path) -> None:
    within(tmp_path, "new", "library-hours")
    plan = tmp_path / "assessments" / "library-hours" / "plan.eia.yaml"
    plan.write_text(plan.read_text("utf-8").replace("id: 1.a", "id: 1.q"), encoding="utf-8")
    within(tmp_path, "lint")
    assert "1.q" in (tmp_path / "schemas" / "library-hours.schema.json").read_text("utf-8")
