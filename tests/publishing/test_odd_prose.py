"""Whatever is odd in the prose is carried into both formats as it is, or refused at its place; it is never mangled."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from textwrap import indent
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

import eia
from eia.document import prose
from eia.document.cited import Syntax
from eia.document.tree import Blocks, Code, Document, Furniture, Inlines, LineBreak, Listing, Quote, Table, Words
from eia.document.walk import in_blocks
from eia.model.too_deep import DEEPEST, too_deep
from eia.publishing import html, markdown, word
from tests.asking import assessment
from tests.publishing.html_reading import page_text
from tests.publishing.word.word_faults import NS, W, faults
from tests.publishing.word.word_sample import png
from tests.running import within

LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3
ADDRESS = "https://example.org/" + "a/rather?long&path=1.2-" * 12

ODD = {
    "a footnote as elsewhere": "As said[^1] before.\n\n[^1]: In the minutes.",
    "a task list": "- [ ] Ask the panel.\n- [x] Ask officers.",
    "quotes within quotes": '> They said:\n>\n> > “Don’t ‘ask’ us — "again"…”',
    "Welsh": "Tŷ Gŵyl, Llŷr, Ŵyn, ẁ ẃ ẅ, Ynys Môn.",
    "no-break spaces": "£\u00a05 of 1\u202f000, page\u00a07.",
    "emoji": "👮🏽‍♀️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿 👨‍👩‍👧 ✅ 1️⃣",
    "combining characters": "e\u0301 n\u0303 Z\u0351\u036b\u0343 ệ e\u0323\u0302",
    "beyond the first plane": "𝒳 𓀀 𐤀 🜁",
    "right to left": "The panel said שלום עולם, and مرحبا بالعالم too.",
    "a long word": LONG,
    "a long address": f"See {ADDRESS} or <{ADDRESS}x>.",
    "signs of Markdown": r"\*not stressed\*, 2 \* 3 \* 4, snake_case_word, a|b, `a|b`, C# and \# 1, 5. 6) ~x~ ^y^ a\\b",
    "signs of HTML": "a < b > c & d &amp;amp; &nbsp\\; \"q\" 'q'",
    "stress": "**Bold *both* bold**, *one**two***three**, ***all***",
    "line ends": "one\\\ntwo\\\n=== three\\\n- four\n\n2019. A year.\n\n+ 5% more",
}
"""Prose, none of which is wrong."""

PIECES = [
    *("a", "b ", "word ", "é", "e\u0301", "👮🏽‍♀️", "שלום", "²", "١.", "\u00a0", "\u3000", "\t", "    "),
    *("*", "**", "_", "`", "``", "[", "]", "(", ")", "\\", "#", "# ", "!", "~", "~~", "|", ":", "'", '"', "]:"),
    *("\n", "\n\n", "\r\n", "\n- ", "\n  - ", "\n1. ", "\n> ", "-", "+", "=", "---", "===", "1)", "1.", "- [ ] x"),
    *("<b>", "&amp;", "&", "http://x.y/z", "[t](http://x.y/(a) b)", "[^1]", "[^1]: n", "<http://a.b>"),
    "| a | b |\n|---|---|\n| c | d |\n",
]
PROSE = st.lists(st.sampled_from(PIECES), max_size=8).map("".join) | st.text(
    alphabet=st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), max_size=20
)
"""Without the characters that lint refuses, since nobody sees them."""


def read(text: str) -> Blocks:
    return prose.blocks(text, lambda id, _: (Words(f"[@{id}]"),), lambda src, alt: Words(f"{alt} ({src})"), Syntax())


def document(blocks: Blocks) -> Document:
    return Document("T", "en-GB", blocks, Furniture("Page", "of"))


def said(blocks: Blocks) -> Iterator[str]:
    """The words of blocks, in their order."""
    for block in blocks:
        match block:
            case Table(head=head, rows=rows):
                yield from head
                yield from (piece for row in rows for cell in row.cells for piece in said(cell))
            case Listing(items=items):
                yield from (piece for item in items for piece in said(item))
            case Quote(blocks=inner):
                yield from said(inner)
            case _:
                yield from characters(tuple(in_blocks((block,))))


def characters(content: Inlines) -> Iterator[str]:
    for one in content:
        if isinstance(one, Words | Code):
            yield one.text
        elif isinstance(one, LineBreak):
            yield " "


def signs(pieces: Iterator[str]) -> str:
    """Every sign but blanks."""
    return "".join("".join(pieces).split())


def parts(content: bytes) -> list[etree._Element]:
    with ZipFile(BytesIO(content)) as archive:
        return [etree.fromstring(archive.read(name)) for name in ("word/document.xml", "word/footnotes.xml")]


def word_text(content: bytes) -> Iterator[str]:
    for part in parts(content):
        yield from map(str, part.itertext(f"{W}t"))


def markdown_text(content: bytes) -> Iterator[str]:
    """What GitHub's kind of Markdown shows; its reader here is not told where our prose comes from."""
    for token in MarkdownIt("commonmark", {"html": False, "maxNesting": 100}).enable("table").parse(content.decode()):
        for child in token.children or ():
            yield child.content if child.type in ("text", "code_inline") else " "


