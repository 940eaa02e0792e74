"""One value with what was read in it: dates as days, figures as numbers, references as ids, ratings as the form has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from eia.index import Use, sorts_of
from eia.model.figure import Figure, Figures, Number
from eia.model.outline import Shape, shape_of
from eia.model.part import OWN, Nothing, Part
from eia.model.prose import Prose
from eia.model.reference import References
from eia.model.terms import Rating, Terms
from eia.model.vocabulary import chosen, words_of
from eia.model.when import When
from eia.project import Dossier

from .record import Json, Record


def each(shape: Shape) -> bool:
    """Whether one value may stand there for the whole, or one for each aim, stage or step."""
    return shape.text is not None and shape.names is not None


def several(shape: Shape) -> bool:
    """Whether things stand there one beside the other, under dashes or under names."""
    return shape.text is None and (shape.items is not None or shape.names is not None)


@dataclass(frozen=True)
class Told:
    """Tells the values of one dossier."""

    dossier: Dossier

    def part(self, part: Part, *but: str) -> Record:
        """A thing with keys: those of the format in its order, then the organisation's own. What is silent is left out."""
        fields = type(part).model_fields.items()
        said = ((field.alias or name, field.annotation, getattr(part, name)) for name, field in fields)
        known = {
            key: self.told(value, shape_of(kind)) for key, kind, value in said if value is not None and key not in but
        }
        own = {key: value for key, value in (part.model_extra or {}).items() if key.startswith(OWN)}
        return known | own

    def told(self, value: object, shape: Shape) -> Json:
        """What stands under a key of this shape; where several may stand it is a list, also if there is one or none."""
        if each(shape):
            said = value.items() if isinstance(value, Mapping) else [("", value)]
            return [self._for(str(key)) | self.record(one) for key, one in said]
        if not several(shape):
            return self._value(value)
        if isinstance(value, Mapping):
            return [self.named(str(key), one) for key, one in value.items()]
        return [self.record(one) for one in (value if isinstance(value, tuple) else (value,))]

    def named(self, name: str, value: object) -> Record:
        """A thing by its id, or words by the name that somebody gave them."""
        return {"id" if isinstance(value, Part) else "name": name} | self.record(value)

    def record(self, value: object) -> Record:
        """A value as something with keys, whatever it is."""
        told = self._value(value)
        return told if isinstance(told, dict) else {"words": told}

    def _for(self, key: str) -> Record:
        """The aim, the stage or the step that a value is for, and what the form calls it."""
        if not key:
            return {}
        form = self.dossier.profile
        return {"for": key, "for-label": form.scale_name(form.rated_as(key))}

    def _value(self, value: object) -> Json:
        match value:
            case Nothing():
                return {"none": self._value(value.none or "")}
            case Part():
                return self.part(value)
            case Prose() | str():
                return (value if isinstance(value, str) else value.words).rstrip("\n")
            case When():
                return {"written": value.words, "earliest": _day(value.first), "latest": _day(value.last)}
            case References():
                return {"written": value.words, **self._references(value)}
            case Figures():
                return {"written": value.words, "figures": [_figure(value, one) for one in value.cells]}
            case Rating():
                return {"written": value.words, "ratings": self._ratings(value)}
            case Terms():
                return {"written": value.words, "words": list(words_of(value))}
        raise TypeError(f"{type(value).__name__} is no value of an assessment")

    def _references(self, cited: References) -> Record:
        """The ids of all that is meant, each once, and what leads nowhere."""
        index, here = self.dossier.index, self.dossier.site(())
        if cited.everything:
            groups = self.dossier.profile.assessed() if cited.kinds == ("group",) else ()
            return {"ids": _once((*groups, *(one.id for one in index.of_sorts(*cited.kinds) if not groups)))}
        found = [(item, index.resolve(Use(item.id, sorts_of(cited, item), here, item)).targets) for item in cited.items]
        meant = (each for _, targets in found for one in targets for each in index.actions_of(one) or (one,))
        unknown = _once(item.id for item, targets in found if not targets)
        told: Record = {"ids": _once(one.id for one in meant)}
        return told | {"unknown": unknown} if unknown else told

    def _ratings(self, rating: Rating) -> list[Json]:
        """Each word of a rating, and of a range both ends, with what the form says of it."""
        form = self.dossier.profile
        ends = [end for term in rating.items for end in form.ends(term.text)]
        return [self._rating(end, chosen(form.ratings, end)) for end in ends]

    def _rating(self, said: str, key: str) -> Record:
        word = self.dossier.profile.ratings.get(key)
        if word is None:
            return {"word": said, "label": None}
        scaled = {"level": word.level, "score": word.score}
        known: Record = {"word": key, "label": word.label or key, "means": list(words_of(word.means))}
        return known | {name: value for name, value in scaled.items() if value}


def _once(ids: Iterable[str]) -> list[Json]:
    return list(dict.fromkeys(ids))


def _day(day: object) -> str | None:
    return str(day) if day else None


def _figure(figures: Figures, one: Figure) -> Record:
    """A figure in numbers; where nothing could be read, its words alone."""
    said = {"value": one.value, "to": one.to, "count": one.count, "of": one.of}
    words = {"unit": one.unit, "per": one.per, "approx": one.approx, "absent": one.absent}
    told: Record = {"words": figures.words[one.start : one.end]}
    told |= {name: number(value) for name, value in said.items() if value}
    return told | {name: value for name, value in words.items() if value}


def number(said: Number) -> int | float:
    """A number with its noughts: 1500000 for `£1.5m`."""
    amount: Decimal = said.amount
    return int(amount) if amount == amount.to_integral_value() else float(amount)
