"""Pages: paper, sections, headers and footers, and what is said of the document as a whole."""

from __future__ import annotations

import re
from datetime import date

from lxml import etree
from word_reading import NS, R, Read, W, words, written
from word_sample import h, p

from eia.document.tree import Block, Row, Table

WIDE = Table("Wide", ("A", "B"), (Row(((p("a"),), (p("b"),))),), wide=True)
NARROW = Table("Narrow", ("A", "B"), (Row(((p("a"),), (p("b"),))),))
UPRIGHT, TURNED = "upright", "turned"


def sections(*blocks: Block) -> list[tuple[str, list[str]]]:
    """Each section's paper and the words of its blocks, without the title."""
    found: list[tuple[str, list[str]]] = []
    held: list[str] = []
    for child in written(*blocks).body:
        end = child if child.tag == f"{W}sectPr" else child.find("w:pPr/w:sectPr", NS)
        if child is not end and words(child):
            held.append(words(child))
        if end is not None:
            found.append((TURNED if end.find("w:pgSz", NS).get(f"{W}orient") else UPRIGHT, held))
            held = []
    assert found[0][1].pop(0) == "A title"
    return found


def test_paper_is_a4_with_margins_of_two_and_a_half_centimetres() -> None:
    read = written(p("Text."))
    (size,) = read.find("//w:pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    (margins,) = read.find("//w:pgMar")
    assert {margins.get(f"{W}{side}") for side in ("top", "right", "bottom", "left")} == {"1418"}


def test_a_wide_table_stands_on_turned_paper_and_upright_returns() -> None:
    assert sections(p("before"), WIDE, p("after")) == [
        (UPRIGHT, ["before"]),
        (TURNED, ["Wide", "ABab"]),
        (UPRIGHT, ["after"]),
    ]


def test_turned_paper_is_a4_with_margins_of_two_centimetres() -> None:
    (size,) = written(WIDE).find("//w:pgSz[@w:orient='landscape']")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("16838", "11906")
    (margins,) = written(WIDE).find("//w:sectPr[w:pgSz/@w:orient]/w:pgMar")
    assert margins.get(f"{W}left") == "1134"


def test_a_wide_table_fills_the_turned_paper() -> None:
    assert written(WIDE).find("//w:tblW/@w:w") == [str(16838 - 2 * 1134)]


def test_wide_tables_in_a_row_share_one_section() -> None:
    assert sections(p("before"), WIDE, WIDE) == [(UPRIGHT, ["before"]), (TURNED, ["Wide", "ABab", "Wide", "ABab"])]


def test_a_heading_goes_with_its_wide_table() -> None:
    assert sections(p("before"), h(1, "H"), WIDE) == [(UPRIGHT, ["before"]), (TURNED, ["H", "Wide", "ABab"])]


def test_a_few_words_between_wide_tables_do_not_turn_the_paper_back() -> None:
    assert [paper for paper, _ in sections(p("x"), WIDE, h(1, "H"), p("between"), WIDE)] == [UPRIGHT, TURNED]
    assert [paper for paper, _ in sections(p("x"), WIDE, *[p("long")] * 13, WIDE)] == [UPRIGHT, TURNED, UPRIGHT, TURNED]
    assert [paper for paper, _ in sections(p("x"), WIDE, NARROW, WIDE)] == [UPRIGHT, TURNED, UPRIGHT, TURNED]


def test_a_short_section_turns_with_its_wide_table_and_a_long_one_does_not() -> None:
    short, long = p("A few words."), p("Many words. " * 80)
    assert sections(p("x"), h(1, "H"), short, WIDE)[-1][1] == ["H", "A few words.", "Wide", "ABab"]
    assert sections(p("x"), h(1, "H"), long, WIDE)[-1][1] == ["Wide", "ABab"]
    assert sections(p("x"), h(1, "H"), short, h(2, "I"), WIDE)[-1][1] == ["I", "Wide", "ABab"]


def test_no_section_is_blank_when_a_wide_table_is_first_or_last() -> None:
    assert sections(WIDE) == [(UPRIGHT, []), (TURNED, ["Wide", "ABab"])]
    assert [paper for paper, _ in sections(p("before"), NARROW, WIDE, NARROW)] == [UPRIGHT, TURNED, UPRIGHT]


def test_only_a_section_may_end_in_a_paragraph_without_words() -> None:
    for read in (written(p("x"), WIDE, WIDE, p("y")), written(WIDE), written(NARROW, p("y"), NARROW)):
        body = read.body
        empty = [child for child in body if child.tag == f"{W}p" and not words(child)]
        assert all(child.getprevious().tag == f"{W}tbl" for child in empty)
        assert all(child.find("w:pPr/w:sectPr", NS) is not None for child in empty if child.getnext() is not body[-1])


def test_every_section_names_its_header_and_footer() -> None:
    read = written(p("before"), WIDE, p("after"))
    for section in read.find("//w:sectPr"):
        default = section.xpath("*[@w:type='default']/@r:id", namespaces=NS)
        assert [read.target(relationship) for relationship in default] == ["header.xml", "footer.xml"]


def test_only_the_first_page_has_edges_of_its_own() -> None:
    first, *others = written(p("before"), WIDE, p("after")).find("//w:sectPr")
    assert first.find("w:titlePg", NS) is not None
    assert not any(other.find("w:titlePg", NS) is not None for other in others)


def test_the_mark_stands_on_every_page_in_bold() -> None:
    read = written(p("Text."), mark="Draft: not approved")
    for part in ("header", "header-first"):
        assert "Draft: not approved" in words(read.part(part))
        assert read.styles(part)[0] == "HeaderMark"
    assert read.find("//w:style[@w:styleId='HeaderMark']/w:rPr/w:b", "styles")


def test_without_a_mark_there_is_none() -> None:
    read = written(p("Text."))
    assert words(read.part("header")) == ""
    assert words(read.part("header-first")) == ""


def test_the_footer_counts_pages_in_the_words_of_the_document() -> None:
    read = written(footer="Version 2")
    for part in ("footer", "footer-first"):
        title, line = read.part(part).findall("w:p", NS)
        assert words(title) == "A title"
        assert words(line) == "Page 1 of 1Version 2"
        assert read.find("//w:fldSimple/@w:instr", part) == ["PAGE", "NUMPAGES"]


def properties(read: Read) -> dict[str, str]:
    core = etree.fromstring(read.blobs["docProps/core.xml"])
    return {child.tag.rpartition("}")[2]: child.text or "" for child in core}


def test_properties_say_what_the_document_says() -> None:
    about = {"title": "T", "author": "A", "subject": "S", "keywords": "K", "language": "cy-GB"}
    assert properties(written(dated=date(2020, 11, 12), **about)) == {
        "title": "T",
        "creator": "A",
        "subject": "S",
        "keywords": "K",
        "language": "cy-GB",
        "created": "2020-11-12T00:00:00Z",
        "modified": "2020-11-12T00:00:00Z",
    }


def test_an_undated_document_is_not_dated_by_the_clock() -> None:
    assert properties(written())["created"] == "1980-01-01T00:00:00Z"


def test_the_language_is_that_of_the_document() -> None:
    for language in ("en-GB", "cy-GB"):
        read = written(language=language)
        assert read.find("//w:docDefaults//w:lang/@w:val", "styles") == [language]
        assert read.find("//w:themeFontLang/@w:val", "settings") == [language]


def test_the_document_does_not_open_in_compatibility_mode() -> None:
    found = written().find("//w:compatSetting[@w:name='compatibilityMode']/@w:val", "settings")
    assert found == ["15"]


def test_text_is_arial_of_twelve_points_aligned_left() -> None:
    styles = written().part("styles")
    assert styles.xpath("//w:docDefaults//w:rFonts/@w:ascii", namespaces=NS) == ["Arial"]
    assert styles.xpath("//w:docDefaults//w:sz/@w:val", namespaces=NS) == ["24"]
    assert not styles.xpath("//w:jc", namespaces=NS)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_every_colour_of_the_styles_has_a_contrast_of_seven_on_every_ground() -> None:
    read = written()
    grounds = ["FFFFFF", *read.find("//w:shd/@w:fill", "styles")]
    for colour in set(read.find("//w:color/@w:val", "styles")):
        for ground in grounds:
            assert (luminance(ground) + 0.05) / (luminance(colour) + 0.05) > 7, (colour, ground)


def test_the_styles_that_officers_look_for_are_there() -> None:
    names = set(written().find("//w:style/w:name/@w:val", "styles"))
    headings = {f"heading {level}" for level in range(1, 7)}
    text = {"Normal", "Title", "Subtitle", "List Bullet", "List Number", "Quote", "caption", "Callout"}
    edges = {"header", "footer", "footnote text", "footnote reference", "Hyperlink"}
    assert names >= headings | text | edges | {"annotation text", "annotation reference"}


def test_the_code_names_the_template_s_own_relationships_and_styles() -> None:
    read = written(p("x"), WIDE, mark="M", footer="F")
    first = read.find("//w:sectPr")[0]
    targets = [read.target(edge.get(f"{R}id")) for edge in first if edge.get(f"{R}id")]
    assert targets == ["header.xml", "footer.xml", "header-first.xml", "footer-first.xml"]
    ids = set(read.find("//w:style/@w:styleId", "styles"))
    for part in ("document", "header", "header-first", "footer", "footer-first", "footnotes"):
        used = read.find("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val", part)
        assert ids >= set(used)


def test_nothing_of_a_default_template_is_in_the_package() -> None:
    read = written()
    assert not [name for name in read.blobs if re.search("thumbnail|stylesWithEffects|customXml", name)]
    assert not [name for name, data in read.blobs.items() if b"python-docx" in data]
