"""What a profile that extends another comes to: the other's words, but for what it says itself.

Names are put together with names, word by word; where both say something of one word, the profile has it. A scale, the stages,
the columns and the chapters are one thing each: whoever names any names all, and writes of each only what differs. What is
required, and the lists of words by which the program reads, are only ever added to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from eia.model.part import Part
from eia.model.profile import OPENING, TABLES, Profile
from eia.model.terms import Terms
from eia.model.vocabulary import Group, Translation, words_of

REPLACED = {table.path for table in TABLES if table.replaced} | {"questions.*.when"}
"""Where a profile names all words or none; a star stands for any name."""
OWN = ("title", "reviewed-on", "without")
"""What a profile says of its own file alone."""
ADDED = ("required.*", "kinds.*.required.*", "word-lists.*", "groups.*.mentions", "translations.*.word-lists.*")
"""Lists of which nothing is ever taken away."""
DISPENSABLE = (
    *dict.fromkeys(table.steps[0] for table in TABLES if table.dispensable),
    "choices",
    "headings",
    "guidance",
)
"""Fields of which a profile can leave words out. Whoever needs fewer groups or aims does not extend the form of a duty."""

P = TypeVar("P", bound=Part)


def inherited(profile: Profile, other: Profile) -> Profile:
    """The form that a profile makes of the one that it extends."""
    form = _together(_left(other, words_of(profile.without)), profile, "")
    headings = _in_order(form.headings, words_of(form.layout.order))
    return form.model_copy(update={"groups": _placed(form.groups), "headings": headings})


def _left(form: Profile, without: list[str]) -> Profile:
    """What is left of a form without the words that a profile names: `questions.advice-taken`; nor are they translated."""
    left = form
    for name in without:
        field, _, path = name.partition(".")
        if path and field in DISPENSABLE:
            field = field.replace("-", "_")
            word = path.rpartition(".")[2] if field == "outcomes" else path
            spoken = {code: _untranslated(one, field, word) for code, one in left.translations.items()}
            left = left.model_copy(update={field: _but(getattr(left, field), path), "translations": spoken})
    return left


def _untranslated(translation: Translation, field: str, word: str) -> Translation:
    labels: Mapping[str, object] = getattr(translation, field, {})
    return translation.model_copy(update={field: _but(labels, word)}) if word in labels else translation


def _but(held: Mapping[str, object], path: str) -> Mapping[str, object]:
    """All but one word; of words within words, the path leads there: `decision.stop`."""
    if path in held:
        return {key: value for key, value in held.items() if key != path}
    first, _, rest = path.partition(".")
    below = held.get(first)
    return {**held, first: _but(below, rest)} if rest and isinstance(below, Mapping) else held


def _together(other: P, own: P, path: str) -> P:
    said = other.model_fields_set | own.model_fields_set
    keys = {
        name: f"{path}.{field.alias or name}".strip(".")
        for name, field in type(own).model_fields.items()
        if name in said  # beside fields, keys that the format does not know are said too
    }
    both = {name: _either(key, getattr(other, name), getattr(own, name)) for name, key in keys.items()}
    return own.model_copy(update=both)


def _either(path: str, other: object, own: object) -> object:
    """What stands at a path of the form; what one of the two does not say, the other says."""
    if not own or not other:
        return own if path in OWN else own or other
    if isinstance(own, Mapping) and isinstance(other, Mapping):
        keys = own if path in REPLACED else {**other, **own}
        both = {key: _either(f"{path}.*", other[key], own[key]) for key in own if key in other}
        return {key: both[key] if key in both else {**other, **own}[key] for key in keys}
    if isinstance(own, Part) and isinstance(other, Part):
        return _together(other, own, path)
    if path in ADDED and isinstance(own, Terms) and isinstance(other, Terms):
        return Terms.read_each(list(dict.fromkeys((*words_of(other), *words_of(own)))))
    return own


def _placed(groups: Mapping[str, Group]) -> dict[str, Group]:
    """The groups, each that names a place (`after:`, `under:`) behind that one and whatever stands behind it already.

    Groups that stand behind each other in a circle come last."""
    behind: dict[str | None, list[str]] = {}
    parts_first = sorted(groups.items(), key=lambda one: one[1].under is None)
    for key, group in parts_first:
        anchor = group.under or group.after
        behind.setdefault(anchor if anchor in groups and anchor != key else None, []).append(key)
    placed: dict[str, None] = {}
    waiting = list(reversed(behind.get(None, ())))
    while waiting:
        key = waiting.pop()
        placed[key] = None
        waiting += reversed(behind.get(key, ()))
    return {key: groups[key] for key in dict.fromkeys((*placed, *groups))}


def _in_order(headings: Mapping[str, str], order: list[str]) -> dict[str, str]:
    """The headings in this order; those that are not named come after these, as they were, but for those that open a document."""
    opening = [key for key in OPENING if key not in order]
    return {key: headings[key] for key in dict.fromkeys((*opening, *order, *headings)) if key in headings}