TEXT: dict[eia.files.Format, Callable[[bytes], Iterable[str]]] = {
    "docx": word_text,
    "html": page_text,
    "md": markdown_text,
}


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@example("`\t`a")
@given(PROSE)
def test_every_sign_of_any_prose_arrives_in_every_format(text: str) -> None:
    blocks = read(text)
    expected = "T" + signs(said(blocks))
    assert signs(word_text(word.write(document(blocks or read("a"))))) == (expected if blocks else "Ta")
    assert signs(page_text(html.write(document(blocks)))) == expected
    assert signs(markdown_text(markdown.write(document(blocks)).partition(b"\n<!-- eia-seal")[0])) == expected


@pytest.fixture
def odd(request: pytest.FixtureRequest, tmp_path: Path) -> eia.Dossier:
    """An assessment with a piece of prose in its text and in a cell of its table."""
    lines = "".join(f"      {line}\n" for line in ODD[request.param].split("\n"))
    body = f"text:\n  introduction: |\n{lines}characteristics:\n  age:\n    context: |\n{lines}"
    return eia.load(assessment(tmp_path, body, status="draft"))


@pytest.mark.parametrize("odd", ODD, indirect=True)
def test_odd_prose_is_no_error_and_stands_in_text_and_table(odd: eia.Dossier, request: pytest.FixtureRequest) -> None:
    text = ODD[request.node.callspec.params["odd"]]
    assert not [one for one in eia.lint(odd.file.path).errors if one.rule != "missing-characteristic"]
    expected = signs(said(read(text)))
    content = eia.export(odd, draft=True)
    assert faults(content) == []
    assert signs(word_text(content)).count(expected) == 2
    assert signs(markdown_text(eia.export(odd, to="md", draft=True))).count(expected) == 2


def test_a_table_is_one_in_the_text_and_a_list_with_labels_in_a_cell(tmp_path: Path) -> None:
    table = "".join(
        f"      {line}\n" for line in ("| Branch | Hours |", "| --- | --- |", r"| `North\|South` | *9* to 6 |")
    )
    body = f"text:\n  introduction: |\n{table}characteristics:\n  age:\n    context: |\n{table}"
    path = assessment(tmp_path, body, status="draft")
    content = eia.export(path, draft=True)
    assert faults(content) == []
    assert "BranchHoursNorth|South9to6" in signs(word_text(content))
    assert "Branch:North|SouthHours:9to6" in signs(word_text(content))
    assert signs(markdown_text(eia.export(path, to="md", draft=True))).count("BranchHoursNorth|South9to6") == 2


def test_blanks_that_hold_words_together_stay_what_they_are() -> None:
    text = ODD["no-break spaces"]
    assert text in "".join(word_text(word.write(document(read(text)))))
    assert text in markdown.write(document(read(text))).decode()


def test_nothing_is_put_into_a_long_word_or_an_address_to_break_it() -> None:
    """Word and LibreOffice break them at the edge of a cell; whoever copies them gets what was written."""
    for text in (LONG, ADDRESS):
        assert text in "".join(word_text(word.write(document(read(text)))))


def test_a_list_six_deep_keeps_its_levels() -> None:
    text = "".join(f"{'  ' * level}- level {level}\n" for level in range(6))
    body = parts(word.write(document(read(text))))[0]
    assert body.xpath("//w:numPr/w:ilvl/@w:val", namespaces=NS) == list("012345")
    assert markdown.write(document(read(text))).decode().count("\n          - level 5") == 1


def runs(text: str) -> list[tuple[str, bool]]:
    """The words of each run, and whether it runs from right to left."""
    body = parts(word.write(document(read(text))))[0]
    found = body.xpath("//w:r[w:t]", namespaces=NS)
    return [("".join(run.itertext(f"{W}t")), run.find("w:rPr/w:rtl", NS) is not None) for run in found[1:]]


def test_words_in_hebrew_and_arabic_are_marked_with_what_stands_between_them() -> None:
    assert runs("They said שלום עולם, 2026 (טוב) to us.") == [
        ("They said ", False),
        ("שלום עולם, 2026 (טוב", True),
        (") to us.", False),
    ]
    assert runs("**مرحبا** and `عالم`") == [("مرحبا", True), (" and ", False), ("عالم", True)]


