"""The formats of what is published: how each is made of a dossier, known as we left it, and proved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from eia.diagnostics.diagnostic import Diagnostic
from eia.document.tree import Document
from eia.document.unfold import laid_out
from eia.files import Format
from eia.project import Dossier
from eia.publishing import markdown, proof
from eia.publishing.build import build
from eia.publishing.data import actions, whole
from eia.publishing.edition import Edition
from eia.publishing.proof import data, table
from eia.write import Impossible


class Maker(Protocol):
    """How a format is made, how its file is known to be as we left it, and what it lacks of what the files say."""

    @property
    def is_unchanged(self) -> Callable[[bytes], bool]:
        """Whether a file is as we left it."""

    def made(self, dossier: Dossier, diagnostics: tuple[Diagnostic, ...], edition: Edition) -> bytes:
        """The file. Raises `Impossible` where there is no such edition in this format."""

    def lacking(self, dossier: Dossier, content: bytes) -> tuple[Diagnostic, ...]:
        """What the files say and the file that was made does not."""


@dataclass(frozen=True, slots=True)
class Writer:
    """A format of the document: how the document is written, and how it is read back to be proved."""

    write: Callable[[Document, Path | None], bytes]
    is_unchanged: Callable[[bytes], bool]
    read: Callable[[bytes], proof.Reading] | None = None

    def made(self, dossier: Dossier, diagnostics: tuple[Diagnostic, ...], edition: Edition) -> bytes:
        """The document in its layout."""
        document = build(dossier, diagnostics, edition.draft)
        return self.write(laid_out(document, edition.layout), edition.template)

    def lacking(self, dossier: Dossier, content: bytes) -> tuple[Diagnostic, ...]:
        """Nothing can be said to be lacking where the format cannot be read back."""
        return proof.lacking(dossier, self.read(content)) if self.read else ()


@dataclass(frozen=True, slots=True)
class Recorder:
    """A format of data, which has neither pages nor words of ours."""

    write: Callable[[Dossier, bool], bytes]
    is_unchanged: Callable[[bytes], bool]
    proved: Callable[[Dossier, bytes], tuple[Diagnostic, ...]]

    def made(self, dossier: Dossier, _: tuple[Diagnostic, ...], edition: Edition) -> bytes:
        """The data of the whole."""
        if edition.summary:
            raise Impossible(
                f"a summary is a document, and this is to be .{edition.format}", "Leave out one of the two."
            )
        return self.write(dossier, edition.draft)

    def lacking(self, dossier: Dossier, content: bytes) -> tuple[Diagnostic, ...]:
        """What the data does not say."""
        return self.proved(dossier, content)


def _word(document: Document, template: Path | None) -> bytes:
    from eia.publishing import word  # lxml and the template are heavy, and Markdown never needs them

    return word.write(document, template)


def _markdown(document: Document, _: Path | None) -> bytes:
    return markdown.write(document)


def _is_unchanged_word(content: bytes) -> bool:
    from eia.publishing.word import seal

    return seal.is_unchanged(content)


def _read_word(content: bytes) -> proof.Reading:
    from eia.publishing.proof import docx

    return docx.read(content)


WRITERS: Mapping[Format, Maker] = {
    "docx": Writer(_word, _is_unchanged_word, _read_word),
    "md": Writer(_markdown, markdown.is_unchanged),
    "json": Recorder(whole.write, whole.is_unchanged, data.lacking),
    "csv": Recorder(actions.write, actions.is_unchanged, table.lacking),
}
