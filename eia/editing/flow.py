"""Adding to what stands between brackets or braces, and taking away from it, with the commas that belong to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from eia.editing.edit import Edit
from eia.editing.lines import Container
from eia.editing.place import number_before
from eia.editing.written import in_flow, one_line
from eia.text.change import Add
from eia.text.span import Span
from eia.text.tree import Mapping


def added(container: Container, change: Add) -> Edit:
    """Something new between the others."""
    key, places = change.route[-1], _places(container)
    words = in_flow(change.value)
    if isinstance(key, str):
        words = f"{one_line(key, flow=True)}: {words}"
    number = number_before(container, change)
    if not places:
        inside = container.span.start + 1
        return Edit(Span(inside, inside), words)
    if number < len(places):
        start = places[number].start
        return Edit(Span(start, start), f"{words}, ")
    return Edit(Span(places[-1].end, places[-1].end), f", {words}")


def without(container: Container, gone: Collection[int]) -> Iterator[Edit]:
    """Some of the things taken away, each run of neighbours with the commas that it needs no more."""
    places = _places(container)
    for first, last in runs(gone):
        if last + 1 < len(places):
            yield Edit(Span(places[first].start, places[last + 1].start), "")
        else:
            yield Edit(Span(places[first - 1].end if first else places[first].start, places[last].end), "")


def runs(numbers: Collection[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of neighbours."""
    ordered = sorted(numbers)
    first = 0
    for at, number in enumerate(ordered):
        if at + 1 == len(ordered) or ordered[at + 1] != number + 1:
            yield ordered[first], number
            first = at + 1


def _places(container: Container) -> list[Span]:
    if isinstance(container, Mapping):
        return [Span(one.key.span.start, one.value.span.end) for one in container.entries]
    return [one.span for one in container.items]
