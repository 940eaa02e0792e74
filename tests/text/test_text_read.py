"""No file can block the reader, swamp it, or be mistaken for text; each refusal says what to do."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from eia.text.read import LARGEST, inside, read


def refusal(path: Path) -> str:
    reading = read(path)
    assert not reading.readable
    assert reading.text.source == ""
    (flaw,) = reading.flaws
    assert flaw.rule == "unreadable-file"
    return f"{flaw.message} / {flaw.help}"


@pytest.mark.parametrize(
    ("content", "source"),
    [
        (b"", ""),
        (b"a: b\n", "a: b\n"),
        (b"a: b\r\nc: d\r", "a: b\r\nc: d\r"),
        (b"\xef\xbb\xbfa: b", "a: b"),
        ("a: â’r cyhoedd 📚".encode(), "a: â’r cyhoedd 📚"),
        (b"a" * LARGEST, "a" * LARGEST),
        (b"PK: no zip", "PK: no zip"),
    ],
)
def test_a_text_file_is_its_characters(tmp_path: Path, content: bytes, source: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(content)
    assert read(path).readable
    assert read(path).text.source == source


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n....", "a PNG picture"),
        (b"\xff\xd8\xff\xe0....", "a JPEG picture"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04....[Content_Types].xml....word/document.xml", "a Word document"),
        (b"PK\x03\x04....readme.txt", "a zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint file"),
        (b"{\\rtf1\\ansi Hello}", "a rich text document"),
        ("title: Libraries".encode("utf-16"), "UTF-16"),
        ("title: Libraries".encode("utf-16-le"), "UTF-16"),
        ("title: Libraries".encode("utf-16-be"), "UTF-16"),
        (b"a: b\nc: library\x92s\n", "line 2 has a `’` as older Windows programs write it"),
        (b"a: caf\xe9", "line 1 has a `é`"),
        (b"a: b\0", "NUL"),
    ],
)
def test_what_is_no_text_in_utf8_is_named(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(content)
    assert words in refusal(path)


def test_the_wrong_encoding_comes_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"caf\xe9")
    assert "Save As" in refusal(path)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "a folder" in refusal(tmp_path)


def test_a_missing_file_and_a_dangling_link_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    assert "no such file" in refusal(tmp_path / "nowhere")
    assert "link" in refusal(tmp_path / "link")


def test_a_link_in_a_circle_does_not_lead_anywhere(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "a")
    assert "leads back to itself" in refusal(tmp_path / "a")


def test_a_pipe_without_a_writer_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "a pipe" in refusal(tmp_path / "pipe")


def test_a_device_is_no_file() -> None:
    assert "a device" in refusal(Path("/dev/zero"))


def test_a_socket_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as end:
        end.bind("socket")
        assert "socket" in refusal(Path("socket"))


def test_a_file_that_may_not_be_opened_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", forbid)
    assert "permissions" in refusal(tmp_path / "a.yaml")


def test_a_name_no_file_can_have_is_no_crash(tmp_path: Path) -> None:
    assert "name" in refusal(tmp_path / "a\0b")
    assert "name" in refusal(tmp_path / ("a" * 5000))


def test_a_file_of_fifty_megabytes_is_not_read(tmp_path: Path) -> None:
    with open(tmp_path / "big.yaml", "wb") as file:
        file.truncate(50 * 1024 * 1024)
    assert "52,428,800 bytes" in refusal(tmp_path / "big.yaml")


def test_a_file_that_grows_while_it_is_read_is_not_read_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a" * (LARGEST + 10))
    real = os.fstat

    def smaller(descriptor: int) -> os.stat_result:
        status = list(real(descriptor))
        status[6] = 10
        return os.stat_result(status)

    monkeypatch.setattr(os, "fstat", smaller)
    assert "bytes" in refusal(path)


def test_a_path_is_inside_only_once_its_links_are_followed(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    (root / "out").symlink_to(tmp_path)
    (tmp_path / "in").symlink_to(root)
    assert inside(root, root / "a.yaml")
    assert inside(root, tmp_path / "in" / "a.yaml")
    assert inside(root, root)
    assert not inside(root, root / "out" / "a.yaml")
    assert not inside(root, root / ".." / "a.yaml")
    assert not inside(root, tmp_path / "project-2")
    assert not inside(root, root / "a\0b")
