"""From the outline of the model, and what is offered, to JSON Schema: written for how yaml-language-server reads one.

It offers what stands in `properties`, `items`, `enum` and `anyOf`, and nothing that only stands behind `if`. So whatever is
allowed but not worth offering (`true`, `null`, an empty value) is let through by naming, behind `if`, what is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from eia.model.outline import Key, ReadAs, Shape
from eia.model.prose import Prose
from eia.model.reference import References
from eia.schema.offers import Keys, Offer, Offers

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]
Schema = dict[str, Json]

TEXT_ONLY = "Text stands here. If it holds a colon or dashes, put `|` after the key, and the text on the next lines."
LIST_ONLY = "A list stands here: begin each item with a dash and a blank, on a line of its own."
NAMES_ONLY = "Names stand here, a line each, with a colon after each."
KEYS_ONLY = "Keys stand here, a line each: {}."
OTHER_KEY = "This is no key of this part. These may stand here: {}. Keys of your own begin with x-."
ONE_WORD = "One of these stands here: {}."

LEAST: Mapping[str, Schema] = {
    "string": {"pattern": r"\S"},
    "number": {},
    "boolean": {},
    "array": {"minItems": 1},
    "object": {"minProperties": 1},
}
"""The types of YAML, and what tells an answer from silence in each."""
SCALARS = ("string", "number", "boolean")

BLOCK: Schema = {"label": "|", "description": "Running text, on the next lines.", "body": "|\n  $1"}
"""How a key for running text begins. No word of a text is mistaken for its label."""


@dataclass
class Renderer:
    """Renders shapes one after another; what several of them share is gathered in `definitions`."""

    offers: Offers
    definitions: Schema = field(default_factory=dict)

    def place(self, shape: Shape, keys: Keys, item: bool = False) -> Schema:
        """What may stand in a place. The form that a chosen key begins stands openly, other forms behind `if`."""
        if shape.words:
            return self._closed(shape.words)
        forms: dict[str, Schema] = {}
        if shape.keys or shape.names:
            forms["object"] = self.below(shape, keys, item)
        if shape.items:
            forms["array"] = {"items": self._item(shape.items, keys)}
        if shape.text:
            return self._text(shape, shape.text, keys, forms, item)
        main = "array" if shape.items and not shape.names else "object"
        said = LIST_ONLY if main == "array" else NAMES_ONLY if shape.names else KEYS_ONLY.format(_listed(shape))
        return forms.pop(main) | self._besides(forms, (main,), said)

    def below(self, shape: Shape, keys: Keys, item: bool = False) -> Schema:
        """The keys of a part, or names of one's own."""
        properties: Schema = {key.name: self._key(key, keys, item) for key in shape.keys}
        if shape.names:
            return self._names(shape, shape.names, keys, properties)
        return {
            "properties": properties,
            "patternProperties": {"^x-": True},
            "additionalProperties": False,
            "errorMessage": OTHER_KEY.format(_listed(shape)),
        }

    def _key(self, key: Key, above: Keys, item: bool) -> Schema:
        keys = (*above, key.name)
        return described(spoken(key.name), self._says(key, keys)) | self.place(key.shape, keys, item)

    def _says(self, key: Key, keys: Keys) -> str:
        """What belongs there: in the profile's words where it has some, and then how to write it."""
        guidance = self.offers.guides(keys)
        form = key.says if not guidance or "`" in key.says else ""
        return "\n\n".join(filter(None, (guidance, form)))

    def _names(self, shape: Shape, below: Shape, keys: Keys, fixed: Schema) -> Schema:
        """Names of one's own, of which some are offered; not among running text, where they would get in the way."""
        held = self._under_name(below, keys, "name")
        hidden: Schema = {"doNotSuggest": True} if shape.text is Prose else {}
        named: Schema = {}
        for one in self.offers.named(keys):
            apart = self.offers.tell_apart((*keys, one.word))
            own = self._under_name(below, (*keys, one.word), "own") if apart else held
            named[one.word] = described(one.title or spoken(one.word), one.says) | hidden | own
        return {"properties": named | fixed, "additionalProperties": described("", below.says) | held}

    def _under_name(self, below: Shape, keys: Keys, called: str) -> Schema:
        held = self.place(below, keys)
        return {"properties": {}, "allOf": [self._shared((*keys, called), held)]} if below.keys else held

    def _text(self, shape: Shape, kind: ReadAs, keys: Keys, forms: dict[str, Schema], item: bool) -> Schema:
        """Text, beside which there may be other forms; running text begins on a line of its own, save after a dash."""
        refused = self._besides(forms, SCALARS, TEXT_ONLY)
        if not forms:
            refused = {"allOf": [self._shared(("text",), refused)]}
        if offered := self.offers.said(keys):
            return {"anyOf": [_enum(offered), {}]} | refused
        if kind is Prose and not item:
            return {"defaultSnippets": [BLOCK]} | refused
        return {"anyOf": [self._read_as(kind)]} | refused

    def _item(self, shape: Shape, keys: Keys) -> Schema:
        """An item of a list. Words are offered as snippets, since beside `anyOf` the server offers dashes of its own."""
        if not shape.text:
            return self._shared((*keys, "item"), self.place(shape, keys, item=True))
        forms = {"object": self.below(shape, keys, item=True)} if shape.keys else {}
        held = self._besides(forms, SCALARS, TEXT_ONLY, self._read_as(shape.text))
        if offered := self.offers.said(keys) or self.offers.texts.get(shape.text, ()):
            held = {"defaultSnippets": [_snippet(one) for one in offered]} | held
        return self._shared((*keys, "item"), held)

    def _read_as(self, kind: ReadAs) -> Schema:
        """What is offered for, and asked of, every text that is read in the same way."""
        offered = self.offers.texts.get(kind, ())
        pattern, message = self.offers.only.get(kind, ("", ""))
        if not offered and not pattern:
            return {}
        asked: Schema = {"pattern": pattern, "patternErrorMessage": message} if pattern else {}
        several = ((one,) for one in offered) if issubclass(kind, References) else (offered,)
        return self._shared((kind.__name__,), {"anyOf": [asked, *map(_enum, several)]})

    def _closed(self, words: tuple[str, ...]) -> Schema:
        """One of a few words; a number may be written as text or as a number."""
        numbers = [int(word) for word in words if word.isdigit()]
        said = ONE_WORD.format(", ".join(words))
        asked: Schema = {"type": ["string"], "pattern": rf"^\s*(?:{'|'.join(words)})\s*$"}
        if numbers:
            asked |= {"type": ["string", "integer"], "minimum": min(numbers), "maximum": max(numbers)}
        asked |= {"errorMessage": said, "patternErrorMessage": said}
        offered: list[Json] = [int(word) if word.isdigit() else word for word in words]
        return {"anyOf": [{"enum": offered}, {}], "if": self._answered(LEAST), "then": asked}

    def _besides(
        self, forms: Mapping[str, Schema], main: tuple[str, ...], message: str, rest: Schema | None = None
    ) -> Schema:
        """The other forms that a value may have, a word about those that it may not, and what is asked of the rest."""
        refused = [one for one in LEAST if one not in main and one not in forms]
        schema: Schema = rest or {}
        if refused:
            wrong: Schema = {"type": [main[0]], "errorMessage": message}
            schema = {"if": self._answered(refused), "then": wrong, **_otherwise(schema)}
        for type, form in forms.items():
            schema = {"if": {"type": type}, "then": form, **_otherwise(schema)}
        return schema

    def _answered(self, types: Iterable[str]) -> Schema:
        """Something of these types that is more than silence."""
        schema: Schema = {"type": list(types)}
        for type in types:
            schema |= LEAST[type]
        return self._shared(("answered", *types), schema)

    def _shared(self, name: Keys, schema: Schema) -> Schema:
        """A pointer to a schema that is kept once, however often it is needed."""
        same = next((known for known, held in self.definitions.items() if held == schema), ".".join(name))
        while self.definitions.setdefault(same, schema) != schema:
            same += "-"
        return {"$ref": f"#/definitions/{same}"}


def described(title: str, says: str) -> Schema:
    """What appears beside a key: a heading, and a text in which what stands between backticks is to be read letter by letter."""
    schema: Schema = {"title": title, "description": says}
    if "`" in says or "\n" in says:
        schema["markdownDescription"] = says
    return {key: said for key, said in schema.items() if said}


def spoken(key: str) -> str:
    """A key of the file, as a person would write it."""
    return key.replace("-", " ").capitalize()


def _otherwise(schema: Schema) -> Schema:
    return {"else": schema} if schema else {}


def _snippet(offer: Offer) -> Schema:
    body = re.sub(r"[\\$}]", r"\\\g<0>", offer.word)
    snippet: Schema = {"label": offer.word, "body": body}
    return snippet | {"description": offer.says} if offer.says else snippet


def _enum(offered: tuple[Offer, ...]) -> Schema:
    words: list[Json] = [one.word for one in offered]
    says: list[Json] = [one.says for one in offered]
    return {"enum": words, "enumDescriptions": says} if any(says) else {"enum": words}


def _listed(shape: Shape) -> str:
    return ", ".join(key.name for key in shape.keys)
