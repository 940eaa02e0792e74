"""The vocabulary of one jurisdiction or form: groups, aims, ratings, headings. Code holds none of these words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import Field, model_validator

from eia.model.assessment import Status
from eia.model.part import Part, Route
from eia.model.reference import GroupReferences
from eia.model.terms import Rating, Term, Terms

PRINTED_UNDER = {"characteristics": "assessment", "evidence": "evidence-in-full"}
"""Keys of an assessment whose section of the document has a heading by another name."""


def section_of(route: Route) -> str:
    """The name in `headings` of the section that prints what stands at a place of an assessment; nothing for its top."""
    first, *below = (*map(str, route), "")
    return below[0] if first == "text" else PRINTED_UNDER.get(first, first)


class Group(Part):
    """A group of people that the duty or the form names; `also` are other names that people write."""

    label: str = ""
    """What the document calls the group."""
    also: Terms | None = None
    """Other names that people write for it, with commas between: `Religion, Faith`."""
    law: str | None = None
    """Where the law names it."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: object) -> object:
        return {"label": value} if isinstance(value, str) else value


class Aim(Part):
    """An aim of the duty, and the groups that do not come under it."""

    label: str = ""
    """What the document calls the aim."""
    law: str | None = None
    """Where the law names it."""
    except_: GroupReferences | None = None
    """Groups that the aim is not owed to."""

    def reaches(self, group: str) -> bool:
        """Whether the aim is owed to this group."""
        return self.except_ is None or all(item.id != group for item in self.except_.items)


class Profile(Part):
    """What an assessment of one kind is made of, in whose words."""

    id: str = Field(default="", alias="profile")
    """The short name of the form, which an assessment writes under `profile:`."""
    title: str | None = None
    """The title of the form."""
    reviewed_on: str | None = None
    """When somebody last compared it with the law: `November 2026`."""
    groups: Mapping[str, Group] = {}
    """The groups in the order of the table, each under the name of its row."""
    aims: Mapping[str, Aim] = {}
    """The aims of the duty, each under the name by which an impact can be rated for it."""
    ratings: Mapping[str, Terms] = {}
    """The words for an impact, each with what it means: positive, negative, none or unknown."""
    headings: Mapping[str, str] = {}
    """The headings of the document, each under the name of its section."""
    words: Mapping[str, str] = {}
    """The labels that the document prints, each under its name."""
    guidance: Mapping[str, str] = {}
    """What to say under a key, such as `policy.aims`: help for whoever writes, never an answer."""
    required: Mapping[Status, Terms] = {}
    """The keys that a record answers by the time it has a status, beside what the rules ask."""

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
