"""From changes to edits: which characters have to become which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from eia.editing import block, flow
from eia.editing.edit import Edit
from eia.editing.lines import Block, Container, is_flow, line_end, line_of
from eia.editing.place import between_brackets, container_at, node_at, number_of, scalar_at, size
from eia.editing.refused import NotMade
from eia.editing.written import INDENT, in_style, one_line, part, reads_back
from eia.text.change import Add, Change, Clean, Move, Quote, Remove, Rename, Reword, Set, Within
from eia.text.hidden import is_unseen
from eia.text.place import body, place
from eia.text.span import Route, Span
from eia.text.tree import Scalar, Tree


def realised(tree: Tree, changes: Iterable[Change]) -> Iterator[Edit]:
    """The edits that make these changes. Raises `NotMade` where nobody can be sure how."""
    wanted = tuple(changes)
    for change in wanted:
        match change:
            case Set(route=route, words=words):
                yield _set(tree, route, words)
            case Within():
                yield _within(tree, change)
            case Rename(route=route, key=key):
                yield _rename(tree, route, key)
            case Add():
                yield from _added(tree, change)
            case Move():
                yield block.carried(tree, change)
            case Reword(span=span, words=words):
                yield _reworded(tree, span, words)
            case Clean(span=span, words=words):
                if words.strip(" ") or not is_unseen(tree.text.slice(span)):
                    raise NotMade("somebody can see what would go")
                yield Edit(span, words)
            case Remove():
                pass  # all that go from one place go together, below
            case Quote():
                raise NotMade("what can be read needs no quotes")
    for route in {change.to[:-1]: None for change in wanted if isinstance(change, Move)}:
        yield from block.opened(tree, route)
    yield from _gone(tree, wanted)


def _gone(tree: Tree, changes: tuple[Change, ...]) -> Iterator[Edit]:
    """What is taken away, or carried elsewhere, from each list or set of keys."""
    gone: defaultdict[Route, dict[int, bool]] = defaultdict(dict)
    filled = {one.route[:-1] for one in changes if isinstance(one, Add)}
    filled |= {one.to[:-1] for one in changes if isinstance(one, Move)}
    for one in changes:
        if isinstance(one, Remove | Move):
            number = number_of(container_at(tree, one.route[:-1]), one.route[-1])
            if number is None:
                raise NotMade("it leads nowhere in this file")
            gone[one.route[:-1]][number] = isinstance(one, Move)
    for route, numbers in gone.items():
        container = container_at(tree, route)
        carried = [number for number, is_carried in numbers.items() if is_carried]
        if is_flow(tree.text, container):
            _refuse_remarks(tree, container)
            yield from flow.without(container, numbers)
        elif len(numbers) < size(container) or route in filled:
            yield from block.without(Block(tree.text, container), numbers, carried)
        else:
            yield from block.emptied(tree, route, Block(tree.text, container), carried)


def _added(tree: Tree, change: Add) -> Iterator[Edit]:
    above = change.route[:-1]
    node = node_at(tree, above)
    if isinstance(node, Scalar):
        if between_brackets(tree, above):
            raise NotMade("it would have to stand between brackets")
        yield block.begun(tree, change)
    elif is_flow(tree.text, node):
        _refuse_remarks(tree, node)
        yield flow.added(node, change)
    else:
        yield block.added(tree, Block(tree.text, node), change)


def _refuse_remarks(tree: Tree, container: Container) -> None:
    """Between brackets nobody can say what a remark belongs to."""
    if any(container.span.start < one.span.start < container.span.end for one in tree.comments):
        raise NotMade("a remark stands between the brackets")


def _set(tree: Tree, route: Route, words: str) -> Edit:
    scalar = scalar_at(tree, route)
    written = in_style(
        words, scalar.style, between_brackets(tree, route), _indent(tree, route, scalar), line_end(tree.text)
    )
    blank = " " if scalar.span.start == scalar.span.end else ""
    return Edit(scalar.span, blank + written)


def _within(tree: Tree, change: Within) -> Edit:
    scalar = scalar_at(tree, change.route)
    source, style = tree.text.source, scalar.style
    whole = scalar.value[: change.start] + change.words + scalar.value[change.end :]
    one_plain_line = style == "plain" and "\n" not in source[scalar.span.start : scalar.span.end]
    if (
        not scalar.value
        or not whole
        or (one_plain_line and not reads_back(whole, between_brackets(tree, change.route)))
    ):
        return _set(tree, change.route, whole)
    span = place(source, scalar.span, style, scalar.value, change.start, change.end)
    if span is None:
        raise NotMade("it is written with escapes that cannot be followed")
    return Edit(span, part(change.words, style, _indent(tree, change.route, scalar), line_end(tree.text)))


def _rename(tree: Tree, route: Route, key: str) -> Edit:
    container = container_at(tree, route[:-1])
    number = number_of(container, route[-1])
    if number is None or not isinstance(route[-1], str):
        raise NotMade("it leads to no key")
    old = tree.key(route)
    assert old is not None  # it has a number among the keys
    bracketed = between_brackets(tree, route)
    match tree.text.source[old.start]:
        case "'":
            return Edit(old, in_style(key, "single", bracketed, 0, ""))
        case '"':
            return Edit(old, in_style(key, "double", bracketed, 0, ""))
        case _:
            return Edit(old, one_line(key, bracketed))


def _reworded(tree: Tree, span: Span, words: str) -> Edit:
    if words:
        return Edit(span, words)
    line = line_of(tree.text, span.start)
    if not tree.text.slice(Span(line.start, span.start)).strip():
        return Edit(line, "")
    before = tree.text.slice(Span(line.start, span.start)).rstrip(" \t")
    return Edit(Span(line.start + len(before), span.end), "")


def _indent(tree: Tree, route: Route, scalar: Scalar) -> int:
    """How far in the lines of a text under a bar stand, or would."""
    if scalar.style in ("literal", "folded"):
        words = tree.text.slice(body(tree.text.source, scalar.span, scalar.style))
        first = next((line for line in words.splitlines() if line.strip()), "")
        return len(first) - len(first.lstrip(" "))
    stands = (
        tree.key(route) or container_at(tree, route[:-1]).span
    )  # an item stands as far in as the dashes of its list
    return tree.text.position(stands.start).column - 1 + INDENT
