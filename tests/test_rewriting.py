"""Several files are rewritten all or none, whatever fails, whoever kills it, and never over what somebody else has written."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import Mock, patch

import pytest

from eia.diagnostics.shown import shown_path
from eia.text.read import read
from eia.text.span import Text
from eia.write import Refused, rewrite, settle
from eia.write.exchange import in_one_step, take_place
from eia.write.journal import NAME, Entry, digest, journal
from tests.killed import NEW, OLD, change, prepared, strays
from tests.running import ROOT

SEVERAL = 3


def texts(paths: tuple[Path, ...]) -> list[str]:
    return [path.read_bytes().decode() for path in paths]


def test_all_files_say_what_they_are_to_say_and_nothing_else_is_left(tmp_path: Path) -> None:
    paths = prepared(tmp_path, SEVERAL)
    change(paths)
    assert texts(paths) == [NEW] * SEVERAL
    assert strays(tmp_path) == []


def test_one_file_is_rewritten_without_a_project(tmp_path: Path) -> None:
    path = tmp_path / "a.eia.yaml"
    path.write_text(OLD, "utf-8")
    change((path,))
    assert texts((path,)) == [NEW]


def test_files_of_two_projects_are_rewritten_together(tmp_path: Path) -> None:
    paths = (*prepared(tmp_path / "a", 2), *prepared(tmp_path / "b", 2))
    change(paths)
    assert texts(paths) == [NEW] * 4
    assert strays(tmp_path) == []


def test_nothing_to_rewrite_is_nothing_done() -> None:
    rewrite([])


def test_a_byte_order_mark_and_line_ends_stay(tmp_path: Path) -> None:
    (path,) = prepared(tmp_path, 1)
    path.write_bytes(b"\xef\xbb\xbftitle: Old\r\nplan: p\r")
    rewrite([(read(path).text, Text(path, "title: New\r\nplan: p\r"))])
    assert path.read_bytes() == b"\xef\xbb\xbftitle: New\r\nplan: p\r"


def test_permissions_stay(tmp_path: Path) -> None:
    paths = prepared(tmp_path, SEVERAL)
    paths[1].chmod(0o640)
    change(paths)
    assert paths[1].stat().st_mode & 0o777 == 0o640


def test_a_link_leads_where_it_did_and_what_it_leads_to_is_rewritten(tmp_path: Path) -> None:
    first, second = prepared(tmp_path, 2)
    link = tmp_path / "link.eia.yaml"
    link.symlink_to(second)
    change((first, link))
    assert link.is_symlink()
    assert texts((first, second)) == [NEW] * 2


def test_several_files_are_not_rewritten_where_one_leads_out_of_its_project(tmp_path: Path) -> None:
    (first,) = prepared(tmp_path / "project", 1)
    outside = tmp_path / "outside.eia.yaml"
    outside.write_text(OLD, "utf-8")
    link = tmp_path / "project" / "link.eia.yaml"
    link.symlink_to(outside)
    with pytest.raises(Refused, match="leads out of its project"):
        change((first, link))
    assert texts((first, outside)) == [OLD] * 2
    assert strays(tmp_path) == []


@pytest.mark.parametrize("now", ["title: Old \n", "\ufefftitle: New, and longer\n", "", "title: Old\r\n", None])
def test_what_somebody_else_has_written_meanwhile_stays_and_no_file_is_rewritten(
    tmp_path: Path, now: str | None
) -> None:
    paths = prepared(tmp_path, SEVERAL)
    before = [read(path).text for path in paths]
    if now is None:
        paths[2].unlink()
    else:
        paths[2].write_bytes(now.encode())
    with pytest.raises(Refused):
        rewrite((one, Text(one.path, NEW)) for one in before)
    assert texts(paths[:2]) == [OLD] * 2
    assert (paths[2].read_bytes().decode() if now is not None else None) == now
    assert strays(tmp_path) == []


def test_what_somebody_writes_while_the_others_are_moved_stays_and_those_are_put_back(tmp_path: Path) -> None:
    paths = prepared(tmp_path, SEVERAL)
    by_hand = "title: By hand\n"

    def moved(written: Path, target: Path, known: bytes) -> bool:
        done = take_place(written, target, known)
        if target == paths[0]:
            paths[2].write_text(by_hand, "utf-8")
        return done

    with patch("eia.write.rewriting.take_place", moved), pytest.raises(Refused, match="changed by somebody else"):
        change(paths)
    assert texts(paths) == [OLD, OLD, by_hand]
    assert strays(tmp_path) == []


@pytest.mark.parametrize("in_place", [True, False])
def test_what_somebody_saves_in_the_last_moment_stays(tmp_path: Path, in_place: bool) -> None:
    paths = prepared(tmp_path, SEVERAL)
    saved, by_hand = tmp_path / "saved", "title: By hand\n"
    (tmp_path / "one").touch()
    saved.touch()
    if not in_one_step(tmp_path / "one", saved):
        pytest.skip("this system cannot exchange two files in one step")

    def late(written: Path, target: Path) -> bool:
        if target == paths[1] and written.read_text("utf-8") == NEW and target.read_text("utf-8") == OLD:
            (target if in_place else saved).write_text(by_hand, "utf-8")
            if not in_place:
                saved.replace(target)
        return in_one_step(written, target)

    with patch("eia.write.exchange.in_one_step", late), pytest.raises(Refused, match="changed by somebody else"):
        change(paths)
    assert texts(paths) == [OLD, by_hand, OLD]
    assert strays(tmp_path) == []


def test_a_system_that_cannot_exchange_files_replaces_them(tmp_path: Path) -> None:
    paths = prepared(tmp_path, SEVERAL)
    with patch("eia.write.exchange.in_one_step", return_value=False):
        change(paths)
    assert texts(paths) == [NEW] * SEVERAL
    assert strays(tmp_path) == []


def test_what_is_not_utf_8_is_never_rewritten(tmp_path: Path) -> None:
    (path,) = prepared(tmp_path, 1)
    path.write_bytes(b"title: \xe9\n")
    with pytest.raises(Refused):
        change((path,))
    assert path.read_bytes() == b"title: \xe9\n"


def test_what_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    paths = prepared(tmp_path, 2)
    for new, why in (("title: \ud800\n", "no character"), ("#" * (2 * 1024 * 1024 + 1), "too long")):
        with pytest.raises(Refused, match=why):
            change(paths, new)
    assert texts(paths) == [OLD] * 2


def test_two_do_not_rewrite_files_of_a_project_at_once(tmp_path: Path) -> None:
    paths = prepared(tmp_path, 2)

    def moved(written: Path, target: Path, known: bytes) -> bool:
        if target == paths[0]:
            with pytest.raises(Refused, match="another eia is writing"):
                settle(tmp_path)
        return take_place(written, target, known)

    with patch("eia.write.rewriting.take_place", moved):
        change(paths)
    assert texts(paths) == [NEW] * 2


CALLS = ("open", "fdopen", "fsync", "replace", "chmod", "unlink", "close", "stat", "write")


@contextmanager
def failing(number: int, error: BaseException) -> Iterator[list[str]]:
    """The system fails once, at the call of this number. What it was called for is in the list."""
    called: list[str] = []

    def fails(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*words: object, **more: object) -> object:
            called.append(name)
            if len(called) - 1 == number and name != "close":
                raise error
            done = real(*words, **more)
            if name == "fdopen":
                done.write = fails("write", done.write)  # type: ignore[attr-defined]
            return done

        return call

    with patch.multiple(os, **{name: fails(name, getattr(os, name)) for name in CALLS if name != "write"}):
        yield called


@pytest.mark.slow
@pytest.mark.parametrize("exchanges", [True, False])
@pytest.mark.parametrize("several", [1, SEVERAL])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EACCES, None])
def test_whichever_call_fails_all_is_as_it_was_or_as_it_should_be_and_nothing_is_left(
    tmp_path: Path, several: int, error: int | None, exchanges: bool
) -> None:
    can = in_one_step if exchanges else Mock(return_value=False)
    before = prepared(tmp_path, several)
    pairs = [(read(path).text, Text(path, NEW)) for path in before]
    for number in range(10_000):
        failure = OSError(error, os.strerror(error)) if error else KeyboardInterrupt()
        done = False
        with failing(number, failure) as called, patch("eia.write.exchange.in_one_step", can):
            try:
                rewrite(pairs)
                done = True
            except (Refused, KeyboardInterrupt):
                pass
        assert texts(before) == [NEW if done else OLD] * several, called
        assert strays(tmp_path) == [], called
        prepared(tmp_path, several)
        if len(called) <= number:
            break
    assert number > 20


def test_what_cannot_be_put_back_is_said_and_finished_by_the_next(tmp_path: Path) -> None:
    paths = prepared(tmp_path, SEVERAL)

    def worn(written: Path, target: Path, known: bytes) -> bool:
        if target == paths[1] or (target == paths[0] and paths[0].read_text("utf-8") == NEW):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return take_place(written, target, known)

    with (
        patch("eia.write.rewriting.take_place", worn),
        pytest.raises(Refused, match=r"only .*0\.eia\.yaml could be written"),
    ):
        change(paths)
    assert texts(paths) == [NEW, OLD, OLD]
    with pytest.raises(Refused, match="had been interrupted, and is finished now"):
        change(paths)
    assert texts(paths) == [NEW] * SEVERAL
    assert strays(tmp_path) == []


def kept(folder: Path, *files: Entry) -> None:
    """A journal of files that were to be rewritten."""
    (folder / NAME).write_bytes(journal(files))


def entry(path: Path, folder: Path) -> Entry:
    return Entry(path.relative_to(folder).as_posix(), digest(OLD.encode()), NEW)


def test_nothing_is_settled_where_nothing_is_left(tmp_path: Path) -> None:
    assert settle(tmp_path) == ""
    assert settle(tmp_path / "nowhere") == ""


def test_what_is_left_is_finished_and_told(tmp_path: Path) -> None:
    first, second = prepared(tmp_path, 2)
    first.write_text(NEW, "utf-8")
    kept(tmp_path, entry(first, tmp_path), entry(second, tmp_path))
    told = settle(tmp_path)
    assert told == f"a change to {shown_path(first)}, {shown_path(second)} had been interrupted, and is finished now"
    assert texts((first, second)) == [NEW] * 2
    assert strays(tmp_path) == []


def test_what_somebody_has_changed_since_is_never_overwritten(tmp_path: Path) -> None:
    paths = prepared(tmp_path, SEVERAL)
    kept(tmp_path, *(entry(path, tmp_path) for path in paths))
    paths[0].write_text(NEW, "utf-8")
    paths[1].write_text("title: By hand\n", "utf-8")
    with pytest.raises(Refused, match=r"1\.eia\.yaml was changed by hand") as refused:
        settle(tmp_path)
    assert refused.value.help.startswith(f"It was made in {shown_path(paths[0])} alone")
    assert texts(paths) == [NEW, "title: By hand\n", OLD]
    assert settle(tmp_path) == ""


@pytest.mark.parametrize("name", ["../outside.eia.yaml", "link.eia.yaml", "eia.toml", "a\0.eia.yaml", "{outside}"])
def test_a_journal_that_leads_elsewhere_is_told_and_not_obeyed(tmp_path: Path, name: str) -> None:
    project, outside = tmp_path / "project", tmp_path / "outside.eia.yaml"
    (path,) = prepared(project, 1)
    outside.write_text(OLD, "utf-8")
    (project / "link.eia.yaml").symlink_to(outside)
    named = name.format(outside=outside)
    kept(project, entry(path, project), Entry(named, digest(OLD.encode()), NEW))
    with pytest.raises(Refused, match="is not obeyed"):
        settle(project)
    assert texts((path, outside)) == [OLD] * 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b'{"unfinished": []}',
        b'{"unfinished": [{"file": "0.eia.yaml"}]}',
        b'{"unfinished": [{"file": 1, "before": "", "after": ""}]}',
        b'{"unfinished": [{"file": "0.eia.yaml", "before": "", "after": "\\ud800"}]}',
        b"[" * 100_000,
    ],
)
def test_a_broken_journal_is_told_and_nothing_is_rewritten_beside_it(tmp_path: Path, content: bytes) -> None:
    paths = prepared(tmp_path, 2)
    (tmp_path / NAME).write_bytes(content)
    with pytest.raises(Refused, match="cannot be read") as refused:
        change(paths)
    assert refused.value.help.startswith("Delete it")
    assert texts(paths) == [OLD] * 2


def test_a_link_is_no_journal(tmp_path: Path) -> None:
    (path,) = prepared(tmp_path, 1)
    kept(tmp_path, entry(path, tmp_path))
    (tmp_path / NAME).rename(tmp_path / "elsewhere")
    (tmp_path / NAME).symlink_to("elsewhere")
    with pytest.raises(Refused, match="cannot be read"):
        settle(tmp_path)


posix = pytest.mark.skipif(sys.platform == "win32", reason="needs fork, or signals that cannot be caught")


@posix
@pytest.mark.slow
@pytest.mark.parametrize("step", [11, 1])
def test_a_kill_before_any_line_of_ours_leaves_the_old_or_the_new_and_of_several_all_or_none(
    tmp_path: Path, step: int
) -> None:
    command = [sys.executable, "-m", "tests.killed", tmp_path, str(step)]
    ran = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=300).stdout)
    assert {tuple(each["once"]) for each in ran["one"]} == {(OLD,), (NEW,)}
    for each in (*ran["three"], *ran["finishing"]):
        assert {*each["once"]} <= {OLD, NEW}
        assert each["settled"] in ([OLD] * 3, [NEW] * 3)
        assert each["told"] or each["once"] == each["settled"]
    assert {len({*each["once"]}) for each in ran["three"]} == {1, 2}  # some were killed in the middle
    assert {tuple(each["settled"]) for each in ran["finishing"]} == {(NEW,) * 3}
    assert [each["strays"] for kind in ran.values() for each in kind if each["strays"]] == []
    assert len(ran["three"]) * step > 300


CHANGING = """
import sys
from pathlib import Path
from eia.text.read import read
from eia.text.span import Text
from eia.write import rewrite
paths = [Path(name) for name in sys.argv[1:]]
print("ready", flush=True)
while True:
    texts = [read(path).text for path in paths]
    rewrite((one, Text(one.path, "title: New, and longer\\n" * 500 if "Old" in one.source else "title: Old\\n")) for one in texts)
