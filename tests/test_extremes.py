"""Files that nobody should hand in: each gets a plain answer, soon, and in little memory."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.running import Ran, eia

HEAD = "assessment: a\nprofile: gb-equality-act\n"


def text(content: str | bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return make


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)


def leaving(path: Path) -> None:
    (path.parent.parent / "secret.eia.yaml").write_text("plan: secret\ntitle: canary\n")
    (path.parent / "eia.toml").touch()
    path.write_text(HEAD + "plan: ../secret.eia.yaml\n")


def leaving_by_a_link(path: Path) -> None:
    leaving(path)
    (path.parent / "inside.eia.yaml").symlink_to(path.parent.parent / "secret.eia.yaml")
    path.write_text(HEAD + "plan: inside.eia.yaml\n")


def twice(path: Path) -> None:
    path.write_text(HEAD)
    path.with_name("b.eia.yaml").write_text(HEAD)


EXTREMES: dict[str, tuple[Callable[[Path], None], int, str]] = {
    "an empty file": (text(""), 1, "empty-file"),
    "only remarks": (text("# to be written\n"), 1, "empty-file"),
    "prose instead of YAML": (text("We looked at this and found no impact.\n\nIt was fine.\n"), 1, "broken-yaml"),
    "a picture": (text(b"\x89PNG\r\n\x1a\n" + bytes(100)), 2, "PNG picture"),
    "a Word file": (text(b"PK\x03\x04 word/document.xml"), 2, "Word document"),
    "200 levels": (text(HEAD + "text: " + "[" * 200 + "]" * 200), 1, "over-limit"),
    "100,000 levels": (text(HEAD + "text: " + "[" * 100_000), 1, "over-limit"),
    "100,000 levels of dashes": (text("- " * 100_000), 1, "over-limit"),
    "50 megabytes": (sparse, 2, "2,097,152"),
    "a folder": (lambda path: path.mkdir(), 2, "folder"),
    "nothing there": (lambda path: None, 2, "no such file"),
    "a pipe": (lambda path: os.mkfifo(path), 2, "pipe"),
    "a dangling link": (lambda path: path.symlink_to("nowhere"), 2, "link"),
    "a plan outside the project": (leaving, 1, "outside-project"),
    "a plan outside the project behind a link": (leaving_by_a_link, 1, "outside-project"),
    "two assessments with one id": (twice, 1, "duplicate-id"),
    "the 30th of February": (text(HEAD + "decision:\n  date: 2026-02-30\n"), 1, "30 February 2026 does not exist"),
    "an id of 10,000 characters": (text(HEAD + f"plan:\n  actions:\n    - id: {'x' * 10_000}\n"), 1, "malformed-id"),
    "a key of 10,000 characters": (
        text(HEAD + f"evidence:\n  {'x' * 10_000}:\n    says: Something\n"),
        1,
        "over-limit",
    ),
    "an assessment with an id of 10,000 characters": (
        text(f"assessment: {'x' * 10_000}\nprofile: gb-equality-act\n"),
        1,
        "malformed-id",
    ),
    "a value of 200,000 characters": (text(HEAD + f"title: {'x' * 200_000}\n"), 1, "over-limit"),
    "Windows' UTF-16": (text("assessment: a\n".encode("utf-16")), 2, "UTF-16"),
    "older Windows' letters": (text("assessment: café\n".encode("cp1252")), 2, "not saved as UTF-8"),
    "aliases that multiply": (text("a: &a [x]\nb: &b [*a, *a]\n"), 1, "unsupported-yaml"),
}


def run(folder: Path, make: Callable[[Path], None]) -> Ran:
    home = folder / "project"
    home.mkdir()
    path = home / "x.eia.yaml"
    make(path)
    several = sorted(home.glob("*.eia.yaml")) if make is twice else [path]
    return eia("lint", *several)


@pytest.mark.parametrize("name", EXTREMES)
@pytest.mark.slow
def test_it_gets_a_plain_answer(name: str, tmp_path: Path) -> None:
    make, code, words = EXTREMES[name]
    ran = run(tmp_path, make)
    said = " ".join((ran.out + ran.err).split())
    assert words in said, said
    assert ran.code == code
    assert "Traceback" not in said
    assert "canary" not in said
    assert ran.seconds < 5
    assert ran.megabytes < 500


def test_a_bad_file_does_not_keep_the_others_from_being_checked(tmp_path: Path) -> None:
    (tmp_path / "bad.eia.yaml").write_bytes(b"\x89PNG")
    (tmp_path / "good.eia.yaml").write_text(HEAD + "colour: red\n")
    ran = eia("lint", tmp_path, "--format", "concise")
    assert ran.code == 2
    assert "[unreadable-file]" in ran.out
    assert "[unknown-key]" in ran.out
