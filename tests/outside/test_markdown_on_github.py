"""Markdown as GitHub reads it: another parser finds the words and the structure of the document, and every link arrives."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import assert_never

import pytest

import eia
from eia.document.label import with_colon
from eia.document.layout import LAYOUTS, Layout
from eia.document.marks import told_apart
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
    Inlines,
    Jump,
    LineBreak,
    Link,
    Listing,
    NoteMark,
    Paragraph,
    Picture,
    Quote,
    Sign,
    Strong,
    Table,
    Words,
)
from eia.document.unfold import laid_out
from eia.document.walk import in_blocks, in_line, listed, plain
from eia.publishing import markdown
from eia.publishing.build import build
from tests.publishing.samples import SAMPLES
from tests.publishing.test_odd_prose import ODD, PIECES, read

pytestmark = pytest.mark.outside

MISSING = (
    "set EIA_NODE_MODULES to the folder node_modules that holds mdast-util-from-markdown, mdast-util-gfm, "
    "micromark-extension-gfm and github-slugger (npm install them)"
)
READER = Path(__file__).parent / "markdown.mjs"


def parsed(texts: Iterable[bytes]) -> list[dict[str, list]]:
    """What another parser finds in texts."""
    assert os.environ.get("EIA_NODE_MODULES"), MISSING
    given = json.dumps([text.decode() for text in texts])
    done = subprocess.run(["node", READER], input=given, capture_output=True, text=True, encoding="utf-8", timeout=300)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


# What a document should be found to be


class Shape:
    """A document as the parser should tell it: blocks as lists, footnotes by their numbers."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.numbers: dict[str, str] = {}

    def blocks(self) -> list:
        document = self.document
        title = [["heading", 1, clean(document.title)]]
        under = [["paragraph", clean(one)] for one in (document.subtitle, document.mark) if one]
        body = [*self.each(document.blocks)]
        return [*title, *under, *body, *self.notes()]

    def notes(self) -> Iterator[list]:
        for key, number in list(self.numbers.items()):
            yield ["note", number, [["paragraph", self.line(self.document.notes[key])]]]

    def each(self, blocks: Blocks) -> Iterator[list]:
        for block in blocks:
            yield from (one for one in self.block(block) if one != ["paragraph", ""])

    def block(self, block: Block) -> Iterator[list]:
        match block:
            case Heading(level, content):
                yield ["heading", min(level + 1, 6), self.line(content)]
            case Contents():
                yield ["list", None, entries([(one.level, clean(plain(one.content))) for one in listed(self.document)])]
            case Paragraph(content):
                yield ["paragraph", self.line(content)]
            case Listing(items, numbered, first):
                yield ["list", first if numbered else None, [[*self.each(item)] for item in items]]
            case Quote(quoted):
                yield ["quote", [*self.each(quoted)]]
            case Facts(pairs):
                yield ["list", None, [self.fact(label, said) for label, said in pairs]]
            case Callout(title, inner):
                yield ["quote", [["paragraph", clean(title)], *self.each(inner)]]
            case Table(_, head, rows):
                cells = ([" ".join(one[1] for one in self.each(cell)) for cell in row.cells] for row in rows)
                yield ["table", [[*map(clean, head)], *cells]]
            case _:
                assert_never(block)

    def fact(self, label: str, said: Blocks) -> list:
        label = clean(with_colon(label))
        match [*self.each(said)]:
            case [["paragraph", words]]:
                return [["paragraph", f"{label} {words}"]]
            case inner:
                return [["paragraph", label], *inner]

    def line(self, content: Inlines) -> str:
        return clean(self.words(content))

    def words(self, content: Inlines) -> str:
        return "".join(" " * touches + self.inline(one) for touches, one in told_apart(content))

    def inline(self, one: Inline) -> str:
        match one:
            case Words(text) | Code(text) | Sign(text=text):
                return text
            case Emphasis(content) | Strong(content) | Again(content) | Link(_, content) | Jump(_, content):
                return self.words(content)
            case NoteMark(key):
                return f"{{{self.numbers.setdefault(key, str(len(self.numbers) + 1))}}}"
            case LineBreak():
                return " "
            case Picture(_, alternative, address):
                return f"{{{alternative} {address}}}"
            case _:
                assert_never(one)


