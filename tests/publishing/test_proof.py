"""A document that lacks anything of its assessment is not written, and the field is named; one that has it all is let pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import eia
from eia.cli import main
from eia.document.tree import Code, Document, NoteMark, Picture, Row, Table, Words
from eia.model.prose import Prose
from eia.project import Dossier
from eia.publishing import proof, word
from eia.publishing.build import build
from eia.publishing.proof import docx
from eia.publishing.proof.prose import pieces
from eia.publishing.proof.reading import Line, Reading
from eia.publishing.proof.words import run
from eia.publishing.save import WRITERS
from eia.unfit import Dropped
from tests.asking import assessment
from tests.publishing.own_form import own_form
from tests.publishing.test_nothing_is_dropped import EVERYTHING
from tests.publishing.test_stages import BODY, FORM, FULL, layouts

T = TypeVar("T")

COMPLETE = Path("assessments/library-hours-2026/assessment.eia.yaml")


def lost(dossier: Dossier, document: Document) -> set[str]:
    """The fields that the proof names, of a document of these blocks."""
    reading = docx.read(word.write(document))
    return {".".join(map(str, one.site.route)) for one in proof.losses(dossier, reading)}


@pytest.fixture(scope="module")
def everything() -> Dossier:
    return eia.load(EVERYTHING / "assessment.eia.yaml")


@pytest.fixture(scope="module")
def whole(everything: Dossier) -> Document:
    return build(everything)


@pytest.fixture(scope="module")
def reading(whole: Document) -> Reading:
    return docx.read(word.write(whole))


# What is whole


@pytest.mark.parametrize("form", [None, FORM])
def test_a_document_that_has_it_all_is_proved(tmp_path: Path, form: str | None) -> None:
    path = own_form(tmp_path, BODY, form) if form else own_form(tmp_path)
    assert eia.export(path, draft=True).startswith(b"PK")


def test_the_sample_with_everything_is_proved(everything: Dossier, whole: Document) -> None:
    assert lost(everything, whole) == set()


def test_a_draft_with_what_could_not_be_read_is_proved(tmp_path: Path) -> None:
    body = (
        "colour: a key that nobody knows\ntitle: Once\ntitle: Twice\nreview:\n  - a list\n"
        "characteristics:\n  age:\n    impact: [[a, b]]\n    evidence: see the survey; asked\n"
        "engagement:\n  asked:\n    who: residents\n"
    )
    assert eia.export(assessment(tmp_path, body), draft=True).startswith(b"PK")


@settings(max_examples=25, deadline=None)
@given(layouts())
def test_whatever_the_columns_of_a_form_are_its_document_is_proved(form: str) -> None:
    with TemporaryDirectory() as folder:
        dossier = eia.load(own_form(Path(folder), FULL, form, right=False))
        assert lost(dossier, build(dossier)) == set()


SIGNS = (
    *("older ", "people ", "5 ", "-18% ", "£3,000 ", "41% (410 of 1,000) ", "“quoted” ", "&amp; ", "co-design ", "2020. "),
    *("\n", "\n\n", "\n- ", "\n1. ", "\n2. ", "\n   - ", "\n> ", "\n# ", "\n---\n", "\n\n    code\n", "\\\n", " | "),
    *("*very* ", "**much** ", "`code` ", "[the review](https://example.org/a_(b)?c=1 \"Its title\") ", "[hours](hours.csv) "),
    *("![Visits](visits.png) ", "<https://example.org/%C3%A9> ", "\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n", "\n```csv\n1,2\n```\n"),
    *("[@one]", "([@one]) ", "see [@1.a] ", "[@fact] ", "(see [@age]; [@fact]) ", "[@nowhere] ", "[@two].\n", "<b>so</b> "),
)
"""What officers write in running text, and some of what they do not."""
SOURCES = "sources:\n  one: {title: First report, by: Office, date: May 2020}\n  two: {title: Second report}\n"
CITED = f"{SOURCES}plan:\n  actions:\n    - id: 1.a\n      does: Build.\nevidence:\n  fact:\n    says: Few swim\n    source: one\n"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SIGNS), max_size=10), min_size=3, max_size=3))
def test_however_running_text_is_written_its_document_is_proved(written: list[list[str]]) -> None:
    said = [f"Word {''.join(one)}".replace("\n", f"\n{' ' * 10}") for one in written]
    keys = ("context", "because", "gaps: [{what: One}]\n    not-assessed")
    row = "".join(f"    {key}: |\n          {one}\n" for key, one in zip(keys, said, strict=True))
    with TemporaryDirectory() as folder:
        dossier = eia.load(assessment(Path(folder), f"{CITED}characteristics:\n  age:\n    evidence: fact\n{row}"))
        assert lost(dossier, build(dossier)) == set()
