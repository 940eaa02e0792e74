"""A folder of assessments in one call: each is exported that can be, and the end says which could not be and why."""

from __future__ import annotations

import errno
import os
import tomllib
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from unittest.mock import patch

import docx
import pytest

from eia.write import whole
from tests.running import Ran, eia, within

pytestmark = pytest.mark.slow

MANY = 100
WRONG = "colour: red\nsize: large\n"


def folder_of(home: Path, number: int) -> Path:
    """So many small assessments, without a fault."""
    (home / "eia.toml").touch()
    for name in (f"hours-{one:03}" for one in range(number)):
        (home / name).mkdir()
        file_of(home, name).write_text(
            f"assessment: {name}\nprofile: gb-equality-act\nstatus: draft\ntitle: Hours of {name}\n"
        )
    return home


def file_of(home: Path, name: str) -> Path:
    return home / name / "assessment.eia.yaml"


def has_errors(home: Path, name: str) -> None:
    with file_of(home, name).open("a") as file:
        file.write(WRONG)


def is_no_text(home: Path, name: str) -> None:
    file_of(home, name).write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))


def is_broken(home: Path, name: str) -> None:
    file_of(home, name).write_text(f"assessment: {{{name}\n")


def is_open_in_word(home: Path, name: str) -> None:
    (home / "out" / f"~${name[2:]}.docx").touch()


def was_changed(home: Path, name: str) -> None:
    (home / "out" / f"{name}.docx").write_bytes(b"somebody's work")


def is_a_folder(home: Path, name: str) -> None:
    (home / "out" / f"{name}.docx").mkdir()


def leads_to_a_full_disk(home: Path, name: str) -> None:
    """See `full`."""


def cannot_be_read(home: Path, name: str) -> None:
    """A document that is there already, and that the system does not hand out; see `full`."""
    (home / "out" / f"{name}.docx").touch()


