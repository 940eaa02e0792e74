"""The command as people meet it: words, exit codes, and files that stay whole."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

import eia as library
from eia.cli import _guarded
from tests.asking import MENDED, PUBLISHED, assessment
from tests.running import ROOT, Ran, within
from tests.running import eia as process

CLEAN = "title: A small change\n"
WRONG = "colour: red\n"


def eia(*words: str | Path, folder: Path = ROOT, env: dict[str, str] | None = None) -> Ran:
    return within(folder, *words, env=env)


def test_without_a_word_it_names_the_commands_an_officer_needs() -> None:
    ran = process()
    assert ran.code == 0
    assert re.findall(r"^  eia (\w+)", ran.out, re.MULTILINE) == ["new", "lint", "status", "export", "explain", "help"]


def test_a_clean_draft_ends_with_0_and_says_what_clean_does_not_mean(tmp_path: Path) -> None:
    ran = eia("lint", assessment(tmp_path, CLEAN, status="draft"))
    assert ran.code == 0
    assert "1 assessment as draft" in ran.out
    assert "does not mean that the duty is met" in ran.out


def test_an_error_ends_with_1(tmp_path: Path) -> None:
    assert eia("lint", assessment(tmp_path, WRONG)).code == 1


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 0), ("note", 1)])
def test_fail_on_decides_what_counts(tmp_path: Path, fail_on: str, code: int) -> None:
    assert eia("lint", assessment(tmp_path, CLEAN, status="draft"), "--fail-on", fail_on).code == code


def test_a_draft_can_be_judged_as_if_it_were_signed_off(tmp_path: Path) -> None:
    path = assessment(tmp_path, CLEAN, status="draft")
    ran = eia("lint", path, "--status", "signed-off")
    assert ran.code == 1
    assert "1 assessment as signed-off" in ran.out


@pytest.mark.parametrize(
    "words",
    [["lint", "--nonsense"], ["lnit"], ["export"], ["lint", "--as-of", "soon"], ["explain", "unknown-refrence"]],
)
def test_wrong_words_end_with_2_and_say_what_to_do(words: list[str]) -> None:
    ran = eia(*words)
    assert ran.code == 2
    assert ran.err
    assert "Traceback" not in ran.err


def test_a_folder_without_assessments_says_what_was_looked_for_and_names_near_misses(tmp_path: Path) -> None:
    for name in ("x.eia.yaml.txt", "x.eia-LAPTOP.yaml", "x-LAPTOP.eia.yaml.bak", "notes.md"):
        (tmp_path / name).touch()
    ran = eia("lint", folder=tmp_path)
    assert ran.code == 2
    assert ".eia.yaml" in ran.err
    assert "x.eia.yaml.txt" in ran.err
    assert "x.eia-LAPTOP.yaml" in ran.err
    assert "notes.md" not in ran.err


def test_json_is_one_document_with_a_version() -> None:
    ran = eia("lint", PUBLISHED, "--format", "json")
    data = json.loads(ran.out)
    assert data["version"] == 1
    assert data["checked"] == [
        {"assessment": "mopac-action-plan-2020", "status": "published", "as-of": None, "rule-set": 1}
    ]
    assert data["counts"] == {
        word: sum(one["severity"] == word for one in data["diagnostics"]) for word in data["counts"]
    }
    assert list(data["counts"]) == ["error", "warning", "note"]
    first = next(one for one in data["diagnostics"] if one["rule"] == "unknown-reference")
    assert set(first) == {
        "rule",
        "severity",
        "message",
        "help",
        "confidence",
        "basis",
        "authority",
        "about",
        "file",
        "line",
        "column",
        "end-line",
        "end-column",
        "related",
        "fix",
    }
    assert first["about"] == "Age"


def test_github_annotations_cannot_be_broken_out_of(tmp_path: Path) -> None:
    ran = eia("lint", assessment(tmp_path, '"a%0A::error ::x,y:z": 1\n'), "--format", "github")
    assert all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in ran.out.splitlines())
    assert "%250A" in ran.out


@pytest.mark.parametrize(
    ("env", "coloured"), [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)]
)
def test_colour_only_where_wanted_and_never_alone(tmp_path: Path, env: dict[str, str], coloured: bool) -> None:
    ran = eia("lint", assessment(tmp_path, WRONG), env=env)
    assert ("\x1b[" in ran.out) is coloured
    assert "error: " in re.sub(r"\x1b\[[0-9;]*m", "", ran.out)


def test_lines_fit_a_narrow_terminal() -> None:
    ran = eia("lint", PUBLISHED)
    assert max(len(line) for line in ran.out.splitlines()) <= 80


@pytest.mark.slow
def test_the_same_files_give_the_same_words_every_time() -> None:
    runs = {process("lint", PUBLISHED, env={"PYTHONHASHSEED": seed}).out for seed in ("1", "2", "3")}
    assert len(runs) == 1


def test_a_file_cannot_steer_the_terminal(tmp_path: Path) -> None:
    ran = eia("lint", assessment(tmp_path, '"\\e[31mred": 1\n'))
    assert "\x1b" not in ran.out


def test_linting_a_plan_means_linting_the_assessments_that_use_it() -> None:
    ran = eia("lint", PUBLISHED / "plan.eia.yaml", "--format", "concise")
    assert "[unknown-reference]" in ran.out


def test_lint_imports_nothing_that_only_export_needs() -> None:
    code = (
        "import sys; from eia.cli import cli; cli.main(['lint', sys.argv[1]], standalone_mode=False); "
        "print(','.join(sorted({name.split('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run([sys.executable, "-c", code, MENDED], capture_output=True, check=True)
    loaded = set(done.stdout.decode().splitlines()[-1].split(","))
    assert not loaded & {"lxml", "docx", "markdown_it", "ruamel", "rich"}


def test_explain_prints_the_page_of_every_rule() -> None:
    for line in eia("rules").out.splitlines()[::6]:
        name = line.split()[0]
        ran = eia("explain", name)
        assert ran.code == 0
        assert ran.out.startswith(f"# {name}\n")


def test_export_refuses_an_assessment_with_errors_and_says_which(tmp_path: Path) -> None:
    path = assessment(tmp_path, WRONG)
    ran = eia("export", path)
    assert ran.code == 1
    assert "`colour`" in ran.out
    assert "--draft" in ran.err
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("to", ["docx", "md"])
def test_a_draft_is_exported_beside_its_assessment(tmp_path: Path, to: str) -> None:
    ran = eia("export", assessment(tmp_path, WRONG), "--draft", "--to", to)
    assert ran.code == 0
    assert f"a.{to}" in ran.out
    assert (tmp_path / f"a.{to}").stat().st_size > 100


@pytest.mark.parametrize(
    ("settings", "options", "headings"),
    [
        ("", (), False),
        ("", ("--layout", "headings"), True),
        ('layout = "headings"', (), True),
        ('layout = "headings"', ("--layout", "table"), False),
        ('layout = ""', (), False),
    ],
)
def test_the_layout_is_that_of_the_project_unless_another_is_asked_for(
    tmp_path: Path, settings: str, options: tuple[str, ...], headings: bool
) -> None:
    (tmp_path / "eia.toml").write_text(settings)
    path = assessment(tmp_path, CLEAN, status="draft")
    assert eia("export", path, "--to", "docx", "-o", tmp_path / "a.docx", *options).code == 0
    tables = [table for table in docx.Document(str(tmp_path / "a.docx")).tables if len(table.columns) == 4]
    assert any(table.rows[0].cells[1].text == "Context" for table in tables) is not headings


def test_a_layout_that_there_is_not_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "eia.toml").write_text('layout = "headers"')
    path = assessment(tmp_path, CLEAN, status="draft")
    ran = eia("export", path)
    assert ran.code == 2
    assert "Did you mean `headings`?" in ran.err
    assert not (tmp_path / "a.docx").exists()


def test_several_are_exported_past_a_bad_one_into_a_folder(tmp_path: Path) -> None:
    assessment(tmp_path, CLEAN, status="draft", name="a")
    assessment(tmp_path, WRONG, name="b")
    (tmp_path / "c.eia.yaml").write_text("assessment: {\n")
    ran = eia("export", tmp_path, "--to", "md", "-o", tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.md"]
    assert "1 document written, 2 not." in ran.out
    assert ran.code == 2


def test_one_error_is_told_in_the_singular(tmp_path: Path) -> None:
    with pytest.raises(library.Unfit, match=r"^a has 1 error, so only a draft"):
        library.export(assessment(tmp_path, WRONG, status="draft"))


def test_an_assessment_is_found_by_its_id(tmp_path: Path) -> None:
    (tmp_path / "eia.toml").touch()
    (tmp_path / "deep").mkdir()
    assessment(tmp_path / "deep", CLEAN, status="draft", name="lending")
    assert eia("export", "lending", "--to", "md", folder=tmp_path).code == 0
    ran = eia("export", "landing", "--to", "md", folder=tmp_path)
    assert ran.code == 2
    assert "lending" in ran.err


@pytest.mark.parametrize("name", ["a.eia.yaml", "b.eia.yaml", "notes.txt", "notes", "-"])
def test_only_a_document_can_be_written(tmp_path: Path, name: str) -> None:
    path = assessment(tmp_path, CLEAN, status="draft")
    (tmp_path / name).write_text((tmp_path / name).read_text() if (tmp_path / name).exists() else "mine")
    before = (tmp_path / name).read_bytes()
    assert eia("export", path, "-o", tmp_path / name, "--force").code == 2
    assert (tmp_path / name).read_bytes() == before


def test_an_assessment_under_the_name_of_a_document_is_not_overwritten(tmp_path: Path) -> None:
    path = assessment(tmp_path, CLEAN, status="draft")
    (tmp_path / "a.docx").symlink_to(path)
    before = path.read_bytes()
    assert eia("export", path, "--force").code == 1
    assert path.read_bytes() == before


def test_a_markdown_file_that_is_not_ours_is_not_overwritten(tmp_path: Path) -> None:
    path = assessment(tmp_path, CLEAN, status="draft")
    notes = tmp_path / "notes.md"
    assert eia("export", path, "-o", notes).code == 0
    assert eia("export", path, "-o", notes).code == 0, "our own may be"
    notes.write_text("my own\n" + notes.read_text())
    assert eia("export", path, "-o", notes).code == 1
    assert notes.read_text().startswith("my own")
    assert eia("export", path, "-o", notes, "--force").code == 0


def test_the_format_follows_the_name_and_must_not_contradict_it(tmp_path: Path) -> None:
    path = assessment(tmp_path, CLEAN, status="draft")
    assert eia("export", path, "-o", tmp_path / "x.md").code == 0
    assert (tmp_path / "x.md").read_text().startswith("# A small change")
    assert eia("export", path, "--to", "docx", "-o", tmp_path / "y.md").code == 2


def test_two_assessments_are_not_written_over_each_other(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        assessment(tmp_path / folder, CLEAN, status="draft")
    ran = eia("export", tmp_path, "-o", tmp_path / "out")
    assert ran.code == 2
    assert "2 assessments would be written to " in ran.err
    for folder in ("one", "two"):
        assert f"{folder}/a.eia.yaml" in ran.err
    assert not list(tmp_path.rglob("*.docx"))


def test_a_warning_about_a_plan_does_not_count_as_a_failed_document(tmp_path: Path) -> None:
    (tmp_path / "plan.eia.yaml").write_text("plan: p\nactions:\n  - id: 1.a\n    does: One.\n    due: ASAP\n")
    assessment(tmp_path, CLEAN + "plan: plan.eia.yaml\n", status="draft")
    ran = eia("export", tmp_path)
    assert ran.code == 0, ran.out


@pytest.mark.parametrize("title", ['"\\x01\\x00x"', "a\x1b[31m\x07b", '"\\uFFFE\\uFFFF"'])
@pytest.mark.parametrize("to", ["docx", "md"])
def test_a_draft_is_made_of_what_no_document_can_hold(tmp_path: Path, title: str, to: str) -> None:
    path = assessment(tmp_path, f"title: {title}\n", status="draft")
    ran = eia("export", path, "--draft", "--to", to)
    assert ran.code == 0, ran.err
    assert to == "docx" or "\x1b" not in (tmp_path / "a.md").read_text()


def test_a_word_file_that_somebody_changed_is_not_overwritten(tmp_path: Path) -> None:
    path = assessment(tmp_path, CLEAN, status="draft")
    assert eia("export", path).code == 0
    assert eia("export", path).code == 0, "its own export may be replaced"
    changed = docx.Document(str(tmp_path / "a.docx"))
    changed.add_paragraph("One more thing.")
    changed.save(str(tmp_path / "a.docx"))
    ran = eia("export", path)
    assert ran.code == 1
    assert "was changed" in ran.err
    assert eia("export", path, "--force").code == 0


@pytest.mark.parametrize("lock", ["~$brary.docx", ".~lock.library.docx#"])
def test_a_word_file_that_is_open_is_left_alone(tmp_path: Path, lock: str) -> None:
    (tmp_path / lock).touch()
    path = assessment(tmp_path, CLEAN, status="draft", name="library")
    ran = eia("export", path)
    assert ran.code == 1
    assert "Close it in Word" in ran.err


@pytest.mark.slow
def test_the_same_assessment_gives_the_same_bytes(tmp_path: Path) -> None:
    for number, zone in enumerate(("UTC", "Asia/Tokyo", "America/New_York")):
        env = {"TZ": zone, "PYTHONHASHSEED": str(number)}
        assert process("export", MENDED, "-o", tmp_path / f"{number}.docx", env=env).code == 0
    assert len({path.read_bytes() for path in tmp_path.glob("*.docx")}) == 1


def test_an_error_of_our_own_ends_with_2_and_asks_for_a_report(tmp_path: Path) -> None:
    code = (
        "import sys, eia.cli; sys.modules['eia.cli.lint'].lint = lambda *a, **k: 1 / 0; "
        "sys.argv = ['eia', 'lint']; eia.cli.main()"
    )
    for debug in ("", "1"):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, env={"EIA_DEBUG": debug, "PATH": ""})
        assert done.returncode == 2
        assert b"report" in done.stderr
        assert (b"Traceback" in done.stderr) is bool(debug)


def test_an_interruption_ends_with_130_and_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    assert _guarded(interrupted) == 130
    assert capsys.readouterr().err == ""


def test_whoever_stops_reading_gets_no_complaint() -> None:
    code = "import sys; from eia.cli import main; sys.argv = ['eia', 'lint', sys.argv[1]]; main()"
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -c "{code}" {PUBLISHED} | head -n 1'], capture_output=True, text=True
    )
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


def test_a_folder_that_was_only_just_set_up_may_be_committed(tmp_path: Path) -> None:
    eia("init", folder=tmp_path)
    ran = eia("lint", "--read-only", folder=tmp_path)
    assert ran.code == 0
    assert "No assessment was found" in ran.err


@pytest.mark.parametrize("words", [["."], ["--read-only", "."]])
def test_a_folder_that_is_named_has_to_hold_an_assessment(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "eia.toml").touch()
    assert eia("lint", *words, folder=tmp_path).code == 2


def test_a_misnamed_assessment_is_not_taken_for_a_new_folder(tmp_path: Path) -> None:
    (tmp_path / "eia.toml").touch()
    (tmp_path / "assessment.yaml").touch()
    assert eia("lint", folder=tmp_path).code == 2


@pytest.mark.parametrize(
    ("first", "rule"),
    [
        ("assessment abc-test", "broken-yaml"),
        ("assessment: abc-test", ""),
        ("\tassessment: abc-test", "broken-yaml"),
        ("assessment:", "malformed-id"),
        ("Assessment: abc-test", "unknown-kind"),
    ],
)
def test_an_assessment_whose_first_line_is_broken_is_found_by_its_folder(tmp_path: Path, first: str, rule: str) -> None:
    folder = tmp_path / "assessments" / "abc-test"
    folder.mkdir(parents=True)
    (tmp_path / "eia.toml").touch()
    (folder / "assessment.eia.yaml").write_text(f"{first}\nprofile: gb-equality-act\n", encoding="utf-8")
    ran = eia("lint", "abc-test", folder=tmp_path)
    assert rule in ran.out
    assert ran.code == (1 if rule else 0)
    for command in ("status", "export"):
        assert "there is no file, folder or assessment" not in eia(command, "abc-test", folder=tmp_path).err


@pytest.mark.parametrize("command", ["status", "export"])
@pytest.mark.parametrize("name", ["midshire", "profiles/midshire", "profiles"])
def test_a_folder_that_holds_a_form_alone_holds_no_assessment(tmp_path: Path, command: str, name: str) -> None:
    folder = tmp_path / "profiles" / "midshire"
    folder.mkdir(parents=True)
    (tmp_path / "eia.toml").touch()
    (folder / "profile.eia.yaml").write_text("profile: midshire\n", encoding="utf-8")
    ran = eia(command, name, folder=tmp_path)
    assert ran.code == 2
    assert f"there is no assessment in the folder {name}" in ran.err


def test_two_assessments_of_one_id_are_told_with_their_files(tmp_path: Path) -> None:
    (tmp_path / "eia.toml").touch()
    for name in ("one", "two"):
        (tmp_path / f"{name}.eia.yaml").write_text("assessment: abc-test\n", encoding="utf-8")
    ran = eia("status", "abc-test", folder=tmp_path)
    assert "2 assessments have the id abc-test: one.eia.yaml and two.eia.yaml" in " ".join(ran.err.split())


def test_the_command_starts_without_its_starter() -> None:
    done = subprocess.run([sys.executable, "-m", "eia", "--version"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("eia, version ")


def test_a_broken_assessment_is_still_found_by_its_id(tmp_path: Path) -> None:
    (tmp_path / "a.eia.yaml").write_text("assessment: opening-hours\ntitle: A: B\n", encoding="utf-8")
    for command in ("status", "export"):
        ran = eia(command, "opening-hours", folder=tmp_path)
        assert ran.code == 2
        assert "a.eia.yaml:2:9" in ran.out
        assert "there is no" not in ran.err


def test_lint_takes_the_id_of_an_assessment(tmp_path: Path) -> None:
    (tmp_path / "a.eia.yaml").write_text("assessment: opening-hours\nprofile: gb-equality-act\n", encoding="utf-8")
    assert "1 assessment as draft" in eia("lint", "opening-hours", folder=tmp_path).out
    ran = eia("lint", "closing-hours", folder=tmp_path)
    assert ran.code == 2
    assert "opening-hours" in ran.err


@pytest.mark.parametrize("command", ["status", "export"])
def test_without_a_name_the_only_assessment_is_meant(tmp_path: Path, command: str) -> None:
    (tmp_path / "a.eia.yaml").write_text("assessment: opening-hours\nprofile: gb-equality-act\n", encoding="utf-8")
    assert eia(command, folder=tmp_path).code == 0
    (tmp_path / "b.eia.yaml").write_text("assessment: closing-hours\nprofile: gb-equality-act\n", encoding="utf-8")
    ran = eia(command, folder=tmp_path)
    assert ran.code == 2
    assert "closing-hours, opening-hours" in ran.err


@pytest.mark.parametrize("folder", ["eia/lib/profiles", "node_modules/x", ".hidden"])
def test_what_programs_bring_along_is_not_checked(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir(parents=True)
    (tmp_path / folder / "a.eia.yaml").write_text("assessment: not-ours\n", encoding="utf-8")
    (tmp_path / "eia").mkdir(exist_ok=True)
    (tmp_path / "eia" / "pyvenv.cfg").touch()
    assert "No assessment was found" in eia("lint", folder=tmp_path).err


def test_an_assessment_that_something_renamed_is_missed_beside_its_plan(tmp_path: Path) -> None:
    (tmp_path / "plan.eia.yaml").write_text("plan: the-plan\n", encoding="utf-8")
    assert eia("lint", folder=tmp_path).code == 0
    (tmp_path / "assessment.eia.yaml.txt").touch()
    ran = eia("lint", folder=tmp_path)
    assert ran.code == 2
    assert "assessment.eia.yaml.txt was not read" in ran.err


def test_the_closing_words_say_where_to_begin(tmp_path: Path) -> None:
    ran = eia("lint", "a.eia.yaml", folder=assessment(tmp_path, WRONG).parent)
    assert "Begin with a.eia.yaml:1." in ran.out


def test_a_folder_that_may_not_be_read_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / "a.eia.yaml").write_text("assessment: opening-hours\nprofile: gb-equality-act\n", encoding="utf-8")
    listed = Path.iterdir

    def locked(path: Path) -> Iterator[Path]:
        if path.name == "private":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", locked)
    assert "1 assessment as draft" in eia("lint", folder=tmp_path).out
    assert eia("status", folder=tmp_path).code == 0


def test_closed_streams_are_no_mistake_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert eia("new", "opening-hours", folder=tmp_path).code == 0
    assert eia("init", folder=tmp_path).code == 0


@pytest.mark.parametrize("content", [b"\xff\xfe", b"body = " + b"[" * 100_000, b"body = " + b"9" * 10_000, None])
def test_settings_that_are_no_text_are_named(tmp_path: Path, content: bytes | None) -> None:
    if content is None:
        (tmp_path / "eia.toml").mkdir()
    else:
        (tmp_path / "eia.toml").write_bytes(content)
    ran = eia("new", "opening-hours", folder=tmp_path)
    assert ran.code == 2
    assert "eia.toml" in ran.err
    assert "mistake of its own" not in ran.err


def test_a_rule_is_explained_as_messages_print_it() -> None:
    assert eia("explain", "[unknown-reference]").out == eia("explain", "unknown-reference").out


def test_many_notes_of_one_kind_take_a_line_each(tmp_path: Path) -> None:
    rows = "".join(f"  {row}:\n    context: x\n" for row in ("age", "disability", "race", "sex"))
    ran = eia("lint", assessment(tmp_path, f"characteristics:\n{rows}", status="draft"))
    assert ran.out.count("What to do: Write `impact:`") == 1
    assert len(re.findall(r"^  Line \d+: the record does not show what the impact on", ran.out, re.M)) == 3


def test_two_notes_of_one_kind_and_all_errors_are_told_in_full(tmp_path: Path) -> None:
    rows = "".join(f"  {row}:\n    context: x\n" for row in ("age", "race"))
    path = assessment(tmp_path, f"characteristics:\n{rows}", status="draft")
    assert eia("lint", path).out.count("What to do: Write `impact:`") == 2
    assert eia("lint", path, "--status", "published").out.count("error: the record does not show anything about") == 7
