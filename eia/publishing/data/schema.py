"""The schema of the JSON of an assessment: what may stand under each key, told by the model and by what describes the rest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from eia.model.assessment import PARTICULARS, Assessment
from eia.model.evidence import Sources
from eia.model.figure import Figures
from eia.model.outline import Key, Shape, outline
from eia.model.part import OWN
from eia.model.plan import Action, Plan, Section
from eia.model.reference import References
from eia.model.row import Gap, Intersection
from eia.model.terms import Rating, Terms
from eia.model.when import When

from .described import DEFINED, FOR, HEAD, ID, LISTS, NAME, NONE, PARTS, PLACE, WORDS, Fields
from .lists import APART
from .record import Record
from .values import each, several
from .whole import FORMAT, SCHEMA, VERSION

DRAFT = "http://json-schema.org/draft-07/schema#"

KINDS: Mapping[str, Record] = {
    "text": {"type": "string"},
    "number": {"type": "number"},
    "flag": {"type": "boolean"},
    "day": {"type": ["string", "null"], "format": "date"},
    "nullable": {"type": ["string", "null"]},
    "named-or-null": {"anyOf": [{"$ref": "#/definitions/named"}, {"type": "null"}]},
    "written": {"type": "object"},
}
"""Kinds of value that are no definition."""
READ = {When: "date", References: "references", Figures: "figures", Rating: "rating", Terms: "terms"}
"""By what a text is read as, the narrower first: a rating is words too."""
ALONE = ("plan", "written")
"""What is one thing and no list."""


def schema() -> str:
    """The schema as text."""
    whole = _fields(HEAD) | _parts()
    fixed: Record = {"$schema": SCHEMA, "format": FORMAT, "version": VERSION}
    whole |= {key: {"description": HEAD[key][1], "const": value} for key, value in fixed.items()}
    head: Record = {
        "$schema": DRAFT,
        "$id": SCHEMA,
        "title": "The data of an assessment",
        "description": "An equality impact assessment as open data, as `eia export --to json` writes it.",
        "type": "object",
        "required": list(whole),
        "properties": whole,
    }
    defined = {name: _object(says, fields, (), _always(fields)) for name, (says, fields) in DEFINED.items()}
    return json.dumps(head | {"definitions": defined}, ensure_ascii=False, indent=2) + "\n"


def _parts() -> Record:
    """What stands below the head, in its order."""
    keys = outline(Assessment).keys
    particulars = [key for key in keys if key.name in PARTICULARS and key.name != "assessment"]
    held: dict[str, Iterable[Key]] = {
        "rows": _but(Intersection, "gaps"),
        "gaps": _but(Gap),
        "plan": _but(Plan, "sections", "actions"),
        "sections": _but(Section, "actions"),
        "actions": _but(Action),
        "sources": (outline(Sources).names or Shape()).keys,
    }
    told: Record = {"about": _object(*PARTS["about"], particulars), "form": _object(*PARTS["form"], ())}
    told |= {key.name: _part(key) for key in keys if key.name not in (*PARTICULARS, *APART)}
    for name, (says, fields) in LISTS.items():
        shown = _object if name in ALONE else _list
        told[name] = shown(says, fields, held.get(name, ()))
    return told


def _but(part: type[Intersection | Gap | Plan | Section | Action], *names: str) -> list[Key]:
    return [key for key in outline(part).keys if key.name not in names]


def _part(key: Key) -> Record:
    """A part of the assessment: a list of things, each in its place, or one thing."""
    extra = PARTS.get(key.name, ("", {}))[1]
    return _several(key, {**extra, **PLACE}) if several(key.shape) else _object(key.says, extra, key.shape.keys)


def _value(key: Key) -> Record:
    """What stands under a key of the format."""
    shape = key.shape
    if each(shape):
        return _list(key.says, {**FOR, **_leaf(shape)}, ())
    if several(shape):
        return _part(key) if key.name in PARTS else _several(key, {})
    if shape.keys and shape.text is None:
        return _object(key.says, {}, shape.keys)
    return {"description": key.says} | _kind(_read_as(shape))


def _several(key: Key, extra: Fields) -> Record:
    """Things one beside the other: by their ids, by the names of words, or one after the other."""
    below = key.shape.names or key.shape.items or Shape()
    named = () if key.shape.names is None else ID if below.keys else NAME
    leaf = {} if below.keys else _leaf(below)
    none = NONE if any(one.name in NONE for one in key.shape.keys) else {}
    return _list(key.says, {**dict(named), **leaf, **extra, **none}, below.keys)


def _leaf(shape: Shape) -> Fields:
    """The keys of a value among those of the item that holds it."""
    name = _read_as(shape)
    return DEFINED[name][1] if name in DEFINED else WORDS


def _read_as(shape: Shape) -> str:
    return next((name for kind, name in READ.items() if shape.text and issubclass(shape.text, kind)), "text")


def _list(says: str, fields: Fields, keys: Iterable[Key]) -> Record:
    return {"type": "array", **_said(says), "items": _object("", fields, keys)}


def _object(says: str, fields: Fields, keys: Iterable[Key], always: Iterable[str] = ()) -> Record:
    """Something with keys: those of the format, and those that were read or found."""
    told: Record = {**_fields(fields), **{key.name: _value(key) for key in keys if key.name not in fields}}
    own: Record = {"patternProperties": {f"^{OWN}": {}}} if keys else {}
    required: Record = {"required": list(always)} if always else {}
    return {"type": "object", **_said(says), **required, "properties": told, **own}


def _said(says: str) -> Record:
    return {"description": says} if says else {}


def _fields(fields: Fields) -> Record:
    return {key: {"description": says, **_kind(kind)} for key, (kind, says) in fields.items()}


def _kind(kind: str) -> Record:
    kind = kind.rstrip("?")
    if kind.startswith("["):
        return {"type": "array", "items": _kind(kind.strip("[]"))}
    return KINDS.get(kind, {"$ref": f"#/definitions/{kind}"})


def _always(fields: Fields) -> list[str]:
    return [key for key, (kind, _) in fields.items() if not kind.endswith("?")]
