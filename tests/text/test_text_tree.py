"""What a tree tells about a route: what stands there, where, and what to point at when nothing does."""

from __future__ import annotations

import pytest
from text_samples import tree

from eia.text.span import Route, Span
from eia.text.tree import Scalar, Tree

SOURCE = """\
title: Library hours
policy:
  aims: |
    Fewer hours in six branches
    and longer in two.

  change:
characteristics:
  age:
    mitigations:
      - how: Quiet mornings
        actions: 1.a; 2.b
      - actions: [3.a, '4.b']
    impact: ""
"""
MITIGATIONS: Route = ("characteristics", "age", "mitigations")


@pytest.fixture
def whole() -> Tree:
    return tree(SOURCE)


def words(tree: Tree, span: Span | None) -> str | None:
    return None if span is None else tree.text.slice(span)


@pytest.mark.parametrize(
    ("route", "value"),
    [
        (("title",), "Library hours"),
        (("policy", "aims"), "|\n    Fewer hours in six branches\n    and longer in two."),
        (("policy", "change"), ""),
        ((*MITIGATIONS, 0, "how"), "Quiet mornings"),
        ((*MITIGATIONS, 0), "how: Quiet mornings\n        actions: 1.a; 2.b"),
        ((*MITIGATIONS, 1, "actions"), "[3.a, '4.b']"),
        ((*MITIGATIONS, 1, "actions", 1), "'4.b'"),
        ((*MITIGATIONS, 2), None),
        ((*MITIGATIONS, "how"), None),
        (("title", 0), None),
        (("nothing",), None),
    ],
)
def test_a_value_is_the_characters_that_stand_there(whole: Tree, route: Route, value: str | None) -> None:
    assert words(whole, whole.value(route)) == value


@pytest.mark.parametrize(
    ("route", "key"),
    [
        (("policy", "change"), "change"),
        ((*MITIGATIONS, 0, "actions"), "actions"),
        ((*MITIGATIONS, 0), None),
        (("policy", "unknown"), None),
        ((), None),
    ],
)
def test_a_key_leads_to_a_value_and_items_have_none(whole: Tree, route: Route, key: str | None) -> None:
    assert words(whole, whole.key(route)) == key


@pytest.mark.parametrize(
    ("route", "place"),
    [
        (("title",), "Library hours"),
        (("policy", "change"), "change"),
        (("characteristics", "age", "impact"), "impact"),
        (("characteristics", "age", "because"), "age"),
        ((*MITIGATIONS, 1, "how"), "actions"),
        ((*MITIGATIONS, 7, "how"), "mitigations"),
        (("decision", "outcome"), "title"),
        (("decision",), "title"),
    ],
)
def test_the_nearest_place_is_the_value_else_a_key_on_the_way(whole: Tree, route: Route, place: str) -> None:
    assert words(whole, whole.nearest(route)) == place


def test_the_whole_of_an_entry_runs_from_its_key_to_the_end_of_its_value(whole: Tree) -> None:
    assert words(whole, whole.whole(("policy",))) == SOURCE[SOURCE.index("policy") : SOURCE.index("change:") + 7]
    assert words(whole, whole.whole((*MITIGATIONS, 1))) == "actions: [3.a, '4.b']"
    assert whole.whole(("nothing",)) is None


def test_the_data_is_text_in_the_order_of_the_file_and_silence_is_left_out(whole: Tree) -> None:
    assert whole.data() == {
        "title": "Library hours",
        "policy": {"aims": "Fewer hours in six branches\nand longer in two.\n"},
        "characteristics": {
            "age": {"mitigations": [{"how": "Quiet mornings", "actions": "1.a; 2.b"}, {"actions": ["3.a", "4.b"]}]}
        },
    }
    data = whole.data()
    assert isinstance(data, dict)
    assert list(data) == ["title", "policy", "characteristics"]