"""


@posix
@pytest.mark.slow
@pytest.mark.parametrize("several", [1, SEVERAL])
def test_a_kill_at_any_moment_leaves_the_old_or_the_new_and_of_several_all_or_none(
    tmp_path: Path, several: int
) -> None:
    paths, chance, finished = prepared(tmp_path, several), random.Random(0), 0
    for _ in range(100):
        with subprocess.Popen(
            [sys.executable, "-c", CHANGING, *paths], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as child:
            assert child.stdout
            child.stdout.readline()
            time.sleep(chance.random() / 50)
            child.send_signal(signal.SIGKILL)
            assert child.wait() == -signal.SIGKILL
        assert {*texts(paths)} <= {OLD, NEW_LONG}
        finished += bool(settle(tmp_path))
        assert len({*texts(paths)}) == 1
    assert several == 1 or finished


NEW_LONG = NEW * 500

FIXING = """
import sys
from pathlib import Path
from eia.editing.apply import edited
from eia.editing.refused import NotMade
from eia.text.change import Set
from eia.text.read import read
from eia.write import Refused, rewrite
paths = [Path(name) for name in sys.argv[1:]]
print("ready", flush=True)
for number in range(40):
    try:
        texts = [read(path).text for path in paths]
        rewrite([(text, edited(text, [Set(("title",), f"Fixed {number}")])) for text in texts])
    except (NotMade, Refused):  # somebody is writing just now
        pass
"""


@posix
@pytest.mark.slow
@pytest.mark.parametrize("in_place", [True, False])
def test_what_somebody_writes_while_a_fix_runs_is_never_overwritten(tmp_path: Path, in_place: bool) -> None:
    paths, chance = prepared(tmp_path, SEVERAL), random.Random(1)
    for number in range(20):
        by_hand = f"title: By hand\nsummary: written by hand, for the {number}th time\n"
        with subprocess.Popen([sys.executable, "-c", FIXING, *paths], cwd=ROOT, stdout=subprocess.PIPE) as child:
            assert child.stdout
            child.stdout.readline()
            time.sleep(chance.random() / 20)
            path = chance.choice(paths)
            if in_place:
                path.write_text(by_hand, "utf-8")
            else:
                saved = tmp_path / "saved"
                saved.write_text(by_hand, "utf-8")
                saved.replace(path)
            assert child.wait() == 0
        assert f"the {number}th time" in path.read_text("utf-8")
