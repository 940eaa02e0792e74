"""Tables: header rows, row headers, widths, cells, and what stands around them."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from word_reading import NS, Read, W, document, words, written
from word_sample import LONG, bullets, h, jump, numbers, p

from eia.document.tree import Block, Blocks, Callout, Paragraph, Row, Table
from eia.publishing.word import write
from eia.publishing.word.tables import columns, share

HEAD = ("Year", "All")
ROWS = (Row(((p("2019"),), (p("55%"),))), Row(((p("2020"),), (p("48%"),))))
TABLE = Table("Trust by year", HEAD, ROWS)


def row(*cells: str | Blocks, anchor: str | None = None) -> Row:
    return Row(tuple((p(cell),) if isinstance(cell, str) else cell for cell in cells), anchor)


def outline(read: Read) -> list[str]:
    """The styles of the body's paragraphs, and `table` for each table."""
    blocks = [child for child in read.body if child.tag in (f"{W}p", f"{W}tbl")]
    return ["table" if b.tag == f"{W}tbl" else b.find("w:pPr/w:pStyle", NS).get(f"{W}val") for b in blocks]


def test_the_caption_is_a_paragraph_above_the_table() -> None:
    read = written(TABLE, p("After."))
    assert outline(read) == ["Title", "Caption", "table", "Normal"]
    assert words(read.body[1]) == "Trust by year"


def test_the_first_row_is_marked_as_header_and_looks_like_one() -> None:
    read = written(TABLE)
    first, *others = read.find("//w:tr")
    assert first.find("w:trPr/w:tblHeader", NS) is not None
    assert not any(other.find("w:trPr/w:tblHeader", NS) is not None for other in others)
    assert [words(cell) for cell in first.findall("w:tc", NS)] == list(HEAD)
    look = read.find("//w:tblPr/w:tblLook")[0]
    assert (look.get(f"{W}firstRow"), look.get(f"{W}firstColumn"), look.get(f"{W}val")) == ("1", "1", "06A0")
    for part in ("firstRow", "firstCol"):
        assert read.find(f"//w:tblStylePr[@w:type='{part}']/w:rPr/w:b", "styles")


def test_columns_have_fixed_widths_that_fill_the_text() -> None:
    read = written(Table("T", HEAD, ROWS, widths=(1, 2)))
    assert read.find("//w:tblLayout/@w:type") == ["fixed"]
    grid = [int(width) for width in read.find("//w:gridCol/@w:w")]
    assert sum(grid) == int(read.find("//w:tblW/@w:w")[0]) == 11906 - 2 * 1418
    assert grid[1] == pytest.approx(2 * grid[0], abs=2)
    for tr in read.find("//w:tr"):
        assert [int(width) for width in tr.xpath("w:tc/w:tcPr/w:tcW/@w:w", namespaces=NS)] == grid


@pytest.mark.parametrize(("width", "parts"), [(100, (1, 1, 1)), (9070, (16, 13, 41, 30)), (7, (5,)), (10, (3, 4))])
def test_a_width_is_shared_without_a_remainder(width: int, parts: tuple[int, ...]) -> None:
    shared = share(width, parts)
    assert sum(shared) == width
    assert all(abs(got - width * part / sum(parts)) < 1 for got, part in zip(shared, parts, strict=True))


def test_a_narrow_column_is_widened_until_its_heading_fits() -> None:
    head = ("Characteristic", "What will be done", "By")
    widths = columns(head, (5, 80, 15), 9070)
    assert sum(widths) == 9070
    assert widths[0] > 2000 > share(9070, (5, 80, 15))[0]
    assert columns(head, (30, 40, 30), 9070) == share(9070, (30, 40, 30))


def test_widths_stay_as_they_are_where_no_column_has_room_to_give() -> None:
    head = ("Extraordinarily-long",) * 3
    assert columns(head, (1, 1, 2), 4000) == share(4000, (1, 1, 2))


def test_no_cell_is_merged_or_empty_and_every_cell_ends_in_a_paragraph() -> None:
    read = written(Table("T", HEAD, (row("a", (p("b"), bullets("c"))), row("d", (TABLE,)))))
    assert not read.find("//w:gridSpan | //w:vMerge | //w:hMerge")
    for cell in read.find("//w:tc"):
        assert words(cell)
        assert cell[-1].tag == f"{W}p"


def test_cells_hold_paragraphs_and_lists() -> None:
    read = written(Table("T", HEAD, (row("a", (p("b"), numbers("c", (p("d"), p("e"))))),)))
    (cell,) = read.find("//w:tr[2]/w:tc[2]")
    styles = cell.xpath("w:p/w:pPr/w:pStyle/@w:val", namespaces=NS)
    assert styles == ["TableText", "ListNumber", "ListNumber", "ListContinue"]


