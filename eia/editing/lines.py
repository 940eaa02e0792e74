"""Which lines belong to what stands in a block: where it begins, with the remarks above it, and where it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from eia.text.span import LINE_END, Span, Text
from eia.text.tree import Entry, Mapping, Node, Sequence

Container = Mapping | Sequence


@dataclass(frozen=True, slots=True)
class Child:
    """What stands in a list or among keys: where its key or dash is, and where it ends."""

    start: int
    end: int
    value: Node


@dataclass(frozen=True)
class Block:
    """A list with dashes or keys on lines of their own, as lines of the text."""

    text: Text
    container: Container

    @cached_property
    def children(self) -> tuple[Child, ...]:
        """All that stands in it, in order."""
        if isinstance(self.container, Mapping):
            return tuple(Child(_start(entry), entry.value.span.end, entry.value) for entry in self.container.entries)
        return tuple(Child(self._dash(item), item.span.end, item) for item in self.container.items)

    @property
    def column(self) -> int:
        """How far in its keys or dashes stand."""
        return self.text.position(self.container.span.start).column - 1

    def begins_line(self, child: Child) -> bool:
        """Whether nothing but blanks stands before it: the first key after a dash shares its line."""
        return not self.text.slice(Span(line_of(self.text, child.start).start, child.start)).strip(" ")

    def lines(self, child: Child) -> Span:
        """Its lines, to the end of the last; without remarks above it."""
        return Span(line_of(self.text, child.start).start, line_of(self.text, child.end).end)

    def head(self, child: Child) -> int:
        """Where its lines begin with the remarks that stand directly above it, as far in as it does."""
        place = line_of(self.text, child.start)
        while place.start and _is_remark(above := self._line_before(place.start), self.text, self.column):
            place = above
        return place.start

    def tail(self, child: Child) -> int:
        """Where its lines end with the remarks directly below that stand further in than its key or dash."""
        end = self.lines(child).end
        while end < len(self.text.source):
            below = line_of(self.text, end)
            words = self.text.slice(below)
            if not words.lstrip(" ").startswith("#") or len(words) - len(words.lstrip(" ")) <= self.column:
                break
            end = below.end
        return end

    def is_spaced(self, number: int) -> bool:
        """Whether an empty line stands before a child, as people leave it between things."""
        head = self.head(self.children[number])
        return bool(head) and not self.text.slice(self._line_before(head)).strip()

    def _line_before(self, start: int) -> Span:
        return line_of(self.text, start - 1)

    def _dash(self, item: Node) -> int:
        """The dash of an item: on the nearest line above it that has one as far in as the list stands."""
        place = line_of(self.text, item.span.start)
        while place.start > self.container.span.start and self._at_column(place) != "-":
            place = self._line_before(place.start)
        return max(place.start + self.column, self.container.span.start)

    def _at_column(self, line: Span) -> str:
        words = self.text.slice(line)
        return words[self.column : self.column + 1] if not words[: self.column].strip(" ") else ""


def line_of(text: Text, offset: int) -> Span:
    """The line that holds a character, with its end."""
    return text.bounds(text.position(offset).line)


def line_end(text: Text) -> str:
    """How the lines of a text end."""
    found = LINE_END.search(text.source)
    return found[0] if found else "\n"


def is_flow(text: Text, node: Node) -> bool:
    """Whether it is a list in brackets or keys in braces."""
    return isinstance(node, Mapping | Sequence) and text.source[node.span.start : node.span.start + 1] in ("[", "{")


def after_colon(text: Text, key_end: int) -> int:
    """Where the colon of a key ends."""
    found = re.compile(r"[ \t]*:").match(text.source, key_end)
    return found.end() if found else key_end


def _start(entry: Entry) -> int:
    return entry.key.span.start


def _is_remark(line: Span, text: Text, column: int) -> bool:
    words = text.slice(line)
    return words.lstrip(" ").startswith("#") and len(words) - len(words.lstrip(" ")) == column