@pytest.mark.parametrize("text", ["Tŷ Gŵyl", "Привет, мир", "日本語", "𝒳 👮🏽‍♀️", "12.5% – 3", "Ελληνικά"])
def test_no_other_script_is(text: str) -> None:
    assert runs(text) == [(text, False)]


@pytest.mark.parametrize(
    ("text", "leftwards"), [("שלום, world", True), ("12% مرحبا", True), ("Hello שלום", False), ("2026.", False)]
)
def test_a_paragraph_begins_at_the_right_if_its_first_letter_does(text: str, leftwards: bool) -> None:
    body = parts(word.write(document(read(f"- {text}"))))[0]
    assert bool(body.xpath("//w:p/w:pPr/w:bidi", namespaces=NS)) is leftwards


@pytest.mark.parametrize("character", ["\\x00", "\\x01", "\\x0b", "\\x0c", "\\ufffe", "\\uffff", "\\u2028", "\\u202e"])
@pytest.mark.parametrize("to", eia.files.DOCUMENTS)
def test_a_character_that_no_document_can_hold_is_refused_in_its_line(
    tmp_path: Path, character: str, to: eia.files.Format
) -> None:
    path = assessment(tmp_path, f'text:\n  introduction: "Some{character}thing odd"\n', status="draft")
    ran = within(tmp_path, "export", path, "--to", to)
    assert ran.code == 1
    assert "a.eia.yaml:5:22: error: " in ran.out
    assert "[hidden-character]" in ran.out
    assert list(tmp_path.iterdir()) == [path]
    assert within(tmp_path, "export", path, "--to", to, "--draft").code == 0


def pictured(folder: Path, address: str) -> Path:
    (folder / "home").mkdir()
    (folder / "home" / "eia.toml").touch()
    for place in (folder, folder / "home"):
        (place / "map.png").write_bytes(png(40, 30))
    return assessment(folder / "home", f"text:\n  introduction: See ![A map]({address}).\n", status="draft")


def test_a_picture_of_the_project_is_shown_with_its_words(tmp_path: Path) -> None:
    path = pictured(tmp_path, "map.png")
    content = eia.export(path, draft=True)
    assert faults(content) == []
    assert b'descr="A map"' in etree.tostring(parts(content)[0])
    assert "![A map](<map.png>)" in eia.export(path, draft=True, to="md").decode()


@pytest.mark.parametrize("to", eia.files.DOCUMENTS)
def test_a_picture_outside_the_project_is_refused_in_its_line(tmp_path: Path, to: eia.files.Format) -> None:
    path = pictured(tmp_path, "../map.png")
    with pytest.raises(eia.Unfit) as refused:
        eia.export(path, to=to)
    (one,) = (one for one in refused.value.diagnostics if one.rule == "unsupported-prose")
    assert one.text.position(one.span.start).line == 5
    text = TEXT[to](eia.export(path, to=to, draft=True))
    assert "See A map (../map.png)." in "".join(text)


BROKEN = {
    "nothing": (b"", "is empty"),
    "a name alone": (b"\x89PNG\r\n\x1a\n", "is broken"),
    "half a picture": (png(40, 30)[:20], "is broken"),
    "a picture without its end": (png(40, 30)[:-12], "is broken"),
    "no size": (png(40, 30).replace(struct.pack(">II", 40, 30), bytes(8)), "has no size"),
    "half a photograph": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", "is broken"),
    "half a drawing": (b"GIF89a", "is broken"),
    "another kind under this name": (b"BM" + bytes(100), "is of a kind that Word does not show"),
    "more than anybody prints": (
        png(4, 3) + bytes(21 * 1024 * 1024),
        "bytes, and 20,971,520 are the most that is printed",
    ),
}


@pytest.mark.parametrize("to", eia.files.DOCUMENTS)
@pytest.mark.parametrize("name", BROKEN)
def test_a_picture_that_cannot_be_printed_is_named_at_its_line_and_a_draft_keeps_its_words(
    tmp_path: Path, name: str, to: eia.files.Format
) -> None:
    path, (content, why) = pictured(tmp_path, "map.png"), BROKEN[name]
    path.with_name("map.png").write_bytes(content)
    ran = within(path.parent, "export", path, "--to", to)
    assert ran.code == 1
    (line,) = ran.out.splitlines()
    assert line.startswith("a.eia.yaml:5:30: error: the picture `map.png` ")
    assert why in line
    assert not list(tmp_path.rglob("a.docx")) + list(tmp_path.rglob("a.md"))
    text = TEXT[to](eia.export(path, to=to, draft=True))
    assert "See A map (map.png)." in "".join(text)


