"""Blocks: headings, lists, quotes, boxes, facts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from word_reading import NS, Read, W, words, written
from word_sample import bullets, h, numbers, p

from eia.document.tree import Callout, Facts, Listing, Paragraph, Quote, Row, Strong, Table, Words
from eia.publishing.word import blocks, numbering, tables


def items(read: Read) -> list[tuple[str, str, str]]:
    """Each paragraph of a list: its words, its level, its list."""
    found = read.find("//w:p[w:pPr/w:numPr]")
    at = [paragraph.find("w:pPr/w:numPr", NS) for paragraph in found]
    return [
        (words(paragraph), place.find("w:ilvl", NS).get(f"{W}val"), place.find("w:numId", NS).get(f"{W}val"))
        for paragraph, place in zip(found, at, strict=True)
    ]


def start(read: Read, number: str) -> tuple[str, str]:
    """The level at which a list is told to start anew, and from where."""
    (override,) = read.find(f"//w:num[@w:numId='{number}']/w:lvlOverride", "numbering")
    return override.get(f"{W}ilvl"), override[0].get(f"{W}val")


def test_headings_have_the_levels_that_word_knows() -> None:
    read = written(*(h(level, f"Level {level}") for level in range(1, 7)))
    assert read.styles() == ["Title", *(f"Heading{level}" for level in range(1, 7))]
    levels = [read.find(f"//w:style[@w:styleId='Heading{n}']//w:outlineLvl/@w:val", "styles") for n in range(1, 7)]
    assert levels == [[str(n)] for n in range(6)]


def test_a_heading_below_the_sixth_level_is_still_a_heading() -> None:
    assert written(h(7, "Deep")).styles()[-1] == "Heading6"


def test_the_title_stands_first_in_its_own_style() -> None:
    read = written(p("Text."), title="Impact of the plan")
    assert (read.styles()[0], words(read.body[0])) == ("Title", "Impact of the plan")


def test_lists_nest_by_level_and_each_is_a_list_of_its_own() -> None:
    inner = numbers("deep", (p("deeper"), bullets("deepest")))
    read = written(bullets("one", (p("two"), inner), "three"))
    found = items(read)
    assert [(text, level) for text, level, _ in found] == [
        ("one", "0"),
        ("two", "0"),
        ("deep", "1"),
        ("deeper", "1"),
        ("deepest", "2"),
        ("three", "0"),
    ]
    outer, middle, inmost = found[0][2], found[2][2], found[4][2]
    assert [number for *_, number in found] == [outer, outer, middle, middle, inmost, outer]
    assert [start(read, number) for number in (outer, middle, inmost)] == [("0", "1"), ("1", "1"), ("2", "1")]


def test_every_list_starts_anew_or_where_it_says() -> None:
    read = written(numbers("a"), p("between"), numbers("b"), numbers("e", first=5))
    assert [start(read, number) for *_, number in items(read)] == [("0", "1"), ("0", "1"), ("0", "5")]


def test_lists_start_anew_in_every_cell() -> None:
    rows = tuple(Row(((p(name),), (numbers("one", "two"),), (numbers("one"),))) for name in "ab")
    read = written(Table("T", ("A", "B", "C"), rows))
    assert len({number for *_, number in items(read)}) == 4
    assert {start(read, number) for *_, number in items(read)} == {("0", "1")}


def test_kinds_of_list_come_before_the_lists() -> None:
    tags = [child.tag for child in written(bullets("a"), numbers("b")).part("numbering")]
    assert tags == sorted(tags)
    assert tags[:2] == [f"{W}abstractNum"] * 2


def test_lists_have_the_styles_for_lists() -> None:
    read = written(bullets("a"), numbers((p("b"), p("more of b"))))
    assert read.styles()[1:] == ["ListBullet", "ListNumber", "ListContinue"]
    kinds = read.find("//w:abstractNum/w:lvl[@w:ilvl='0']/w:numFmt/@w:val", "numbering")
    assert kinds == ["bullet", "decimal"]


def test_an_item_that_begins_with_a_list_has_one_mark() -> None:
    assert [text for text, *_ in items(written(bullets((bullets("a"),), "b")))] == ["a", "b"]


def test_an_item_may_begin_with_a_quote_or_be_bare() -> None:
    read = written(numbers((Quote((p("said"),)),), ()))
    assert [text for text, *_ in items(read)] == ["said", ""]


def test_a_list_without_items_is_nothing() -> None:
    assert written(Listing(()), p("Text.")).styles() == ["Title", "Normal"]


def test_a_list_nine_levels_deep_and_deeper_is_written() -> None:
    deep = bullets("x")
    for _ in range(11):
        deep = bullets((p("x"), deep))
    assert max(int(level) for _, level, _ in items(written(deep))) == 8


def test_quotes_are_in_their_style_with_lists_in_them() -> None:
    read = written(Quote((p("said"), bullets("one"))))
    assert read.styles()[1:] == ["Quote", "Quote"]
    assert [text for text, *_ in items(read)] == ["one"]


def test_a_box_has_a_bold_title_that_can_be_found_among_the_headings() -> None:
    read = written(Callout("Open points", (p("Two are open."), bullets("one", (p("two"), bullets("three"))))))
    assert read.styles()[1:] == ["CalloutTitle", "Callout", "Callout", "Callout", "CalloutInner"]
    (style,) = read.find("//w:style[@w:styleId='CalloutTitle']", "styles")
    assert style.find("w:rPr/w:b", NS) is not None
    level = style.find("w:pPr/w:outlineLvl", NS)
    assert level is not None
    assert level.get(f"{{{NS['w']}}}val") == "0"
    assert read.find("//w:style[@w:styleId='Callout']//w:pBdr/w:left", "styles")


def test_the_bar_of_a_box_stays_where_it_is_when_the_words_are_indented() -> None:
    styles = written().part("styles")

    def bar(style: str) -> int:
        (border,) = styles.xpath(f"w:style[@w:styleId='{style}']//w:pBdr/w:left/@w:space", namespaces=NS)
        (indent,) = styles.xpath(f"w:style[@w:styleId='{style}']//w:ind/@w:left", namespaces=NS)
        assert int(border) <= 31, "Word's own limit"
        return int(indent) - 20 * int(border)

    assert bar("Callout") == bar("CalloutInner")


def test_facts_are_labels_with_their_values_beside_them() -> None:
    read = written(Facts((("Owner", (p("Siân"),)), ("Consulted", (p("Panels:"), bullets("young"))))))
    assert read.styles()[1:] == ["Facts", "Facts", "Facts"]
    assert [words(paragraph) for paragraph in read.body[1:4]] == ["Owner:Siân", "Consulted:Panels:", "young"]
    label, tab = read.body[1].findall("w:r", NS)[:2]
    assert label.find("w:rPr/w:b", NS) is not None
    assert tab.find("w:tab", NS) is not None


@pytest.mark.parametrize(("number", "kept"), [(1, ""), (2, "1"), (3, "12"), (5, "14")])
def test_no_line_of_facts_is_left_alone_where_a_page_ends(number: int, kept: str) -> None:
    read = written(Facts(tuple((str(at), (p("x"),)) for at in range(1, number + 1))), p("After."))
    facts = read.find("//w:p[w:pPr/w:pStyle/@w:val='Facts'][w:pPr/w:keepNext]")
    assert "".join(words(fact)[0] for fact in facts) == kept
    assert read.body[number + 1].find("w:pPr/w:keepNext", NS) is None


def test_facts_in_a_cell_run_into_their_values() -> None:
    facts = Facts((("Owner", (p("Siân"),)), ("Asked?", (bullets("the panel"),))))
    read = written(Table("T", ("A", "B"), (Row(((p("1"),), (facts,))),)))
    (cell,) = read.find("//w:tr[2]/w:tc[2]")
    assert [words(paragraph) for paragraph in cell.findall("w:p", NS)] == ["Owner: Siân", "Asked?", "the panel"]


def test_no_paragraph_is_empty_and_none_is_a_table_in_disguise() -> None:
    read = written(h(1, "H"), p("one"), bullets("two"), Quote((p("three"),)), Callout("T", (p("four"),)))
    assert all(words(paragraph) for paragraph in read.find("//w:body/w:p"))
    assert not read.find("//w:tbl")


def test_what_the_code_says_of_indents_is_what_the_template_says() -> None:
    read = written()
    for style, indent in blocks.INDENTS.items():
        based = read.find(f"//w:style[@w:styleId='{style}']/w:basedOn/@w:val", "styles")
        own = read.find(f"//w:style[@w:styleId='{style}']//w:ind/@w:left", "styles")
        inherited = read.find(f"//w:style[@w:styleId='{based[0]}']//w:ind/@w:left", "styles")
        assert (own or inherited) == [str(indent)], style
    lefts = [int(left) for left in read.find("//w:abstractNum[1]/w:lvl//w:ind/@w:left", "numbering")]
    assert {right - left for left, right in pairwise([0, *lefts])} == {numbering.STEP}
    sides = read.find(
        "//w:style[@w:styleId='AssessmentTable']//w:tblCellMar/*[self::w:left|self::w:right]/@w:w", "styles"
    )
    assert sum(map(int, sides)) == tables.PADDING
    facts = read.find("//w:style[@w:styleId='Facts']//w:ind", "styles")[0]
    assert facts.get(f"{W}left") == facts.get(f"{W}hanging") == str(blocks.FACT)


@pytest.mark.parametrize("block", [p("Text."), Paragraph((Strong((Words("Bold."),)),))])
def test_running_text_needs_no_direct_formatting(block: Paragraph) -> None:
    properties = written(block).body[1][0]
    assert [child.tag for child in properties if child.tag != f"{W}sectPr"] == [f"{W}pStyle"]


def test_a_label_too_long_to_stand_beside_its_value_stands_above_it() -> None:
    read = written(Facts((("Owner", (p("a"),)), ("By whom, and with whose advice", (p("b"),)))))
    between = [paragraph.findall("w:r", NS)[1][0].tag for paragraph in read.body[1:3]]
    assert between == [f"{W}tab", f"{W}br"]
