"""The web page in a real browser: valid, for everybody, on any screen, by day and by night, without a mouse, and on paper."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.publishing.samples import PRINTED, as_page

pytestmark = pytest.mark.outside

MISSING = (
    "set EIA_NODE_MODULES to the folder node_modules that holds puppeteer-core, axe-core and html-validate "
    "(npm install puppeteer-core axe-core html-validate); the browser is /usr/bin/chromium, or what EIA_CHROMIUM names"
)
SCRIPT = Path(__file__).parent / "page.mjs"
LOOKED_AT = [name for name in PRINTED if "headings" in name or name in ("everything", "library-hours-2026")]
"""All samples, and two of them in tables."""
WALKED = ["everything", "library-hours-2026 in headings"]
BAD = """<!doctype html><html lang=""><meta charset="utf-8"><title></title>
<style>:focus-visible { outline: none } @media (prefers-color-scheme: dark) { body { background: #555 } }</style>
<body style="width:2000px"><img src="https://example.org/x.png"><p style="color:#777">pale</p>
<a href="#a" tabindex="2">Second</a><a href="#b" tabindex="1">First</a>
<div class="table" aria-label="Wide"><div style="width:3000px">wide</div></div>"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The samples as pages, by their names."""
    folder = tmp_path_factory.mktemp("pages")
    paths = {name: folder / f"{name}.html" for name in PRINTED}
    for name, path in paths.items():
        path.write_bytes(as_page(name))
    return paths


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.html"
    path.write_text(BAD, encoding="utf-8")
    return path


def objections(what: str, *pages: Path) -> str:
    """What is wrong with pages in a browser, a paragraph each."""
    assert os.environ.get("EIA_NODE_MODULES"), MISSING
    done = subprocess.run(["node", SCRIPT, what, *pages], capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    return "\n\n".join(f"{Path(page).name}: {words}" for page, words in json.loads(done.stdout))


def test_every_page_is_valid(pages: dict[str, Path]) -> None:
    assert objections("valid", *pages.values()) == ""


def test_everybody_can_read_every_sample_on_any_screen_by_day_and_by_night(pages: dict[str, Path]) -> None:
    assert objections("looks", *(pages[name] for name in LOOKED_AT)) == ""


def test_whoever_has_no_mouse_comes_to_every_link_and_table_in_their_order_and_sees_where(
    pages: dict[str, Path],
) -> None:
    assert objections("walk", *(pages[name] for name in WALKED)) == ""


def test_on_paper_nothing_is_cut_off_and_every_sheet_says_that_it_is_a_draft(pages: dict[str, Path]) -> None:
    from pypdf import PdfReader

    page = pages["mopac-action-plan-2020"]
    assert objections("print", page) == ""
    sheets = [sheet.extract_text() for sheet in PdfReader(page.with_suffix(".pdf")).pages]
    assert len(sheets) > 10
    for number, words in enumerate(sheets, 1):
        assert "Draft, not for decision" in words
        assert f"Page {number} of {len(sheets)}" in words


@pytest.mark.parametrize(
    ("what", "noticed"),
    [
        ("valid", ["close-order", "aria-label-misuse"]),
        ("looks", ["html-has-lang", "image-alt", "scrolls-sideways", "needs-network", "dark: color-contrast"]),
        ("walk", ["after 0 steps the keyboard is at 1"]),
        ("print", ["is cut off at the edge of a sheet: Wide"]),
    ],
)
def test_a_page_that_not_everybody_can_use_is_noticed(bad: Path, what: str, noticed: list[str]) -> None:
    found = objections(what, bad)
    for one in noticed:
        assert one in found


def test_the_keyboard_shows_where_it_is(tmp_path: Path) -> None:
    page = tmp_path / "unmarked.html"
    page.write_text(BAD.replace(' tabindex="2"', "").replace(' tabindex="1"', ""), encoding="utf-8")
    assert objections("walk", page).count("nothing shows where the keyboard is") == 2
