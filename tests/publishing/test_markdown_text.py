"""Markdown as somebody sees it who does not know it: in a plain window, in a letter, in another editor."""

from __future__ import annotations

import re

import pytest

from eia.document.tree import (
    Block,
    Code,
    Document,
    Emphasis,
    Facts,
    Furniture,
    Heading,
    Inlines,
    Jump,
    LineBreak,
    Link,
    Listing,
    NoteMark,
    Paragraph,
    Quote,
    Row,
    Strong,
    Table,
    Words,
)
from eia.publishing import markdown


def line(text: str) -> Paragraph:
    return Paragraph((Words(text),))


def written(*blocks: Block) -> str:
    """What stands below the title and above the footnotes and the seal."""
    notes: dict[str, Inlines] = {"a": (Words("A report"),)}
    text = markdown.write(Document("T", "en-GB", blocks, Furniture("Page", "of"), notes=notes)).decode()
    return re.split(r"\n\[\^1\]: |\n<!-- eia-seal", text.removeprefix("# T\n\n"))[0].rstrip("\n")


@pytest.mark.parametrize(
    "text",
    [
        "fewer than <5 people, or 5 < 10 > 3, or -> so",
        "pupil_records_2025.csv",
        "S:\\Equality\\EIA 2026",
        "2 * 3, ~5 people and ~6",
        "they [the panel] said so, and [sic].",
        "A&E, R&D, North|South",
        "https://example.org/a_b?c=1&d=2 and www.example.org, or jo_b@example.org",
        "C# and #1, 5.2, -3%",
        "Tŷ Gŵyl, שלום, 👮🏽‍♀️, £\u00a05",
        "snake_case_word [see it (again)]!",
    ],
)
def test_a_sign_that_does_no_harm_stands_as_it_was_written(text: str) -> None:
    assert written(line(text)) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a *b* c_ _d", r"a \*b\* c\_ \_d"),
        ("<b>, </b>, <!-- x -->, <a@b.c>, <5@b.c>", r"\<b\>, \</b\>, \<!-- x -->, \<a@b.c\>, \<5@b.c\>"),
        ("# a", r"\# a"),
        ("- a", r"\- a"),
        ("2019. A year", r"2019\. A year"),
        ("> a", r"\> a"),
        ("---", r"\---"),
        ("[a](b) [c]: d [^1] [x] e", r"\[a\](b) \[c\]: d \[^1\] \[x\] e"),
        ("&amp; a~~b~~", r"&amp; a\~\~b\~\~".replace("&", "\\&")),
        ("C:\\_a\\", r"C:\\\_a\\"),
        ("https://a.org/x*y", r"https\://a.org/x\*y"),
        ("| a |", r"| a |"),
        ("| - |", r"\| - |"),
        ("    a", "a"),
    ],
)
def test_a_sign_that_would_mean_something_stands_behind_another(text: str, escaped: str) -> None:
    assert written(line(text)) == escaped


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ((NoteMark("a"), Words(": so")), r"[^1]\: so"),
        ((NoteMark("a"), Words("(so)")), r"[^1]\(so)"),
        ((Words("https://a.org/x"), NoteMark("a")), r"https\://a.org/x[^1]"),
        ((Words("See https://a.org/x"),), "See https://a.org/x"),
        ((Words("so!"), Link("https://a.org", (Words("it"),))), r"so\![it](https://a.org)"),
        ((Code("https://a.org"), NoteMark("a")), "`https://a.org`[^1]"),
        ((Words("a"), LineBreak(), LineBreak(), Words("- b")), "a  \n\\- b"),
        ((Emphasis((Words(" a "),)), Strong((Words("b"),))), " *a* **b**".strip()),
    ],
)
def test_pieces_give_each_other_no_meaning(content: Inlines, said: str) -> None:
    assert written(Paragraph(content)) == said


def test_a_list_behind_a_list_is_another_list() -> None:
    facts = Facts((("Source", (line("Survey"),)),))
    said = written(Listing(((line("a"),), (line("b"),))), facts, Listing(((line("c"),),)))
    assert said == "- a\n- b\n\n* **Source:** Survey\n\n- c"
    numbers = Listing(((line("a"),),), numbered=True, first=3)
    assert written(numbers, numbers, line("x"), numbers) == "3. a\n\n3) a\n\nx\n\n3. a"


def test_a_quote_has_no_blanks_at_the_end_of_its_lines_and_one_line_below() -> None:
    assert written(Quote((line("a"), line("b"))), line("c")) == "> a\n>\n> b\n\nc"


def table(*cells: str) -> Table:
    return Table("", ("Branch", "Hours"), (Row(tuple((line(cell),) for cell in cells), "row a"),))


def test_a_table_stays_one_as_long_as_its_rows_are_short() -> None:
    assert written(table("North", "a|b")) == "| Branch | Hours |\n| --- | --- |\n| North | a\\|b |"
    long = "what was heard " * 10
    assert written(table("North", long)) == f"- **Branch:** North\n\n  **Hours:** {long.strip()}"


def test_places_that_are_called_alike_are_told_apart() -> None:
    jumps = Paragraph((Jump("place 1", (Words("a"),)), Jump("place-1", (Words("b"),)), Jump("x", (Words("c"),))))
    places = (
        Paragraph((Words("d"),), "place 1"),
        Paragraph((Words("e"),), "place-1"),
        Heading(1, (Words("Place 1"),), "x"),
    )
    said = written(jumps, *places)
    targets = re.findall(r"\(#([^)]*)\)", said)
    assert targets[2] == "place-1"
    assert len({*targets}) == 3
    for target, word in zip(targets, "de", strict=False):
        assert f'<a id="{target}"></a>{word}' in said
