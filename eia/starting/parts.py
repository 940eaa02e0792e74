"""What a new assessment of one kind is made of: the parts that the form holds for it, and what is asked in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from eia.forms.remarks import remarks
from eia.model.asked import DUTIES, RARE, ROWS, Asked
from eia.model.assessment import Assessment
from eia.model.profile import Profile
from eia.model.vocabulary import Signatory, chosen, words_of
from eia.starting.sheet import filled

ASKED = "answers"
SCREENING, DECISION = "screening", "decision"
OPENING = ("follow-up", "related")
"""Parts that stand among the facts about the assessment."""
BODY = (
    *("policy", "engagement", "evidence", ROWS, "intersections", DUTIES, "gaps"),
    *(SCREENING, ASKED, DECISION, "review", "approvals"),
)
"""The other parts, in the order of the format."""
IN_FILES = ("plan", "sources")
"""Parts with a file of their own."""


@dataclass(frozen=True)
class Blank:
    """An assessment in which nobody has answered anything yet: its form, and which of the form's kinds it is."""

    profile: Profile
    kind: str
    """Its key in the form; nothing where the form has no kinds."""

    @classmethod
    def of(cls, profile: Profile, kind: str = "") -> Blank:
        """One of the kind that somebody means; of the form's first, where nobody says which."""
        return cls(profile, chosen(profile.kinds, kind) or next(iter(profile.kinds), ""))

    @cached_property
    def asked(self) -> Asked:
        """What the form asks of it."""
        return Asked(self.profile, Assessment(kind=self.kind or None))

    def filled(self, template: str, words: Mapping[str, str]) -> str:
        """A template with these words in it, with the form's remarks, and without what the form does not ask."""
        return filled(template, words, self._remarks, self._asked)

    @cached_property
    def _remarks(self) -> Mapping[str, str]:
        return remarks(self.profile, self.kind)

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The parts that it is made of, as far as there is anything to be asked."""
        return tuple(part for part in (*OPENING, *BODY, *IN_FILES) if self._has(part))

    def _has(self, part: str) -> bool:
        anything = {DUTIES: bool(self.profile.duties), ASKED: bool(self.asked.every_question)}
        rare = part in RARE and part != "intersections"
        return self.asked.holds(part) and (not rare or part in self.asked.named) and anything.get(part, True)

    @cached_property
    def signatories(self) -> dict[str, Signatory]:
        """Who signs it."""
        return self.asked.unsigned

    @property
    def people(self) -> list[str]:
        """The roles of those who make it; the first leads."""
        return words_of(self.profile.people)

    @property
    def day_in(self) -> str:
        """The part that says when it is to be decided; nothing where none does."""
        return next((part for part in (DECISION, SCREENING) if part in self.parts), "")

    @cached_property
    def _asked(self) -> frozenset[str]:
        """What is asked of all that the templates have: the keys about which the form says something, and what follows."""
        profile = self.profile
        needs = {need for words in profile.outcomes.values() for one in words.values() for need in words_of(one.needs)}
        return frozenset({*profile.guidance, *profile.choices, *self.asked.required(), *needs, *self._besides()})

    def _besides(self) -> Iterator[str]:
        """What is asked whatever the form says about it: words of the templates, beside keys of the format."""
        yield from (f"part.{part}" for part in self.parts)
        yield "row.evidence"  # no rating goes without, in whichever column it is printed
        for column in self.profile.layout.columns.values():
            yield from (f"row.{key}" for key in words_of(column.holds))
        if self.kind:
            yield "kind"
        if OPENING[0] in self.parts:
            yield "previous"
        if self.day_in == SCREENING:
            yield "screening.planned"
        if not self.signatories:
            yield "example.approval"
