"""What may stand where, and what belongs there: the model told as plain data, for whoever explains the format."""

from __future__ import annotations

import ast
import inspect
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, ValidationError

from eia.model.part import NothingListed, Part
from eia.model.written import Written

ReadAs = type[str] | type[Written]
"""What a text is read as: plain words, or one of the small grammars."""


@dataclass(frozen=True)
class Shape:
    """What may stand in one place: text, one of a few words, a list, keys, names of one's own; or several of these."""

    text: ReadAs | None = None
    words: tuple[str, ...] = ()
    """The only words that may stand here."""
    items: Shape | None = None
    keys: tuple[Key, ...] = ()
    names: Shape | None = None
    """What stands under a name of one's own."""
    says: str = ""
    """What a thing of this shape is."""

    def or_else(self, other: Shape) -> Shape:
        """Either of two shapes; where both say what they are, the second does."""
        items = self.items.or_else(other.items) if self.items and other.items else self.items or other.items
        return Shape(
            self.text or other.text,
            self.words or other.words,
            items,
            (*other.keys, *self.keys),
            self.names or other.names,
            other.says or self.says,
        )


@dataclass(frozen=True)
class Key:
    """A key of the format, what belongs there, and the shapes that it takes."""

    name: str
    says: str
    shape: Shape


@cache
def outline(model: type[BaseModel]) -> Shape:
    """The shape of a part, or of sources."""
    if issubclass(model, RootModel):
        return shape_of(model.model_fields["root"].annotation)
    said = descriptions(model)
    keys = (
        Key(field.alias or name, said.get(name, ""), shape_of(field.annotation))
        for name, field in model.model_fields.items()
    )
    return Shape(keys=tuple(keys), says=" ".join((model.__doc__ or "").split()))


def key_at(keys: str, shape: Shape) -> Key | None:
    """The key that keys with dots between them lead to, whatever names and numbers lie on the way: `plan.actions.owner`."""
    here, found = [shape], list[Key]()
    for step in keys.split("."):
        around = (one for each in here for one in _through(each))
        found = [key for one in around for key in one.keys if key.name == step]
        here = [key.shape for key in found]
    return next(iter(found), None)


def keys_below(keys: str, shape: Shape) -> list[str]:
    """The keys that may stand under such keys, whatever names and numbers lie on the way; without any, those at the top."""
    key = key_at(keys, shape) if keys else None
    around = _through(key.shape) if key else iter([shape] if not keys else [])
    return list(dict.fromkeys(one.name for each in around for one in each.keys))


def _through(shape: Shape) -> Iterator[Shape]:
    """A shape, and what lies below its names, its items, and the sections of a plan."""
    yield shape
    for below in (shape.names, shape.items, *(key.shape for key in shape.keys if key.name == "sections")):
        if below:
            yield from _through(below)


def shape_of(annotation: object) -> Shape:
    """The shape that a type of the model stands for."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return _of_class(annotation)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return shape_of(inner[0])
    if origin is Literal:
        return Shape(words=inner)
    if origin is Union or origin is types.UnionType:
        return reduce(Shape.or_else, (shape_of(one) for one in inner if one is not type(None)))
    if origin is tuple:
        return Shape(items=shape_of(inner[0]))
    names, below = shape_of(inner[0]), shape_of(inner[1])
    if names.words:
        return Shape(keys=tuple(Key(word, "", below) for word in names.words))
    return Shape(names=below)


def _of_class(kind: type) -> Shape:
    if issubclass(kind, NothingListed):
        return Shape(items=outline(kind))
    if issubclass(kind, BaseModel):
        return outline(kind).or_else(Shape(text=str)) if _has_short_form(kind) else outline(kind)
    if issubclass(kind, Written):
        return Shape(text=kind, items=Shape(text=kind) if kind.lists else None)
    return Shape(text=str)


def _has_short_form(model: type[BaseModel]) -> bool:
    """Whether text may stand for the whole thing."""
    try:
        model.model_validate("text")
    except ValidationError:
        return False
    return True


def descriptions(model: type[BaseModel]) -> Mapping[str, str]:
    """What belongs under each key, by the name of its field: the text below it in the model's own source."""
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if issubclass(one, Part) and one is not Part:
            found |= _in_module(inspect.getsourcefile(one) or "").get(one.__name__, {})
    return found


@cache
def _in_module(path: str) -> Mapping[str, Mapping[str, str]]:
    """By class and field, read when somebody asks, so that whoever only lints need not wait."""
    with open(path, encoding="utf-8") as file:
        module = ast.parse(file.read())
    return {one.name: dict(_below_fields(one)) for one in module.body if isinstance(one, ast.ClassDef)}


def _below_fields(part: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in zip(part.body, part.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            text = below.value.value if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) else None
            if isinstance(text, str):
                yield field.target.id, " ".join(text.split())