BAD: dict[str, tuple[Callable[[Path, str], None], str]] = {
    "hours-003": (has_errors, "hours-003: it has 2 errors"),
    "hours-017": (is_no_text, "{}: this is not a text file (it looks like a PNG picture)"),
    "hours-018": (is_broken, "{}: "),
    "hours-031": (is_open_in_word, "out/hours-031.docx is open in Word"),
    "hours-042": (was_changed, "out/hours-042.docx was changed since"),
    "hours-056": (is_a_folder, "out/hours-056.docx is not a file"),
    "hours-077": (leads_to_a_full_disk, "No space left on device"),
    "hours-080": (cannot_be_read, "Input/output error"),
}
"""What is wrong with a few of them, and what the end says of it."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = folder_of(tmp_path_factory.mktemp("many"), MANY)
    (home / "out").mkdir()
    for name, (spoil, _) in BAD.items():
        spoil(home, name)
    return home


@pytest.fixture(scope="module")
def ran(home: Path) -> Ran:
    replace, read = whole.replace, Path.read_bytes

    def full(target: Path, content: bytes) -> None:
        if target.name == "hours-077.docx":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        replace(target, content)

    def worn(path: Path) -> bytes:
        if path.name == "hours-080.docx":
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return read(path)

    with patch("eia.write.whole.replace", full), patch.object(Path, "read_bytes", worn):
        return within(home, "export", ".", "-o", "out/")


@pytest.mark.slow
def test_all_that_can_be_are_written_whole(home: Path, ran: Ran) -> None:
    good = {f"hours-{number:03}" for number in range(MANY)} - BAD.keys()
    assert ran.out.count("Written: ") == len(good)
    for name in good:
        opened = docx.Document(BytesIO((home / "out" / f"{name}.docx").read_bytes()))
        assert opened.core_properties.title == f"Hours of {name}"
    assert (home / "out" / "hours-042.docx").read_bytes() == b"somebody's work"
    written = {path.stem for path in (home / "out").iterdir() if path.is_file() and path.stat().st_size > 1000}
    assert written == good


def test_the_end_says_of_each_that_was_not_written_why_in_one_line(ran: Ran) -> None:
    end = ran.out[ran.out.rindex("documents written") - 3 :].splitlines()
    assert end[0] == f"{MANY - len(BAD)} documents written, {len(BAD)} not."
    assert len(end) == 1 + len(BAD)
    for name, (_, why) in BAD.items():
        (line,) = (one for one in end[1:] if name in one)
        assert why.format(f"{name}/assessment.eia.yaml") in line
        assert line.startswith("  ")


def test_what_was_only_refused_ends_with_1_and_what_could_not_be_done_with_2(ran: Ran, tmp_path: Path) -> None:
    assert ran.code == 2
    folder_of(tmp_path, 2)
    has_errors(tmp_path, "hours-001")
    assert within(tmp_path, "export", ".", "-o", "out/").code == 1


def test_nothing_of_the_program_s_own_is_shown(ran: Ran) -> None:
    assert "Traceback" not in ran.out + ran.err
    assert "mistake of its own" not in ran.err


def test_where_all_are_written_nothing_is_said_to_have_failed(tmp_path: Path) -> None:
    ran = within(folder_of(tmp_path, 3), "export", ".", "-o", "out/")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "3 documents written, 0 not.")


def test_one_alone_has_no_end_to_be_summed_up(tmp_path: Path) -> None:
    ran = within(folder_of(tmp_path, 1), "export", ".", "-o", "out/")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("\n") == 1


def test_wrong_settings_of_one_keep_none_of_the_others_from_being_written(tmp_path: Path) -> None:
    folder_of(tmp_path, 4)
    (tmp_path / "hours-001" / "eia.toml").write_text('layout = "heading"\n')
    ran = within(tmp_path, "export", ".", "-o", "out/")
    assert ran.code == 2
    assert {path.stem for path in (tmp_path / "out").iterdir()} == {"hours-000", "hours-002", "hours-003"}
    why = "hours-001/eia.toml: `layout` cannot be `heading`"
    assert ran.err.startswith(f"Checking 4 assessments.\n{why}\nWhat to do: Did you mean `headings`?")
    assert ran.out.splitlines()[-2:] == ["3 documents written, 1 not.", f"  hours-001: {why}"]


def test_wrong_settings_of_all_are_told_once(tmp_path: Path) -> None:
    folder_of(tmp_path, 3)
    (tmp_path / "eia.toml").write_text("layout = 1\n")
    ran = within(tmp_path, "export", ".", "-o", "out/")
    assert (ran.code, ran.err.count("takes text")) == (2, 1)
    assert "0 documents written, 3 not." in ran.out


def test_settings_are_read_as_often_for_three_as_for_one(tmp_path: Path) -> None:
    """Once for what is checked, and once for what is written."""
    folder_of(tmp_path, 3)
    with patch("eia.settings.tomllib.loads", wraps=tomllib.loads) as loads:
        assert within(tmp_path, "export", ".", "-o", "out/").code == 0
    assert loads.call_count == 2


@pytest.mark.parametrize("ids", [("LIB-17", "lib-17"), ("LIB-17", "LIB-17")])
def test_documents_whose_names_differ_in_capitals_alone_would_be_one_on_some_disks(
    tmp_path: Path, ids: tuple[str, str]
) -> None:
    folder_of(tmp_path, 3)
    for name, id in zip(("hours-000", "hours-002"), ids, strict=True):
        file_of(tmp_path, name).write_text(file_of(tmp_path, name).read_text().replace(name, id, 1))
    ran = within(tmp_path, "export", ".", "-o", "out/")
    files = "hours-000/assessment.eia.yaml and hours-002/assessment.eia.yaml"
    assert ran.code == 2
    assert ran.err.startswith(f"2 assessments would be written to out/LIB-17.docx: {files}\n")
    assert within(tmp_path, "export", ".").code != 2, "each beside its own file"


@pytest.mark.parametrize("output", ["all.docx", "all.MD"])
def test_the_name_of_one_document_is_not_taken_for_a_folder(tmp_path: Path, output: str) -> None:
    folder_of(tmp_path, 2)
    ran = within(tmp_path, "export", ".", "-o", output)
    assert ran.code == 2
    assert ran.err.startswith(f"{output} is one file, and there are several documents\n")
    assert ran.err.endswith("What to do: Name a folder with -o, e.g. `-o all/`.\n")
    assert not (tmp_path / output).exists()


@pytest.mark.parametrize("number", [1, 2])
def test_no_name_at_all_is_refused(tmp_path: Path, number: int) -> None:
    ran = within(folder_of(tmp_path, number), "export", ".", "-o", "")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "no name stands after -o")
    assert not list(tmp_path.rglob("*.docx"))


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("terminal", [False, True])
def test_a_log_shows_that_it_goes_on_and_a_terminal_with_which(tmp_path: Path, terminal: bool) -> None:
    folder_of(tmp_path, 3)
    with patch("tests.running.StringIO", Terminal if terminal else StringIO):
        ran = within(tmp_path, "export", ".", "-o", "out/")
    assert ran.err.splitlines()[0] == "Checking 3 assessments."
    assert ("2 of 3: hours-001" in ran.err) is terminal
    assert ran.out.splitlines()[1] == "Written: out/hours-001.docx"


@pytest.mark.slow
def test_memory_does_not_grow_with_the_number(tmp_path: Path) -> None:
    peaks = []
    for number in (20, 200):
        home = tmp_path / str(number)
        home.mkdir()
        ran = eia("export", folder_of(home, number), "-o", f"{home}/out/")
        assert ran.code == 0
        peaks.append(ran.megabytes)
    few, many = peaks
    assert many < few + 10
