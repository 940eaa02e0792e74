"""LibreOffice opens the table of actions as a sheet: every cell is the words of the plan, and none is a formula."""

from __future__ import annotations

import csv
import shutil
import subprocess
from io import StringIO
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
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[list[str]], etree._Element]:
    """The cells as they were written, and the sheet that LibreOffice makes of them."""
    soffice = shutil.which("soffice")
    assert soffice, MISSING
    home = tmp_path_factory.mktemp("sheet")
    more = "".join(f"        - {{id: 9.{chr(97 + at)}, does: {quoted(one)}}}\n" for at, one in enumerate(TEMPTING))
    content = eia.export(assessment(home, BODY.rstrip("\n") + "\n" + more), to="csv", draft=True)
    (home / "a.csv").write_bytes(content)
    own = f"-env:UserInstallation={(home / 'profile').as_uri()}"
    command = [soffice, own, "--headless", "--convert-to", "ods", "--outdir", str(home), str(home / "a.csv")]
    done = subprocess.run(command, cwd=home, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    with ZipFile(home / "a.ods") as archive:
        sheet = etree.fromstring(archive.read("content.xml"))
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))), sheet


def quoted(said: str) -> str:
    return "'" + said.replace("'", "''") + "'"


def test_no_cell_is_a_formula(both: tuple[list[list[str]], etree._Element]) -> None:
    _, sheet = both
    assert [one for one in sheet.iter(f"{TABLE}table-cell") if one.get(f"{TABLE}formula")] == []


def test_what_is_to_be_done_stands_in_the_sheet(both: tuple[list[list[str]], etree._Element]) -> None:
    rows, sheet = both
    shown = {" ".join(words(cell).split()) for cell in sheet.iter(f"{TABLE}table-cell")}
    at = rows[0].index("does")
    assert len(rows) == 1 + 3 + len(TEMPTING)
    for row in rows:
        assert " ".join(row[at].split()) in shown, row[at]
