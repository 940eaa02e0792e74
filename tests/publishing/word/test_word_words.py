"""Inlines: characters and their look, links, jumps, notes, pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from word_reading import NS, R, W, words, written
from word_sample import bullets, h, jump, p, png, strong

from eia.document.tree import (
    Again,
    Code,
    Emphasis,
    LineBreak,
    Link,
    NoteMark,
    Picture,
    Row,
    Strong,
    Table,
    Words,
)
from eia.publishing.word.bookmarks import bookmark_name, note_name
from eia.publishing.word.pictures import WrongPicture


def test_emphasis_and_strong_nest() -> None:
    read = written(p(Strong((Words("very "), Emphasis((Words("much"),)))), " so"))
    runs = read.find("//w:p[2]/w:r")
    looks = [[child.tag.removeprefix(W) for child in run.findall("w:rPr/*", NS)] for run in runs]
    assert looks == [["b", "bCs"], ["b", "bCs", "i", "iCs"], []]


def test_code_has_a_style_of_a_fixed_width() -> None:
    read = written(p(Code("eia lint")))
    assert read.find("//w:r/w:rPr/w:rStyle/@w:val") == ["Code"]
    assert read.find("//w:style[@w:styleId='Code']//w:rFonts/@w:ascii", "styles") == ["Courier New"]


def test_blanks_at_the_ends_of_words_are_kept() -> None:
    (text,) = written(p("  two  ")).find("//w:p[2]//w:t")
    assert text.text == "  two  "
    assert text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_line_ends_and_tabs_inside_words_are_blanks() -> None:
    assert words(written(p("one\ntwo\tthree")).body[1]) == "one two three"


def test_a_line_break_stays_inside_its_paragraph() -> None:
    (paragraph,) = written(p("one", LineBreak(), "two")).find("//w:p[2]")
    assert [child.tag for run in paragraph.findall("w:r", NS) for child in run] == [f"{W}t", f"{W}br", f"{W}t"]


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x0c", "\ufffe", "\ud800"])
def test_a_character_that_xml_cannot_hold_is_named(character: str) -> None:
    with pytest.raises(ValueError, match=f"U\\+{ord(character):04X}"):
        written(p(f"one{character}two"))


def test_such_a_character_is_named_outside_the_text_too() -> None:
    for field in ("title", "author", "subject", "keywords", "mark", "footer"):
        with pytest.raises(ValueError, match=r"U\+0007"):
            written(**{field: "\a"})
    with pytest.raises(ValueError, match=r"U\+0007"):
        written(p(Link("https://example.org/\a", (Words("x"),))))


def test_welsh_and_emoji_come_through_as_they_are() -> None:
    sentence = "Siân, Llŷr a gŵyl; 👮🏽‍♀️ ✅; naïve – “quoted”"
    assert words(written(p(sentence)).body[1]) == sentence


def test_a_link_is_a_relationship_and_looks_like_a_link() -> None:
    read = written(p(Link("https://example.org/?a=1&b=2", (Words("the "), strong("report")))))
    (link,) = read.find("//w:hyperlink")
    assert read.target(link.get(f"{R}id")) == "https://example.org/?a=1&b=2"
    assert words(link) == "the report"
    assert read.find("//w:hyperlink//w:rStyle/@w:val") == ["Hyperlink", "Hyperlink"]


def test_two_links_to_one_address_share_their_relationship() -> None:
    link = Link("https://example.org/", (Words("it"),))
    assert written(p(link, link)).blobs["word/_rels/document.xml.rels"].count(b"example.org") == 1


def test_a_blank_in_an_address_cannot_make_the_file_corrupt() -> None:
    read = written(p(Link("https://example.org/a b/<c>%20é", (Words("it"),))))
    assert read.target(read.find("//w:hyperlink/@r:id")[0]) == "https://example.org/a%20b/%3Cc%3E%20%C3%A9"


def test_a_jump_leads_to_the_bookmark_of_heading_paragraph_or_row() -> None:
    table = Table("Actions", ("Ref.", "Action"), (Row(((bullets("1.a"),), (p("Publish."),)), "1.a"),))
    read = written(p(jump("h", "1"), jump("p", "2"), jump("1.a", "3")), h(1, "H", "h"), p("P", anchor="p"), table)
    names = read.find("//w:hyperlink/@w:anchor")
    found = [words(read.find(f"//w:p[w:bookmarkStart/@w:name='{name}']")[0]) for name in names]
    assert found == ["H", "P", "1.a"]
    assert read.find("//w:tc[1]//w:bookmarkStart/@w:name") == [bookmark_name("1.a")]


def test_bookmarks_begin_and_end_with_one_number_each() -> None:
    read = written(h(1, "H", "h"), p("P", NoteMark("n"), anchor="p"), notes={"n": (Words("N"),)})
    starts, ends = read.find("//w:bookmarkStart/@w:id"), read.find("//w:bookmarkEnd/@w:id")
    assert sorted(starts) == sorted(ends) == sorted(set(starts))
    assert len(starts) == 3


def test_a_jump_to_an_anchor_that_nothing_carries_is_an_error() -> None:
    with pytest.raises(LookupError, match=r"'forgotten'"):
        written(p(jump("forgotten", "there")))


def test_an_anchor_carried_twice_is_an_error() -> None:
    with pytest.raises(ValueError, match="'same'"):
        written(p("one", anchor="same"), p("two", anchor="same"))


@pytest.mark.parametrize("anchor", ["1.a", "A", "a", "ŷ", "", "x" * 100, "Gender reassignment: row", "_", "1-a", "1_a"])
def test_every_anchor_has_a_name_that_word_allows(anchor: str) -> None:
    name = bookmark_name(anchor)
    assert len(name) <= 40
    assert name.isascii()
    assert name.isidentifier()


def test_anchors_that_differ_have_names_that_differ_beyond_case() -> None:
    anchors = ["A", "a", "1-a", "1_a", "1.a", "ŷ", "ŵ", "x" * 50, "x" * 51]
    assert len({bookmark_name(anchor).casefold() for anchor in anchors}) == len(anchors)


def test_a_note_is_a_footnote_with_its_mark_and_its_words() -> None:
    read = written(p("Said", NoteMark("s"), "."), notes={"s": (Words("Survey, "), Emphasis((Words("2020"),)))})
    assert read.find("//w:footnoteReference/@w:id") == ["1"]
    (note,) = read.find("//w:footnote[@w:id='1']", "footnotes")
    assert words(note) == " Survey, 2020"
    assert note.find(".//w:footnoteRef", NS) is not None
    assert note.xpath("w:p/w:pPr/w:pStyle/@w:val", namespaces=NS) == ["FootnoteText"]


def test_a_raised_comma_keeps_the_numbers_of_two_marks_apart() -> None:
    notes = {key: (Words(key),) for key in "ab"}
    marks = [(NoteMark("a"), NoteMark("b")), (Emphasis((NoteMark("a"),)), Strong((NoteMark("b"),)), NoteMark("a"))]
    for content in marks:
        raised = written(p("Said", *content), notes=notes).find(
            "//w:p[2]//w:r[w:rPr/w:rStyle/@w:val='FootnoteReference']"
        )
        signs = [words(run) for run in raised]
        assert signs[1::2] == [","] * (len(content) - 1)
        assert "," not in signs[::2]


def test_a_mark_behind_other_words_needs_no_comma() -> None:
    notes = {key: (Words(key),) for key in "ab"}
    assert words(written(p("Said", NoteMark("a"), " and ", NoteMark("b")), notes=notes).body[1]) == "Said and "


def test_notes_are_numbered_by_first_use_and_unused_ones_are_left_out() -> None:
    notes = {key: (Words(key),) for key in ("unused", "second", "first")}
    read = written(p(NoteMark("first")), p(NoteMark("second"), NoteMark("first")), notes=notes)
    own = read.find("//w:footnote[not(@w:type)]", "footnotes")
    assert [words(note).strip() for note in own] == ["first", "second"]


def test_a_note_used_again_refers_to_its_first_mark() -> None:
    read = written(p(NoteMark("a"), NoteMark("b"), NoteMark("b")), notes={"a": (Words("A"),), "b": (Words("B"),)})
    (again,) = read.find("//w:fldSimple")
    assert again.get(f"{W}instr").split() == ["NOTEREF", note_name("b"), "\\f", "\\h"]
    assert words(again) == "2"
    assert (
        len(read.find(f"//w:bookmarkStart[@w:name='{note_name('b')}']/following-sibling::*[1]/w:footnoteReference"))
        == 1
    )
    assert len(read.find("//w:footnoteReference")) == 2


def test_what_is_said_again_stands_in_a_bookmark_that_word_hides() -> None:
    read = written(
        p(Again((Words("once "), NoteMark("a"))), " and ", Again((Words("more"),))), notes={"a": (Words("A"),)}
    )
    starts = [one for one in read.find("//w:bookmarkStart") if one.get(f"{W}name", "").startswith("_again_")]
    assert len({one.get(f"{W}name") for one in starts}) == 2
    assert [words(one.getnext()) for one in starts] == ["once ", "more"]


def test_links_in_notes_are_relationships_of_the_notes_part() -> None:
    notes = {"s": (Link("https://example.org/note", (Words("there"),)), jump("h", "here"))}
    read = written(h(1, "H", "h"), p(NoteMark("s")), notes=notes)
    (relationship,) = read.find("//w:hyperlink/@r:id", "footnotes")
    assert read.target(relationship, "footnotes") == "https://example.org/note"
    assert b"example.org" not in read.blobs["word/_rels/document.xml.rels"]
    assert read.find("//w:hyperlink/@w:anchor", "footnotes") == [bookmark_name("h")]


def test_a_note_that_the_document_does_not_have_is_an_error() -> None:
    with pytest.raises(LookupError, match="'nowhere'"):
        written(p(NoteMark("nowhere")))


def test_a_note_may_refer_to_a_note_of_the_text_only() -> None:
    notes = {"a": (Words("A"), NoteMark("b")), "b": (Words("B"),)}
    assert len(written(p(NoteMark("a"), NoteMark("b")), notes=notes).find("//w:fldSimple", "footnotes")) == 1
    with pytest.raises(ValueError, match="'b'"):
        written(p(NoteMark("a")), notes=notes)


def test_the_notes_part_has_separators_declares_r_and_is_named_in_the_settings() -> None:
    read = written(p("No notes."))
    assert read.find("//w:footnote/@w:type", "footnotes") == ["separator", "continuationSeparator"]
    assert read.find("//w:footnotePr/w:footnote/@w:id", "settings") == ["-1", "0"]
    assert b"xmlns:r=" in read.blobs["word/footnotes.xml"]


def test_a_picture_has_its_words_and_fits_the_text(tmp_path: Path) -> None:
    (tmp_path / "wide.png").write_bytes(png(2000, 500))
    read = written(p(Picture(tmp_path / "wide.png", "Trust fell")))
    assert read.find("//wp:docPr/@descr") == ["Trust fell"]
    (extent,) = read.find("//wp:extent")
    assert int(extent.get("cx")) == (11906 - 2 * 1418) * 635
    assert int(extent.get("cx")) == pytest.approx(4 * int(extent.get("cy")), rel=0.001)
    assert read.blobs[f"word/{read.target(read.find('//a:blip/@r:embed')[0])}"] == png(2000, 500)


def test_a_small_picture_is_not_made_larger(tmp_path: Path) -> None:
    (tmp_path / "small.png").write_bytes(png(96, 48))
    (extent,) = written(p(Picture(tmp_path / "small.png", "A mark"))).find("//wp:extent")
    assert int(extent.get("cx")) == pytest.approx(914400, rel=0.001)


def test_a_picture_shown_twice_is_stored_once_under_two_numbers(tmp_path: Path) -> None:
    (tmp_path / "one.png").write_bytes(png(10, 10))
    picture = Picture(tmp_path / "one.png", "One")
    read = written(p(picture), p(picture))
    assert read.find("//wp:docPr/@id") == ["1", "2"]
    assert [name for name in read.blobs if "media" in name] == ["word/media/picture1.png"]


def test_a_file_that_is_no_picture_is_named(tmp_path: Path) -> None:
    (tmp_path / "no.png").write_bytes(b"not a picture")
    with pytest.raises(WrongPicture, match=r"no\.png"):
        written(p(Picture(tmp_path / "no.png", "None")))