@pytest.mark.parametrize("name", ["café.png", "map(1).png", "100%25.png", "map.of.Leeds.png"])
@pytest.mark.parametrize("to", eia.files.DOCUMENTS)
def test_a_picture_may_have_any_name(tmp_path: Path, name: str, to: eia.files.Format) -> None:
    path = pictured(tmp_path, name)
    path.with_name(unquote(name)).write_bytes(png(40, 30))
    ran = within(path.parent, "export", path, "--to", to)
    assert (ran.code, ran.err) == (0, "")
    content = path.with_name(f"a.{to}").read_bytes()
    if to == "docx":
        assert b'descr="A map"' in etree.tostring(parts(content)[0])
    else:
        assert {"html": b'alt="A map"', "md": b"![A map](<"}[to] in content


MARKS = {"- ": 2, "1. ": 2, "> ": 1}
"""What lists and quotes begin with, and how many steps deep each leads."""
NESTED = st.lists(st.sampled_from(sorted(MARKS)), min_size=1, max_size=60) | st.builds(
    lambda mark, number: [mark] * number, st.sampled_from(sorted(MARKS)), st.integers(1, 120)
)


def nested(marks: list[str], in_one_line: bool) -> str:
    """A list or a quote in each other, with a word at each level; or one word, after all their marks."""
    if in_one_line:
        return "".join(marks) + "end"
    inside = ["> " if mark == "> " else " " * len(mark) for mark in marks]
    return "\n".join(f"{''.join(inside[:at])}{mark}w{at}." for at, mark in enumerate(marks))


@settings(max_examples=100, deadline=None)
@given(NESTED, st.booleans())
def test_lists_and_quotes_at_any_depth_keep_their_words_and_lint_names_those_too_deep_to_be_printed_as_such(
    marks: list[str], in_one_line: bool
) -> None:
    text = nested(marks, in_one_line)
    steps = sum(map(MARKS.get, marks))
    assert len(list(too_deep(text))) == (steps >= DEEPEST)
    blocks = read(text)
    words = ["end"] if in_one_line else [f"w{at}." for at in range(len(marks))]
    assert re.findall(r"w\d+\.|end", signs(said(blocks))) == words
    if steps < DEEPEST:
        assert signs(said(blocks)) == "".join(words)


@pytest.mark.parametrize("to", eia.files.DOCUMENTS)
@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("in_one_line", [False, True])
def test_what_is_too_deep_is_refused_at_its_place_and_a_draft_has_all_its_words(
    tmp_path: Path, mark: str, to: eia.files.Format, in_one_line: bool
) -> None:
    text = indent(nested([mark] * 100, in_one_line), "    ")
    path = assessment(tmp_path, f"text:\n  introduction: |\n{text}\n\n    After it.\n", status="draft")
    with pytest.raises(eia.Unfit) as refused:
        eia.export(path, to=to)
    (one,) = refused.value.diagnostics
    line = 6 if in_one_line else 6 + -(-DEEPEST // MARKS[mark]) - 1
    assert (one.rule, one.text.position(one.span.start).line) == ("unsupported-prose", line)
    content = eia.export(path, to=to, draft=True)
    text = "".join(TEXT[to](content))
    assert ("end" if in_one_line else "w99.") in text
    assert "After it." in text


STRESS = {
    "stars": "*" * 800 + "end" + "*" * 800,
    "stars alone": "*" * 800,
    "stress in stress": "**a " * 400 + "end" + " b**" * 400,
    "two sorts of stress": "*a **b " * 200 + "end" + " c** d*" * 200,
    "lines below": "_a " * 400 + "end" + " b_" * 400,
    "stress in words for a picture": f"![{'**a ' * 400}end{' b**' * 400}](map.png)",
    "pictures in pictures": "![" * 400 + "end" + "](map.png)" * 400,
    "brackets": "[" * 2000 + "end" + "](https://example.org)" * 2000,
}


@pytest.mark.slow
@pytest.mark.parametrize("to", eia.files.DOCUMENTS)
@pytest.mark.parametrize("name", STRESS)
def test_signs_in_signs_at_any_depth_are_printed(tmp_path: Path, name: str, to: eia.files.Format) -> None:
    path = assessment(tmp_path, f"text:\n  introduction: |\n    {STRESS[name]}\n", status="draft")
    content = eia.export(path, to=to, draft=True)
    text = "".join(TEXT[to](content))
    assert "end" in text or name == "stars alone"
