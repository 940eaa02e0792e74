"""Markdown prose made into blocks: paragraphs, lists, quotes, tables, emphasis, links, pictures, citations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from eia.document.cited import CITED, Place, Syntax
from eia.document.marks import begins_with_mark, close
from eia.document.tree import (
    Block,
    Blocks,
    Code,
    Emphasis,
    Inline,
    Inlines,
    Jump,
    LineBreak,
    Link,
    Listing,
    NoteMark,
    Paragraph,
    Quote,
    Row,
    Strong,
    Table,
    Words,
)
from eia.document.walk import plain
from eia.model.prose import CITATION
from eia.model.table import cells
from eia.model.too_deep import DEEPEST

Cite = Callable[[str, bool], Inlines]
"""What a citation of an id prints as, and whether a sentence begins with it."""

Show = Callable[[str, str], Inline]
"""What a picture prints as: its address and its alternative words."""

TOKENS_OF_CELL = 3
"""The opening of a cell, its words, and its end."""

STRESS = ("em_open", "em_close", "strong_open", "strong_close")

_SCHEMES = ("http://", "https://", "mailto:")


def is_web(url: str) -> bool:
    """Whether an address may be a link in a document that anybody may open."""
    return url.lower().startswith(_SCHEMES)


def blocks(markdown: str, cite: Cite, show: Show, syntax: Syntax) -> Blocks:
    """The blocks of a piece of prose. Raw HTML stands as the characters it is; a heading becomes a strong paragraph."""
    tree = SyntaxTreeNode(_reader().parse(markdown))
    writer = _Writer(cite, show, syntax)
    return tuple(chain.from_iterable(writer.block(node) for node in tree.children))


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False, "maxNesting": 100}).enable("table")
    reader.disable("reference")  # what it defines, it does not print: `[Cabinet]: agreed` would be gone
    reader.block.ruler.before("table", "too-deep", _keep_too_deep)
    reader.core.ruler.after("block", "cells", _keep_cells)
    reader.core.ruler.push("stress", lambda state: _flatten(state.tokens))
    reader.inline.ruler.before("link", "citation", _citation)
    reader.validateLink = _is_safe  # type: ignore[method-assign]  # the library's own way to say which links are allowed
    return reader


def _keep_too_deep(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """Lists and quotes too deep inside others, which Markdown drops, stay as they were typed."""
    if silent or state.level < DEEPEST:
        return False
    further = range(first + 1, end)
    state.line = next(
        (line for line in further if not state.isEmpty(line) and state.sCount[line] < state.blkIndent), end
    )
    state.push("paragraph_open", "p", 1)
    words = state.push("inline", "", 0)
    words.content = state.getLines(first, state.line, state.blkIndent, False).strip()
    words.children = []
    state.push("paragraph_close", "p", -1)
    return True


def _flatten(tokens: Iterable[Token]) -> None:
    """Stress within stress within stress, deeper than anybody could tell, leaves its signs as they were typed."""
    depth = 0
    for token in tokens:
        _flatten(token.children or ())
        step = token.nesting if token.type in STRESS else 0
        depth += max(step, 0)
        if step and depth > DEEPEST:
            token.type, token.content, token.nesting = "text", token.markup, 0
        depth += min(step, 0)


def _keep_cells(state: StateCore) -> None:
    """Cells of a table beyond those of its head, which Markdown drops, stay in the last one as they were typed."""
    lines = state.src.split("\n")
    tokens = state.tokens
    for number, token in enumerate(tokens):
        if token.type == "tr_close" and tokens[number - 1].type == "td_close":
            cell = tokens[number - 2]
            line = lines[cell.map[0]] if cell.map else ""
            begun = next(at for at in range(number, -1, -1) if tokens[at].type == "tr_open")
            more = (one.strip().replace("\\|", "|") for one in cells(line)[(number - begun - 1) // TOKENS_OF_CELL :])
            cell.content = " | ".join((cell.content, *filter(None, more)))


def _is_safe(url: str) -> bool:
    """The library's own check lets through more than a document should hold; a relative address names a picture."""
    return is_web(url) or ":" not in url


def _citation(state: StateInline, silent: bool) -> bool:
    """Read `[@id]`."""
    found = CITATION.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("citation", "", 0).content = found[1]
    state.pos = found.end()
    return True


