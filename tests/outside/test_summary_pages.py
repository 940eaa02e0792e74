"""A summary is two or three pages long, whatever the assessment: Word documents are counted as LibreOffice lays them out."""

from __future__ import annotations

import shutil
import subprocess

import pytest

import eia
from tests.publishing.samples import SAMPLES
from tests.publishing.test_libreoffice import MISSING

pytestmark = pytest.mark.outside

MOST = 3


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """How many pages the summary of each sample has as a draft, which is longer than what is signed."""
    from pypdf import PdfReader  # of the group `outside`

    soffice = shutil.which("soffice")
    assert soffice, MISSING
    home = tmp_path_factory.mktemp("summaries")
    for name, path in SAMPLES.items():
        word = eia.export(path / "assessment.eia.yaml", draft=True, summary=True)
        (home / f"{name}.docx").write_bytes(word)
    own = f"-env:UserInstallation={(home / 'profile').as_uri()}"
    command = [soffice, own, "--headless", "--convert-to", "pdf", *map(str, sorted(home.glob("*.docx")))]
    done = subprocess.run(command, cwd=home, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return {name: len(PdfReader(home / f"{name}.pdf").pages) for name in SAMPLES}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_summary_has_at_most_three_pages(name: str, pages: dict[str, int]) -> None:
    assert pages[name] <= MOST
