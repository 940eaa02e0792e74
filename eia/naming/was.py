"""Former ids: remembered beside the new one, and forgotten when a thing gets one of them back."""

from __future__ import annotations

from collections.abc import Iterator

from eia.naming.things import ASSESSMENT, Thing
from eia.text.change import Add, Change, Remove, Set, Within
from eia.text.span import Route
from eia.text.tree import Mapping, Scalar, Sequence

WAS = "was"


def remembered(one: Thing, new: str) -> Iterator[Change]:
    """What changes under `was:` when a thing gets a new id. What is written in a word has no place for it."""
    tree = one.site.file.tree
    node = tree.node(one.site.route) if tree else None
    if tree is None or not isinstance(node, Mapping):
        return
    route = (*one.site.route, WAS)
    said = tree.node(route)
    if new in one.was and said:
        yield from _cut(route, said, one.was.index(new), one.was)
    elif said is None:
        first = node.entries[0].key.value
        beside = {"after": ASSESSMENT if one.sort == ASSESSMENT else "id"}
        yield Add(route, one.id, before=first) if one.name.key else Add(route, one.id, **beside)
    elif isinstance(said, Scalar):
        words = f", {one.id}" if said.value.strip() else one.id
        yield Within(route, len(said.value), len(said.value), words) if said.value else Set(route, one.id)
    elif isinstance(said, Sequence):
        yield Add((*route, len(said.items)), one.id)


def has_room(one: Thing) -> bool:
    """Whether a former id can be remembered."""
    tree = one.site.file.tree
    return tree is not None and isinstance(tree.node(one.site.route), Mapping)


def _cut(route: Route, said: Scalar | Sequence | Mapping, at: int, was: tuple[str, ...]) -> Iterator[Change]:
    """The former ids from one on go, and with the last of them the key."""
    if at == 0:
        yield Remove(route)
    elif isinstance(said, Scalar):
        end = _end_of(said.value, was[:at])
        yield Within(route, end, len(said.value), "")
    elif isinstance(said, Sequence):
        kept = [number for number, item in enumerate(said.items) if isinstance(item, Scalar) and item.value.strip()]
        yield from (Remove((*route, number)) for number in range(kept[at], len(said.items)))


def _end_of(words: str, kept: tuple[str, ...]) -> int:
    """Where the last of the former ids that are kept ends."""
    end = 0
    for one in kept:
        end = words.index(one, end) + len(one)
    return end
