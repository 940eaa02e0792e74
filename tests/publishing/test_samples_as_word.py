"""The samples as Word files: nothing to repair, and what a reader without eyes or mouse needs is there."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

import eia
from eia.document.tree import Sign
from tests.asking import MENDED
from tests.publishing.samples import PRINTED, as_word
from tests.publishing.word.templates import PRODUCERS, made_by
from tests.publishing.word.word_faults import W, faults
from tests.validating import to_repair

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=PRINTED)
def word(request: pytest.FixtureRequest) -> bytes:
    return as_word(request.param)


def body(word: bytes) -> etree._Element:
    with ZipFile(BytesIO(word)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


@pytest.mark.outside
def test_word_has_nothing_to_repair(word: bytes, tmp_path: Path) -> None:
    assert to_repair(word, tmp_path) == []


@pytest.mark.slow
def test_nothing_leads_nowhere_and_a_screen_reader_can_announce_everything(word: bytes) -> None:
    assert faults(word) == []


@pytest.fixture(scope="module", params=PRODUCERS)
def template(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / f"{request.param}.docx"
    path.write_bytes(made_by(request.param))
    return path


@pytest.mark.slow
@pytest.mark.parametrize("printed", PRINTED)
def test_nor_does_anything_in_a_template(printed: str, template: Path) -> None:
    assert faults(as_word(printed, template)) == []


@pytest.mark.outside
@pytest.mark.parametrize("printed", PRINTED)
def test_word_has_nothing_to_repair_in_a_template(printed: str, template: Path, tmp_path: Path) -> None:
    assert to_repair(as_word(printed, template), tmp_path) == []


def links_of_matrix(table: etree._Element) -> list[etree._Element]:
    """The links of the table that looks over all rows, and says again which actions each of them cites."""
    marked = any(one.text and one.text.startswith(Sign("there").text) for one in table.iter(f"{W}t"))
    return list(table.iter(f"{W}hyperlink")) if marked else []


def test_every_citation_that_resolves_is_a_link_and_every_action_links_back() -> None:
    dossier = eia.load(MENDED / "assessment.eia.yaml")
    root = body(eia.export(dossier))
    in_the_matrix = {link for table in root.iter(f"{W}tbl") for link in links_of_matrix(table)}
    to_actions = [
        link.get(f"{W}anchor")
        for link in root.iter(f"{W}hyperlink")
        if "action" in (link.get(f"{W}anchor") or "") and link not in in_the_matrix
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
