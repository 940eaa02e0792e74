"""The vocabulary of one jurisdiction or form: groups, aims, ratings, headings. Code holds none of these words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import Field, model_validator

from eia.model.part import Part
from eia.model.reference import GroupReferences
from eia.model.terms import Rating, Term, Terms


class Group(Part):
    """A group of people that the duty or the form names; `also` are other names that people write."""

    label: str = ""
    also: Terms | None = None
    law: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: object) -> object:
        return {"label": value} if isinstance(value, str) else value


class Aim(Part):
    """An aim of the duty, and the groups that do not come under it."""

    label: str = ""
    law: str | None = None
    except_: GroupReferences | None = None

    def reaches(self, group: str) -> bool:
        """Whether the aim is owed to this group."""
        return self.except_ is None or all(item.id != group for item in self.except_.items)


class Profile(Part):
    """What an assessment of one kind is made of, in whose words."""

    id: str = Field(default="", alias="profile")
    title: str | None = None
    reviewed_on: str | None = None
    groups: Mapping[str, Group] = {}
    aims: Mapping[str, Aim] = {}
    ratings: Mapping[str, Terms] = {}
    headings: Mapping[str, str] = {}
    words: Mapping[str, str] = {}

    def unknown_terms(self, rating: Rating) -> Iterator[Term]:
        """The words of a rating that are not on the scale, whatever their case; of a range, both ends must be."""
        scale = {word.casefold() for word in self.ratings}
        for term in rating.items:
            word = " ".join(term.text.casefold().split())
            ends = [word] if word in scale else word.split(" to ")
            if not all(end in scale for end in ends):
                yield term

    def is_unknown(self, rating: Rating) -> bool:
        """Whether the rating says only that the impact is not known."""
        directions = {word.casefold(): means.words for word, means in self.ratings.items()}
        return bool(rating.items) and all(directions.get(term.text.casefold()) == "unknown" for term in rating.items)
