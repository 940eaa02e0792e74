"""What stands on every sheet of paper: the marking above, what tells this document from others below, and the number."""

from __future__ import annotations

from pathlib import Path

from eia.document.tree import Document

STYLE = Path(__file__).with_name("sheet.css")


def style(document: Document) -> str:
    """The style of sheets, with the words of this document."""
    words = document.furniture
    number = f"{_quoted(f'{words.page} ')} counter(page) {_quoted(f' {words.of} ')} counter(pages)"
    edges = {"top-left": _quoted(document.mark), "bottom-left": _quoted(document.footer), "bottom-right": number}
    boxes = "\n".join(f"  @{edge} {{ content: {said} }}" for edge, said in edges.items())
    return f"{STYLE.read_text('utf-8')}\n@page {{\n{boxes}\n}}\n"


def _quoted(words: str) -> str:
    """Words as a string of CSS, in which no sign can end it."""
    return '"' + "".join(one if one.isalnum() else f"\\{ord(one):06x}" for one in words) + '"'
