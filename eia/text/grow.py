"""From the parser's events to a tree, without recursion: a file may open a hundred thousand brackets."""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml
from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from eia.text.flaw import Flaw
from eia.text.hidden import readable
from eia.text.place import Style
from eia.text.refused import DEEPEST, LONGEST, MOST, directive, odd_key, second, special, too_deep, too_long, too_many
from eia.text.span import Span
from eia.text.tree import Entry, Mapping, Node, Scalar, Sequence

LIBYAML = yaml.__with_libyaml__
"""Whether the fast parser is there; the slow one reads the same."""

TOO_DEEP = "maximum nesting"
"""What the fast parser, from libyaml 0.2.6 on, says of a thousand open brackets, before it has told of any of them."""

STYLES: dict[str | None, Style] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the parser gave up and why, in its own words.

    It was in the middle of something `since`; `last` is the key or value it read just before; `bracket` is open."""

    at: int
    problem: str
    since: int
    last: Scalar | None = None
    bracket: int | None = None


@dataclass(frozen=True, slots=True)
class Growth:
    """What became of a text: a tree if the parser came to an end, and what stood in the way."""

    root: Node | None
    flaws: tuple[Flaw, ...]
    stop: Stop | None = None


def grow(source: str) -> Growth:
    """Everything the parser has to say about a text."""
    plant = _Plant(source)
    try:
        for event in yaml.parse(source, Loader=yaml.CBaseLoader if LIBYAML else yaml.BaseLoader):
            plant.take(event)
    except _Enough as enough:
        plant.flaws.append(enough.flaw)
    except yaml.MarkedYAMLError as error:
        stop = plant.stop(error)
        if TOO_DEEP not in stop.problem:
            return Growth(None, tuple(plant.flaws), stop)
        plant.flaws.append(too_deep(Span(stop.at, min(stop.at + 1, len(source)))))
    except (yaml.YAMLError, ValueError, OverflowError):  # the slow parser, on numbers in escapes
        return Growth(None, tuple(plant.flaws), plant.stop(yaml.MarkedYAMLError()))
    return Growth(plant.root, tuple(plant.flaws))


class _Enough(Exception):
    """The rest of the file is not worth reading."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.message)
        self.flaw = flaw


@dataclass(slots=True)
class _Branch:
    """A list or a set of keys whose end has not come yet; keys and values take turns in `nodes`."""

    start: int
    is_list: bool
    nodes: list[Node] = field(default_factory=list)

    def grown(self, end: int, closed: bool) -> Node:
        """The finished node. Without a closing bracket it ends where the last thing in it ends."""
        span = Span(self.start, end if closed or not self.nodes else self.nodes[-1].span.end)
        if self.is_list:
            return Sequence(span, tuple(self.nodes))
        pairs = zip(self.nodes[::2], self.nodes[1::2], strict=True)
        return Mapping(span, tuple(Entry(key, value) for key, value in pairs if isinstance(key, Scalar)))


class _Plant:
    """The tree while it grows."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.root: Node | None = None
        self.flaws: list[Flaw] = []
        self._last: Scalar | None = None
        self._open: list[_Branch] = []
        self._begun = False
        self._count = 0

    def take(self, event: Event) -> None:
        start, end = _marks(event)
        if isinstance(event, DocumentStartEvent):
            self._begin(event, start, end)
        elif isinstance(event, NodeEvent):
            self._count += 1
            if self._count > MOST:
                raise _Enough(too_many(Span(start, end)))
            self.flaws.extend(special(event, self.source, Span(start, end), "key" if self._expects_key else "text"))
            self._node(event, start, end)
        elif isinstance(event, CollectionEndEvent):
            self._place(self._open.pop().grown(end, closed=self.source[start:end] in ("]", "}")))

    def stop(self, error: yaml.MarkedYAMLError) -> Stop:
        reached = self._last.span.end if self._last else 0
        at = error.problem_mark.index if error.problem_mark else reached
        since = error.context_mark.index if error.context_mark else at
        bracket = next((branch.start for branch in reversed(self._open) if self.source[branch.start] in "[{"), None)
        return Stop(min(at, len(self.source)), error.problem or "", since, self._last, bracket)

    @property
    def _expects_key(self) -> bool:
        return bool(self._open) and not self._open[-1].is_list and len(self._open[-1].nodes) % 2 == 0

    def _begin(self, event: DocumentStartEvent, start: int, end: int) -> None:
        if event.version or event.tags:
            self.flaws.append(directive(Span(start, start + 1)))
        if self._begun:
            raise _Enough(second(Span(start, end)))
        self._begun = True

    def _node(self, event: NodeEvent, start: int, end: int) -> None:
        if isinstance(event, CollectionStartEvent):
            self._branch(event, start, end)
        elif isinstance(event, ScalarEvent):
            self._last = self._scalar(event, start, end)
            self._place(self._last)
        else:  # a name that stands for something else, refused above: the characters themselves take its place
            self._place(Scalar(Span(start, end), self.source[start:end], "plain"))

    def _branch(self, event: CollectionStartEvent, start: int, end: int) -> None:
        if len(self._open) == DEEPEST:
            raise _Enough(too_deep(Span(start, end)))
        if self._expects_key:
            raise _Enough(odd_key(Span(start, max(end, start + 1))))
        self._open.append(_Branch(start, isinstance(event, SequenceStartEvent)))

    def _scalar(self, event: ScalarEvent, start: int, end: int) -> Scalar:
        style = STYLES.get(event.style, "plain")
        if style not in ("single", "double"):
            end = start + len(self.source[start:end].rstrip(" \t\r\n"))
        if len(event.value) > LONGEST:
            raise _Enough(too_long(Span(start, end), len(event.value)))
        return Scalar(Span(start, end), readable(event.value), style)

    def _place(self, node: Node) -> None:
        if self._open:
            self._open[-1].nodes.append(node)
        else:
            self.root = node


def _marks(event: Event) -> tuple[int, int]:
    start = event.start_mark.index if event.start_mark else 0
    return start, event.end_mark.index if event.end_mark else start
