"""The formats of the document: how each is written, known as we left it, and read back to be proved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from eia.document.tree import Document
from eia.files import Format
from eia.publishing import markdown, proof
from eia.write import Impossible


@dataclass(frozen=True, slots=True)
class Writer:
    """How a format is written, how its file is known to be as we left it, and how it is read back to be proved."""

    write: Callable[[Document, Path | None], bytes]
    is_unchanged: Callable[[bytes], bool]
    read: Callable[[bytes], proof.Reading] | None = None


def _word(document: Document, template: Path | None) -> bytes:
    from eia.publishing import word  # lxml and the template are heavy, and Markdown never needs them

    return word.write(document, template)


def _markdown(document: Document, template: Path | None) -> bytes:
    if template:
        raise Impossible("a template is for Word documents, and this is to be Markdown", "Leave out one of the two.")
    return markdown.write(document)


def _is_unchanged_word(content: bytes) -> bool:
    from eia.publishing.word import seal

    return seal.is_unchanged(content)


def _read_word(content: bytes) -> proof.Reading:
    from eia.publishing.proof import docx

    return docx.read(content)


WRITERS: Mapping[Format, Writer] = {
    "docx": Writer(_word, _is_unchanged_word, _read_word),
    "md": Writer(_markdown, markdown.is_unchanged),
}
