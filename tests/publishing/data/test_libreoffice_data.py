"""LibreOffice opens the table of actions as a sheet: every cell is the words of the plan, and none is a formula."""

from __future__ import annotations

import csv
import shutil
import subprocess
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

import eia
from tests.asking import assessment
from tests.publishing.data.test_csv import BODY

pytestmark = pytest.mark.outside

MISSING = "LibreOffice's soffice is needed: on Debian, apt-get install --no-install-recommends libreoffice-calc-nogui"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

TEMPTING = ("=1+1", "+1+1", "-1+1", "@SUM(1)", " =1+1", "'=1+1", '"=1+1', "＝1+1", "=cmd|' /C calc'!A0", "\u200b=1+1")


def words(cell: etree._Element) -> str:
    """The words of a cell, a line for each of its paragraphs."""
    return "\n".join("".join(one.itertext()) for one in cell.iter(f"{TEXT}p"))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the table as it was written, one that tempts, and the sheets that LibreOffice makes of them."""
    soffice = shutil.which("soffice")
    assert soffice, MISSING
    home = tmp_path_factory.mktemp("sheet")
    more = "".join(f"        - {{id: 9.{chr(97 + at)}, does: {quoted(one)}}}\n" for at, one in enumerate(TEMPTING))
    (home / "ours.csv").write_bytes(eia.export(assessment(home, BODY + more), to="csv", draft=True))
    (home / "other.csv").write_text("\n".join(TEMPTING[:3]), encoding="utf-8")
    own = f"-env:UserInstallation={(home / 'profile').as_uri()}"
    how = [own, "--headless", "--infilter=CSV:44,34,76", "--convert-to", "ods", "--outdir", str(home)]
    command = [soffice, *how, str(home / "ours.csv"), str(home / "other.csv")]
    done = subprocess.run(command, cwd=home, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert (home / "ours.ods").exists(), MISSING
    return home


def cells(path: Path) -> list[etree._Element]:
    """The cells of a sheet."""
    with ZipFile(path) as archive:
        return list(etree.fromstring(archive.read("content.xml")).iter(f"{TABLE}table-cell"))


def quoted(said: str) -> str:
    return "'" + said.replace("'", "''") + "'"


def formulas(path: Path) -> list[str]:
    return [formula for one in cells(path) if (formula := one.get(f"{TABLE}formula"))]


def test_no_cell_is_a_formula_though_such_words_would_be(home: Path) -> None:
    assert formulas(home / "other.ods")
    assert formulas(home / "ours.ods") == []


def test_what_is_to_be_done_stands_in_the_sheet(home: Path) -> None:
    rows = list(csv.reader(StringIO((home / "ours.csv").read_text("utf-8-sig"), newline="")))
    shown = {" ".join(words(cell).split()) for cell in cells(home / "ours.ods")}
    at = rows[0].index("does")
    assert len(rows) == 1 + 3 + len(TEMPTING)
    for row in rows:
        assert " ".join(row[at].split()) in shown, row[at]
