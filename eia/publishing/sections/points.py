"""What lint says, as a point of the document."""

from __future__ import annotations

from eia.diagnostics.diagnostic import Diagnostic
from eia.diagnostics.shown import printable
from eia.document.tree import Paragraph
from eia.publishing.voice import capital, in_code, lead


def open_point(one: Diagnostic) -> Paragraph:
    """A point that is open: how bad it is, what it is about, and where it stands."""
    label = one.severity.word.capitalize() + (f", {one.about}" if one.about else "")
    place = f" ({one.text.path.name}, line {one.text.position(one.span.start).line})"
    return lead(label, *in_code(printable(one.message + place)))


def settled_point(one: Diagnostic) -> Paragraph:
    """A point that somebody has considered: what it is about."""
    words = in_code(printable(capital(one.message)))
    return lead(one.about, *words) if one.about else Paragraph(words)
