"""The baseline: what is known is not shown, what is new is, and nothing that can only be mended is ever known."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import eia
from eia.baseline import NAME, Entry, read_baseline, write_baseline
from eia.diagnostics.fingerprint import fingerprinted
from eia.linting import Checked, lint
from eia.settings import Choice
from eia.unfit import Unfit
from eia.write import Refused
from tests.asking import broken
from tests.running import Ran, within

HEAD = "assessment: {}\nprofile: gb-equality-act\nstatus: {}\n"
ROWS = ("  age:\n    impact: lovely\n", "  sex:\n    impact: awful\n", "  race:\n    impact: fair\n")
RATING = "unknown-rating"
DAY = ("--as-of", "2026-06-01")


def record(folder: Path, *rows: str, name: str = "a", status: str = "in-review", more: str = "") -> Path:
    path = folder / f"{name}.eia.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD.format(path.name.split(".")[0], status) + more + "characteristics:\n" + "".join(rows))
    return path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "eia.toml").touch()
    record(tmp_path, *ROWS[:2], name="old/a")
    return tmp_path


@pytest.fixture
def known(project: Path) -> Path:
    """A project with a baseline of all that is found in it."""
    assert baseline(project).code == 0
    return project


def baseline(folder: Path, *words: str) -> Ran:
    return within(folder, "baseline", *DAY, *words)


def linted(folder: Path) -> Checked:
    return lint([folder], as_of=date(2026, 6, 1))


def entries(project: Path) -> list[dict[str, str]]:
    held: list[dict[str, str]] = json.loads((project / NAME).read_text("utf-8"))["known"]
    return held


def test_what_is_known_is_not_shown_and_can_be_asked_for(known: Path) -> None:
    checked = linted(known)
    assert not checked.diagnostics
    assert len(checked.known) == len(entries(known)) > 2
    assert not checked.mended
    said = within(known, "lint", *DAY, "--read-only").out
    assert f"Not shown: {len(checked.known)} findings" in " ".join(said.split())
    shown = within(known, "lint", *DAY, "--read-only", "--no-baseline")
    assert shown.code == 1
    assert RATING in shown.out


def test_what_is_new_is_shown_and_counts(known: Path) -> None:
    record(known, *ROWS, name="old/a")
    checked = linted(known)
    assert ["`fair`" in one.message for one in broken(checked, RATING)] == [True]
    assert within(known, "lint", *DAY, "--read-only").code == 1


def test_without_a_baseline_nothing_is_known(project: Path) -> None:
    checked = linted(project)
    assert not checked.known
    assert not checked.mended
    assert len(broken(checked, RATING)) == 2


def test_a_line_for_each_finding_sorted_and_without_numbers_of_lines(known: Path) -> None:
    lines = (known / NAME).read_text("utf-8").splitlines()
    held = entries(known)
    assert len(lines) == len(held) + 5
    keys = [(one["file"], one["rule"], one["message"]) for one in held]
    assert keys == sorted(keys)
    assert {tuple(one) for one in held} == {("rule", "file", "fingerprint", "message", "added")}
    assert {one["file"] for one in held} == {"old/a.eia.yaml"}
    assert {one["added"] for one in held} == {"2026-06-01"}


def test_what_was_written_is_read_back_and_written_alike(known: Path) -> None:
    before = (known / NAME).read_bytes()
    held = read_baseline(known)
    assert not held.faults
    write_baseline(known, held.entries)
    assert (known / NAME).read_bytes() == before


@given(st.text(max_size=40), st.text(max_size=20))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_words_of_a_message_come_back(tmp_path: Path, message: str, rule: str) -> None:
    words = message.encode("utf-8", "ignore").decode(), rule.encode("utf-8", "ignore").decode()
    one = Entry("ü/a.eia.yaml", words[1], words[0], "0" * 32, "2026-06-01")
    write_baseline(tmp_path, [one])
    assert read_baseline(tmp_path).entries == (one,)
    assert len((tmp_path / NAME).read_text("utf-8").splitlines()) == 6


# What it does not hold


def test_what_can_only_be_mended_is_never_known(project: Path) -> None:
    plan = "plan:\n  actions:\n    - id: 1.a\n      does: Paint.\n    - id: 1.a\n      does: Wash.\n"
    record(project, *ROWS[:1], name="old/a", more=f"titel: x\n{plan}")
    said = baseline(project)
    assert {one["rule"] for one in entries(project)}.isdisjoint({"duplicate-id", "unknown-key"})
    assert "not noted down" in said.out
    assert {one.rule for one in linted(project).diagnostics} == {"duplicate-id", "unknown-key"}


@pytest.mark.parametrize("status", ["signed-off", "published", "superseded"])
def test_it_does_not_hold_for_what_is_signed(known: Path, status: str) -> None:
    before = linted(known)
    record(known, *ROWS[:2], name="old/a", status=status)
    checked = linted(known)
    assert before.known
    assert not checked.known
    assert bool(broken(checked, RATING)) == (status != "superseded")
    assert len(checked.mended) == len(entries(known))


def test_judged_as_if_it_were_signed_it_is_still_known(known: Path) -> None:
    checked = lint([known], as_of=date(2026, 6, 1), status="signed-off")
    assert not broken(checked, RATING)


def test_an_export_refuses_errors_that_are_known(known: Path) -> None:
    assert not linted(known).errors
    with pytest.raises(Unfit):
        eia.export(known / "old" / "a.eia.yaml")
    assert within(known, "export", "a").code == 1


# Keeping it


def test_a_second_time_new_findings_are_not_swallowed(known: Path) -> None:
    before = (known / NAME).read_bytes()
    record(known, *ROWS, name="old/a")
    again = baseline(known)
    assert again.code == 1
    assert "not added" in again.err
    assert "--add" in again.err
    assert (known / NAME).read_bytes() == before


def test_a_second_time_with_nothing_new_nothing_happens(known: Path) -> None:
    before = (known / NAME).read_bytes()
    for words in ((), ("--add",), ("--prune",)):
        again = baseline(known, *words)
        assert (again.code, again.err) == (0, "")
        assert "left as it is" in again.out
        assert (known / NAME).read_bytes() == before


def test_what_is_new_is_added_on_request_and_what_was_there_keeps_its_day(known: Path) -> None:
    record(known, *ROWS, name="old/a")
    assert within(known, "baseline", "--as-of", "2026-07-01", "--add").code == 0
    assert {one["added"] for one in entries(known)} == {"2026-06-01", "2026-07-01"}
    assert not linted(known).diagnostics


def test_what_is_mended_is_told_and_taken_out_and_comes_back_as_new(known: Path) -> None:
    record(known, *ROWS[:1], name="old/a")
    checked = linted(known)
    assert "`awful`" in " ".join(one.message for one in checked.mended)
    assert "--prune" in within(known, "lint", *DAY, "--read-only").out
    new = {one.order for one in checked.diagnostics}
    assert baseline(known, "--prune").code == 0
    assert "awful" not in (known / NAME).read_text("utf-8")
    checked = linted(known)
    assert not checked.mended
    assert {one.order for one in checked.diagnostics} == new
    record(known, *ROWS[:2], name="old/a")
    assert ["`awful`" in one.message for one in broken(linted(known), RATING)] == [True]


def test_to_prune_adds_nothing(known: Path) -> None:
    record(known, *ROWS[1:], name="old/a")
    before = entries(known)
    baseline(known, "--prune")
    assert len(entries(known)) < len(before)
    assert all(one in before for one in entries(known))


def test_what_was_not_looked_for_is_not_mended(known: Path) -> None:
    record(known, *ROWS[:1], name="other/b")
    assert not lint([known / "other"]).mended
    assert not lint([known], as_of=date(2026, 6, 1), choice=Choice("", (), (RATING,))).mended
    record(known, *ROWS[:1], name="old/a", more="titel: x\n")
    assert not linted(known).mended


def test_the_entries_of_a_file_that_is_gone_are_mended(known: Path) -> None:
    record(known, *ROWS[:1], name="other/b")
    (known / "old" / "a.eia.yaml").unlink()
    assert len(linted(known).mended) == len(entries(known))


def test_where_there_is_nothing_to_know_no_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "eia.toml").touch()
    (tmp_path / "plan.eia.yaml").write_text("plan: p\n")
    assert baseline(tmp_path).code == 2
    record(tmp_path, status="superseded")
    assert baseline(tmp_path, "--prune").code == 0
    assert baseline(tmp_path).code == 0
    assert not (tmp_path / NAME).exists()


def test_to_prune_where_there_is_none_says_just_that(project: Path) -> None:
    ran = baseline(project, "--prune")
    assert ran.code == 0
    assert ran.out.split() == f"No {NAME} was written: --prune only takes out, and none is there.".split()


def test_something_else_of_that_name_is_left_alone(project: Path) -> None:
    (project / NAME).mkdir()
    ran = baseline(project)
    assert ran.code == 2
    assert "Move it away" in ran.err


def test_the_two_options_do_not_go_together_by_halves(known: Path) -> None:
    before = (known / NAME).read_bytes()
    baseline(known, "--add", "--prune")
    assert (known / NAME).read_bytes() == before


# A file that somebody broke


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"version": 1', '"version": 2'),
        ('"version": 1', '"version": 1, "more": 1'),
        ('"known"', '"unknown"'),
        ("},\n", "}\n"),
        ('"rule"', '"rules"'),
        ('"rule": "', '"rule": 5, "x": "'),
        ("old/a.eia.yaml", "../a.eia.yaml"),
        ("old/a.eia.yaml", "old\\\\a.eia.yaml"),
        ("old/a.eia.yaml", "/a.eia.yaml"),
        ('"fingerprint": "', '"fingerprint": "X'),
        ('{"rule"', '{"more": "", "rule"'),
        ("  ]\n}", "  ]\n}\n}"),
        ("  ]\n}", ""),
        ("    {", "<<<<<<< HEAD\n    {"),
        ("    {", "    null,\n    {"),
        ("    {", "    " + "[" * 5000 + "\n    {"),
        ('{\n  "version"', '\n  "version"'),
    ],
)
def test_of_a_broken_baseline_nothing_holds_and_its_line_is_told(known: Path, old: str, new: str) -> None:
    path = known / NAME
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    checked = linted(known)
    (fault,) = broken(checked, "wrong-baseline")
    assert fault.text.path.name == NAME
    assert fault.help
    assert not checked.known
    assert len(broken(checked, RATING)) == 2
    assert within(known, "lint", "--read-only").code == 1
    before = path.read_bytes()
    for words in ((), ("--add",), ("--prune",)):
        assert baseline(known, *words).code == 2
    assert path.read_bytes() == before


def test_of_a_comma_that_a_merge_took_the_line_and_what_is_missing_are_told(known: Path) -> None:
    path = known / NAME
    path.write_text(path.read_text("utf-8").replace("},\n", "}\n", 1), encoding="utf-8")
    (fault,) = broken(linted(known), "wrong-baseline")
    assert fault.text.position(fault.span.start).line == 5
    assert "comma" in fault.help


def test_of_an_entry_that_is_none_its_number_is_told(known: Path) -> None:
    path = known / NAME
    path.write_text(path.read_text("utf-8").replace("},\n", "},\n    5,\n", 1), encoding="utf-8")
    (fault,) = broken(linted(known), "wrong-baseline")
    assert "number 2" in fault.message


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"null", b"\x00", b"PK\x03\x04", b"{" * 9000])
def test_so_it_is_for_any_other_file_of_that_name(known: Path, content: bytes) -> None:
    (known / NAME).write_bytes(content)
    assert len(broken(linted(known), "wrong-baseline")) == 1
    assert baseline(known, "--add").code == 2


@given(st.integers(0, 10**6), st.binary(max_size=3))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_happens_to_its_bytes_it_holds_whole_or_not_at_all(tmp_path: Path, at: int, instead: bytes) -> None:
    path = tmp_path / NAME
    write_baseline(tmp_path, [Entry(f"{name}.yaml", "r", "m", str(name) * 32, "2026-06-01") for name in range(3)])
    content = path.read_bytes()
    at %= len(content)
    path.write_bytes(content[:at] + instead + content[at + len(instead) :])
    held = read_baseline(tmp_path)
    assert len(held.entries) == (0 if held.faults else 3)


def test_a_link_out_of_the_project_is_not_followed(known: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    away = tmp_path_factory.mktemp("away") / NAME
    os.replace(known / NAME, away)
    (known / NAME).symlink_to(away)
    before = away.read_bytes()
    assert len(broken(linted(known), "wrong-baseline")) == 1
    with pytest.raises(Refused):
        write_baseline(known, [])
    assert away.read_bytes() == before


@pytest.mark.parametrize("words", ["unknown-reference", "unknown-key", "no-rule-at-all"])
def test_an_entry_of_what_cannot_be_set_aside_hides_nothing(known: Path, words: str) -> None:
    record(known, *ROWS[:2], name="old/a", more="titel: x\npolicy:\n  aims: See [@9.z].\n")
    found = lint([known], baseline=False).diagnostics
    forged = [
        Entry("old/a.eia.yaml", words, one.message, print, "2026-06-01")
        for one, print in fingerprinted(found)
        if one.rule in (words, "unknown-reference")
    ]
    write_baseline(known, (*read_baseline(known).entries, *forged))
    checked = linted(known)
    assert broken(checked, "unknown-reference")
    assert broken(checked, "unknown-key")


# Fingerprints


def prints(project: Path) -> set[tuple[str, str]]:
    """The findings of each thing by itself: a message that counts rows says another thing when there are more."""
    found = lint([project], as_of=date(2026, 6, 1), baseline=False).diagnostics
    return {(one.rule, print) for one, print in fingerprinted(found) if not one.also}


lines = st.lists(st.sampled_from(["# A remark.\n", "\n", "# eia checks this file.\n"]), max_size=6)


@given(lines, lines, lines, st.permutations(ROWS))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_they_outlive_lines_remarks_and_the_order_of_rows(
    tmp_path: Path, above: list[str], between: list[str], below: list[str], rows: list[str]
) -> None:
    plain, changed = tmp_path / "plain", tmp_path / "changed"
    for folder in (plain, changed):
        folder.mkdir(exist_ok=True)
        (folder / "eia.toml").touch()
    record(plain, *ROWS)
    text = record(changed, *(row + "".join(between) for row in rows)).read_text()
    (changed / "a.eia.yaml").write_text("".join(above) + text + "".join(below))
    order = ("out-of-order-row", "duplicate-id")
    there = {one for one in prints(changed) if one[0] not in order}
    assert there == {one for one in prints(plain) if one[0] not in order}
    assert len(there) > 5


def test_they_are_the_same_from_another_folder_and_under_another_name_of_it(known: Path) -> None:
    before = (known / NAME).read_bytes()
    for place, words in ((known / "old", ()), (known / "old", ("..",)), (known.parent, (known.name,)), (known, ("a",))):
        done = within(place, "baseline", *DAY, *words)
        assert (done.code, (known / NAME).read_bytes()) == (0, before), (place, words)
        assert not [one for one in within(place, "lint", *DAY, "--read-only", *words).out.splitlines() if "[" in one]
    link = known.parent / f"{known.name}-link"
    link.symlink_to(known, target_is_directory=True)
    assert within(link, "lint", *DAY, "--read-only").code == 0


def test_two_files_of_one_project_are_not_taken_for_each_other(known: Path) -> None:
    text = (known / "old" / "a.eia.yaml").read_text()
    (known / "new").mkdir()
    (known / "new" / "a.eia.yaml").write_text(text.replace("assessment: a", "assessment: b"))
    checked = linted(known)
    assert {one.text.path.parent.name for one in checked.diagnostics} == {"new"}
    assert {one.text.path.parent.name for one in checked.known} == {"old"}
    assert baseline(known, "--add").code == 0
    assert not linted(known).diagnostics
    assert not lint([known / "new"], as_of=date(2026, 6, 1)).mended


def test_each_project_has_its_own(known: Path) -> None:
    inner = known / "inner"
    inner.mkdir()
    (inner / "eia.toml").touch()
    record(inner, *ROWS[:1], name="c")
    assert {one.text.path.parent.name for one in linted(known).diagnostics} == {"inner"}
    assert baseline(known).code == 0
    assert {one["file"] for one in entries(inner)} == {"c.eia.yaml"}
    assert not linted(known).diagnostics


# For programs


def test_other_programs_are_told_of_what_is_known_and_accepted_in_lists_of_their_own(known: Path) -> None:
    waiver = f"waivers:\n  - rule: {RATING}\n    at: race\n    because: So it is.\n    by: X\n    date: May 2026\n"
    record(known, *ROWS, name="old/a", more=waiver)
    data = json.loads(within(known, "lint", *DAY, "--read-only", "--format", "json").out)
    assert {one["rule"] for one in data["known"]} >= {RATING}
    (one,) = data["accepted"]
    assert (one["rule"], one["because"], one["by"], one["date"], one["until"]) == (
        RATING,
        "So it is.",
        "X",
        "May 2026",
        "",
    )
    assert one["on-record"] is True
    assert RATING not in {one["rule"] for one in data["diagnostics"]}
