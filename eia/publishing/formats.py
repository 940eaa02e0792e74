"""The formats of the document: how each is written, known as we left it, and read back to be proved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from eia.diagnostics.shown import shortened
from eia.document.tree import Document
from eia.files import Format
from eia.publishing import markdown, proof
from eia.publishing.seal import OF_PDF, OF_TEXT
from eia.write import Impossible


@dataclass(frozen=True, slots=True)
class Writer:
    """How a format is written, how its file is known to be as we left it, and how it is read back to be proved."""

    write: Callable[[Document, Path | None], bytes]
    is_unchanged: Callable[[bytes], bool]
    read: Callable[[bytes, Document], proof.Reading]


def _word(document: Document, template: Path | None) -> bytes:
    from eia.publishing import word  # lxml and what Word needs are heavy, and Markdown never needs them

    return word.write(document, template)


def _html(document: Document, _: Path | None) -> bytes:
    from eia.publishing import html

    return html.write(document)


def _pdf(document: Document, _: Path | None) -> bytes:
    try:
        from eia.publishing import pdf
    except (
        ImportError,
        OSError,
    ) as error:  # it draws with libraries of the system, and looks for them when it is imported
        raise Impossible(f"a PDF cannot be made here: {shortened(str(error), LONGEST)}", INSTALL) from error

    return pdf.write(document)


def _markdown(document: Document, _: Path | None) -> bytes:
    return markdown.write(document)


def _is_unchanged_word(content: bytes) -> bool:
    from eia.publishing.word import seal

    return seal.is_unchanged(content)


def _read_word(content: bytes, _: Document) -> proof.Reading:
    from eia.publishing.proof import docx

    return docx.read(content)


def _read_page(content: bytes, _: Document) -> proof.Reading:
    from eia.publishing.proof import html

    return html.read(content)


def _read_pdf(content: bytes, document: Document) -> proof.Reading:
    from eia.publishing.proof import held, pdf

    return held.held(_html(document, None), pdf.read(content))


def _read_markdown(content: bytes, document: Document) -> proof.Reading:
    from eia.publishing.proof import markdown as reader

    return reader.read(content, _html(markdown.unfolded(document), None))


INSTALL = (
    "Install what it needs, with `pip install 'equality-impact-assessment[pdf]'`; `eia help make-a-pdf` says more."
)
LONGEST = 160

WRITERS: Mapping[Format, Writer] = {
    "docx": Writer(_word, _is_unchanged_word, _read_word),
    "html": Writer(_html, OF_TEXT.is_unbroken, _read_page),
    "md": Writer(_markdown, OF_TEXT.is_unbroken, _read_markdown),
    "pdf": Writer(_pdf, OF_PDF.is_unbroken, _read_pdf),
}
