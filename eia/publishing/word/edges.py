"""The edges of every page: what the template has there stays, the mark is put above it and a line of ours below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from textwrap import shorten

from eia.document.tree import Document

from .fields import counts_pages
from .house import House
from .house.kept import WORD
from .inlines import run
from .markup import NAMESPACES, Element, name, t, w, word_field
from .paragraphs import paragraph, set_property
from .sheets import Sheet, Sheets

LONGEST_TITLE, SHORT_TITLE = 110, 45
"""More characters than this would fill more than a line of the footer, and more than half of one."""
ROOTS = {"header": "hdr", "footer": "ftr"}


def fill(house: House, document: Document) -> Sheets:
    """Write on every edge, once, however many sheets share it. The sheets, with the edges that they had not."""
    edges = _Edges(house, document)
    sheets = house.sheets
    opening, upright, turned = (edges.completed(sheet) for sheet in sheets)
    whole = replace(sheets, opening=opening, upright=upright, turned=turned)
    edges.fill(whole)
    return whole


@dataclass(frozen=True, slots=True)
class _Edges:
    house: House
    document: Document
    made: dict[str, str] = field(default_factory=dict)
    """Of headers and footers that the template had not, what they are, and the ids of the document's relationships."""

    def completed(self, sheet: Sheet) -> Sheet:
        """With a footer on all its pages, and a header where a mark has to stand."""
        needed = ("header", "footer") if self.document.mark else ("footer",)
        pages = sheet.pages(self.house.even_pages)
        lacking = [(tag, on) for on in pages for tag in needed if (tag, on) not in sheet.edges]
        return replace(sheet, edges={**sheet.edges, **{edge: self._make(edge[0]) for edge in lacking}})

    def fill(self, sheets: Sheets) -> None:
        headers: dict[str, None] = {}
        footers: dict[str, set[str]] = {}
        for sheet in sheets:
            for (tag, on), id in sheet.edges.items():
                if tag == "header":
                    headers.setdefault(id)
                else:
                    above = {sheet.edges[edge] for edge in [("header", on)] if edge in sheet.edges}
                    footers.setdefault(id, set()).update(above)
        bare = {id for id in footers if len(self._part(id)) == 0 and id not in self.made.values()}
        counting = {id for id in (*headers, *footers) if counts_pages(self._part(id))}
        for id in headers:
            self._fill_header(id)
        for id, above in footers.items():
            lines = self._bare_lines() if id in bare else [self._line(counts=not counting & {id, *above})]
            self._part(id).extend(map(self.house.dress.put_on, lines))

    def _fill_header(self, id: str) -> None:
        """The mark stands above all; a header must have a paragraph, even without a word."""
        if self.document.mark:
            self._part(id).insert(0, self.house.dress.put_on(paragraph("HeaderMark", run(t(self.document.mark)))))
        elif len(self._part(id)) == 0:
            self._part(id).append(self.house.dress.put_on(paragraph("Header")))

    def _bare_lines(self) -> list[Element]:
        """The title, and below it the page's number first, so that its place does not depend on the paper's width."""
        rest = [run(w("tab")), run(t(self.document.footer))] if self.document.footer else []
        title = shorten(self.document.title, LONGEST_TITLE, placeholder="…")
        return [paragraph("Footer", run(t(title))), paragraph("Footer", *self._numbers(), *rest)]

    def _line(self, counts: bool) -> Element:
        """Below what stands there already: whatever of these it does not say itself."""
        numbers = [*self._numbers(), run(t(" · "))] if counts else []
        title = shorten(self.document.title, SHORT_TITLE, placeholder="…")
        words = " · ".join(filter(None, (title, self.document.footer)))
        line = paragraph("Footer", *numbers, run(t(words)))
        if "footer" in self.house.lacking:  # ours hangs, for the words after a tab
            set_property(line, w("ind", left=0, firstLine=0))
        return line

    def _numbers(self) -> Iterator[Element]:
        words = self.document.furniture
        yield run(t(f"{words.page} "))
        yield word_field("PAGE", run(t("1")))
        yield run(t(f" {words.of} "))
        yield word_field("NUMPAGES", run(t("1")))

    def _make(self, tag: str) -> str:
        if tag not in self.made:
            package = self.house.package
            spaces = {prefix: NAMESPACES[prefix] for prefix in ("w", "r")}
            part = w(ROOTS[tag]).makeelement(name(f"w:{ROOTS[tag]}"), None, spaces)
            self.made[tag] = package.put_beside(package.free(f"word/{tag}.xml"), part, tag, f"{WORD}{tag}+xml")
        return self.made[tag]

    def _part(self, id: str) -> Element:
        return self.house.package.of_id(id)
