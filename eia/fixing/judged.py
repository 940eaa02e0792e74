"""Whether a change touches what only people write."""

from __future__ import annotations

from collections.abc import Iterator

from eia.loading import LoadedFile
from eia.model.judgement import is_judgement
from eia.text.change import Add, Change, Clean, New, Quote, Remove, Reword
from eia.text.lines import Lines
from eia.text.span import Route, Text
from eia.text.tree import Tree, everything

PEOPLE_WRITE = "only people write reasons, ratings, figures and decisions"


def touches_judgement(file: LoadedFile, change: Change) -> bool:
    """Whether a change lies in what a fix never touches, or takes any of it away or adds to it."""
    match change:
        case Reword():
            return False
        case Quote() | Clean() if file.tree is None:
            return is_judgement(keys_above(file.text, change.span.start))
        case Clean() | Quote():
            return file.tree is not None and is_judgement(file.tree.route_at(change.span.start))
        case Remove(route=route):
            return file.tree is not None and any(map(is_judgement, _below(file.tree, route)))
        case Add(route=route, value=value):
            return any(map(is_judgement, _said(route, value)))
        case _:
            return is_judgement(change.route)


def keys_above(text: Text, offset: int) -> Route:
    """The keys under which a line stands, as far as anybody can tell where the file cannot be read."""
    lines = Lines(text)
    line = lines.all[lines.number(offset)]
    keys, column = [line.key], line.column
    for above in lines.above(line.number):
        if above.key and above.column < column:
            keys.append(above.key)
            column = above.column
    return tuple(key for key in reversed(keys) if key)


def _below(tree: Tree, route: Route) -> Iterator[Route]:
    """A route, and every key below it."""
    yield route
    node = tree.node(route)
    yield from ((key.value,) for key, _ in (everything(node) if node else ()) if key)


def _said(route: Route, value: New) -> Iterator[Route]:
    """Where something new says anything."""
    if isinstance(value, str):
        yield from (route for said in (value,) if said)
    elif isinstance(value, tuple):
        yield from (below for one in value for below in _said(route, one))
    elif value is not None:
        yield from (below for key, one in value.items() for below in _said((*route, key), one))
