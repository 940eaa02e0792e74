"""The PDF that the extra draws: whole, tagged, the same bytes every time, and drawn of nothing but the assessment."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

import eia
from eia.document.layout import Layout
from eia.document.tree import Document, Furniture, Paragraph, Table, Words
from eia.publishing import html
from tests.publishing.samples import SAMPLES
from tests.running import ROOT, within

pytestmark = pytest.mark.outside
LIBRARY = Path("assessments/library-hours-2026")


def document(*blocks: Paragraph | Table, title: str = "A title") -> Document:
    return Document(title, "cy-GB", blocks, Furniture("Page", "of"), mark='"Draft\\', footer="Version </style> 1")


def paragraph(words: str) -> Paragraph:
    return Paragraph((Words(words),))


@pytest.mark.parametrize(
    ("name", "layout"),
    [*((name, "headings") for name in SAMPLES), ("mopac-action-plan-2020", "table"), ("everything", "table")],
)
def test_every_sample_is_proved_and_a_checker_of_tags_finds_nothing(name: str, layout: Layout, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(eia.export(SAMPLES[name] / "assessment.eia.yaml", to="pdf", draft=True, layout=layout))
    checker = Path(sys.executable).with_name("pdfua")
    done = subprocess.run([checker, "check", path], capture_output=True, text=True, timeout=120)
    assert "errors=0 warnings=0" in done.stdout, done.stdout


def test_equal_input_gives_equal_bytes_wherever_and_whenever(tmp_path: Path) -> None:
    made = []
    for number, zone in enumerate(("UTC", "Asia/Tokyo")):
        target = tmp_path / f"{number}.pdf"
        env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": str(number), "PYTHONPATH": str(ROOT)}
        words = ["export", ROOT / LIBRARY, "--to", "pdf", "-o", target]
        subprocess.run(
            [sys.executable, "-c", "from eia.cli import main; main()", *words], cwd=tmp_path, env=env, check=True
        )
        made.append(target.read_bytes())
    assert made[0] == made[1]


def test_a_line_that_is_not_on_paper_is_missed() -> None:
    from eia.publishing import pdf
    from eia.publishing.proof import pdf as proof

    whole = document(*map(paragraph, ("First words.", "Second words.", "Second words.")))
    less = document(*map(paragraph, ("First words.", "Second words.")))
    assert ("second", "words") in proof.read(pdf.write(whole), html.write(whole)).lines[-2:]
    reading = proof.read(pdf.write(less), html.write(whole))
    assert reading.lines.count(("second", "words")) == 1


def test_what_stands_on_every_sheet_cannot_end_the_style() -> None:
    from pypdf import PdfReader

    from eia.publishing import pdf

    text = PdfReader(BytesIO(pdf.write(document(paragraph("Words."))))).pages[0].extract_text()
    assert '"Draft\\' in text
    assert "Version </style> 1" in text
    assert "Page 1 of 1" in text


def test_its_language_title_and_outline_are_said_and_no_conformance_is_claimed() -> None:
    from pypdf import PdfReader

    read = PdfReader(BytesIO(eia.export(LIBRARY / "assessment.eia.yaml", to="pdf")))
    assert read.metadata
    assert read.metadata.title == "Library opening hours from April 2026"
    assert read.root_object["/Lang"] == "en-GB"
    assert [one["/Title"] for one in read.outline if isinstance(one, dict)][:2] == ["At a glance", "Summary"]
    assert b"pdfuaid:part" not in read.root_object["/Metadata"].get_data()


def test_a_pdf_that_somebody_changed_is_not_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    words = ("export", ROOT / LIBRARY, "--to", "pdf", "-o", target)
    assert within(tmp_path, *words).code == 0
    assert within(tmp_path, *words).code == 0
    target.write_bytes(target.read_bytes().replace(b"%%EOF", b"%%eof"))
    assert within(tmp_path, *words).code == 1
