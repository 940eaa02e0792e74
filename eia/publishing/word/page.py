"""The page: paper, margins, which blocks stand on turned paper, and what stands on every page's edges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, takewhile

from eia.document.tree import Blocks, Document, Heading, Paragraph, Table

from .inlines import run
from .markup import Element, name, t, w, word_field
from .package import Package
from .paragraphs import paragraph

BRIDGE = 3
"""So few headings and paragraphs between two wide tables do not turn the paper back for themselves."""

HEADER, FOOTER, FIRST_HEADER, FIRST_FOOTER = "rId5", "rId6", "rId7", "rId8"
"""The relationships of the template's document part to the edges of its pages."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A4, one way or the other; in twentieths of a point."""

    width: int
    height: int
    margin: int
    edge: int
    """From the paper's edge to the header and the footer."""

    @property
    def text_width(self) -> int:
        """Between the margins."""
        return self.width - 2 * self.margin


UPRIGHT = Paper(width=11906, height=16838, margin=1418, edge=680)
TURNED = Paper(width=16838, height=11906, margin=1134, edge=454)


def stretches(blocks: Blocks) -> Iterator[tuple[Paper, Blocks]]:
    """The document cut where the paper turns. The title stands before the first stretch, so that one is upright."""
    papers = _papers(blocks)
    if papers[:1] != [UPRIGHT]:
        yield UPRIGHT, ()
    for paper, group in groupby(zip(papers, blocks, strict=True), key=lambda pair: pair[0]):
        yield paper, tuple(block for _, block in group)


def section(paper: Paper, first: bool) -> Element:
    """The properties of a section; every one names its own header and footer, so none is lost."""
    edges = [_edge("header", "default", HEADER), _edge("footer", "default", FOOTER)]
    if first:
        edges += [_edge("header", "first", FIRST_HEADER), _edge("footer", "first", FIRST_FOOTER)]
    size = w("pgSz", w=paper.width, h=paper.height)
    if paper is TURNED:
        size.set(name("w:orient"), "landscape")
    sides = dict.fromkeys(("top", "right", "bottom", "left"), paper.margin)
    margins = w("pgMar", **sides, header=paper.edge, footer=paper.edge, gutter=0)
    title_page = [w("titlePg")] if first else []
    return w("sectPr", *edges, w("type", val="nextPage"), size, margins, *title_page)


def fill_edges(package: Package, document: Document) -> None:
    """Headers and footers: above, how the document is marked; below, which one it is, on every page."""
    for part in ("word/header.xml", "word/header-first.xml"):
        package.part(part).extend(_mark(document.mark) or [paragraph("Header")])
    package.part("word/footer.xml").append(_footer(document))
    package.part("word/footer-first.xml").append(_footer(document))


def _mark(words: str) -> list[Element]:
    return [paragraph("HeaderMark", run(t(words)))] if words else []


def _footer(document: Document) -> Element:
    """The page's number stands first, so that its place does not depend on the paper's width."""
    words = document.furniture
    numbers = [
        run(t(f"{words.page} ")),
        word_field("PAGE", run(t("1"))),
        run(t(f" {words.of} ")),
        word_field("NUMPAGES", run(t("1"))),
    ]
    rest = [run(w("tab")), run(t(document.footer))] if document.footer else []
    return paragraph("Footer", *numbers, *rest)


def _edge(tag: str, kind: str, relationship: str) -> Element:
    reference = w(f"{tag}Reference", type=kind)
    reference.set(name("r:id"), relationship)
    return reference


def _papers(blocks: Blocks) -> list[Paper]:
    papers, last = [UPRIGHT] * len(blocks), -1
    for index, block in enumerate(blocks):
        if isinstance(block, Table) and block.wide:
            start = index - _run_up(blocks[last + 1 : index], follows_wide=last >= 0)
            papers[start : index + 1] = [TURNED] * (index + 1 - start)
            last = index
    return papers


def _run_up(between: Blocks, follows_wide: bool) -> int:
    """How many of the blocks before a wide table turn with it: its headings, or all the few after another wide one."""
    if follows_wide and len(between) <= BRIDGE and all(isinstance(block, Heading | Paragraph) for block in between):
        return len(between)
    return sum(1 for _ in takewhile(lambda block: isinstance(block, Heading), reversed(between)))
