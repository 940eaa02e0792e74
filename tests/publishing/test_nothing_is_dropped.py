"""All that is in the YAML is in the document, and silence is said aloud."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from collections.abc import Mapping as Mapped
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from markdown_it import MarkdownIt

import eia
from eia.document.tree import Callout
from eia.files import DOCUMENTS, Format
from eia.model.vocabulary import Named, chosen
from eia.project import Dossier
from eia.publishing.build import build
from eia.text.tree import Mapping, Scalar, Sequence, Tree
from tests.asking import MENDED, PUBLISHED, assessment
from tests.publishing.html_reading import page_text
from tests.publishing.own_form import own_form

EVERYTHING = Path(__file__).parent / "everything"
DOSSIERS = {"everything": EVERYTHING, "published": PUBLISHED, "mended": MENDED}

NOT_PRINTED = {
    "profile",
    "plan",
    "sources",
    "language",
    "source",
    "from",
    "evidence",
    "as",
    "for",
    "of",
    "covers",
    "groups",
    "x-cost-centre",
    "status",
}
"""Keys whose value is printed as what it names: a title, a link, a footnote; or belongs to the organisation alone."""

MARKUP = re.compile(
    r"\[@[^\]]*\]|[\[\]*`|]|\]\([^)]*\)|\(https?:[^)]*\)|https?://\S+|\n\s*\n|\n\s*(?:[-*>]|\d+\.)\s|\b\d\. |-{3,}"
)
"""What parts a value into pieces that stand in the document letter by letter."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word_text(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as archive:
        parts = [etree.fromstring(archive.read(name)) for name in ("word/document.xml", "word/footnotes.xml")]
    for field in [field for part in parts for field in part.iter(f"{W}fldSimple")]:
        etree.strip_elements(field, f"{W}t")  # the number of a footnote cited again
    return " ".join(_words_of(paragraph) for part in parts for paragraph in part.iter(f"{W}p"))


def _words_of(paragraph: etree._Element) -> str:
    return "".join(one.text or " " for one in paragraph.iter(f"{W}t", f"{W}br"))


def markdown_text(content: bytes) -> str:
    tokens = MarkdownIt().enable("table").parse(content.decode())
    inlines = (child for token in tokens for child in (token.children or ()) if token.type == "inline")
    return " ".join(child.content for child in inlines if child.type in ("text", "code_inline"))


TEXT: dict[Format, Callable[[bytes], str]] = {"docx": word_text, "html": page_text, "md": markdown_text}


def values(tree: Tree) -> Iterator[tuple[str, str]]:
    """Every value of a file, with the key that it belongs to."""
    waiting: list[tuple[str, object]] = [("", tree.root)]
    while waiting:
        key, node = waiting.pop()
        if isinstance(node, Mapping):
            waiting += [(entry.key.value, entry.value) for entry in node.entries]
        elif isinstance(node, Sequence):
            waiting += [(key, item) for item in node.items]
        elif isinstance(node, Scalar) and node.value.strip():
            yield key, node.value


def as_printed(dossier: Dossier, key: str, value: str) -> str:
    """A value, or what the form calls it."""
    form = dossier.profile
    tables = {"kind": (form.kinds,), "outcome": tuple(form.outcomes.values())}
    rated = {"impact", *form.stages, *form.aims, *(aim.label for aim in form.aims.values())}
    named: tuple[Mapped[str, Named], ...] = (form.ratings,) if key in rated else tables.get(key, ())
    if key in rated and " to " in value:
        return " to ".join(as_printed(dossier, key, end) for end in value.split(" to "))
    if key == "at":
        return ", ".join(form.headings.get(part, part) for part in value.split(", "))
    known = [words[chosen(words, value)].label for words in named if chosen(words, value)]
    return next(filter(None, known), value)


