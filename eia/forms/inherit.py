"""What a profile that extends another comes to: the other's words, but for what it says itself.

Names are put together with names, word by word; where both say something of one word, the profile has it. A scale (`levels:`,
`ratings:`) is one thing, and the profile's replaces the other's. What is required is only ever added to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from eia.model.part import Part
from eia.model.profile import Profile
from eia.model.terms import Terms
from eia.model.vocabulary import Group, words_of

WHOLE = ("ratings", "levels")
"""Fields that a profile gives whole or not at all."""
OWN = ("reviewed_on",)
"""What a profile says of its own file alone."""
ADDED = ("required",)
"""Fields of which nothing is ever taken away."""
DISPENSABLE = (
    "duties",
    "kinds",
    "questions",
    "outcomes",
    "choices",
    "signatories",
    "declarations",
    "headings",
    "guidance",
)
"""Fields of which a profile can leave words out. Whoever needs fewer groups or aims does not extend the form of a duty."""

P = TypeVar("P", bound=Part)


def inherited(profile: Profile, other: Profile) -> Profile:
    """The form that a profile makes of the one that it extends."""
    return _ordered(_together(_left(other, words_of(profile.without)), profile))


def _left(form: Profile, without: list[str]) -> Profile:
    """What is left of a form without the words that a profile names: `questions.advice-taken`."""
    left = form
    for name in without:
        field, _, path = name.partition(".")
        held = getattr(left, field, None)
        if path and field in DISPENSABLE and isinstance(held, Mapping):
            left = left.model_copy(update={field: _but(held, path)})
    return left


def _but(held: Mapping[str, object], path: str) -> Mapping[str, object]:
    """All but one word; of words within words, the path leads there: `decision.stop`."""
    if path in held:
        return {key: value for key, value in held.items() if key != path}
    first, _, rest = path.partition(".")
    below = held.get(first)
    return {**held, first: _but(below, rest)} if rest and isinstance(below, Mapping) else held


def _together(other: P, own: P) -> P:
    update = {
        name: _either(name, getattr(other, name), getattr(own, name))
        for name in type(own).model_fields
        if name in other.model_fields_set | own.model_fields_set
    }
    return own.model_copy(update=update)


def _either(name: str, other: object, own: object) -> object:
    if name in OWN:
        return own
    if not own:
        return other
    if name in WHOLE:
        return own
    if isinstance(own, Mapping) and isinstance(other, Mapping):
        below = name if name in ADDED else ""
        return {key: _either(below, other.get(key), own.get(key)) for key in {**other, **own}}
    if isinstance(own, Part) and isinstance(other, Part):
        return _together(other, own)
    if name in ADDED and isinstance(own, Terms) and isinstance(other, Terms):
        return Terms.read(", ".join(dict.fromkeys((*words_of(other), *words_of(own)))))
    return own


def _ordered(form: Profile) -> Profile:
    """The same, with each group that names a place (`after:`, `under:`) in that place."""
    keys = list(form.groups)
    for key, group in form.groups.items():
        before = group.after or group.under
        if before in keys and before != key:
            keys.remove(key)
            keys.insert(_end_of(keys, before, form.groups) + 1, key)
    headings = _in_order(form.headings, words_of(form.layout.order))
    return form.model_copy(update={"groups": {key: form.groups[key] for key in keys}, "headings": headings})


def _end_of(keys: list[str], key: str, groups: Mapping[str, Group]) -> int:
    """The place of a group, or of the last of the groups under it that follow it."""
    at = keys.index(key)
    while at + 1 < len(keys) and groups[keys[at + 1]].under == key:
        at += 1
    return at


def _in_order(headings: Mapping[str, str], order: list[str]) -> dict[str, str]:
    """The headings in this order; each that is not named follows the one that it stood behind."""
    placed = [key for key in order if key in headings]
    last = ""
    for key in headings:
        if key not in order:
            placed.insert(placed.index(last) + 1 if last else 0, key)
        last = key
    return {key: headings[key] for key in dict.fromkeys(placed)}
