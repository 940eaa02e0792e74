"""Where in a tree a change takes place: in what, at which number there, and whether between brackets."""

from __future__ import annotations

from eia.editing.lines import Container, is_flow
from eia.editing.refused import NotMade
from eia.text.change import Add
from eia.text.span import Route
from eia.text.tree import Node, Scalar, Sequence, Tree

NOWHERE = "it leads nowhere in this file"


def node_at(tree: Tree, route: Route) -> Node:
    """What stands at a route. Raises `NotMade` where nothing does."""
    node = tree.node(route)
    if node is None:
        raise NotMade(NOWHERE)
    return node


def scalar_at(tree: Tree, route: Route) -> Scalar:
    """The text at a route. Raises `NotMade` where there is none."""
    node = node_at(tree, route)
    if not isinstance(node, Scalar):
        raise NotMade("it is a list or has keys of its own, and no text")
    return node


def container_at(tree: Tree, route: Route) -> Container:
    """The list or the keys at a route. Raises `NotMade` where there are none."""
    node = node_at(tree, route)
    if isinstance(node, Scalar):
        raise NotMade("it is a text, and no list and no keys")
    return node


def number_of(container: Container, step: str | int) -> int | None:
    """The number of what a step leads to."""
    if isinstance(container, Sequence):
        return step if isinstance(step, int) and 0 <= step < len(container.items) else None
    return next((number for number, one in enumerate(container.entries) if one.key.value == step), None)


def size(container: Container) -> int:
    """How many things stand in it."""
    return len(container.items if isinstance(container, Sequence) else container.entries)


def number_before(container: Container, change: Add) -> int:
    """The number of what a new thing stands before; that after the last for the end."""
    step = change.route[-1]
    found = None
    if isinstance(step, int) or change.before:
        found = number_of(container, change.before or step)
    elif change.after and (after := number_of(container, change.after)) is not None:
        found = after + 1
    return size(container) if found is None else found


def between_brackets(tree: Tree, route: Route) -> bool:
    """Whether what stands at a route stands between brackets or braces."""
    above = (tree.node(route[:length]) for length in range(len(route)))
    return any(node is not None and is_flow(tree.text, node) for node in above)
