"""The formats of the document: how each is written, known as we left it, and read back to be proved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from eia.document.tree import Document
from eia.files import Format
from eia.publishing import markdown, proof


@dataclass(frozen=True, slots=True)
class Writer:
    """How a format is written, how its file is known to be as we left it, and how it is read back to be proved."""

    write: Callable[[Document, Path | None], bytes]
    is_unchanged: Callable[[bytes], bool]
    read: Callable[[bytes], proof.Reading] | None = None


def _word(document: Document, template: Path | None) -> bytes:
    from eia.publishing import word  # lxml and what Word needs are heavy, and Markdown never needs them

    return word.write(document, template)


def _html(document: Document, _: Path | None) -> bytes:
    from eia.publishing import html

    return html.write(document)


def _markdown(document: Document, _: Path | None) -> bytes:
    return markdown.write(document)


def _is_unchanged_word(content: bytes) -> bool:
    from eia.publishing.word import seal

    return seal.is_unchanged(content)


def _read_word(content: bytes) -> proof.Reading:
    from eia.publishing.proof import docx

    return docx.read(content)


def _is_unchanged_page(content: bytes) -> bool:
    from eia.publishing import html

    return html.is_unchanged(content)


def _read_page(content: bytes) -> proof.Reading:
    from eia.publishing.proof import html

    return html.read(content)


WRITERS: Mapping[Format, Writer] = {
    "docx": Writer(_word, _is_unchanged_word, _read_word),
    "html": Writer(_html, _is_unchanged_page, _read_page),
    "md": Writer(_markdown, markdown.is_unchanged),
}