class _Writer:
    """Turns the nodes of the Markdown tree into ours."""

    def __init__(self, cite: Cite, show: Show, syntax: Syntax) -> None:
        self.cite = cite
        self.show = show
        self.syntax = syntax
        self.places: Iterator[Place] = iter(())
        """Where the citations of the block that is being read stand, in their order."""

    def block(self, node: SyntaxTreeNode) -> Sequence[Block]:
        match node.type:
            case "paragraph":
                return [Paragraph(self.inlines(node))]
            case "heading":
                return [Paragraph((Strong(self.inlines(node)),))]
            case "bullet_list" | "ordered_list":
                items = tuple(self.blocks(item) for item in node.children)
                return [Listing(items, node.type == "ordered_list", int(node.attrs.get("start", 1)))]
            case "blockquote":
                return [Quote(self.blocks(node))]
            case "table":
                return [self.table(node)]
            case "code_block" | "fence":
                content = node.content.rstrip()
                lines = [*filter(None, [node.info.strip()]), *(content.split("\n") if content else ())]
                return [Paragraph(tuple(_joined([[Code(line)] for line in lines])))] if lines else []
            case "hr":
                return []
            case _:
                raise AssertionError(f"Markdown has a block that we do not know: {node.type}")

    def blocks(self, node: SyntaxTreeNode) -> Blocks:
        return tuple(chain.from_iterable(self.block(child) for child in node.children))

    def table(self, node: SyntaxTreeNode) -> Table:
        head, *bodies = node.children
        names = tuple(_in_full(self.inlines(cell)) for cell in head.children[0].children)
        lines = [line for body in bodies for line in body.children]
        return Table("", names, tuple(Row(tuple(self.cell(cell) for cell in line.children)) for line in lines))

    def cell(self, node: SyntaxTreeNode) -> Blocks:
        """A cell of a table; one that the author left empty says so, since an empty one is skipped in reading aloud."""
        return (Paragraph(self.inlines(node) or (Words("–"),)),)

    def inlines(self, node: SyntaxTreeNode) -> Inlines:
        """The words of a block, whose only child holds them."""
        self.places = self.syntax.places("".join(map(self.bare, node.children)))
        return self.together(child for inline in node.children for child in inline.children)

    def bare(self, node: SyntaxTreeNode) -> str:
        """The words without their dress, a sign for each citation; the mark of a footnote is no part of the sentence."""
        match node.type:
            case "text":
                return node.content
            case "code_inline":
                return "`"
            case "softbreak" | "hardbreak":
                return " "
            case "citation":
                return "" if self.is_mark(node) else CITED
            case _:
                return "".join(map(self.bare, node.children))

    def is_mark(self, citation: SyntaxTreeNode) -> bool:
        """Whether a citation prints as a footnote."""
        return all(map(begins_with_mark, self.cite(citation.content, False)))

    def together(self, nodes: Iterable[SyntaxTreeNode]) -> Inlines:
        """What stands side by side."""
        return close(chain.from_iterable(map(self.inline, nodes)))

    def inline(self, node: SyntaxTreeNode) -> Sequence[Inline]:
        match node.type:
            case "text":
                return [Words(node.content)] if node.content else []
            case "softbreak":
                return [Words(" ")]
            case "hardbreak":
                return [LineBreak()]
            case "code_inline":
                return [Code(node.content)]
            case "em":
                return [Emphasis(self.within(node))]
            case "strong":
                return [Strong(self.within(node))]
            case "link":
                return self.link(node)
            case "image":
                return [self.show(str(node.attrs["src"]), _in_full(self.within(node))), *_title(node)]
            case "citation":
                return self.citation(node)
            case _:
                raise AssertionError(f"Markdown has an inline that we do not know: {node.type}")

    def citation(self, node: SyntaxTreeNode) -> Sequence[Inline]:
        """What is cited, in brackets where it is no part of its sentence."""
        if self.is_mark(node):
            return self.cite(node.content, False)
        place = next(self.places)
        said = (Words(place.before), *self.cite(node.content, place.begins), Words(place.after))
        return [inline for inline in said if inline != Words("")]

    def within(self, node: SyntaxTreeNode) -> Inlines:
        return self.together(node.children)

    def link(self, node: SyntaxTreeNode) -> Sequence[Inline]:
        """A link; one whose address leads nowhere on paper keeps its words and its address."""
        url, content = str(node.attrs["href"]), self.within(node)
        if not is_web(url):
            return [*content, Words(f" ({url})"), *_title(node)]
        return [Link(url, content or (Words(url),)), *_title(node)]


def _title(node: SyntaxTreeNode) -> Sequence[Inline]:
    """What would only show under a mouse: printed behind its link or picture."""
    said = str(node.attrs.get("title") or "")
    return [Words(f" ({said})")] if said else []


def _joined(lines: Sequence[Sequence[Inline]]) -> list[Inline]:
    first, *rest = lines
    return [*first, *(inline for line in rest for inline in (LineBreak(), *line))]


def _in_full(content: Iterable[Inline]) -> str:
    """The characters of inlines where neither a link nor a footnote can stand: address and source are said in brackets."""
    return "".join(_said_in_full(inline) for inline in content)


def _said_in_full(inline: Inline) -> str:
    match inline:
        case Link(url, content):
            words = _in_full(content)
            return words if words in (url, unquote(url)) else f"{words} ({url})"
        case NoteMark(key):
            return f" ({key})"
        case Emphasis(content) | Strong(content) | Jump(_, content):
            return _in_full(content)
        case _:
            return plain((inline,))
