"""The base of everything an assessment is made of, and the one walk through it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, ClassVar, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Discriminator, RootModel, Tag, model_validator

from eia.model.prose import Prose

Route = tuple[str | int, ...]
"""The keys and indexes, as they stand in YAML, that lead to a value."""

Data = str | None | list["Data"] | dict[str, "Data"]
"""What a file holds before the model has judged it: texts, lists and keys; None is an empty list item."""

T = TypeVar("T")

TAG = "\0"
"""Begins the names of a union's members, which pydantic puts among the steps of a place; no key of a file can hold it."""

OWN = "x-"
"""How a key of the organisation's own begins."""


def _key(name: str) -> str:
    """The YAML key of a field: `compared_with` is `compared-with`, `as_` is `as`."""
    return name.rstrip("_").replace("_", "-")


class Part(BaseModel):
    """A thing with keys. No key is required, since silence is an answer nobody gave; unknown keys are kept and reported."""

    model_config = ConfigDict(frozen=True, extra="allow", alias_generator=_key, hide_input_in_errors=True)

    INSTEAD: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """By key, others that are an answer in its stead: whoever says why a row was not assessed need not rate it."""

    NEEDS: ClassVar[tuple[str, ...]] = ()
    """Keys without which a thing of this sort is only half said: a gap that does not say what is not known."""
    ALIKE: ClassVar[tuple[str, ...]] = ()
    """Keys that all of a list have where one has them, since the document then has a column for them."""

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """The keys that may stand here, in the order of the format."""
        return tuple(field.alias or name for name, field in cls.model_fields.items())

    @classmethod
    def knows(cls, key: str) -> bool:
        """Whether this key may stand here."""
        known = cls.keys()
        return key in known

    def at(self, key: str) -> object:
        """What stands under a key of the format, or under one of the organisation's own; nothing for silence."""
        field = next((name for name, field in type(self).model_fields.items() if (field.alias or name) == key), "")
        return getattr(self, field) if field else (self.model_extra or {}).get(key)

    def has_said(self, key: str) -> bool:
        """Whether something stands under a key, or under another that is an answer in its stead."""
        return any(map(self.at, (key, *self.INSTEAD.get(key, ()))))

    @property
    def unknown(self) -> Mapping[str, Data]:
        """What stands under keys that the format does not know (`x-` keys are an organisation's own, and no mistake)."""
        return {key: value for key, value in (self.model_extra or {}).items() if not key.startswith(OWN)}


class Nothing(Part):
    """There is none, and the reason: the only way to say so, since an empty value says nothing."""

    none: Prose | None = None
    """The reason why there is none."""


class NothingListed(Nothing):
    """The same as the sole item of a list: `- none: <reason>`."""

    @model_validator(mode="before")
    @classmethod
    def _sole_item(cls, value: object) -> object:
        return value[0] if isinstance(value, list) else value


def _says_none(value: object) -> str:
    sole = value[0] if isinstance(value, list) and len(value) == 1 else value
    says = isinstance(sole, Nothing) or (isinstance(sole, dict) and "none" in sole)
    return TAG + ("some" if not says else "none" if sole is value else "listed")


def _has_keys(value: object) -> str:
    return TAG + ("each" if isinstance(value, dict) else "one")


def _is_itself(value: object) -> str:
    return TAG + ("path" if isinstance(value, str) else "itself")


OrNone = Annotated[
    Annotated[Nothing, Tag(TAG + "none")]
    | Annotated[NothingListed, Tag(TAG + "listed")]
    | Annotated[T, Tag(TAG + "some")],
    Discriminator(_says_none),
]
"""The thing itself, or `none: <reason>`."""

OrPath = Annotated[Annotated[str, Tag(TAG + "path")] | Annotated[T, Tag(TAG + "itself")], Discriminator(_is_itself)]
"""The path of a file, or what would stand in it."""

OrEach = Annotated[
    Annotated[T, Tag(TAG + "one")] | Annotated[Mapping[str, T], Tag(TAG + "each")], Discriminator(_has_keys)
]
"""One value for the whole, or one for each key: each aim, before and after, begin and end."""


def parts_below(part: type[Part]) -> Iterator[tuple[str, type[Part]]]:
    """The keys that hold one part with keys of its own, and that part."""
    for name, field in part.model_fields.items():
        for inner in get_args(field.annotation):
            if isinstance(inner, type) and issubclass(inner, Part):
                yield field.alias or name, inner


def route_of(place: Iterable[str | int], data: Data) -> Route:
    """The route in the data of the place that pydantic names: without the names of unions, and through a sole item."""
    route: list[str | int] = []
    for step in place:
        if isinstance(step, str) and step.startswith(TAG):
            continue
        if isinstance(data, list) and isinstance(step, str):
            route.append(0)
            data = data[0]
        route.append(step)
        data = step_into(data, step)
    return tuple(route)


def step_into(data: Data, step: str | int) -> Data:
    """What stands under a key or an index; None where nothing does."""
    if isinstance(data, dict) and isinstance(step, str):
        return data.get(step)
    return data[step] if isinstance(data, list) and isinstance(step, int) and step < len(data) else None


def unwrapped(value: object) -> object:
    """The value itself, where the model has a name for it: sources are a mapping."""
    return value.root if isinstance(value, RootModel) else value


def step_down(value: object, step: str | int) -> object:
    """What a step of a route leads to in the model; nothing where it leads nowhere."""
    value = unwrapped(value)
    if isinstance(value, Part):
        return value.at(str(step))
    if isinstance(value, Mapping):
        return value.get(step)
    return value[step] if isinstance(value, tuple) and isinstance(step, int) and step < len(value) else None


def walk(value: object, route: Route = ()) -> Iterator[tuple[Route, object]]:
    """Every value at or below this one, with the route that leads to it, in the order of the format."""
    if value is None:
        return
    yield route, value
    for step, below in _below(value):
        yield from walk(below, (*route, *step))


def _below(value: object) -> Iterator[tuple[Route, object]]:
    if isinstance(value, RootModel):
        yield (), value.root
    elif isinstance(value, NothingListed):
        yield (0, "none"), value.none
    elif isinstance(value, Part):
        for name, field in type(value).model_fields.items():
            yield (field.alias or name,), getattr(value, name)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield (key,), item
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield (index,), item


def parts(value: object, kind: type[T]) -> Iterator[tuple[Route, T]]:
    """Every part of one kind at or below a value: `parts(assessment, Mitigation)`."""
    for route, item in walk(value):
        if isinstance(item, kind):
            yield route, item