@pytest.mark.parametrize("silence", ["", '""', "''", "{}", "[]", "' '", "|", ">-", "# a remark"])
def test_silence_is_no_answer_however_it_is_written(silence: str) -> None:
    assert tree(f"title: Hours\nimpact: {silence}\n").data() == {"title": "Hours"}
    assert tree(f"list:\n- a\n- {silence}\n- b\n").data() == {"list": ["a", None, "b"]}


def test_a_row_whose_answers_are_all_missing_is_still_a_row() -> None:
    assert tree("age:\n  impact:\n  because:\n").data() == {"age": {}}


@pytest.mark.parametrize("value", ["no", "~", "null", "012", "1.10", "12:30", "2026-02-30", ".inf", "0x1F", "1_000"])
def test_a_value_is_text_whatever_it_looks_like(value: str) -> None:
    assert tree(f"a: {value}").data() == {"a": value}


def test_of_a_key_given_twice_the_first_counts_and_both_stay_in_the_tree() -> None:
    twice = tree("a: 1\nb: 2\na: 3\n")
    assert twice.data() == {"a": "1", "b": "2"}
    assert [entry.value.value for entry in twice.root.entries if isinstance(entry.value, Scalar)] == ["1", "2", "3"]


def test_a_text_that_cannot_be_followed_is_pointed_at_as_a_whole() -> None:
    spelt = tree('a: "one\\ntwo three"')
    assert words(spelt, spelt.within(("a",), 4, 7)) == '"one\\ntwo three"'


@pytest.mark.parametrize(
    ("written", "part", "place"),
    [
        ("Library hours", "hours", "hours"),
        ("'it''s the library''s'", "library's", "library''s"),
        ("'it''s the library''s'", "s the", "s the"),
        ('"a \\"quiet\\" \\u00e9t\\xe9"', '"quiet"', '\\"quiet\\"'),
        ('"a \\"quiet\\" \\u00e9t\\xe9"', "été", "\\u00e9t\\xe9"),
        ("|\n  one\n  two three\n", "three", "three"),
        ("|\n    one\n\n      two  three\n", "two  three", "two  three"),
        ("|\n    one\n\n      two  three\n", "  two", "  two"),
        (">\n  one two\n  three\n\n  four\n", "two three", "two\n  three"),
        (">-\n  one two\n  three\n\n  four\n", "four", "four"),
        ("one two\n  three\n\n  four", "four", "four"),
        ("'one two\n  three''s four'", "three's", "three''s"),
        ("|2-\n   one\n  two", "two", "two"),
        ("plain   text  of words", "  text  ", "  text  "),
        ("  plain   text  # remark", "plain   text", "plain   text"),
    ],
)
def test_a_part_of_a_value_has_its_own_place(written: str, part: str, place: str) -> None:
    found = tree(f"a: {written}\n")
    node = found.node(("a",))
    assert isinstance(node, Scalar)
    start = node.value.index(part)
    assert words(found, found.within(("a",), start, start + len(part))) == place


def test_offsets_count_through_the_items_of_a_list() -> None:
    joined = tree("a: [1.a, '2.b', c]\n")
    assert "1.a; 2.b; c".index("2.b") == 5
    assert words(joined, joined.within(("a",), 5, 8)) == "2.b"
    assert words(joined, joined.within(("a",), 0, 3)) == "1.a"
    assert words(joined, joined.within(("a",), 10, 11)) == "c"
    assert words(joined, joined.within(("a",), 0, 8)) == "1.a, '2.b"
    assert words(joined, joined.within(("a",), 4, 7, joint=" ")) == "2.b"


def test_an_offset_past_the_end_stays_inside_the_value() -> None:
    short = tree("a: text\nb: [x, y]\nc: {d: e}\n")
    assert words(short, short.within(("a",), 2, 99)) == "xt"
    assert words(short, short.within(("a",), 50, 99)) == ""
    assert words(short, short.within(("b",), 50, 99)) == "[x, y]"
    assert words(short, short.within(("c",), 0, 1)) == "{d: e}"
    rows = tree("a:\n  - b: c\n  - d\n")
    assert words(rows, rows.within(("a",), 0, 1)) == "- b: c\n  - d"
    assert words(short, short.within(("z",), 0, 1)) == "a"
