"""Whatever a text holds, it is judged at once and without a crash."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from text_samples import FINE, flaws, rules, source_of, text, tree

from eia.text.read import LARGEST
from eia.text.span import Route
from eia.text.tree import Mapping, Node, Scalar, Sequence, Tree
from eia.text.yaml import parse

PIECES = [
    *("a", "b c", "é", "😀", ":", ": ", "- ", "\n", "\n  ", "\n    ", "\r\n", "\r", "\t", " ", "#", " # x", "|\n"),
    *("|", ">-\n", "'", '"', "''", "\\", "\\u00e9", "[", "]", "{", "}", ",", "&", "*", "!", "%", "@", "`", "?", "? "),
    *("<<", "---\n", "...\n", "\u00a0", "\u00ad", "\u200b", "\u200d", "\u202e", "\u2028", "\x85", "\x0b", "\ufeff"),
    *("\ud800", "<<<<<<< x\n", "=======\n", ">>>>>>> y\n", "-x", "– ", "• ", "“", "”", "key: text\n", "k:\n  - "),
]
YAML = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def routes(node: Node, so_far: Route = ()) -> list[Route]:
    if isinstance(node, Mapping):
        return [so_far, *(route for key in node.first for route in routes(node.first[key].value, (*so_far, key)))]
    if isinstance(node, Sequence):
        return [so_far, *(route for index, item in enumerate(node.items) for route in routes(item, (*so_far, index)))]
    return [so_far]


def holds(found: Tree) -> None:
    """What is true of every tree."""
    found.data()
    for route in routes(found.root):
        node = found.node(route)
        near = found.nearest(route)
        assert near.start <= near.end
        if isinstance(node, Scalar):
            part = found.within(route, 0, len(node.value))
            assert node.span.start <= part.start <= part.end <= node.span.end
            exact(found, route, node)


def exact(found: Tree, route: Route, scalar: Scalar) -> None:
    """Each line of a literal text, and each bare or quoted text on one line, stands in the file as it is."""
    if scalar.style == "folded" or (scalar.style != "literal" and "\n" in found.text.slice(scalar.span)):
        return
    if "\\" in found.text.slice(scalar.span) or "''" in found.text.slice(scalar.span) or "\ufffd" in scalar.value:
        return
    if "\r" in found.text.slice(scalar.span) or found.text.slice(scalar.span).startswith(("*", "&", "!")):
        return
    start = 0
    for line in scalar.value.rstrip().split("\n"):
        part = found.within(route, start, start + len(line))
        assert found.text.slice(part).strip(" \t") == line.strip(" \t")
        start += len(line) + 1


@pytest.mark.slow
@settings(max_examples=1500, deadline=2000)
@given(YAML)
def test_no_text_makes_the_parser_raise_and_every_place_is_in_the_text(source: str) -> None:
    parsed = parse(text(source))
    for flaw in parsed.flaws:
        assert 0 <= flaw.span.start <= flaw.span.end <= len(source)
        assert flaw.message
        assert "\n" not in flaw.message
    assert parsed.tree or any(not flaw.warning for flaw in parsed.flaws)
    if parsed.tree:
        holds(parsed.tree)


@settings(max_examples=300, deadline=2000)
@given(st.text())
def test_no_characters_make_the_parser_raise(source: str) -> None:
    parsed = parse(text(source))
    if parsed.tree:
        holds(parsed.tree)


@settings(max_examples=300, deadline=2000)
@given(YAML.filter(lambda source: "\r" not in source))
def test_windows_line_ends_change_nothing(source: str) -> None:
    unix, windows = parse(text(source)), parse(text(source.replace("\n", "\r\n")))
    places = [
        [(flaw.rule, each.tree and 0, here.position(flaw.span.start)) for flaw in each.flaws]
        for each, here in ((unix, text(source)), (windows, text(source.replace("\n", "\r\n"))))
    ]
    assert places[0] == places[1]
    assert (unix.tree and unix.tree.data()) == (windows.tree and windows.tree.data())


@pytest.mark.parametrize("path", FINE, ids=lambda path: path.stem)
def test_every_tree_of_a_fine_file_keeps_its_promises(path: object) -> None:
    for each in FINE:
        holds(tree(source_of(each)))


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("[" * 100_000, "over-limit"),
        ("a: " + "[" * 100_000, "over-limit"),
        ("a: " + "{b: " * 100_000, "over-limit"),
        ("- " * 100_000, "over-limit"),
        ("a:\n  " + "- " * 100_000 + "x", "over-limit"),
        ("".join(" " * level + f"a{level}:\n" for level in range(200)), "over-limit"),
        ("a: " + "b" * 100_001, "over-limit"),
        ("a: |\n" + "  text\n" * 20_001, "over-limit"),
        ("a: '" + "b" * (LARGEST - 5), "broken-yaml"),
        ("a: [" + "b, " * 600_000, "over-limit"),
        ("a: b\n\t" * 300_000, "broken-yaml"),
        ("a: \u202eb\n" * 30_000, "duplicate-key"),
        ("<<<<<<< x\n" * 200_000, "merge-conflict"),
        ("a\n" * 1_000_000, "over-limit"),
        ("a: " + "\t" * 2_000_000, None),
        (" " * 2_000_000 + "\ta: b", "broken-yaml"),
        ("# x\n" * 200_000 + "a: b", None),
        ("a: b # x\n" + "".join(f"k{number}: v #\n" for number in range(30_000)), None),
        ("a:\n    b: c\n" + "# x\n" * 400_000 + "  d: e", "broken-yaml"),
        ("? " * 500_000, "unsupported-yaml"),
        ("a: " + "*" * 90_000, "unsupported-yaml"),
        ("a: " + "“" * 90_000, None),
        ("a: x\n" + "  - y\n" * 10_000, "swallowed-text"),
        ('a: "' + "\\x41" * 24_000 + '"', None),
        ("a:b " * 500_000, "over-limit"),
        ("-" * 2_000_000, "over-limit"),
        ("".join(f"k{number}: v\n" for number in range(30_000)), None),
    ],
    ids=lambda value: None if value is None else value[:12].encode("unicode_escape").decode(),
)
@pytest.mark.slow
def test_extremes_are_judged_in_no_time(source: str, rule: str | None) -> None:
    begun = time.process_time()
    found = rules(source)
    assert time.process_time() - begun < 2
    assert found == [] if rule is None else rule in found


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_depth_is_one_flaw(opening: str) -> None:
    assert len(flaws(opening * 100_000)) == 1


@pytest.mark.parametrize(("levels", "told"), [(64, []), (65, ["over-limit"])])
def test_sixty_four_levels_are_enough(levels: int, told: list[str]) -> None:
    assert rules("a: " + "[" * (levels - 1) + "x" + "]" * (levels - 1)) == told


def test_a_long_text_is_searched_a_thousand_times_in_no_time() -> None:
    long = tree("a: |\n" + "  word and word\n" * 5_000)
    begun = time.process_time()
    for offset in range(1000):
        long.within(("a",), offset * 50, offset * 50 + 4)
    assert time.process_time() - begun < 1
