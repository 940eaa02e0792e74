"""What stands on the edges of every sheet, where a page is printed: that it is a draft, which version it is, and the number."""

from __future__ import annotations

from collections.abc import Mapping

from eia.document.tree import Document


def edges(document: Document) -> str:
    """Rules for the margins of sheets. The first has its mark in the page itself."""
    words = document.furniture
    number = f"{_quoted(f'{words.page} ')} counter(page) {_quoted(f' {words.of} ')} counter(pages)"
    every = {"top-left": _quoted(document.mark), "bottom-left": _quoted(document.footer), "bottom-right": number}
    return _rule("@page", every) + _rule("@page :first", {"top-left": "none"})


def _rule(page: str, said: Mapping[str, str]) -> str:
    boxes = "\n".join(f"  @{edge} {{ content: {words} }}" for edge, words in said.items())
    return f"{page} {{\n{boxes}\n}}\n"


def _quoted(words: str) -> str:
    """Words as a string of CSS, which no sign in them can end, nor end the style."""
    return '"' + "".join(one if one.isalnum() else f"\\{ord(one):06x}" for one in words) + '"'