def test_a_table_in_a_cell_becomes_a_list_with_labels() -> None:
    inner = Table("By sex", ("Sex", "Rate"), (row("Women", "5%", anchor="w"), row("Men", (bullets("7%"),))))
    read = written(Table("T", HEAD, (row("a", (inner,)),)), p(jump("w", "women")))
    assert len(read.find("//w:tbl")) == 1
    (cell,) = read.find("//w:tr[2]/w:tc[2]")
    found = [words(paragraph) for paragraph in cell.findall("w:p", NS)]
    assert found == ["By sex:", "Sex: Women", "Rate: 5%", "Sex: Men", "Rate:", "7%"]


def test_long_rows_may_break_over_pages_and_short_ones_do_not() -> None:
    read = written(
        Table("T", HEAD, (row("short", "one"), row("long", LONG * 8), row("many", (bullets(*"abcdefghijklmno"),))))
    )
    assert [bool(tr.findall("w:trPr/w:cantSplit", NS)) for tr in read.find("//w:tr")] == [True, True, False, False]


def test_a_row_to_sign_leaves_room_for_a_pen_and_no_other_does() -> None:
    read = written(Table("T", HEAD, (row("a", "b"), replace(row("Director", "Not signed"), to_sign=True))))
    heights = [tr.find("w:trPr/w:trHeight", NS) for tr in read.find("//w:tr")]
    assert heights[:2] == [None, None]
    assert heights[2].get(f"{W}hRule") == "atLeast"


def test_an_empty_cell_is_an_error() -> None:
    with pytest.raises(ValueError, match="empty"):
        written(Table("T", HEAD, (row("a", ()),)))


def test_a_row_with_too_few_cells_is_an_error() -> None:
    with pytest.raises(ValueError, match="1 cells in 2 columns"):
        written(Table("T", HEAD, (row("a"),)))


def test_what_follows_a_table_keeps_its_distance_without_an_empty_paragraph() -> None:
    for follower in (p("After."), bullets("After.")):
        read = written(TABLE, follower)
        assert read.body[3].find("w:pPr/w:spacing", NS).get(f"{W}before") == "240"
    assert written(TABLE, h(1, "After")).body[3].find("w:pPr/w:spacing", NS) is None


def test_two_tables_that_touch_stay_two() -> None:
    bare = Table("", HEAD, ROWS)
    assert outline(written(bare, bare, p("After."))) == ["Title", "table", "TableEnd", "table", "Normal"]


def test_the_paragraph_after_the_last_table_is_too_small_to_see() -> None:
    read = written(TABLE)
    assert outline(read)[-1] == "TableEnd"
    (spacing,) = read.find("//w:style[@w:styleId='TableEnd']//w:spacing", "styles")
    assert {key.removeprefix(W): value for key, value in spacing.attrib.items()} == {
        "after": "0",
        "line": "20",
        "lineRule": "exact",
    }


def test_a_table_in_a_box_or_a_list_is_indented_with_it() -> None:
    for block in (Callout("Box", (TABLE,)), bullets((p("one"), TABLE))):
        read = written(block, p("After."))
        indent, width = int(read.find("//w:tblInd/@w:w")[0]), int(read.find("//w:tblW/@w:w")[0])
        assert indent > 0
        assert indent + width == 11906 - 2 * 1418


def test_a_table_of_three_hundred_rows_takes_less_than_a_second_and_a_half() -> None:
    cells: Blocks = (p(LONG), bullets(LONG, "b"), p("See ", jump("r1", "r1")))
    rows = tuple(row(f"r{number}", cells, cells, anchor=f"r{number}") for number in range(300))
    large = document(Table("T", ("A", "B", "C"), rows, wide=True))
    began = time.perf_counter()
    write(large)
    assert time.perf_counter() - began < 1.5


def test_headings_do_not_part_from_what_they_head() -> None:
    styles = written().part("styles")
    for style in ("Title", "Heading1", "Caption", "TableHead", "CalloutTitle"):
        assert styles.xpath(f"w:style[@w:styleId='{style}']/w:pPr/w:keepNext", namespaces=NS), style


@pytest.mark.parametrize("block", [p(""), Paragraph(())])
def test_an_anchored_row_may_begin_with_any_block(block: Block) -> None:
    read = written(Table("T", HEAD, (row((block,), "b", anchor="x"),)), p(jump("x", "there")))
    assert len(read.find("//w:tc//w:bookmarkStart")) == 1
