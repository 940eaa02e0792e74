"""The file as a whole: the same bytes every time, all the words, nothing for Word to repair."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED

import docx
import pytest
import word_sample
from word_faults import faults
from word_reading import NS, Read, words
from word_sample import document

from eia.document.tree import (
    Blocks,
    Callout,
    Code,
    Document,
    Emphasis,
    Facts,
    Heading,
    Inlines,
    Jump,
    Link,
    Listing,
    Paragraph,
    Quote,
    Strong,
    Table,
    Words,
)
from eia.publishing.word import write
from tests.validating import to_repair

ROOT = Path(__file__).parents[3]
PRINT_DIGEST = """
import hashlib, sys
from pathlib import Path
from word_sample import document
from eia.publishing.word import write
print(hashlib.sha256(write(document(Path(sys.argv[1])))).hexdigest())
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return document(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def data(sample: Document) -> bytes:
    return write(sample)


def test_the_same_document_gives_the_same_bytes(sample: Document, data: bytes) -> None:
    assert write(sample) == data


def test_neither_clock_nor_folder_nor_hash_seed_shows_in_the_bytes(tmp_path: Path) -> None:
    digests = set()
    for seed, zone in (("1", "Pacific/Kiritimati"), ("2", "America/Adak")):
        folder = tmp_path / seed
        folder.mkdir()
        path = os.pathsep.join((str(ROOT), str(Path(word_sample.__file__).parent)))
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": path}
        command = [sys.executable, "-c", PRINT_DIGEST, str(folder)]
        digests.add(subprocess.run(command, env=environment, cwd=folder, capture_output=True, check=True).stdout)
    assert len(digests) == 1


def test_the_zip_tells_nothing_of_when_and_where(data: bytes) -> None:
    entries = Read(data).entries
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.external_attr, entry.extra) for entry in entries} == {(0, 0o600 << 16, b"")}
    assert {entry.compress_type for entry in entries} == {ZIP_DEFLATED}


def test_parts_are_sorted_after_the_content_types(data: bytes) -> None:
    first, *rest = [entry.filename for entry in Read(data).entries]
    assert first == "[Content_Types].xml"
    assert rest == sorted(rest)


def test_the_xml_is_as_compact_as_if_nobody_had_laid_it_out(data: bytes) -> None:
    for name, part in Read(data).blobs.items():
        if not name.endswith(".png"):
            assert b"<!--" not in part
            assert part.count(b"\n") == 1, name


def test_all_the_words_of_the_document_are_in_the_file(sample: Document, data: bytes) -> None:
    read = Read(data)
    text = " ".join(words(read.part(part)) for part in ("document", "footnotes"))
    for piece in (sample.title, *in_blocks(sample.blocks)):
        assert piece in text
    for key, note in sample.notes.items():
        for piece in in_inlines(note):
            assert (piece in text) == (key != "unused" or piece == ".")


def in_blocks(blocks: Blocks) -> Iterator[str]:
    """Every piece of text in these blocks."""
    for block in blocks:
        match block:
            case Heading(content=content) | Paragraph(content=content):
                yield from in_inlines(content)
            case Listing(items=items):
                yield from (piece for item in items for piece in in_blocks(item))
            case Quote(blocks=inner):
                yield from in_blocks(inner)
            case Callout(title=title, blocks=inner):
                yield title
                yield from in_blocks(inner)
            case Facts(pairs=pairs):
                yield from (piece for label, value in pairs for piece in (label, *in_blocks(value)))
            case Table(caption=caption, head=head, rows=rows):
                yield from (caption, *head)
                yield from (piece for row in rows for cell in row.cells for piece in in_blocks(cell))


def in_inlines(content: Inlines) -> Iterator[str]:
    """Every piece of text in these inlines."""
    for inline in content:
        match inline:
            case Words(text=text) | Code(text=text):
                yield text
            case Emphasis(content=inner) | Strong(content=inner) | Link(content=inner) | Jump(content=inner):
                yield from in_inlines(inner)


def test_the_order_is_that_of_the_document(sample: Document, data: bytes) -> None:
    text, at = words(Read(data).body), 0
    for piece in in_blocks(sample.blocks):
        at = text.index(piece, at) + len(piece)


def test_nothing_in_it_leads_nowhere(data: bytes) -> None:
    assert faults(data) == []


def test_python_docx_opens_it_and_can_comment_on_it(data: bytes) -> None:
    opened = docx.Document(BytesIO(data))
    assert opened.core_properties.title == Read(data).find("//w:p[1]//w:t")[0].text
    opened.add_comment(opened.paragraphs[1].runs, text="Why?", author="A reader")
    opened.save(BytesIO())
    assert {"CommentText", "CommentReference"} <= {style.style_id for style in opened.styles}


@pytest.mark.outside
def test_microsoft_s_validator_finds_nothing_to_repair(data: bytes, tmp_path: Path) -> None:
    assert to_repair(data, tmp_path) == []


def test_header_cells_and_first_cells_are_named_for_a_screen_reader(data: bytes) -> None:
    for table in Read(data).find("//w:tbl"):
        assert table.xpath("w:tr[1]/w:trPr/w:tblHeader", namespaces=NS)
        assert all(words(cell) for cell in table.xpath("w:tr/w:tc[1]", namespaces=NS))
