"""The layouts of a document, by the words that people choose them with."""

from __future__ import annotations

from typing import Literal, get_args

Layout = Literal["table", "headings"]
"""How rows of tables stand in a document: in the familiar columns, or each under a heading of its own."""
LAYOUTS: tuple[Layout, ...] = get_args(Layout)
