"""A page is read by what HTML says: what nobody sees is not there, and what its assessment lacks in it is named."""

from __future__ import annotations

from dataclasses import replace

import pytest

import eia
from eia.document.tree import Document, NoteMark
from eia.document.unfold import in_headings
from eia.project import Dossier
from eia.publishing import html, proof
from eia.publishing.build import build
from eia.publishing.proof import html as reader
from eia.publishing.proof.words import run
from tests.publishing.samples import EVERYTHING
from tests.publishing.test_proof import PLANTED, said, variants


def lines(body: str) -> list[str]:
    """The lines that a reader finds in a page."""
    return [" ".join(line) for line in reader.read(f"<!doctype html><title>T</title><body>{body}".encode()).lines]


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("<p>One <b>two</b><i>three</i>", ["one twothree"]),
        ("<p>One<p>two", ["one", "two"]),
        ("<p>One<br>two", ["one two"]),
        ("<p>&lt;b&gt; &amp;amp; tŷ", ["b tŷ"]),
        ("<p hidden>One</p><template>two</template><script>three</script><!-- four --><style>five</style>", []),
        ("<header>One</header><main>two</main><footer>three</footer>", ["two"]),
        ("<p>One <span hidden>two </span>three", ["one three"]),
        ("<ul><li>One<ul><li>two</ul>three</ul>", ["one", "two", "three"]),
        ("<dl><dt>One<dd>two</dl>", ["one", "two"]),
        ("<p>See <a href='https://a.org/b'>this</a> and <a href='#c'>that</a>", ["see this and that", "https a org b"]),
        ("<p>See <img alt='A map' data-file='map.png' src='data:,'>.", ["see", "a map", "map png"]),
    ],
)
def test_lines_are_what_somebody_sees_or_hears(body: str, read: list[str]) -> None:
    assert lines(body) == read


def test_what_is_said_again_stands_for_nothing() -> None:
    (line,) = reader.read(b"<p>Cited by: <span data-again>Age</span>").lines
    assert "age" not in line
    assert line[:2] == ("cited", "by")


def test_a_heading_goes_on_to_the_next_of_its_level() -> None:
    places = reader.read(b"<h1>T</h1><p>a<h2 id=one>One</h2><p>b<h3 id=two>Two</h3><p>c<h2 id=three>Three</h2>").places
    assert places == {"one": (2, 6), "two": (4, 6), "three": (6, 7)}


def test_a_note_is_read_by_itself_without_the_ways_back() -> None:
    page = (
        "<p>One<a role=doc-noteref href='#t%C5%B7'>1</a><ol><li id=tŷ>A survey."
        "<a role=doc-backlink href='#m'>back</a><li id=other>Not a note</ol>"
    )
    reading = reader.read(page.encode())
    assert reading.notes == {"1": ("a", "survey")}
    assert reading.lines[1:] == (run("Not a note"),)


@pytest.fixture(scope="module")
def everything() -> Dossier:
    return eia.load(EVERYTHING / "assessment.eia.yaml")


@pytest.fixture(scope="module")
def whole(everything: Dossier) -> Document:
    return in_headings(build(everything))


def lost(dossier: Dossier, document: Document) -> set[str]:
    reading = reader.read(html.write(document))
    return {".".join(map(str, one.site.route)) for one in proof.losses(dossier, reading)}


def test_a_page_that_has_it_all_is_proved(everything: Dossier, whole: Document) -> None:
    assert lost(everything, whole) == set()


@pytest.mark.slow
@pytest.mark.parametrize(("field", "words"), list(PLANTED.values())[::3], ids=list(PLANTED)[::3])
def test_whatever_a_page_lacks_the_proof_names_its_field(
    everything: Dossier, whole: Document, field: str, words: str
) -> None:
    assert {field} in [lost(everything, replace(whole, blocks=one)) for one in variants(whole.blocks, said(words))]


def test_the_mark_of_a_note_is_missed(everything: Dossier, whole: Document) -> None:
    first = next(variants(whole.blocks, lambda one: None if isinstance(one, NoteMark) else one))
    assert lost(everything, replace(whole, blocks=first))
