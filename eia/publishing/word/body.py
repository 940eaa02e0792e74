"""The body: title and blocks, section after section."""

from __future__ import annotations

from eia.document.tree import Document

from . import blocks
from .inlines import run
from .markup import Element, t
from .page import section, stretches
from .paragraphs import is_paragraph, paragraph, set_property
from .place import Desk, Place


def fill(body: Element, document: Document, desk: Desk) -> None:
    """Write the document's blocks; a section ends in its last paragraph, the last one in the body itself."""
    sections = [
        (paper, blocks.write(stretch, Place(desk, paper.text_width))) for paper, stretch in stretches(document.blocks)
    ]
    sections[0][1][:0] = _title(document)
    for number, (paper, content) in enumerate(sections, start=1):
        if not is_paragraph(content[-1]):
            content.append(paragraph("TableEnd"))
        body.extend(content)
        end = section(paper, first=number == 1)
        if number < len(sections):
            set_property(content[-1], end)
        else:
            body.append(end)


def _title(document: Document) -> list[Element]:
    subtitle = [paragraph("Subtitle", run(t(document.subtitle)))] if document.subtitle else []
    return [paragraph("Title", run(t(document.title))), *subtitle]