def words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def expected(dossier: Dossier, tree: Tree) -> Iterator[str]:
    for key, value in values(tree):
        if key not in NOT_PRINTED:
            value = as_printed(dossier, key, value)
            plain = re.sub(r"\[@[^\]]*\]|\]\([^)]*\)|https?://\S+|\|\s*-+\s*|(?m:^ *\d+\. )", " ", value)
            yield plain


@pytest.fixture
def dossier(name: str, tmp_path: Path) -> Dossier:
    path = DOSSIERS[name] / "assessment.eia.yaml" if name in DOSSIERS else own_form(tmp_path)
    return eia.load(path)


@pytest.mark.slow
@pytest.mark.parametrize("to", DOCUMENTS)
@pytest.mark.parametrize("name", [*DOSSIERS, "own form"])
def test_every_word_is_printed_at_least_as_often_as_it_is_written(dossier: Dossier, to: Format) -> None:
    content = eia.export(dossier, to=to, draft=True)
    printed = words_of(TEXT[to](content))
    written = Counter[str]()
    for file in dossier.files:
        assert file.tree
        for text in expected(dossier, file.tree):
            written += words_of(text)
    assert not {word: (number, printed[word]) for word, number in written.items() if printed[word] < number}


@pytest.mark.slow
@pytest.mark.parametrize("to", DOCUMENTS)
@pytest.mark.parametrize("name", [*DOSSIERS, "own form"])
def test_every_paragraph_is_printed_whole(dossier: Dossier, to: Format) -> None:
    content = eia.export(dossier, to=to, draft=True)
    printed = _run(TEXT[to](content))
    for file in dossier.files:
        assert file.tree
        for key, value in values(file.tree):
            if key not in NOT_PRINTED:
                for piece in MARKUP.split(as_printed(dossier, key, value)):
                    assert _run(piece) in printed, (key, piece)


def _run(text: str) -> str:
    return "".join(re.findall(r"\w", text.casefold()))


def test_the_sample_with_everything_has_no_error_but_a_row_left_empty_and_mitigations_of_three() -> None:
    errors = [one for one in eia.lint(EVERYTHING).diagnostics if one.severity is eia.Severity.ERROR]
    assert [one.rule for one in errors] == ["missing-characteristic", *["negative-unmitigated"] * 3]


@pytest.mark.parametrize("to", DOCUMENTS)
def test_what_nobody_answered_is_said(tmp_path: Path, to: Format) -> None:
    content = eia.export(assessment(tmp_path, "characteristics:\n  age:\n"), to=to, draft=True)
    text = TEXT[to](content)
    in_rows, in_coverage, at_a_glance = 9, 9, 1
    assert text.count("Not yet assessed") == in_rows + in_coverage + at_a_glance
    assert text.count("No answer is recorded") >= 5
    assert "Not signed" in text


@pytest.mark.parametrize("to", DOCUMENTS)
def test_what_could_not_be_read_stands_in_the_draft_as_it_was_written(tmp_path: Path, to: Format) -> None:
    body = (
        "colour: a key that nobody knows\n"
        "title: Once\n"
        "title: Twice is too often\n"
        "review:\n  - a list where keys belong\n"
        "status-quo:\n  deep:\n    deeper: buried treasure\n"
    )
    content = eia.export(assessment(tmp_path, body), to=to, draft=True)
    text = TEXT[to](content)
    for words in (
        "a key that nobody knows",
        "Once",
        "Twice is too often",
        "a list where keys belong",
        "buried treasure",
    ):
        assert words in text


def test_a_draft_is_marked_and_lists_its_open_points_and_nothing_else_does() -> None:
    assert "Open points" in word_text(eia.export(MENDED / "assessment.eia.yaml"))
    assert build(eia.load(MENDED / "assessment.eia.yaml")).mark == "Draft, not for decision"
    published = build(eia.load(PUBLISHED / "assessment.eia.yaml"))
    assert published.mark == ""
    assert not any(isinstance(block, Callout) for block in published.blocks)
