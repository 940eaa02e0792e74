"""Adding lines to a block, taking lines out of it, and carrying lines from one block to another."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from eia.editing.edit import Edit
from eia.editing.flow import runs
from eia.editing.lines import Block, after_colon, is_flow, line_end, line_of
from eia.editing.place import container_at, number_before, number_of, size
from eia.editing.refused import NotMade
from eia.editing.written import INDENT, lines_of
from eia.text.change import Add, Move
from eia.text.span import LINE_END, Route, Span, Text
from eia.text.tree import Mapping, Scalar, Tree


def added(tree: Tree, block: Block, change: Add) -> Edit:
    """New lines before a child, or after the last."""
    return _put(block, number_before(block.container, change), _lines(change))


def begun(tree: Tree, change: Add) -> Edit:
    """New lines under a key that has nothing under it."""
    return _under(tree, change.route[:-1], _lines(change))


def without(block: Block, gone: Collection[int], carried: Collection[int]) -> Iterator[Edit]:
    """Some of the children taken out; those that are carried elsewhere take their remarks along."""
    children = block.children
    for first, last in runs(gone):
        if not block.begins_line(children[first]):
            if last + 1 == len(children) or last in carried:
                raise NotMade("its line begins something else too")
            yield Edit(Span(children[first].start, children[last + 1].start), "")
            continue
        for number in range(first, last + 1):
            yield Edit(_cut(block, number, number in carried, upward=first > 0), "")


def emptied(tree: Tree, route: Route, block: Block, carried: Collection[int]) -> Iterator[Edit]:
    """All children taken out: what is left says so in brackets, since a key with nothing after it says something else."""
    key = tree.key(route)
    if key is None:
        raise NotMade("nothing else would be left there")
    if not all(block.begins_line(child) for child in block.children):
        raise NotMade("its line begins something else too")
    after = after_colon(tree.text, key.end)
    yield Edit(Span(after, after), " {}" if isinstance(block.container, Mapping) else " []")
    for number in range(len(block.children)):
        yield Edit(_cut(block, number, number in carried, upward=False), "")


def carried(tree: Tree, change: Move) -> Edit:
    """The lines of a child at their new place, as far in as the others there."""
    source = container_at(tree, change.route[:-1])
    number = number_of(source, change.route[-1])
    if number is None or is_flow(tree.text, source):
        raise NotMade("it stands between brackets")
    block = Block(tree.text, source)
    child = block.children[number]
    if not block.begins_line(child):
        raise NotMade("its line begins something else too")
    span = Span(block.head(child), block.tail(child))
    lines = _from_the_margin(tree.text, span, block.column)
    into = tree.node(change.to[:-1])
    if into is None:
        raise NotMade("it leads nowhere in this file")
    if isinstance(into, Scalar) or (is_flow(tree.text, into) and not size(into)):
        return _under(tree, change.to[:-1], lines)
    if is_flow(tree.text, into):
        raise NotMade("it would have to stand between brackets")
    before = number_of(into, change.to[-1])
    return _put(Block(tree.text, into), size(into) if before is None else before, lines)


def opened(tree: Tree, route: Route) -> Iterator[Edit]:
    """Empty brackets taken away, since something comes to stand under their key."""
    node = container_at(tree, route) if not isinstance(tree.node(route), Scalar) else None
    if node is not None and is_flow(tree.text, node) and not size(node):
        key = tree.key(route)
        yield Edit(Span(after_colon(tree.text, key.end) if key else node.span.start, node.span.end), "")


def _lines(change: Add) -> list[str]:
    key = change.route[-1]
    if isinstance(key, str):
        return lines_of(change.value, key)
    first, *rest = lines_of(change.value)
    return [f"- {first}", *(f"{' ' * INDENT}{line}" if line else "" for line in rest)]


def _put(block: Block, number: int, lines: list[str]) -> Edit:
    text, children, end = block.text, block.children, line_end(block.text)
    indented = [" " * block.column + line if line else "" for line in lines]
    if number < len(children):
        child = children[number]
        if not block.begins_line(child):
            return Edit(Span(child.start, child.start), _joined(indented, end).lstrip(" ") + " " * block.column)
        spaced = len(children) > 1 and block.is_spaced(max(number, 1))
        at = block.head(child)
        return Edit(Span(at, at), _joined([*indented, ""] if spaced else indented, end))
    at = block.tail(children[-1])
    spaced = len(children) > 1 and block.is_spaced(len(children) - 1)
    return _after(text, at, ["", *indented] if spaced else indented)


def _under(tree: Tree, route: Route, lines: list[str]) -> Edit:
    """Lines under a key, two spaces further in than it."""
    key = tree.key(route)
    node = tree.node(route)
    if key is None or (isinstance(node, Scalar) and node.value):
        raise NotMade("something else stands there already")
    indent = tree.text.position(key.start).column - 1 + INDENT
    return _after(tree.text, line_of(tree.text, key.end).end, [" " * indent + line if line else "" for line in lines])


def _after(text: Text, at: int, lines: list[str]) -> Edit:
    """Lines after a line that ends here; where the text ends without a line end, it still does."""
    end = line_end(text)
    ended = not at or text.source[at - 1] in "\r\n"
    words = _joined(lines, end) if ended else end + end.join(lines)
    return Edit(Span(at, at), words)


def _joined(lines: list[str], end: str) -> str:
    return "".join(f"{line}{end}" for line in lines)


def _cut(block: Block, number: int, carried: bool, upward: bool) -> Span:
    """The lines of a child, with the empty line that set it apart from the one above, or from the one below."""
    text, child = block.text, block.children[number]
    span = Span(block.head(child), block.tail(child))
    if not carried and span != block.lines(child):
        raise NotMade("a remark beside it would be lost")
    if upward:
        return Span(line_of(text, span.start - 1).start, span.end) if block.is_spaced(number) else span
    apart = number + 1 < len(block.children) and block.is_spaced(number + 1)
    below = line_of(text, span.end)
    return Span(span.start, below.end) if apart and not text.slice(below).strip() else span


def _from_the_margin(text: Text, span: Span, column: int) -> list[str]:
    """The lines of a span as they would stand at the left margin. Raises `NotMade` where one cannot be moved so far."""
    lines = LINE_END.split(text.slice(span))
    if lines[-1] == "":
        lines.pop()
    if any(line[:column].strip(" ") for line in lines):
        raise NotMade("one of its lines begins further left than the others")
    return [line[column:] for line in lines]
