"""One writer for everything: the old file whole or the new one whole, whatever fails and whenever."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from eia.write import Refused, write_whole
from tests.asking import assessment
from tests.running import within


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_has_the_content_and_ordinary_permissions(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"new")
    other = tmp_path / "b"
    other.touch()
    assert (tmp_path / "a").read_bytes() == b"new"
    assert (tmp_path / "a").stat().st_mode == other.stat().st_mode


def test_an_old_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_keeps_pointing_where_it_did(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    (tmp_path / "link").symlink_to(target)
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("call", ["tempfile.mkstemp", "os.fdopen", "os.fsync", "os.replace", "pathlib.Path.chmod"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), PermissionError(13, "denied")])
def test_when_a_call_fails_the_old_file_is_whole_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: OSError
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(call, fail)
        with pytest.raises(Refused):
            write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert left(tmp_path) == ["a"]


def test_when_somebody_interrupts_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_whole(tmp_path / "a", b"new")
    assert left(tmp_path) == []


def test_a_device_is_not_replaced() -> None:
    with pytest.raises(Refused, match="is not a file"):
        write_whole(Path("/dev/null"), b"new")
    assert Path("/dev/null").is_char_device()


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        write_whole(tmp_path, b"new")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no folder"):
        write_whole(tmp_path / "nowhere" / "a", b"new")


@pytest.mark.parametrize(
    ("number", "help"),
    [
        (errno.ENOSPC, "Make room"),
        (errno.EROFS, "Nothing can be written on this disk"),
        (errno.ENAMETOOLONG, "Name it shorter"),
        (errno.EIO, "Try again"),
    ],
)
def test_what_to_do_fits_what_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, help: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr("tempfile.mkstemp", fail)
        with pytest.raises(Refused) as refused:
            write_whole(tmp_path / "a", b"new")
    assert refused.value.help.startswith(help)


@pytest.mark.parametrize("length", [250, 300])
def test_a_name_that_is_too_long_comes_with_advice(tmp_path: Path, length: int) -> None:
    path = assessment(tmp_path, "title: A small change\n", status="draft")
    ran = within(tmp_path, "export", path, "-o", f"{'x' * length}.docx")
    assert ran.code == 2
    assert "What to do: Name it shorter, with -o." in ran.err
