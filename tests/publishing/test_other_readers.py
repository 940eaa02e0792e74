"""Three readers that know nothing of us read the same words in every sample as we do, in the same order."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree, html

from tests.publishing.samples import PRINTED, as_word
from tests.publishing.word.word_faults import MAIN, NS, Parts, W

pytestmark = pytest.mark.outside

Read = tuple[list[str], list[str]]
"""The words of the document without those of its pictures and its footnotes' marks, and the words of the footnotes."""

UNSEEN = {
    "pandoc": "../w:rPr/w:rStyle/@w:val = 'FootnoteReference'",
    "mammoth": "ancestor::w:fldSimple",
    "docx2python": "false()",
}
"""What a reader leaves out of the words, or tells apart from them: whatever stands high beside the mark of a footnote, which is a
comma or the number of one that is cited again; the latter, which is a field; nothing."""


def ours(data: bytes, unseen: str) -> Read:
    """The words as we read them, without those that a reader does not see."""
    parts = Parts.of(data)
    notes = parts.of_kind("footnotes").iterfind("w:footnote/w:p", NS)
    return split(said(one, unseen) for one in parts.trees[MAIN].iter(f"{W}p")), split(
        said(one, unseen) for one in notes
    )


def said(paragraph: etree._Element, unseen: str) -> str:
    """The words of a paragraph, with a blank for each tab and line end."""
    texts = paragraph.xpath(f".//w:t[not({unseen})] | .//w:tab | .//w:br", namespaces=NS)
    return "".join(one.text or "" if one.tag == f"{W}t" else " " for one in texts)


def split(texts: Iterable[str]) -> list[str]:
    return " ".join(texts).split()


def pandoc(data: bytes, folder: Path) -> Read:
    """Its title stands with the properties, and footnotes where they are marked.

    It would print what a table is called aloud, twice, which is not among the words of the page."""
    import pypandoc

    with ZipFile(BytesIO(data)) as archive, ZipFile(folder / "sample.docx", "w") as silent:
        for name in archive.namelist():
            silent.writestr(name, re.sub(rb"<w:tblCaption [^>]*/>", b"", archive.read(name)))
    command = [pypandoc.get_pandoc_path(), "--from", "docx", "--to", "json", str(folder / "sample.docx")]
    read = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)
    notes: list[object] = []
    said = [*(read["meta"][part] for part in ("title", "subtitle") if part in read["meta"]), read["blocks"]]
    body = " ".join("".join(_in_pandoc(part, notes)) for part in said)
    return body.split(), "".join(_in_pandoc(notes, [])).split()


def _in_pandoc(node: object, notes: list[object]) -> Iterator[str]:
    match node:
        case {"t": "Str", "c": str(words)} | {"t": "Code", "c": [_, str(words)]}:
            yield words
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            yield " "
        case {"t": "Note", "c": content}:
            notes.append(content)
        case {"t": "Image" | "Superscript"}:
            pass
        case {"t": "Para" | "Plain" | "Header", "c": content}:
            yield from (*_in_pandoc(content, notes), " ")
        case {"c": content}:
            yield from _in_pandoc(content, notes)
        case list():
            for one in node:
                yield from _in_pandoc(one, notes)


def mammoth(data: bytes, folder: Path) -> Read:
    """It makes HTML, in which each mark leads to its note, and each note back."""
    import mammoth

    page = html.fromstring(f"<div>{mammoth.convert_to_html(BytesIO(data)).value}</div>")
    for mark in page.xpath("//sup | //a[starts-with(@href, '#footnote-ref')]"):
        mark.drop_tree()
    notes = page.xpath("//li[starts-with(@id, 'footnote-')]")
    noted = split(note.text_content() for note in notes)
    for note in notes:
        note.drop_tree()
    for block in page.iter("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "br"):
        block.text, block.tail = f" {block.text or ''}", f" {block.tail or ''}"
    return page.text_content().split(), noted


def docx2python(data: bytes, folder: Path) -> Read:
    """It writes marks of lists, links, pictures and footnotes as characters among the words."""
    from docx2python import docx2python as read

    with read(BytesIO(data)) as opened:
        return split(_in_docx2python(opened.body_pars)), split(_in_docx2python(opened.footnotes_pars))


SIGNS = re.compile(
    r'----footnote\d+----|^footnote\d+\)|<a href="[^"]*">|</a>|----Image alt text---->.*?<|----media/\S+?----'
)


def _in_docx2python(nested: list[object]) -> Iterator[str]:
    for one in nested:
        if isinstance(one, list):
            yield from _in_docx2python(one)
        else:
            in_list = one.list_position[0] is not None
            yield SIGNS.sub("", "".join(one.run_strings[in_list:]))


READERS: dict[str, Callable[[bytes, Path], Read]] = {"pandoc": pandoc, "mammoth": mammoth, "docx2python": docx2python}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", PRINTED)
def test_another_reader_reads_the_same_words(name: str, reader: str, tmp_path: Path) -> None:
    body, notes = ours(as_word(name), UNSEEN[reader])
    their_body, their_notes = READERS[reader](as_word(name), tmp_path)
    assert their_body == body
    assert their_notes == notes
    assert notes
