"""The formats of what is published: how each is made of a dossier, known as we left it, and proved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from eia.diagnostics.diagnostic import Diagnostic
from eia.diagnostics.shown import shortened
from eia.document.tree import Document
from eia.document.unfold import laid_out
from eia.files import Format
from eia.project import Dossier
from eia.publishing import markdown, proof
from eia.publishing.build import build
from eia.publishing.data import actions, whole
from eia.publishing.edition import Edition
from eia.publishing.proof import data, table
from eia.publishing.seal import OF_PDF, OF_TEXT
from eia.publishing.summary import summarised
from eia.write import Impossible

Lacking = tuple[Diagnostic, ...]
"""What the files say and a file that was made of them does not."""


class Maker(Protocol):
    """How a format is made and proved, and how its file is known to be as we left it."""

    @property
    def is_unchanged(self) -> Callable[[bytes], bool]:
        """Whether a file is as we left it."""

    def made(self, dossier: Dossier, diagnostics: tuple[Diagnostic, ...], edition: Edition) -> tuple[bytes, Lacking]:
        """The file, and what it lacks. Raises `Impossible` where there is no such edition in this format."""


@dataclass(frozen=True, slots=True)
class Writer:
    """A format of the document: how the document is written, and how it is read back."""

    write: Callable[[Document, Path | None], bytes]
    is_unchanged: Callable[[bytes], bool]
    read: Callable[[bytes, Document], proof.Reading]
    scrolls: bool = False
    """Whether a table can be wider than the page."""

    def made(self, dossier: Dossier, diagnostics: tuple[Diagnostic, ...], edition: Edition) -> tuple[bytes, Lacking]:
        """The document in its layout."""
        told = summarised if edition.summary else build
        document = laid_out(told(dossier, diagnostics, edition.draft), edition.layout, self.scrolls)
        content = self.write(document, edition.template)
        return content, proof.lacking(dossier, self.read(content, document), edition.summary)


@dataclass(frozen=True, slots=True)
class Recorder:
    """A format of data, which has neither pages nor words of ours."""

    write: Callable[[Dossier, bool], bytes]
    is_unchanged: Callable[[bytes], bool]
    lacking: Callable[[Dossier, bytes], Lacking]

    def made(self, dossier: Dossier, _: tuple[Diagnostic, ...], edition: Edition) -> tuple[bytes, Lacking]:
        """The data of the whole."""
        if edition.summary:
            message = f"a summary is a document, and this is to be .{edition.format}"
            raise Impossible(message, "Leave out one of the two.")
        content = self.write(dossier, edition.draft)
        return content, self.lacking(dossier, content)


def _word(document: Document, template: Path | None) -> bytes:
    from eia.publishing import word  # lxml and what Word needs are heavy, and Markdown never needs them

    return word.write(document, template)


def _html(document: Document, _: Path | None) -> bytes:
    from eia.publishing import html

    return html.write(document)


def _pdf(document: Document, _: Path | None) -> bytes:
    try:
        from eia.publishing import pdf
    except (ImportError, OSError) as error:  # what draws looks for libraries of the system when it is imported
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
    from eia.publishing.proof import pdf

    return pdf.read(content, _html(document, None))


def _read_markdown(content: bytes, document: Document) -> proof.Reading:
    from eia.publishing.proof import markdown as reader

    page = replace(markdown.unfolded(document), as_of=date.min)  # Markdown bears no day, so none is asked for
    return reader.read(content, _html(page, None))


INSTALL = (
    "Install what it needs, with `pip install 'equality-impact-assessment[pdf]'`; `eia help make-a-pdf` says more."
)
LONGEST = 160

WRITERS: Mapping[Format, Maker] = {
    "docx": Writer(_word, _is_unchanged_word, _read_word),
    "html": Writer(_html, OF_TEXT.is_unbroken, _read_page, scrolls=True),
    "md": Writer(_markdown, OF_TEXT.is_unbroken, _read_markdown),
    "pdf": Writer(_pdf, OF_PDF.is_unbroken, _read_pdf, scrolls=True),
    "json": Recorder(whole.write, whole.is_unchanged, data.lacking),
    "csv": Recorder(actions.write, actions.is_unchanged, table.lacking),
}
