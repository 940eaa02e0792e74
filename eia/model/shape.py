"""Judging data by a model without losing the rest: what does not fit is taken out, named, and the remainder judged again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from difflib import get_close_matches
from functools import reduce
from typing import TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from eia.model.part import Data, Nothing, Part, Route, route_of, step_into
from eia.model.scan import quote

Model = TypeVar("Model", bound=BaseModel)

ACTION = re.compile(r"[0-9]{1,3}\.[a-zA-Z0-9]{1,3}(?:\W.{0,30})?")
NONE_WORDS = ("none", "no", "n/a", "na", "nil", "not applicable", "nothing")
EMPTY_NONE = "After `none:` goes the reason; without one, delete the line: the part is then printed as unanswered."
KEY = "[key]"
"""Ends a place that pydantic names where it is the key that does not fit, and not what stands under it."""
MOST_KEYS = 2
"""So many may be proposed for the key that is missing above a list."""
MOST_ROUNDS = 100
"""Each round takes out all that does not fit at one depth of the model; more would be a mistake of our own."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value that is not of the shape its key asks for."""

    route: Route
    message: str
    help: str
    at_key: bool = False


def repair(model: type[Model], data: dict[str, Data]) -> tuple[Model, tuple[Misfit, ...]]:
    """The model with everything that fits, and a misfit for everything that had to be taken out."""
    remaining = deepcopy(data)
    misfits: list[Misfit] = []
    for _ in range(MOST_ROUNDS):
        try:
            return model.model_validate(remaining), tuple(misfits)
        except ValidationError as failure:
            for error in failure.errors(include_url=False):
                place = error["loc"]
                at_key = place[-1] == KEY and _at(remaining, route_of(place, remaining)) is None
                route = route_of(place[:-1] if at_key else place, remaining)
                misfits.append((_unknown_key if at_key else _misfit)(route, error, _at(remaining, route)))
                _take_out(remaining, route, error["type"])
    raise AssertionError(f"{model.__name__} does not accept what was left of its data")


def _at(data: Data, route: Route) -> Data:
    return reduce(step_into, route, data)


def _take_out(data: dict[str, Data], route: Route, error: str) -> None:
    """Leave out a key; in a list, where the others must keep their numbers, leave an empty thing of the right kind."""
    *above, last = route
    holder = _at(data, tuple(above))
    if isinstance(holder, dict) and isinstance(last, str):
        holder.pop(last, None)
    elif isinstance(holder, list) and isinstance(last, int):
        holder[last] = {} if error == "model_type" else ""


def _misfit(route: Route, error: ErrorDetails, value: Data) -> Misfit:
    name = _name(route)
    if value is None and isinstance(route[-1], int):
        return Misfit(
            route, f"an item of the list `{_name(route[:-1])}` is empty", "Fill it in, or take its dash away."
        )
    match error["type"]:
        case "literal_error":
            return _unknown_word(route, name, value, _words(error))
        case "string_type":
            return Misfit(route, f"`{name}` takes text, and {_kind(value)} stands there", _as_text(route, name, value))
        case "model_type":
            return _no_keys(route, name, value, str(error["ctx"]["class_name"]))
        case "tuple_type" | "list_type":
            if value == {}:
                return Misfit(route, f"nothing stands under the keys of `{name}`", EMPTY_NONE)
            help = (
                _as_action(name, value)
                or f"Begin each item under `{name}:` with `- `, for instance {_first_line(name)}."
            )
            return Misfit(route, f"`{name}` takes a list, and {_kind(value)} stands there", _none(value) or help)
        case _:
            dashes = "Take the dashes away, and put each" if isinstance(value, list) else "Put each"
            help = (
                f"{dashes} on a line of its own, two spaces further in than `{name}:`: its name, a colon, what it says."
            )
            return Misfit(
                route, f"`{name}` takes names with a value each, and {_kind(value)} stands there", _none(value) or help
            )


def _none(value: Data) -> str:
    """What to write where somebody said that there is none, or meant to say why."""
    if isinstance(value, str) and value.strip(" .").casefold() in NONE_WORDS:
        return "If there is none, write `none:` on the next line, two spaces further in, and after it the reason."
    return ""


def _as_action(name: str, value: Data) -> str:
    """What to write where the id of an action stands in place of the part that cites it."""
    cites = any(
        name == key and inner.knows("actions") and not inner.knows("id")
        for part in _all_parts(Part)
        for key, inner in _lists_of(part)
    )
    if cites and isinstance(value, str) and ACTION.fullmatch(value.strip()):
        return f"An action goes under `actions:`: `- actions: {value.strip()}`."
    return ""


