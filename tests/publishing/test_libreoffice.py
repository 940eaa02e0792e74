"""LibreOffice opens every sample and saves it again, and what a reader finds their way by is still there."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree

from tests.publishing.samples import PRINTED, as_word
from tests.publishing.word.word_faults import MAIN, NS, Parts, R, W

pytestmark = pytest.mark.outside

MISSING = "LibreOffice's soffice is needed: on Debian, apt-get install --no-install-recommends libreoffice-writer-nogui"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all samples as LibreOffice saved them; to start it takes longer than to convert one."""
    soffice = shutil.which("soffice")
    assert soffice, MISSING
    home = tmp_path_factory.mktemp("libreoffice")
    for name in PRINTED:
        (home / f"{name}.docx").write_bytes(as_word(name))
    own = f"-env:UserInstallation={(home / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(home / "saved")]
    command = [soffice, own, *convert, *sorted(map(str, home.glob("*.docx")))]
    done = subprocess.run(command, cwd=home, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return home / "saved"


@pytest.fixture(params=PRINTED)
def both(request: pytest.FixtureRequest, saved: Path) -> tuple[Parts, Parts]:
    """A sample as we wrote it and as LibreOffice saved it."""
    return Parts.of(as_word(request.param)), Parts.of((saved / f"{request.param}.docx").read_bytes())


def words(element: etree._Element) -> str:
    """The words of an element, however its runs are cut, with a blank for each tab and line end."""
    said = "".join(one.text or "" if one.tag == f"{W}t" else " " for one in element.iter(f"{W}t", f"{W}tab", f"{W}br"))
    return " ".join(said.split())


def headings(document: Parts) -> Iterator[tuple[int, str]]:
    for paragraph in document.trees[MAIN].iter(f"{W}p"):
        style = paragraph.find("w:pPr/w:pStyle", NS)
        if style is not None and (level := document.level(style.get(f"{W}val", ""))):
            yield level, words(paragraph)


def tables(document: Parts) -> Iterator[tuple[list[str], list[str], int]]:
    """Of each table the cells of the rows that are marked as its head, those of its first column, and the number of rows."""
    for table in document.trees[MAIN].iter(f"{W}tbl"):
        rows = table.findall("w:tr", NS)
        head = [row for row in rows if row.find("w:trPr/w:tblHeader", NS) is not None]
        heads = [words(cell) for row in head for cell in row.iterfind("w:tc", NS)]
        yield heads, [words(row.find("w:tc", NS)) for row in rows], len(rows)


def notes(document: Parts) -> list[str]:
    """The words of the footnotes, in the order of their marks."""
    by_id = {one.get(f"{W}id"): words(one) for one in document.of_kind("footnotes")}
    return [by_id[mark.get(f"{W}id")] for _, mark in document.each("footnoteReference")]


def links(document: Parts) -> list[tuple[str, str]]:
    """The words of each link, and the bookmark or the address that it leads to."""
    found = []
    for part, link in document.each("hyperlink"):
        targets = {one.id: unquote(one.target) for one in document.relationships(part)}
        found.append((words(link), link.get(f"{W}anchor") or targets[link.get(f"{R}id", "")]))
    return sorted(found)


def test_headings_keep_their_levels(both: tuple[Parts, Parts]) -> None:
    ours, theirs = map(list, map(headings, both))
    assert ours == theirs
    assert ours


def test_tables_keep_their_header_rows(both: tuple[Parts, Parts]) -> None:
    """Of a table whose first rows fall on the end of a page LibreOffice takes the mark away (its issue 88496)."""
    ours, theirs = map(list, map(tables, both))
    assert [cells for _, *cells in ours] == [cells for _, *cells in theirs]
    assert all(head for head, *_ in ours)
    assert sum(head != kept for (head, *_), (kept, *_) in zip(ours, theirs, strict=True)) <= 1


def test_footnotes_keep_their_words_and_their_order(both: tuple[Parts, Parts]) -> None:
    ours, theirs = map(notes, both)
    assert ours == theirs
    assert ours


def test_links_inside_and_out_lead_where_they_led(both: tuple[Parts, Parts]) -> None:
    ours, theirs = map(links, both)
    assert ours == theirs
    assert {target for _, target in ours if not target.startswith(("http", "mailto"))} <= {
        one.get(f"{W}name") for _, one in both[1].each("bookmarkStart")
    }


def test_no_paragraph_is_lost(both: tuple[Parts, Parts]) -> None:
    ours, theirs = ([words(one) for one in document.trees[MAIN].iter(f"{W}p")] for document in both)
    assert list(filter(None, ours)) == list(filter(None, theirs))
