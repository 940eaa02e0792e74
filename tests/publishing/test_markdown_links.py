"""Links of the Markdown document: each leads to its heading as GitHub names it, and an address stays one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from eia.document.tree import Contents, Document, Furniture, Heading, Link, Paragraph, Words
from eia.publishing import markdown

LABELS = st.lists(
    st.sampled_from(
        ["Same", "Same-1", "same", "Same-1-1", "SAME-2", "T", "T-1", "Age", "Tŷ Gŵyl", "हिन्दी", "?!", "—", "²"]
    ),
    min_size=1,
    max_size=12,
)


def document(labels: list[str], anchored: bool = True) -> Document:
    headings = [Heading(1, (Words(label),), f"place {at}" if anchored else None) for at, label in enumerate(labels)]
    return Document("T", "en-GB", (Contents(), *headings), Furniture("Page", "of"))


def targets(text: str) -> list[str]:
    """Where the links of the contents lead."""
    return re.findall(r"^- \[.*\]\(#(.*)\)$", text, re.MULTILINE)


def places(text: str) -> list[set[str]]:
    """The names by which each heading below the title can be reached: the one of GitHub, and any that stands in its line."""
    taken: set[str] = set()
    found = []
    for line in re.findall(r"^#+ (.*)$", text, re.MULTILINE):
        words = re.sub("<[^>]*>", "", line).replace("\\", "")
        slug = own = re.sub(r"[^\w\- \u0900-\u0963]|²", "", words.strip().lower()).replace(" ", "-")
        number = 0
        while slug in taken:
            number += 1
            slug = f"{own}-{number}"
        taken.add(slug)
        found.append({slug, *re.findall('id="([^"]*)"', line)})
    return found[1:]


@pytest.mark.parametrize(
    ("labels", "slugs"),
    [
        (["Same", "Same-1", "Same"], ["same", "same-1", "same-2"]),
        (["Same", "Same", "Same-1"], ["same", "same-1", "same-1-1"]),
        (["Same-1", "Same", "Same"], ["same-1", "same", "same-2"]),
        (["T", "Age"], ["t-1", "age"]),
        (["One", "Two", "Three"], ["one", "two", "three"]),
    ],
)
def test_of_a_name_that_is_taken_the_next_free_is_meant(labels: list[str], slugs: list[str]) -> None:
    assert targets(markdown.write(document(labels)).decode()) == slugs


@given(LABELS)
def test_every_link_leads_to_its_own_heading(labels: list[str]) -> None:
    text = markdown.write(document(labels)).decode()
    led, at = targets(text), places(text)
    assert len(led) == len(labels) == len(at)
    for target, names in zip(led, at, strict=True):
        assert target in names
        assert sum(target in others for others in at) == 1


@given(LABELS)
def test_headings_that_nothing_leads_to_have_no_signs_of_ours(labels: list[str]) -> None:
    text = markdown.write(document(labels, anchored=False)).decode()
    assert "<a id" not in text
    assert not targets(text)


def test_a_heading_without_letters_is_reached_by_a_sign_of_ours() -> None:
    text = markdown.write(document(["?!"])).decode()
    assert '\n## <a id="place-0"></a>?!\n' in text
    assert targets(text) == ["place-0"]


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://example.org/a>b c", "https://example.org/a%3Eb%20c"),
        ("https://example.org/a(b)", "https://example.org/a(b)"),
        ("https://example.org/Tŷ?a=1&b=2#c", "https://example.org/T%C5%B7?a=1&b=2#c"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("https://example.org/?a&lt;b", "https://example.org/?a&lt;b"),
        ("https://example.org/plain", "https://example.org/plain"),
    ],
)
def test_an_address_stays_one(url: str, written: str) -> None:
    text = markdown.write(Document("T", "en-GB", (Paragraph((Link(url, (Words("a"),)),)),), Furniture("Page", "of")))
    (led,) = re.findall('href="([^"]*)"', MarkdownIt().render(text.decode()))
    assert led.replace("&amp;", "&") == written
