"""Labels run into what they label."""

from __future__ import annotations

from dataclasses import replace

from eia.document.label import with_colon
from eia.document.tree import Blocks, Inlines, Paragraph, Strong, Words
from eia.document.walk import plain


def labelled(label: str, said: Blocks) -> Blocks:
    """Blocks under a label, which runs into the first of them where that is a paragraph without a label of its own."""
    return led_by((Words(with_colon(label)),), said)


def led_by(label: Inlines, said: Blocks) -> Blocks:
    """The same, where the label, with its colon, may hold a link."""
    first, *rest = said or (Paragraph(()),)
    if isinstance(first, Paragraph) and not _begins_with_label(first.content):
        return (replace(first, content=(Strong(label), Words(" "), *first.content)), *rest)
    return (Paragraph((Strong(label),)), first, *rest)


def _begins_with_label(content: Inlines) -> bool:
    """Whether words begin as a label does: strong, and with a colon."""
    match content:
        case (Strong(words), *_):
            return plain(words).endswith(":")
        case _:
            return False