def _first_line(name: str) -> str:
    """How the first item of a list may begin."""
    found = (part.model_fields.get(name.replace("-", "_")) for part in _all_parts(Part))
    inner = next((one for field in found if field for one in _parts_in(field.annotation)), None)
    return f"`- {inner.keys()[0]}: …`" if inner else "`- …`"


def _parts_in(annotation: object) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part) and not issubclass(annotation, Nothing):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts_in(inner)


def _unknown_key(route: Route, error: ErrorDetails, value: Data) -> Misfit:
    """A key that is none of the few words that may stand there."""
    key, words = str(route[-1]), _words(error)
    message = f"`{_name(route[:-1])}` has no `{key}`"
    return Misfit(route, message, _instead(key, words), at_key=True)


def _words(error: ErrorDetails) -> list[str]:
    """The only words that may stand at a place."""
    return [word.strip(" '") for word in str(error["ctx"]["expected"]).replace(" or ", ",").split(",")]


def _instead(said: str, words: list[str]) -> str:
    near = get_close_matches(said.casefold().replace(" ", "-"), words, n=1)
    what = "one of" if len(words) > 1 else "it as"
    return f"Did you mean `{near[0]}`?" if near else f"Write {what}: {', '.join(words)}."


def _unknown_word(route: Route, name: str, value: Data, words: list[str]) -> Misfit:
    if not isinstance(value, str):
        return Misfit(
            route, f"`{name}` takes one word, and {_kind(value)} stands there", f"Write one of: {', '.join(words)}."
        )
    return Misfit(route, f"`{name}` cannot be {quote(value)}", _instead(value, words))


def _no_keys(route: Route, name: str, value: Data, model: str) -> Misfit:
    """Text or a list where a thing with keys is meant; most often a key that is indented too little."""
    keys = next((part.keys() for part in _all_parts(Part) if part.__name__ == model), ())
    if len(route) > 1 and name in keys and isinstance(route[-1], str):
        return Misfit(
            route,
            f"`{name}` stands one level too far left: here it reads as a name among {_name(route[:-1])}",
            "Move it two spaces to the right, under the name that it belongs to. If the line with that name begins with `#`, "
            "delete the `#` and the space after it.",
            at_key=True,
        )
    if isinstance(value, list):
        help = (
            "Take away the dash at its start."
            if len(value) == 1
            else "Give each thing a name of its own, without dashes."
        )
    else:
        help = _as_action(name, value) or f"Under it go, a line each: {', '.join(keys)}."
    return Misfit(route, f"`{name}` takes keys of its own, and {_kind(value)} stands there", help)


def _all_parts(part: type[Part]) -> list[type[Part]]:
    return [below for child in part.__subclasses__() for below in (child, *_all_parts(child))]


def _name(route: Route) -> str:
    """The key that people see: of a list item, that of its list."""
    return next((step for step in reversed(route) if isinstance(step, str)), "this file")


def _kind(value: Data) -> str:
    return (
        "a list"
        if isinstance(value, list)
        else "nothing"
        if value is None
        else "text"
        if isinstance(value, str)
        else "a part with keys of its own"
    )


def _as_text(route: Route, name: str, value: Data) -> str:
    items = [value] if isinstance(route[-1], int) else value
    if isinstance(items, list) and any(isinstance(item, dict) for item in items):
        if keys := _keys_of(items):
            return (
                f"Is {' or '.join(f'`{key}:`' for key in keys)} missing above this list? Write it on a line of its own."
            )
        return "Take the dashes away, so that each name stands on a line of its own."
    if isinstance(value, list):
        return (
            f"If it is running text, write `|` after `{name}:`, and the list below it. "
            "If not, write it on one line, without dashes and square brackets."
        )
    return f"If it is running text with a colon in it, write `|` after `{name}:`. If not, a line is indented too far."


def _keys_of(items: list[Data]) -> list[str]:
    """The keys whose items have the keys of these; none if that says too little."""
    used = {key for item in items if isinstance(item, dict) for key in item}
    found = dict.fromkeys(
        key for part in _all_parts(Part) for key, inner in _lists_of(part) if used <= set(inner.keys())
    )
    return list(found) if len(found) <= MOST_KEYS and len(used) > 1 else []


def _lists_of(part: type[Part]) -> Iterator[tuple[str, type[Part]]]:
    """The keys of a part under which items stand, and what the items are."""
    for name, field in part.model_fields.items():
        if "tuple" in str(field.annotation):
            yield from ((field.alias or name, inner) for inner in _parts_in(field.annotation))
