"""The same assessment is the same bytes, whenever, wherever and by whomever it is exported, save for a date that was asked."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

import eia
from eia.linting import judge
from eia.project import Dossier
from eia.publishing.build import build
from eia.publishing.dated import dated
from tests.asking import PUBLISHED, assessment
from tests.publishing.samples import SAMPLES
from tests.running import ROOT, within

SIGNED = "approvals:\n  - role: Director\n    date: 9 January 2026\ndecision:\n  date: 14 January 2026\n"
ASKED, BUILT = date(2026, 5, 21), date(2026, 2, 1)
MOMENT = "1769947200"
"""Noon of the day of the build."""

HERE = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C", "HOME": "/"}
THERE = {"TZ": "America/Adak", "PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}


def exported(folder: Path, env: dict[str, str], umask: int, to: str) -> dict[str, bytes]:
    """Every sample, copied to this folder and exported there by a process of its own."""
    for name, sample in SAMPLES.items():
        shutil.copytree(ROOT / sample, folder / name)
    (folder / "eia.toml").touch()
    command = [sys.executable, "-m", "eia", "export", ".", "--draft", "--to", to, "-o", "out/"]
    plain = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env=plain | env, umask=umask, capture_output=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in (folder / "out").iterdir()}


@pytest.mark.slow
@pytest.mark.parametrize("to", eia.files.DOCUMENTS)
def test_no_sample_shows_when_where_and_by_whom_it_was_exported(tmp_path: Path, to: str) -> None:
    began = int(time.time())
    one = exported(tmp_path / "one", HERE, 0o022, to)
    while int(time.time()) == began:
        time.sleep(0.05)
    other = exported(tmp_path / "an" / "other place", THERE, 0o077, to)
    assert len(one) == len(SAMPLES)
    assert one == other


def test_nothing_that_makes_the_document_asks_the_clock_or_the_language_of_the_machine() -> None:
    for path in (*Path("eia/document").rglob("*.py"), *Path("eia/publishing").rglob("*.py")):
        assert not set(asked(ast.parse(path.read_text("utf-8")))), path


def asked(tree: ast.Module) -> Iterator[str]:
    """The clock, names of months and days as the machine spells them, and what differs from one process to the next."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in ("today", "now", "utcnow", "strftime", "month_name"):
            yield node.attr
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = {getattr(node, "module", None), *(alias.name for alias in node.names)}
            yield from names & {"time", "locale", "random", "uuid", "getpass", "socket", "platform"}
        if isinstance(node, ast.FormattedValue) and node.format_spec and "%" in ast.unparse(node.format_spec):
            yield ast.unparse(node)


@pytest.mark.slow
def test_a_draft_does_not_change_overnight_but_for_the_date_that_it_is_said_to_bear() -> None:
    evening, morning = (as_draft(date(2026, 5, day)) for day in (21, 22))
    assert evening != morning
    assert evening.replace("21 May 2026", "22 May 2026") == morning


def as_draft(day: date) -> str:
    """A draft with its open points, without the seal below it."""
    dossier = eia.load(PUBLISHED / "assessment.eia.yaml", as_of=day)
    assert judge(dossier.files, [dossier]).errors
    return eia.export(dossier, to="md", draft=True).decode().partition("<!-- eia-seal")[0]


def loaded(folder: Path, body: str = SIGNED, as_of: date | None = None) -> Dossier:
    return eia.load(assessment(folder, body), as_of=as_of)


@pytest.mark.parametrize(
    ("as_of", "moment", "body", "day"),
    [
        (ASKED, MOMENT, SIGNED, ASKED),
        (ASKED, "", SIGNED, ASKED),
        (None, MOMENT, SIGNED, BUILT),
        (None, MOMENT, "", BUILT),
        (None, "0", SIGNED, date(1970, 1, 1)),
        (None, "", SIGNED, date(2026, 1, 14)),
        (None, "", "", None),
    ],
)
def test_a_day_that_is_asked_for_comes_before_that_of_the_build_and_that_before_the_document_s_own(
    as_of: date | None, moment: str, body: str, day: date | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
    assert dated(build(loaded(tmp_path, body, as_of))) == day


def test_the_day_of_the_build_stands_in_the_properties_and_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = loaded(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", MOMENT)
    built = eia.export(dossier, draft=True)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    usual = eia.export(dossier, draft=True)
    assert docx.Document(BytesIO(built)).core_properties.created.date() == BUILT
    assert differing_parts(built, usual) == {"docProps/core.xml", "docProps/custom.xml"}


def differing_parts(one: bytes, other: bytes) -> set[str]:
    with ZipFile(BytesIO(one)) as ours, ZipFile(BytesIO(other)) as theirs:
        assert ours.namelist() == theirs.namelist()
        return {name for name in ours.namelist() if ours.read(name) != theirs.read(name)}


@pytest.mark.parametrize("moment", ["yesterday", "-1", "1.5", " 1", "1_000", "٣", "9" * 30, "9" * 5000])
def test_a_moment_of_the_build_that_is_none_is_refused_in_plain_words(moment: str, tmp_path: Path) -> None:
    path = assessment(tmp_path, "", status="draft")
    ran = within(tmp_path, "export", path, "--draft", env={"SOURCE_DATE_EPOCH": moment})
    assert ran.code == 2
    assert ran.err.startswith("the variable SOURCE_DATE_EPOCH is ")
    assert "number of seconds" in ran.err
    assert list(tmp_path.iterdir()) == [path]


def test_what_bears_no_date_asks_for_none_and_the_library_has_one_exception(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = loaded(tmp_path)
    usual = eia.export(dossier, draft=True, to="md")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "abc")
    assert eia.export(dossier, draft=True, to="md") == usual
    with pytest.raises(eia.Unfit, match=r"SOURCE_DATE_EPOCH is `abc`, which is no time\. Let it be a number"):
        eia.export(dossier, draft=True)


def test_a_day_that_is_asked_for_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "abc")
    assert eia.export(loaded(tmp_path, as_of=ASKED), draft=True)
