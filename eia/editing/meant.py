"""What a file should say after changes: worked out from what it says now, and not from any characters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from eia.editing.refused import NotMade
from eia.text.change import Add, Change, Move, New, Remove, Rename, Set, Within
from eia.text.span import Route
from eia.text.tree import Mapping as Keys
from eia.text.tree import Node, Scalar

Said: TypeAlias = "tuple[str, str, tuple[tuple[str, Said], ...]]"
"""What a node says, in full: its kind, its words, and what is below it, also keys that stand twice or say nothing."""

NOWHERE = "it leads nowhere in this file"


@dataclass(eq=False, slots=True)
class Thing:
    """A node that can be changed: text, a list, or keys. Everything below has a key, empty in a list."""

    kind: Literal["text", "list", "keys"]
    words: str = ""
    below: list[Below] = field(default_factory=list)

    @property
    def said(self) -> Said:
        """All that it says, to be compared."""
        return self.kind, self.words, tuple((one.key, one.thing.said) for one in self.below)


@dataclass(eq=False, slots=True)
class Below:
    """What stands in a list or under a key."""

    key: str
    thing: Thing


def said(node: Node) -> Said:
    """All that a node says."""
    return _thing(node).said


def meant(root: Node, changes: Iterable[Change]) -> Said:
    """All that the file should say after these changes. Every route leads through the file as it is now.

    Raises `NotMade` where one leads nowhere."""
    whole = _thing(root)
    wanted = list(changes)
    # Offsets count in the text as it is now: so what stands last in it is changed first.
    wanted.sort(key=lambda one: -one.start if isinstance(one, Within) else 0)
    steps = [
        (one, *_found(whole, one)) for one in wanted if isinstance(one, Set | Within | Rename | Add | Remove | Move)
    ]
    for change, above, place in steps:
        _change(change, above, place)
    return whole.said


@dataclass(frozen=True, slots=True)
class _Place:
    """What a change is about, and what it goes before; nothing for the end."""

    about: Below | None = None
    into: Thing | None = None
    before: Below | None = None


def _found(whole: Thing, change: Set | Within | Rename | Add | Remove | Move) -> tuple[Thing, _Place]:
    above = _lead(whole, change.route[:-1])
    if isinstance(change, Add):
        return above, _Place(before=_anchor(above, change))
    about = _step(above, change.route[-1])
    if about is None:
        raise NotMade(NOWHERE)
    if isinstance(change, Move):
        into = _lead(whole, change.to[:-1])
        return above, _Place(about, into, _step(into, change.to[-1]))
    return above, _Place(about)


def _change(change: Set | Within | Rename | Add | Remove | Move, above: Thing, place: _Place) -> None:
    match change:
        case Add(route=route, value=value):
            key = route[-1]
            above.kind = "keys" if isinstance(key, str) else "list"
            _put(above, Below(key if isinstance(key, str) else "", _new(value)), place.before)
            return
    about = place.about
    assert about is not None  # only an addition is about nothing yet
    if about not in above.below:
        raise NotMade("two changes would be made to the same words")
    match change:
        case Set(words=words):
            about.thing = Thing("text", words)
        case Within(start=start, end=end, words=words):
            about.thing.words = about.thing.words[:start] + words + about.thing.words[end:]
        case Rename(key=key):
            about.key = key
        case Remove():
            above.below.remove(about)
        case Move() if place.into is not None:
            above.below.remove(about)
            place.into.kind = above.kind
            _put(place.into, about, place.before)


def _put(above: Thing, one: Below, before: Below | None) -> None:
    above.below.insert(above.below.index(before) if before in above.below else len(above.below), one)


def _anchor(above: Thing, change: Add) -> Below | None:
    """What the new thing stands before."""
    key = change.route[-1]
    if isinstance(key, int):
        return _step(above, key)
    if change.before:
        return _step(above, change.before)
    if change.after and (after := _step(above, change.after)):
        number = above.below.index(after) + 1
        return above.below[number] if number < len(above.below) else None
    return None


def _lead(whole: Thing, route: Route) -> Thing:
    thing = whole
    for step in route:
        below = _step(thing, step)
        if below is None:
            raise NotMade(NOWHERE)
        thing = below.thing
    return thing


def _step(thing: Thing, step: str | int) -> Below | None:
    if isinstance(step, int):
        return thing.below[step] if thing.kind == "list" and 0 <= step < len(thing.below) else None
    return next((one for one in thing.below if thing.kind == "keys" and one.key == step), None)


def _thing(node: Node) -> Thing:
    if isinstance(node, Scalar):
        return Thing("text", node.value)
    if isinstance(node, Keys):
        return Thing("keys", "", [Below(entry.key.value, _thing(entry.value)) for entry in node.entries])
    return Thing("list", "", [Below("", _thing(item)) for item in node.items])


def _new(value: New) -> Thing:
    if value is None or isinstance(value, str):
        return Thing("text", value or "")
    if isinstance(value, Mapping):
        return Thing("keys", "", [Below(key, _new(one)) for key, one in value.items()])
    return Thing("list", "", [Below("", _new(one)) for one in value])
