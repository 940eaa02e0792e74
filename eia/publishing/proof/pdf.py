"""Reads a PDF back beside the page that it was drawn of: its words, the addresses of links, what tags say for pictures."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from .held import Paper, held
from .reading import Reading

EDGE = 60
"""In so many points above and below stands what every sheet says anew."""


def read(content: bytes, page: bytes) -> Reading:
    """What stands in a page, as far as a PDF says it too."""
    document = PdfReader(BytesIO(content))
    return held(page, Paper.of(map(_text, document.pages), (*_addresses(document), *_alternatives(document))))


def _text(sheet: PageObject) -> str:
    """The words of a sheet but for those at its edges."""
    said: list[str] = []
    lowest, highest = EDGE, float(sheet.mediabox.height) - EDGE

    def keep(text: str, ground: list[float], place: list[float], *_: object) -> None:
        if lowest < ground[3] * place[5] + ground[5] < highest:
            said.append(text)

    sheet.extract_text(visitor_text=keep)
    return "".join(said)


def _addresses(document: PdfReader) -> Iterator[str]:
    for sheet in document.pages:
        for reference in sheet.get("/Annots", ()):
            action = reference.get_object().get("/A", {})
            yield from filter(None, [action.get("/URI")])


def _alternatives(document: PdfReader) -> Iterator[str]:
    """What the tags of pictures say in their place."""
    waiting = [document.root_object["/StructTreeRoot"]]
    while waiting:
        one: object = waiting.pop().get_object()
        if isinstance(one, ArrayObject):
            waiting += one
        elif isinstance(one, DictionaryObject):
            waiting += filter(None, [one.get("/K")])
            yield from filter(None, [one.get("/Alt")])
