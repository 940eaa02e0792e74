"""The contents: a field that Word can make anew, filled with links to the headings; their pages only Word knows."""

from __future__ import annotations

from eia.document.tree import Again, Contents, Heading, Words
from eia.document.walk import listed, plain

from . import inlines
from .inlines import Look
from .markup import Element, name, preserved, w
from .paragraphs import paragraph
from .place import Place


def write(place: Place) -> list[Element]:
    """A paragraph for each entry; the field begins in the first of them and ends in the last."""
    entries = [_entry(one, place) for one in listed(place.desk.document)]
    if entries:
        # \o which headings, \n without pages, \h as links, \z no pages on the web either
        begin = [
            _mark("begin"),
            w("r", preserved("instrText", f' TOC \\o "1-{Contents.depth}" \\n \\h \\z ')),
            _mark("separate"),
        ]
        for at, one in enumerate(begin, start=1):  # after the paragraph's properties
            entries[0].insert(at, one)
        entries[-1].append(_mark("end"))
    return entries


def _entry(heading: Heading, place: Place) -> Element:
    words = (Again((Words(plain(heading.content)),)),)
    runs = list(inlines.write(words, place, Look(style="Hyperlink")))
    if heading.anchor:
        link = w("hyperlink", *runs)
        link.set(name("w:anchor"), place.desk.bookmarks.target(heading.anchor))
        runs = [link]
    return paragraph(f"TOC{heading.level}", *runs)


def _mark(kind: str) -> Element:
    return w("r", w("fldChar", fldCharType=kind))
