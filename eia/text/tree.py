"""The tree of a YAML file: what stands where, and what it says as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from eia.text.place import Style, place
from eia.text.span import Route, Span, Text

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
"""What a file says, without places: text as it stands, and `None` where an item of a list says nothing."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A key or a value that is text. The span covers what stands in the file, quotes and all."""

    span: Span
    value: str
    style: Style


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and what it leads to."""

    key: Scalar
    value: Node


@dataclass(frozen=True)
class Mapping:
    """Keys and values, in the order of the file; a key that stands twice is here twice."""

    span: Span
    entries: tuple[Entry, ...]

    @cached_property
    def first(self) -> dict[str, Entry]:
        """The first entry of each key."""
        found: dict[str, Entry] = {}
        for entry in self.entries:
            found.setdefault(entry.key.value, entry)
        return found


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, with dashes or in brackets."""

    span: Span
    items: tuple[Node, ...]


Node = Scalar | Mapping | Sequence


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark; the span begins at its `#`, the text is what comes after, without the blanks around it."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole file. A route that leads nowhere is an ordinary question here: officers leave things out."""

    text: Text
    root: Mapping
    comments: tuple[Comment, ...] = ()

    def node(self, route: Route) -> Node | None:
        """What stands at the end of a route."""
        found = self._find(route)
        return found[1] if found else None

    def is_silent(self, route: Route) -> bool:
        """Whether there is a key at this place and nothing, or only emptiness, under it."""
        node = self.node(route)
        return node is not None and _empty(node)

    def value(self, route: Route) -> Span | None:
        """The place of a value."""
        node = self.node(route)
        return node.span if node else None

    def key(self, route: Route) -> Span | None:
        """The place of the key that leads to a value; the items of a list have none."""
        found = self._find(route)
        return found[0].span if found and found[0] else None

    def nearest(self, route: Route) -> Span:
        """The best place to speak about a route, whether or not anything stands there."""
        node = self.node(route) or self._in_short(route)
        if node and not _empty(node):
            return node.span
        for length in range(len(route), 0, -1):
            if found := self._find(route[:length]):
                key, node = found
                return key.span if key else _head(node)
        return _head(self.root)

    def whole(self, route: Route) -> Span | None:
        """From the key to the end of the value: the entry, to be printed where it could not be understood."""
        found = self._find(route)
        if not found:
            return None
        key, node = found
        return Span(key.span.start if key else node.span.start, node.span.end)

    def within(self, route: Route, start: int, end: int, joint: str = "; ") -> Span:
        """The place of `value[start:end]`; in a list of texts, offsets count through its items joined by `joint`."""
        node = self.node(route) or self._in_short(route)
        if isinstance(node, Scalar):
            return self._part(node, start, end)
        if isinstance(node, Sequence):
            return self._part_of_list(node, start, end, joint)
        return self.nearest(route)

    def spot(self, route: Route, start: int, end: int, joint: str = "; ") -> tuple[Route, int, int] | None:
        """The one text that holds `value[start:end]`, and the stretch in it; nothing where several items of a list do."""
        node = self.node(route)
        if node is None and route and isinstance(self._in_short(route), Scalar):
            return route[:-1], start, end
        if isinstance(node, Scalar):
            return route, start, end
        offset = 0
        for number, item in enumerate(node.items if isinstance(node, Sequence) else ()):
            if isinstance(item, Scalar) and offset <= start and end <= offset + len(item.value):
                return (*route, number), start - offset, end - offset
            offset += len(item.value if isinstance(item, Scalar) else "") + len(joint)
        return None

    def route_at(self, offset: int) -> Route:
        """The route to the innermost value or key that holds a character."""
        route: list[str | int] = []
        node: Node = self.root
        while below := next(
            (one for one in _steps(node) if one[1].start <= offset < max(one[1].end, one[1].start + 1)), None
        ):
            step, _, node = below
            route.append(step)
        return tuple(route)

    def named(self, route: Route) -> tuple[str, ...]:
        """The steps of a route as people know them: an item of a list goes by its own id, else by its number from 1.

        So the name of a thing outlives lines that come or go above it."""
        names: list[str] = []
        for length, step in enumerate(route, 1):
            names.append(str(step) if isinstance(step, str) else self._id(route[:length]) or str(step + 1))
        return tuple(names)

    def data(self) -> Data:
        """What the file says. Keys without an answer are left out; of a key that stands twice the first counts."""
        return _data(self.root) or {}

    def _find(self, route: Route) -> tuple[Scalar | None, Node] | None:
        key: Scalar | None = None
        node: Node = self.root
        for step in route:
            if isinstance(node, Mapping) and isinstance(step, str) and step in node.first:
                entry = node.first[step]
                key, node = entry.key, entry.value
            elif isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
                key, node = None, node.items[step]
            else:
                return None
        return key, node

    def _id(self, route: Route) -> str:
        id = self.node((*route, "id"))
        return id.value if isinstance(id, Scalar) else ""

    def _in_short(self, route: Route) -> Node | None:
        """What stands for a whole part, where one of its keys is asked for: `age: positive` for `age:` with `means: positive`."""
        above = self.node(route[:-1]) if route and isinstance(route[-1], str) else None
        return None if isinstance(above, Mapping) else above

    def _part(self, scalar: Scalar, start: int, end: int) -> Span:
        return place(self.text.source, scalar.span, scalar.style, scalar.value, start, end) or scalar.span

    def _part_of_list(self, node: Sequence, start: int, end: int, joint: str) -> Span:
        places = []
        offset = 0
        for item in node.items:
            if not isinstance(item, Scalar):
                return node.span
            length = len(item.value)
            if offset <= end and start <= offset + length:
                places.append(self._part(item, max(start - offset, 0), min(end - offset, length)))
            offset += length + len(joint)
        return Span(places[0].start, places[-1].end) if places else node.span


def everything(root: Node) -> Iterator[tuple[Scalar | None, Node]]:
    """Every value of a tree, from the top, with the key that leads to it."""
    waiting: list[tuple[Scalar | None, Node]] = [(None, root)]
    while waiting:
        key, node = waiting.pop()
        yield key, node
        if isinstance(node, Mapping):
            waiting.extend((entry.key, entry.value) for entry in reversed(node.entries))
        elif isinstance(node, Sequence):
            waiting.extend((None, item) for item in reversed(node.items))


def _steps(node: Node) -> Iterator[tuple[str | int, Span, Node]]:
    """What lies directly below: the step to it, from its key to its end, and the thing itself."""
    if isinstance(node, Mapping):
        yield from ((one.key.value, Span(one.key.span.start, one.value.span.end), one.value) for one in node.entries)
    elif isinstance(node, Sequence):
        yield from ((number, item.span, item) for number, item in enumerate(node.items))


def _empty(node: Node) -> bool:
    """Silence is not an answer, whichever way it is written."""
    if isinstance(node, Scalar):
        return not node.value.strip()
    return not (node.items if isinstance(node, Sequence) else node.entries)


def _head(node: Node) -> Span:
    """Where a reader's eye goes: the first key, else the whole."""
    return node.entries[0].key.span if isinstance(node, Mapping) and node.entries else node.span


def _data(node: Node) -> Data:
    if _empty(node):
        return None
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [_data(item) for item in node.items]
    said = {key: _data(entry.value) for key, entry in node.first.items()}
    return {key: value for key, value in said.items() if value is not None}
