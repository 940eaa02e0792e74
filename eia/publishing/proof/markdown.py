"""Reads Markdown back, as GitHub's kind is shown: its words, the addresses of its links, what stands for pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .held import Paper

_NOTE = re.compile(r"^(\[\^\d+\]):(?= )", re.MULTILINE)
"""Begins a footnote; the rest of its line are its words, and no address."""
DEEPEST = 200


def read(content: bytes) -> Paper:
    """What Markdown says to whom it is shown."""
    reader = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table")
    tokens = list(_each(reader.parse(_NOTE.sub(r"\1", content.decode("utf-8")))))
    beside = (str(said) for one in tokens for said in (one.attrGet("href"), one.attrGet("src")) if said)
    pictures = (one.content for one in tokens if one.type == "image")
    return Paper.of(["".join(map(_words, tokens))], (*beside, *pictures))


def _each(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens, and those within them."""
    for one in tokens:
        yield one
        yield from _each(one.children or ()) if one.type == "inline" else ()


def _words(one: Token) -> str:
    """What is shown of a token itself."""
    return one.content if one.type in ("text", "code_inline", "code_block", "fence") else " "
