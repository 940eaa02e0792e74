"""The web page that a document becomes: its words and places as they are, and nothing that anybody could slip in."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml import html as markup

from eia.document.tree import (
    Again,
    Block,
    Blocks,
    Callout,
    Code,
    Contents,
    Document,
    Emphasis,
    Facts,
    Furniture,
    Heading,
    Inline,
    Jump,
    LineBreak,
    Link,
    Listing,
    NoteMark,
    Paragraph,
    Picture,
    Quote,
    Row,
    Strong,
    Table,
    Words,
)
from eia.document.walk import plain
from eia.publishing import html
from eia.publishing.formats import WRITERS
from eia.publishing.html.names import id_of
from eia.publishing.proof import html as proof
from eia.publishing.proof.words import AGAIN, run
from tests.publishing.html_reading import page_text
from tests.publishing.word.word_sample import bullets, h, jump, numbers, p, png, strong

GOLDEN = Path(__file__).parent / "page.html"
FURNITURE = Furniture("Page", "of", "Contents", "Notes", "Note", "Back to the mark of note", "Skip to the text")
HOSTILE = "<script>alert(1)</script> ]]> --> </style></title> &lt;b&gt; &amp \" ' ` ${x} {{y}} &#0; %3Cb%3E"


def document(*blocks: Block, **fields: object) -> Document:
    return replace(Document("T", "en-GB", blocks, FURNITURE), **fields)


def parsed(document: Document) -> etree._Element:
    return markup.document_fromstring(html.write(document), parser=markup.HTMLParser(encoding="utf-8"))


def found(path: str, *blocks: Block, **fields: object) -> list[etree._Element]:
    return parsed(document(*blocks, **fields)).xpath(path)


def sample(folder: Path) -> Document:
    """A block and an inline of every kind."""
    (folder / "bars.png").write_bytes(png(4, 3))
    table = Table(
        "Trust by year",
        ("Year", "All"),
        (
            Row(((p("2019"),), (p("55%", NoteMark("a")),)), "row-2019"),
            Row(((p("2020"),), (p("48%"), bullets("of men", "of women"))), to_sign=True),
        ),
        widths=(30, 70),
    )
    return document(
        Facts((("Owner", (p("Siân Wyn"),)), ("People", (p("Jo"), p("Sam"))))),
        Callout("Open points", (p("None."),)),
        Heading(1, (Words("Contents"),), listed=False),
        Contents(),
        h(1, "Aims", "aims"),
        p(
            "We ",
            Emphasis((Words("do"),)),
            " ",
            strong("this"),
            LineBreak(),
            Code("x < y"),
            NoteMark("a"),
            NoteMark("b"),
        ),
        Quote((p("They said שלום."),)),
        h(2, "Steps", "steps"),
        numbers("Third.", (p("Fourth:"), bullets("one")), first=3),
        p("שלום, all", anchor="hello"),
        table,
        p("See ", jump("row-2019", "2019"), ", ", Link("https://example.org/a b?c=1&d", (Words("there"),)), "."),
        p(Again((Words("Once more."),)), " ", Picture(folder / "bars.png", "Bars that fall")),
        subtitle="Equality impact assessment",
        author="Midshire",
        subject="A duty",
        keywords="equality",
        mark="Draft, not for decision",
        footer="Version 1 · Draft",
        dated=date(2026, 1, 14),
        notes={"a": (Words("A survey."),), "b": (Words("A census."),), "c": (Words("Nobody cites this."),)},
    )


def test_a_document_with_everything_reads_as_it_did(tmp_path: Path) -> None:
    head, style, rest = html.write(sample(tmp_path)).decode().partition("<style>")
    written = head + style + rest[rest.index("</style>") :].partition("<!-- eia-seal")[0]
    written = written.replace(policy(head + style + rest), "…")
    if os.environ.get("EIA_GOLDEN") == "write":
        GOLDEN.write_text(written, encoding="utf-8")
    assert written == GOLDEN.read_text("utf-8")


def policy(page: str) -> str:
    """The hash of the style, as a browser reckons it."""
    style = page.partition("<style>")[2].partition("</style>")[0]
    return b64encode(sha256(style.encode()).digest()).decode()


# Nothing but itself


def test_it_may_load_nothing_and_run_nothing_but_its_own_style(tmp_path: Path) -> None:
    page = html.write(sample(tmp_path)).decode()
    (said,) = parsed(sample(tmp_path)).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert said == f"default-src 'none'; img-src data:; style-src 'sha256-{policy(page)}'"
    assert not parsed(sample(tmp_path)).xpath(
        "//script | //link | //iframe | //@style | //@*[starts-with(name(), 'on')]"
    )
    assert all(src.startswith("data:image/png;base64,") for src in parsed(sample(tmp_path)).xpath("//@src"))


def hostile(words: str) -> Document:
    """A document that says this wherever anything can be said."""
    said = (Words(words), Strong((Words(words),)), Code(words), Link(f"https://a.org/{words}", (Words(words),)))
    fields = ("title", "subtitle", "author", "subject", "keywords", "mark", "footer", "language")
    blocks = (
        Heading(1, said, f"heading {words}"),
        Paragraph((*said, NoteMark(words), Jump(words, said[:1]))),
        Table(words, (words, words), (Row(((Paragraph(said),), (Paragraph(said),)), words),)),
        Facts(((words, (Paragraph(said),)),)),
        Callout(words, (Paragraph(said),)),
    )
    furniture = Furniture(*[words] * 7)
    return replace(document(*blocks, notes={words: said}), furniture=furniture, **dict.fromkeys(fields, words))


def shape(page: etree._Element) -> list[tuple[str, list[str]]]:
    """The elements of a page and the names of their attributes."""
    return [(one.tag, list(one.keys())) for one in page.iter()]


@pytest.mark.parametrize(
    "words", [HOSTILE, "\u202eabc", "a\tb\u00a0c", "{}@import 'x';\\", "<!--", "&", "'\"><img src=x>"]
)
def test_no_words_become_markup_wherever_they_stand(words: str) -> None:
    page = parsed(hostile(words))
    assert shape(page) == shape(parsed(hostile("words")))
    assert page.findtext(".//title") == words
    assert page_text(html.write(hostile(words))).count(words) >= 20
    assert page.xpath("//style")[0].text.count("@page :first") == 1


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x0c", "\x1b", "\ufffe", "\ud800"])
def test_a_character_that_no_page_can_hold_is_named(character: str) -> None:
    for one in (document(p(f"one{character}")), document(title=character), document(Table(character, ("A",), ()))):
        with pytest.raises(ValueError, match=f"U\\+{ord(character):04X}"):
            html.write(one)


# Places


@given(st.sets(st.text(min_size=1), min_size=2, max_size=2))
def test_every_anchor_has_a_name_of_its_own_without_a_blank(anchors: set[str]) -> None:
    names = {id_of(anchor) for anchor in anchors}
    assert len(names) == len(anchors)
    assert not any(sign.isspace() for name in names for sign in name)


def test_links_lead_to_their_places_and_every_name_is_there_once(tmp_path: Path) -> None:
    page = parsed(sample(tmp_path))
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    assert {link[1:] for link in page.xpath("//@href[starts-with(., '#')]")} <= set(names)


@pytest.mark.parametrize("anchor", ["source tŷ", "row-1.a", "a_b c", "%41", "ش"])
def test_whatever_an_anchor_is_called_its_link_leads_there_and_the_proof_finds_it(anchor: str) -> None:
    content = html.write(
        document(h(1, "A", anchor), p(jump(anchor, "to it"), NoteMark(anchor)), notes={anchor: (Words("N"),)})
    )
    reading = proof.read(content)
    assert reading.named(anchor) in reading.places
    assert reading.notes == {"1": ("n",)}
    assert reading.number(anchor) == "1"


# Notes


def test_a_note_leads_back_to_each_of_its_marks_and_says_which() -> None:
    marks = p("a", NoteMark("x"), " b", NoteMark("y"), " c", NoteMark("x"))
    page = parsed(document(marks, notes={"x": (Words("X"),), "y": (Words("Y"),)}))
    assert [one.text for one in page.xpath("//*[@role='doc-noteref']")] == ["1", "2", "1"]
    back = page.xpath("//*[@role='doc-backlink']")
    assert [one.get("aria-label").removeprefix("Back to the mark of note ") for one in back] == ["1: 1", "1: 2", "2"]
    assert [one.get("href")[1:] for one in back] == [page.xpath("//*[@role='doc-noteref']/@id")[at] for at in (0, 2, 1)]


def test_without_marks_there_is_no_section_of_notes() -> None:
    assert not found("//section", p("a"), notes={"x": (Words("X"),)})


def test_two_marks_are_told_apart() -> None:
    content = html.write(document(p("a", NoteMark("x"), NoteMark("y")), notes={"x": (), "y": ()}))
    assert "a 1 , 2" in " ".join(page_text(content).split())


# Structure


def test_there_is_one_heading_of_the_first_level_and_none_beyond_the_last() -> None:
    page = parsed(document(*(h(level, f"At {level}") for level in range(1, 8))))
    assert [one.tag for one in page.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")] == [
        *("h1", "h2", "h3", "h4", "h5", "h6", "h6", "h6")
    ]


def test_the_contents_are_lists_within_lists() -> None:
    headings = [h(1, "A", "a"), h(2, "B", "b"), h(2, "C", "c"), h(1, "D", "d")]
    (nav,) = found("//nav", Contents(), *headings)
    assert nav.get("aria-label") == "Contents"
    assert [len(one.xpath("ancestor::ul")) for one in nav.iter("a")] == [1, 2, 2, 1]
    assert all(len(one) for one in nav.iter("ul", "li"))


def test_a_table_says_what_each_of_its_heads_is_the_head_of() -> None:
    row = Row(((p("a"),), (p("b"),)))
    (table,) = found("//table", Table("", ("A", "B"), (row, row)))
    assert [one.get("scope") for one in table.iter("th")] == ["col", "col", "row", "row"]


def test_a_table_without_a_caption_is_called_as_the_heading_above_it() -> None:
    table = Table("", ("A", "B"), (Row(((p("a"),), (p("b"),))),))
    (group,) = found("//*[@role='group']", h(1, "Not this"), h(1, "This"), table)
    assert group.get("aria-label") == "This"
    assert group.get("tabindex") == "0"


def test_what_begins_with_letters_of_the_other_direction_begins_at_the_other_side() -> None:
    page = parsed(document(p("שלום, all"), p("all, שלום"), h(1, "مرحبا"), bullets("שלום")))
    assert [one.text for one in page.xpath("//*[@dir='rtl']")] == ["שלום, all", "مرحبا", "שלום"]


def test_what_only_says_again_is_marked_for_the_proof_and_kept_for_everybody() -> None:
    content = html.write(document(p("Said ", Again((Words("said"),)))))
    assert run(f"Said {AGAIN}") in proof.read(content).lines
    (again,) = markup.document_fromstring(content).xpath("//*[@data-again]")
    assert (again.text, again.keys()) == ("said", ["data-again"])


def test_what_is_not_known_is_not_said() -> None:
    page = parsed(document(p("a")))
    assert {one.get("name") for one in page.iter("meta")} == {None, "viewport", "generator"}
    assert not page.xpath("//header/p | //footer")


# Bytes


def test_equal_documents_are_equal_bytes_and_a_seal_says_that_they_are_ours(tmp_path: Path) -> None:
    content = html.write(sample(tmp_path))
    assert content == html.write(sample(tmp_path))
    is_unchanged = WRITERS["html"].is_unchanged
    assert is_unchanged(content)
    assert is_unchanged(content.replace(b"\n", b"\r\n"))
    assert not is_unchanged(content.replace(b"48%", b"84%"))
    assert not is_unchanged(content + b"<!-- mine -->")
    assert not is_unchanged(b"")


# Any document

SAID = st.text(st.sampled_from("ab é<&>\"'שー.1-/"), min_size=1, max_size=6)
PLAIN = SAID.map(Words) | SAID.map(Code) | st.just(LineBreak())


def inlines(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    content = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.builds(Emphasis, content) | st.builds(Strong, content) | st.builds(Jump, SAID, content)


CONTENT = st.lists(st.recursive(PLAIN, inlines, max_leaves=4), min_size=1, max_size=3).map(tuple)
LEAVES = st.builds(Paragraph, CONTENT) | st.builds(Heading, st.integers(1, 6), CONTENT)


def rows(cell: st.SearchStrategy[Blocks]) -> st.SearchStrategy[tuple[Row, ...]]:
    return st.lists(st.tuples(cell, cell).map(Row), min_size=1, max_size=2).map(tuple)


def blocks(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    some = st.lists(inner, min_size=1, max_size=2).map(tuple)
    return (
        st.builds(Listing, st.lists(some, min_size=1, max_size=2).map(tuple), st.booleans(), st.integers(0, 3))
        | st.builds(Quote, some)
        | st.builds(Callout, SAID, some)
        | st.builds(Facts, st.lists(st.tuples(SAID, some), min_size=1, max_size=2).map(tuple))
    )


BLOCK = st.recursive(LEAVES, blocks, max_leaves=5)
TABLE = st.builds(Table, SAID, st.tuples(SAID, SAID), rows(st.lists(BLOCK, min_size=1, max_size=2).map(tuple)))


def said(blocks: Blocks) -> Iterator[str]:
    """All words of blocks in the order in which they are read."""
    for block in blocks:
        match block:
            case Heading(_, content) | Paragraph(content):
                yield plain(content)
            case Listing(items):
                for item in items:
                    yield from said(item)
            case Quote(inner):
                yield from said(inner)
            case Callout(title, inner):
                yield from (title, *said(inner))
            case Facts(pairs):
                for label, inner in pairs:
                    yield from (label, *said(inner))
            case Table(caption, head, rows):
                yield from (caption, *head, *(words for row in rows for cell in row.cells for words in said(cell)))


def letters(text: str) -> str:
    return "".join(text.split())


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCK | TABLE, max_size=3).map(tuple))
def test_every_letter_of_any_document_arrives_in_its_order(made: Blocks) -> None:
    written = letters(page_text(html.write(document(*made))))
    assert written == letters("".join(("Skip to the text", "T", *said(made))))