def clean(text: str) -> str:
    """A text with single blanks, as a reader of HTML sees it."""
    return " ".join(filter(None, re.split("[ \t\n]", text))).strip()


def entries(headings: list[tuple[int, str]]) -> list:
    """Headings as a list in a list."""
    found: list = []
    for level, words in headings:
        if level == 1:
            found.append([["paragraph", words]])
        elif found[-1][1:]:
            found[-1][1][2].append([["paragraph", words]])
        else:
            found[-1].append(["list", None, [[["paragraph", words]]]])
    return found


def links(document: Document) -> list[tuple[str, str]]:
    """The addresses that it leads to, with their words."""
    said = (*in_blocks(document.blocks), *(one for note in document.notes.values() for one in in_line(note)))
    return [(clean(plain(one.content)), one.url) for one in said if isinstance(one, Link)]


# The samples


@cache
def sample(name: str, layout: Layout) -> Document:
    dossier = eia.load(SAMPLES[name] / "assessment.eia.yaml")
    diagnostics = eia.lint(dossier.file.path).diagnostics
    return markdown.unfolded(laid_out(build(dossier, diagnostics, draft=True), layout))


@cache
def samples() -> dict[tuple[str, Layout], tuple[Document, dict[str, list]]]:
    """Every sample in both layouts, and what the parser finds in it."""
    documents = {(name, layout): sample(name, layout) for name in SAMPLES for layout in LAYOUTS}
    found = parsed(map(markdown.write, documents.values()))
    return {key: (document, one) for (key, document), one in zip(documents.items(), found, strict=True)}


PRINTED = [(name, layout) for name in SAMPLES for layout in LAYOUTS]


@pytest.mark.parametrize("printed", PRINTED, ids=" ".join)
def test_another_parser_finds_all_words_in_their_headings_lists_tables_and_notes(printed: tuple[str, Layout]) -> None:
    document, found = samples()[printed]
    assert found["blocks"] == Shape(document).blocks()
    assert not found["odd"]
    assert not found["html"]


@pytest.mark.parametrize("printed", PRINTED, ids=" ".join)
def test_every_link_inside_leads_to_one_place_as_github_calls_it(printed: tuple[str, Layout]) -> None:
    _, found = samples()[printed]
    names = [*found["slugs"], *found["anchors"]]
    inside = {url[1:] for _, url in found["links"] if url.startswith("#")}
    assert inside
    assert {target: names.count(target) for target in inside} == dict.fromkeys(inside, 1)
    assert {*found["anchors"]} <= inside


@pytest.mark.parametrize("printed", PRINTED, ids=" ".join)
def test_every_link_leads_out_to_its_address(printed: tuple[str, Layout]) -> None:
    document, found = samples()[printed]
    outside = {(words, url) for words, url in found["links"] if not url.startswith(("#", "mailto:"))}
    assert {*links(document)} <= outside


# Names of headings


LABELS = (
    *("Age", "Age", "age", "Age-1", "Age 1", "Tŷ Gŵyl", "Ŵyn a Llŷr, Ynys Môn", "Café & Co.", "What — if?", "1.a R1"),
    *("👮🏽‍♀️ Police", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "?!", "—", "snake_case", "a  b", "² and ½", "İstanbul", "STRASSE ẞ", "हिन्दी भाषा"),
    *("日本語", "שלום עולם", "e\u0301", "x\u00a0y", "‘quoted’", "Ⅷ", "a/b", "C#", "© 2026", "1️⃣ One", "१२", "ΟΔΟΣ"),
    *("[a] remark", "(b)", "*", "`", "<b>", "&amp;", "\\", "-", "--", "- a", "_", "__proto__", "constructor"),
)


