"""The samples as Word files: nothing to repair, and what a reader without eyes or mouse needs is there."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

import eia
from eia.publishing.sections.coverage import THERE
from tests.asking import MENDED, PUBLISHED
from tests.validating import to_repair

EVERYTHING = Path(__file__).parent / "everything"
SAMPLES = {"published": PUBLISHED, "mended": MENDED, "everything": EVERYTHING}
W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


@pytest.fixture(scope="module", params=SAMPLES)
def word(request: pytest.FixtureRequest) -> bytes:
    return eia.export(SAMPLES[request.param] / "assessment.eia.yaml", draft=True)


def body(word: bytes) -> etree._Element:
    with ZipFile(BytesIO(word)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


@pytest.mark.outside
def test_word_has_nothing_to_repair(word: bytes, tmp_path: Path) -> None:
    assert to_repair(word, tmp_path) == []


def test_every_table_repeats_a_header_row_and_has_no_empty_or_merged_cell(word: bytes) -> None:
    for table in body(word).iterfind(".//w:tbl", W):
        if table.find("w:tr/w:trPr/w:tblHeader", W) is None:
            continue
        cells = table.findall(".//w:tc", W)
        assert all("".join(cell.itertext(f"{{{W['w']}}}t")).strip() for cell in cells)
        assert not table.findall(".//w:gridSpan", W)
        assert not table.findall(".//w:vMerge", W)


def test_headings_never_skip_a_level(word: bytes) -> None:
    levels = [
        int(p.style.name.split()[1])
        for p in docx.Document(BytesIO(word)).paragraphs
        if p.style and p.style.name.startswith("Heading")
    ]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_link_inside_leads_to_a_bookmark(word: bytes) -> None:
    root = body(word)
    name = f"{{{W['w']}}}"
    marks = {mark.get(f"{name}name") for mark in root.iter(f"{name}bookmarkStart")}
    jumps = {link.get(f"{name}anchor") for link in root.iter(f"{name}hyperlink")} - {None}
    assert jumps
    assert jumps <= marks


def links_of_matrix(table: etree._Element) -> list[etree._Element]:
    """The links of the table that looks over all rows, and says again which actions each of them cites."""
    name = f"{{{W['w']}}}"
    marked = any(one.text and one.text.startswith(THERE) for one in table.iter(f"{name}t"))
    return list(table.iter(f"{name}hyperlink")) if marked else []


def test_every_citation_that_resolves_is_a_link_and_every_action_links_back() -> None:
    dossier = eia.load(MENDED / "assessment.eia.yaml")
    root = body(eia.export(dossier))
    name = f"{{{W['w']}}}"
    in_the_matrix = {link for table in root.iter(f"{name}tbl") for link in links_of_matrix(table)}
    to_actions = [
        link.get(f"{name}anchor")
        for link in root.iter(f"{name}hyperlink")
        if "action" in (link.get(f"{name}anchor") or "") and link not in in_the_matrix
    ]
    written = [use for use in dossier.index.uses if "action" in use.sorts and use.reference]
    links = [
        use
        for use in written
        if not use.reference.range or (use.reference.start, use.reference.end) != use.reference.range
    ]
    assert len(to_actions) == len(links)


def test_the_title_language_and_owner_stand_in_the_properties(word: bytes) -> None:
    properties = docx.Document(BytesIO(word)).core_properties
    assert properties.title
    assert properties.language == "en-GB"
    assert properties.author
