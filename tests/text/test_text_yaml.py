"""What parses without a word, what is reported, and what makes no difference."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from text_samples import FINE, flaws, marked, rules, source_of, text, tree

from eia.text import grow
from eia.text.span import Text
from eia.text.tree import Node, Scalar, Sequence
from eia.text.yaml import LIBYAML, parse

QUIET = [
    "a: b",
    "a: b\n",
    "---\na: b\n",
    "# remark\n---\na: b\n...\n",
    "a: https://example.org/?x=1#here",
    "a: it's the library's",
    "a: '10:30'\nb: 10:30\nc: at 10:30, or 11",
    "a: C# and F#, plan#4",
    "a: see # a remark",
    "a: b #! odd\nb: 'c' #4\nc: [d] #5\n#4 a remark\n",
    "a:   # a remark\n  b: c\n",
    "a: x - y – z — w",
    "a: -5\nb: -18% (-40,210)\nc: - 5\n".replace("- 5", "-.5"),
    "a:\n  -5\n",
    "a: the mornings\n  – which many asked for\n  were kept",
    "a: “Quiet” mornings and “longer” evenings",
    "a: |\n  “Quiet mornings”\n",
    "a: |\n  - one\n  – two\n  * three\n",
    "a: |\n\n  text after a blank line\n\n\nb: c\n",
    "a: |\n  text\twith a tab\n  \tand one after the indentation\n",
    "a: |\n  text\n\t\n  more\n",
    "a: b\n\t\nc: d\n\u00a0\ne: f\n",
    "a: 'one\n\ttwo'\n",
    "a: |\n  one\n  \u00a0two\n",
    "a: £40\u00a0000 for the\u00a0year",
    "a: [one two, three]\nb: {c: d, e: f}\nc: {d: , e: ''}\n",
    "a: [\n  one,\n  two,\n]\n",
    "a:\n- b\n- c: d\n  e: f\n-   - g\n",
    "'a b': c\n\"d\": e\nf g h: i\n",
    "a: =======\nb: <<<<<<< not at the start\n",
    "a: |\n  =======\n  <<<<<<< HEAD\n",
    "a: '<<'\n'<<': b\n",
    "a: ~\nb: null\nc: yes\n",
    "a: 'ends with a colon:'\nb: ratio 3:1\nc: x::y\n",
    "a: note:this\nb:\n- mailto:officer@example.org\n- note:this\n",
    "a: می‌خواهیم بمانیم\n",
    "a: family 👩‍👩‍👧 and flag 🏴󠁧󠁢󠁷󠁬󠁳󠁿\n",
    "a: Ŵyl y Banc, cŵn, tŷ\n",
    "a: c\u0323\u0301 combining\n",
    "a: !\n".replace("!", "hello! *not* & @ `x` %"),
    "a: >-\n  one\n  two\n",
    "a: >2\n    one\n",
    "a:\n  text on its own line\n",
    "a:\n  https://example.org\nb:\n  urn:isbn:0451450523\nc:\n  mailto:officer@example.org\n",
    "a:\r\n  - b\r\n  - |\r\n    c\r\n",
    "a: b\rc: d\r",
]


@pytest.mark.parametrize("source", QUIET)
def test_odd_but_fine_files_give_no_flaw(source: str) -> None:
    parsed = parse(text(source))
    assert parsed.flaws == ()
    assert parsed.tree


@pytest.mark.parametrize("path", FINE, ids=lambda path: path.stem)
def test_whole_files_that_are_fine_give_no_flaw(path: Path) -> None:
    assert flaws(source_of(path)) == ()


def plainly(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plainly(item) for item in node.items]
    return {entry.key.value: plainly(entry.value) for entry in node.entries}


@pytest.mark.parametrize("source", [*(source_of(path) for path in FINE), *QUIET])
def test_the_tree_says_what_any_other_reader_of_yaml_reads(source: str) -> None:
    expected = source.replace("\n\t\n", "\n\n").replace("\u00a0\n", "\n")
    assert plainly(tree(source).root) == yaml.load(expected, Loader=yaml.BaseLoader)


@pytest.mark.parametrize("source", [*(source_of(path) for path in FINE), *QUIET])
def test_the_slow_parser_reads_the_same(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = parse(text(source))
    monkeypatch.setattr(grow, "LIBYAML", False)
    slow = parse(text(source))
    assert slow.flaws == fast.flaws
    assert slow.tree
    assert fast.tree
    assert (slow.tree.data(), slow.tree.comments) == (fast.tree.data(), fast.tree.comments)


def test_the_fast_parser_is_there() -> None:
    assert LIBYAML


@pytest.mark.parametrize("path", FINE, ids=lambda path: path.stem)
def test_line_ends_change_neither_data_nor_places(path: Path) -> None:
    source = source_of(path)
    unix, windows = tree(source), tree(source.replace("\n", "\r\n"))
    assert windows.data() == unix.data()
    assert [comment.text for comment in windows.comments] == [comment.text for comment in unix.comments]
    for entry, twin in zip(unix.root.entries, windows.root.entries, strict=True):
        for ours, theirs in ((entry.key.span, twin.key.span), (entry.value.span, twin.value.span)):
            assert unix.text.position(ours.start) == windows.text.position(theirs.start)
            assert unix.text.position(ours.end) == windows.text.position(theirs.end)


@pytest.mark.parametrize(
    ("source", "remarks"),
    [
        ("# one\na: b # two\n", ["one", "two"]),
        ("a: b#c\nd: https://e#f\n", []),
        ("a: 'b # c' # d\ne: \"f # g\"\n", ["d"]),
        ("a: | # one\n  # two\n  text # three\n# four\n", ["one", "four"]),
        ("a: >-\n\n  # one\n\n # two\nb: c\n", ["two"]),
        ("a: | # one\nb: c\n", ["one"]),
        ("a:\n  # eia: ignore[some-rule] for a reason\n  b: c\n", ["eia: ignore[some-rule] for a reason"]),
        ("a: [b, # one\n  c] # two\n", ["one", "two"]),
        ("a: b c\n  d # one\n", ["one"]),
        ("#\na: b\n#", ["", ""]),
        ("a: {'#b': '#c'} #d\n", ["d"]),
    ],
)
def test_remarks_are_kept_and_a_number_sign_is_not_always_one(source: str, remarks: list[str]) -> None:
    found = tree(source)
    assert [comment.text for comment in found.comments] == remarks
    assert all(found.text.slice(comment.span).startswith("#") for comment in found.comments)


@pytest.mark.parametrize(
    "character",
    [
        *("\x00", "\x07", "\x0b", "\x0c", "\x7f", "\x85", "\x9b", "\u061c", "\u200e", "\u202e", "\u2028", "\u2029"),
        *("\u2066", "\ufeff", "\ufffe", "\U000e0041", "\ud800"),
    ],
)
def test_a_character_that_hides_is_found_wherever_it_stands(character: str) -> None:
    for source in (f"a{character}b: c", f"a: b{character}c d", f"a: |\n  b {character} c\n", f"a: b # c{character}d\n"):
        assert rules(source) == ["hidden-character"], source
        assert marked(source) == [character]


@pytest.mark.parametrize("escape", ["\\0", "\\a", "\\e", "\\v", "\\x1b", "\\u202e", "\\U000E0041", "\\L", "\\N"])
def test_a_character_that_hides_is_found_when_it_is_spelt_out(escape: str) -> None:
    assert marked(f'a: "one {escape} two"') == [escape]
    assert marked(f'a: "one \\{escape} two"') == []


@pytest.mark.parametrize("character", ["\u00ad", "\u200b", "\u2060", "\u180e"])
def test_an_empty_character_is_a_mistake_in_a_word_and_a_remark_in_prose(character: str) -> None:
    assert [flaw.warning for flaw in flaws(f"a{character}b: one{character}\nc: one {character}two # x{character}")] == [
        False,
        False,
        True,
        True,
    ]
    assert [flaw.warning for flaw in flaws(f'a: "x{character}"\nb: "one tw\\u{ord(character):04x}o"')] == [False, True]


@pytest.mark.parametrize("joiner", ["\u200c", "\u200d"])
def test_a_joiner_belongs_to_prose_and_not_to_names(joiner: str) -> None:
    assert rules(f"a: one t{joiner}wo\nb: |\n  one{joiner} two") == []
    assert marked(f"a{joiner}b: one{joiner}two") == [joiner, joiner]


def test_a_no_break_space_in_a_key_makes_another_key_of_it() -> None:
    assert marked("lead\u00a0officer: x") == ["\u00a0"]


def test_mistakes_of_different_kinds_are_all_reported() -> None:
    source = "a: b\u202e\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> x\nf:\n\u00a0g: h\ni: j: k\n\tl: m\n"
    assert rules(source) == [
        "hidden-character",
        "merge-conflict",
        "hidden-character",
        "broken-yaml",
        "broken-yaml",
    ]


def test_one_mistake_is_reported_once() -> None:
    assert rules("a:\n\tb: c\nd: e\n") == ["broken-yaml"]
    assert rules("a: *b c\nd: e\n") == ["unsupported-yaml"]
    assert rules("a:\u00a0b\nc: d\n") == ["hidden-character"]


def test_tabs_in_lines_that_follow_one_another_are_one_mistake() -> None:
    assert marked("a:\n\tb: c\n\td: e\nf:\n\tg: h\n") == ["\t", "\t"]


def test_a_file_with_a_merge_conflict_has_no_tree() -> None:
    assert parse(text("<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n")).tree is None


def test_a_file_with_mistakes_the_parser_can_read_past_keeps_its_tree() -> None:
    assert tree("a: b\na: c\nd: *e\nf:\n\u00a0\u00a0g: h\n").data() == {"a": "b", "d": "*e", "f": {"g": "h"}}


def test_flaws_come_in_the_order_of_the_file() -> None:
    found = flaws("a: “b”\na: c #4\nd: x\u00ady z\na: e\n")
    assert [flaw.span for flaw in found] == sorted(flaw.span for flaw in found)
    assert len(found) == 5


@pytest.mark.parametrize(
    "source", ['a: "\\UFFFFFFFF"', 'a: "\\xZZ"', "a: 'b", "a: [b", "a: b: c", "a: @b", "%YAML 9.9\n---\na: b"]
)
def test_the_slow_parser_is_stopped_by_the_same_mistakes(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = rules(source)
    monkeypatch.setattr(grow, "LIBYAML", False)
    assert rules(source) == fast


def test_a_text_with_a_character_the_parser_may_not_see_is_pointed_at_as_a_whole() -> None:
    found = parse(text("a: one\x0btwo three")).tree
    assert found
    assert found.text.slice(found.within(("a",), 8, 13)) == "one\x0btwo three"


def test_a_tab_after_a_colon_is_as_good_as_a_space() -> None:
    assert tree("a:\tb\n").data() == {"a": "b"}
    assert flaws("a:\tb\n") == ()


def test_a_file_saved_with_a_byte_order_mark_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: b\r\n")
    assert parse(Text(path, source_of(path))).flaws == ()
    assert source_of(path) == "a: b\r\n"
