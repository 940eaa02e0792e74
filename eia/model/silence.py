"""Where an assessment says something and where it is silent: about keys such as `plan.actions.owner`, and about what it began."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from eia.model.assessment import Assessment
from eia.model.part import Nothing, Part, Route, unwrapped, walk
from eia.model.plan import Plan
from eia.model.written import Written

Names = Callable[[str, str], str]
"""For a key of the assessment and a name under it, such as that of a duty: the form's own name for it, or nothing."""


@dataclass(frozen=True)
class Place:
    """A place that dotted keys lead to, or where the way to it ends in silence."""

    route: Route
    key: str
    """The keys so far, without the names and numbers between them."""
    value: object = None
    """What is said there; nothing where the way ended in silence."""

    @property
    def said(self) -> bool:
        """Whether there is an answer: something, or that there is none, with the reason."""
        return bool(self.value)

    @property
    def something(self) -> bool:
        """Whether there is an answer, and it is not that there is none."""
        return self.said and not isinstance(self.value, Nothing)


def places(whole: Assessment, keys: str, names: Names) -> Iterator[Place]:
    """Every place that the keys lead to; `whole` holds its plan and sources themselves."""
    return _places(whole, tuple(keys.split(".")), names, (), "")


def _places(held: object, asked: tuple[str, ...], names: Names, route: Route, key: str) -> Iterator[Place]:
    value = unwrapped(held)
    if not value or (isinstance(value, Plan) and not (value.sections or value.actions)):
        yield Place(route, key)
    elif not asked or isinstance(value, Nothing):
        yield Place(route, key, value)
    else:
        for steps, below, rest, name in _below(value, asked, names, route):
            yield from _places(below, rest, names, (*route, *steps), f"{key}.{name}".strip(".") if name else key)


def _below(
    value: object, asked: tuple[str, ...], names: Names, route: Route
) -> Iterator[tuple[Route, object, tuple[str, ...], str]]:
    """What lies below on the way, the keys that are then left, and the key that was taken."""
    first, rest = asked[0], asked[1:]
    if isinstance(value, Plan) and first == "actions":
        yield from ((steps, action, rest, first) for steps, action in value.all_actions())
    elif isinstance(value, Part):
        answers = (value.at(key) for key in (first, *type(value).INSTEAD.get(first, ())))
        yield (first,), next(filter(None, answers), None), rest, first
    elif isinstance(value, Mapping) and names(str(route[-1]), first) == first:
        written = next((name for name in value if names(str(route[-1]), name) == first), first)
        yield (written,), value.get(written), rest, ""
    elif isinstance(value, Mapping):
        yield from (((name,), item, asked, "") for name, item in value.items())
    elif isinstance(value, tuple):
        yield from (((number,), item, asked, "") for number, item in enumerate(value))


def half_said(value: object, route: Route = (), key: str = "") -> Iterator[Place]:
    """Where a thing at or below a value lacks what such a thing says, or what others of its list say."""
    value = unwrapped(value)
    if isinstance(value, Part):
        known = type(value).keys()
        if speaks(value):
            yield from (_unsaid(route, key, need) for need in value.NEEDS if not value.has_said(need))
        for name in known:
            yield from half_said(value.at(name), (*route, name), f"{key}.{name}".strip("."))
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from half_said(item, (*route, name), key)
    elif isinstance(value, tuple):
        said = {one for item in value if isinstance(item, Part) for one in item.ALIKE if item.has_said(one)}
        for number, item in enumerate(value):
            yield from half_said(item, (*route, number), key)
            if isinstance(item, Part):
                alike = (one for one in item.ALIKE if one in said and not item.has_said(one))
                yield from (_unsaid((*route, number), key, one) for one in alike)


def speaks(value: object) -> bool:
    """Whether anything is said at or below a value, beside how it is cited."""
    return any(isinstance(said, str | Written) and route[-1:] != ("id",) for route, said in walk(value))


def _unsaid(route: Route, key: str, need: str) -> Place:
    return Place((*route, need), f"{key}.{need}")
