"""The body: title and blocks, section after section."""

from __future__ import annotations

from eia.document.tree import Document

from . import blocks
from .inlines import run
from .markup import Element, t
from .page import stretches
from .paragraphs import is_paragraph, paragraph, set_property
from .place import Desk, Place
from .sheets import Sheet, Sheets


def fill(body: Element, document: Document, desk: Desk, sheets: Sheets) -> None:
    """Write the document's blocks; a section ends in its last paragraph, the last one in the body itself."""
    sections = [
        (sheet, blocks.write(stretch, Place(desk, sheet.text_width)))
        for sheet, stretch in stretches(document.blocks, sheets)
    ]
    sections[0][1][:0] = _title(document)
    past: list[Sheet] = []
    for number, (sheet, content) in enumerate(sections, start=1):
        if not is_paragraph(content[-1]):
            content.append(paragraph("TableEnd"))
        body.extend(content)
        end = sheet.section(again=sheet in past)
        past.append(sheet)
        if number < len(sections):
            set_property(content[-1], end)
        else:
            body.append(end)


def _title(document: Document) -> list[Element]:
    subtitle = [paragraph("Subtitle", run(t(document.subtitle)))] if document.subtitle else []
    return [paragraph("Title", run(t(document.title))), *subtitle]
