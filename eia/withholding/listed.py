"""What is withheld, for whoever publishes: each place, and what kind of thing stood there, never the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from eia.diagnostics.shown import many, printable, shown_path
from eia.withholding.withheld import Kind, Withheld

CALLED: Mapping[Kind, str] = {
    "name": "the name of a person",
    "detail": "what leads to a person",
    "count": "a count of a few people",
    "further": "a figure from which such a count follows",
}


def listed(found: Sequence[Withheld]) -> Iterator[str]:
    """How many places there are, and a line for each: `file:line:column: what it was`."""
    if found:
        yield f"Withheld in {many(len(found), 'place')}, which stay as they are in your files:"
    for one in sorted(found, key=lambda one: (one.place[0].path, one.place[1])):
        text, span = one.place
        where = text.position(span.start)
        yield printable(f"  {shown_path(text.path)}:{where.line}:{where.column}: {CALLED[one.kind]}")