def test_a_heading_has_the_name_that_github_gives_it() -> None:
    chance = random.Random(1)
    lists = [LABELS, *(chance.choices(LABELS, k=30) for _ in range(60))]
    lists += [["".join(chance.choices("aZ-_ .é👮²\u0301'(", k=6)) for _ in range(40)] for _ in range(40)]
    documents = [titled(labels) for labels in lists]
    for document, found in zip(documents, parsed(map(markdown.write, documents)), strict=True):
        names = [*found["slugs"], *found["anchors"]]
        targets = [url[1:] for _, url in found["links"]]
        assert len(targets) == len(document.blocks) - 1
        assert [names.count(target) for target in targets] == [1] * len(targets)
        for at, target in enumerate(targets):
            assert target == found["slugs"][at + 1] or target in found["anchors"]


def titled(labels: Iterable[str]) -> Document:
    headings = [Heading(1, (Words(label),), f"place {at}") for at, label in enumerate(labels)]
    return Document("Age", "en-GB", (Contents(), *headings), Furniture("Page", "of"))


# Whatever somebody writes


def holding(*blocks: Block) -> Document:
    return Document("T", "en-GB", blocks, Furniture("Page", "of"), notes={"a": (Words("A [note]: so"),)})


def test_odd_prose_is_read_as_it_was_meant() -> None:
    documents = [holding(*read(text)) for text in ODD.values()]
    for name, document, found in zip(ODD, documents, parsed(map(markdown.write, documents)), strict=True):
        assert found["blocks"] == Shape(document).blocks(), name
        assert not found["odd"] + found["html"], name


SIGNS = (
    *("a", "b ", " c", " ", "5", "é", "*", "**", "_", "__", "`", "``", "~", "~~", "[", "]", "[^1]", "[^1]: ", "](x)"),
    *("<", ">", "<b>", "</b>", "<!--", "<a@b.c>", "&amp;", "&", "#", "# ", "- ", "+ ", "1. ", "1) ", "-", "---", "==="),
    *(
        "|",
        "| - |",
        ":-",
        "!",
        "(",
        ")",
        ":",
        '"',
        "\\",
        "\\_",
        "[x] ",
        "[ ] ",
        "[sic]",
        "[a b], ",
        "x_y_z",
        "<5",
        "> ",
    ),
    *("\t", "    ", "~5 ", "A&E", "S:\\Equality\\", "2 * 3", "www.a.org/x_y", "https://a.org/a_b~c*d[e", "a_b@c.org"),
)
INLINES = (
    *(Code("a|b"), Code("`"), Code("<b>"), LineBreak(), NoteMark("a"), Link("https://a.org/(x)|y", (Words("l"),))),
    *(
        Link("https://a.org/x", (Words("[r] & _s_"),)),
        Strong((Words("b"),)),
        Emphasis((Words("e"), NoteMark("a"), Words("f"))),
    ),
)


def some_inlines(chance: random.Random) -> Inlines:
    """Words with something else between them."""
    words, more = (Words("".join(chance.choices(SIGNS, k=chance.randint(1, 5)))) for _ in range(2))
    return (words, chance.choice(INLINES), more)


def some_blocks(chance: random.Random, depth: int = 0) -> Blocks:
    return tuple(some_block(chance, depth) for _ in range(chance.randint(1, 3)))


def some_block(chance: random.Random, depth: int) -> Block:
    match chance.randint(0, 5 if depth < 2 else 1):
        case 2:
            return Listing(tuple(some_blocks(chance, depth + 1) for _ in range(2)), chance.random() < 0.5)
        case 3:
            return Quote(some_blocks(chance, depth + 1))
        case 4:
            return Facts(tuple(("Label", some_blocks(chance, depth + 1)) for _ in range(2)))
        case 5 if not depth:
            return Heading(1, some_inlines(chance))
        case _:
            return Paragraph(some_inlines(chance))


def test_whatever_is_written_another_parser_reads_the_same_words() -> None:
    chance = random.Random(7)
    documents = [holding(*some_blocks(chance)) for _ in range(1500)]
    documents += [holding(*read("".join(chance.choices(PIECES, k=chance.randint(1, 9))))) for _ in range(1500)]
    for document, found in zip(documents, parsed(map(markdown.write, documents)), strict=True):
        assert found["blocks"] == Shape(document).blocks(), markdown.write(document).decode()
        assert not found["odd"] + found["html"], markdown.write(document).decode()
