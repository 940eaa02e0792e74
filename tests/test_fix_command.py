"""`eia lint --fix` and `--diff`: what is written, what is said of it, and with which code it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eia.fixing import Leave, mend
from tests.running import within

HEAD = "assessment: a\nprofile: gb-equality-act\nstatus: {}\n"
ROW = "characteristics:\n  age:\n    mitigations:\n      - actions: {}\n"
PLAN = "plan: b\nactions:\n  - id: 1.a\n    does: Ask.\n  - id: 1.b\n    does: Ask again.\n"
SLIP = "1.A, b;"


def project(folder: Path, actions: str = SLIP, status: str = "draft", name: str = "a") -> Path:
    folder.joinpath("eia.toml").touch()
    folder.joinpath("plan.eia.yaml").write_bytes(PLAN.encode())
    path = folder / f"{name}.eia.yaml"
    head = HEAD.format(status).replace(": a", f": {name}", 1)
    path.write_bytes(f"{head}plan: plan.eia.yaml\n{ROW.format(actions)}".encode())
    return path


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_what_is_mended_is_told_and_what_is_left_decides_the_code(tmp_path: Path) -> None:
    path = project(tmp_path)
    ran = within(tmp_path, "lint", "--fix")
    assert ran.code == 0
    assert "Mended:\n  a.eia.yaml:8: `1.A` is written `1.a` where it is defined\n    Done: write `1.a`.\n" in ran.out
    assert b"actions: 1.a, b\n" in path.read_bytes()
    assert "reference-case-mismatch" not in ran.out
    assert within(tmp_path, "lint", "--fix").out.startswith("Mended") is False


def test_with_an_error_left_it_ends_as_lint_does(tmp_path: Path) -> None:
    path = project(tmp_path, "1.A, 1.z")
    assert within(tmp_path, "lint", "--fix").code == 1
    assert b"1.a, 1.z" in path.read_bytes()


def test_a_file_that_could_not_be_read_is_an_error_no_more(tmp_path: Path) -> None:
    path = tmp_path / "a.eia.yaml"
    path.write_text(HEAD.format("draft") + "title: Hours: longer\nbody: [A] Council\n", encoding="utf-8")
    assert within(tmp_path, "lint").code == 1
    assert within(tmp_path, "lint", "--fix").code == 0


def test_where_nothing_is_to_be_mended_nothing_is_said_and_nothing_written(tmp_path: Path) -> None:
    project(tmp_path, "1.a, b")
    before = bytes_in(tmp_path)
    assert within(tmp_path, "lint", "--fix").out == within(tmp_path, "lint").out
    assert bytes_in(tmp_path) == before


def test_the_differences_are_shown_and_nothing_is_written(tmp_path: Path) -> None:
    project(tmp_path)
    before = bytes_in(tmp_path)
    ran = within(tmp_path, "lint", "--diff")
    assert ran.code == 1
    lines = ran.out.splitlines()
    assert lines[:2] == ["--- a.eia.yaml", "+++ a.eia.yaml"]
    assert [line for line in lines[2:] if line[0] in "+-"] == ["-      - actions: 1.A, b;", "+      - actions: 1.a, b"]
    assert ran.err == "2 things would be mended in 1 file. Nothing was written.\n"
    assert bytes_in(tmp_path) == before


def test_without_differences_it_ends_well(tmp_path: Path) -> None:
    project(tmp_path, "1.a, 1.z")
    ran = within(tmp_path, "lint", "--diff")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "0 things would be mended. Nothing was written.\n"


def test_no_character_of_a_file_steers_the_terminal_and_line_ends_are_not_shown(tmp_path: Path) -> None:
    path = project(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n") + "title: \u202eon\u200b\x07e\r\n".encode())
    ran = within(tmp_path, "lint", "--diff", "--unsafe")
    assert "+      - actions: 1.a, b\n" in ran.out
    assert "title: \\u202eon\\u200b\\x07e" in ran.out
    assert all(sign.isprintable() or sign == "\n" for sign in ran.out + ran.err)


def test_a_mark_at_the_beginning_and_the_ends_of_lines_stay(tmp_path: Path) -> None:
    path = project(tmp_path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    expected = path.read_bytes().replace(b"1.A, b;", b"1.a, b")
    within(tmp_path, "lint", "--fix")
    assert path.read_bytes() == expected


def test_plain_lint_says_how_many_can_be_mended_and_how(tmp_path: Path) -> None:
    path = project(tmp_path)
    out = within(tmp_path, "lint").out
    assert "  Or: `eia lint --fix` will write `1.a`.\n" in out
    assert "`eia lint --fix` mends 2 of these; `eia lint --diff` shows how.\n" in out
    path.write_text(path.read_text("utf-8") + "policy:\n  aim: Hours.\n", encoding="utf-8")
    out = " ".join(within(tmp_path, "lint").out.split())
    assert "`eia lint --fix` mends 2 of these, and 1 more with --unsafe; `eia lint --diff` shows how." in out
    within(tmp_path, "lint", "--fix")
    out = " ".join(within(tmp_path, "lint").out.split())
    assert "`eia lint --fix --unsafe` mends 1 of these, for you to read; `eia lint --diff --unsafe` shows how." in out


def test_it_says_nothing_of_fixes_where_there_is_none(tmp_path: Path) -> None:
    project(tmp_path, "1.a, 1.z")
    assert "--fix" not in within(tmp_path, "lint").out


@pytest.mark.parametrize(
    "options",
    [
        ("--fix", "--read-only"),
        ("--fix", "--diff"),
        ("--unsafe",),
        ("--signed-off-too",),
    ],
)
def test_options_that_contradict_each_other_are_told(options: tuple[str, ...], tmp_path: Path) -> None:
    project(tmp_path)
    before = bytes_in(tmp_path)
    ran = within(tmp_path, "lint", *options)
    assert ran.code == 2
    assert options[-1] in ran.err
    assert bytes_in(tmp_path) == before


def test_the_differences_may_be_shown_where_nothing_may_be_written(tmp_path: Path) -> None:
    project(tmp_path)
    assert within(tmp_path, "lint", "--diff", "--read-only").code == 1


def test_json_has_the_fix_as_edits_which_make_the_same_file(tmp_path: Path) -> None:
    path = project(tmp_path)
    lines = path.read_text("utf-8").split("\n")
    found = json.loads(within(tmp_path, "lint", "--format", "json").out)["diagnostics"]
    fixes = [one["fix"] for one in found if one["fix"]]
    assert {(one["title"], one["safe"]) for one in fixes} == {("write `1.a`", True), ("take it out", True)}
    edits = sorted((edit for one in fixes for edit in one["edits"]), key=lambda edit: -edit["column"])
    for edit in edits:
        assert (edit["file"], edit["line"], edit["end-line"]) == ("a.eia.yaml", 8, 8)
        line = lines[edit["line"] - 1]
        lines[edit["line"] - 1] = line[: edit["column"] - 1] + edit["words"] + line[edit["end-column"] - 1 :]
    within(tmp_path, "lint", "--fix")
    assert "\n".join(lines) == path.read_text("utf-8")


def test_other_formats_stay_clean(tmp_path: Path) -> None:
    project(tmp_path)
    ran = within(tmp_path, "lint", "--fix", "--format", "json")
    assert all(one["rule"] != "stray-separator" for one in json.loads(ran.out)["diagnostics"])
    assert ran.err.startswith("Mended:\n")


@pytest.mark.parametrize("status", ["signed-off", "published", "superseded"])
def test_what_is_signed_off_is_mended_only_when_told_so(status: str, tmp_path: Path) -> None:
    path = project(tmp_path, status=status)
    before = bytes_in(tmp_path)
    ran = within(tmp_path, "lint", "--fix")
    assert "Not mended, because it is signed off; to mend it all the same, add\n--signed-off-too:\n" in ran.out
    assert bytes_in(tmp_path) == before
    within(tmp_path, "lint", "--fix", "--signed-off-too")
    assert b"1.a, b\n" in path.read_bytes()


def test_so_is_what_is_signed_off_and_cannot_be_read(tmp_path: Path) -> None:
    path = project(tmp_path, status="signed-off")
    path.write_bytes(path.read_bytes() + b"title: Hours: longer\n")
    before = bytes_in(tmp_path)
    assert "because it is signed off" in within(tmp_path, "lint", "--fix").out
    assert bytes_in(tmp_path) == before


def test_so_is_a_plan_that_something_signed_off_shares(tmp_path: Path) -> None:
    project(tmp_path, "1.a, b")
    project(tmp_path, "1.a", status="signed-off", name="c")
    plan = tmp_path / "plan.eia.yaml"
    plan.write_bytes(PLAN.replace("Ask.", "Ask\u200b.").encode())
    assert "because it is signed off" in within(tmp_path, "lint", "--fix", "a.eia.yaml").out
    assert b"\xe2\x80\x8b" in plan.read_bytes()
    within(tmp_path, "lint", "--fix", "a.eia.yaml", "--signed-off-too")
    assert b"\xe2\x80\x8b" not in plan.read_bytes()


def test_a_remark_stays_that_another_assessment_may_need(tmp_path: Path) -> None:
    project(tmp_path, "1.a")
    project(tmp_path, "1.b", name="c")
    plan = tmp_path / "plan.eia.yaml"
    plan.write_bytes(PLAN.encode() + b"# eia: ignore[long-sentence] -- as agreed\n  - id: 1.c\n    does: Listen.\n")
    assert "assessments that were not checked use this" in within(tmp_path, "lint", "--fix", "a.eia.yaml").out
    assert b"ignore" in plan.read_bytes()
    within(tmp_path, "lint", "--fix")
    assert b"ignore" not in plan.read_bytes()


@pytest.mark.parametrize("options", [("--status", "published"), ("--as-of", "2020-01-01")])
def test_a_remark_stays_that_may_be_needed_on_another_day(options: tuple[str, str], tmp_path: Path) -> None:
    path = project(tmp_path, "1.a   # eia: ignore[stray-separator] -- as agreed")
    assert "the remark may be needed on another day" in within(tmp_path, "lint", "--fix", *options).out
    assert b"ignore" in path.read_bytes()
    within(tmp_path, "lint", "--fix")
    assert path.read_bytes().endswith(b"actions: 1.a\n")


def test_what_somebody_set_aside_is_not_mended(tmp_path: Path) -> None:
    path = project(tmp_path, "1.a;   # eia: ignore[stray-separator] -- as printed")
    before = path.read_bytes()
    within(tmp_path, "lint", "--fix", "--unsafe")
    assert path.read_bytes() == before


def test_nothing_is_written_if_a_file_changes_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = project(tmp_path)
    from eia.cli import lint as command

    mend = command.mend

    def slowly(*words: object, **more: object) -> object:
        made = mend(*words, **more)  # type: ignore[arg-type]
        path.write_bytes(path.read_bytes() + b"title: Hours\n")
        return made

    monkeypatch.setattr(command, "mend", slowly)
    ran = within(tmp_path, "lint", "--fix")
    assert ran.code == 2
    assert "changed" in ran.err
    assert b"1.A, b;" in path.read_bytes()


def test_the_library_writes_nothing(tmp_path: Path) -> None:
    path = project(tmp_path)
    before = bytes_in(tmp_path)
    mended = mend([tmp_path], Leave())
    assert [one.rule for one in mended.made] == ["reference-case-mismatch", "stray-separator"]
    assert [one.before.path.name for one in mended.files] == [path.name]
    assert "actions: 1.a, b\n" in mended.files[0].after.source
    assert bytes_in(tmp_path) == before
