"""A row of the table: one characteristic (or intersection, or further duty), its evidence, mitigations and impact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from pydantic import model_validator

from eia.model.part import OrEach, OrNone, Part, parts
from eia.model.prose import Prose
from eia.model.reference import ActionReferences, EvidenceReferences, GroupReferences, RowReferences
from eia.model.terms import Names, Rating


class Mitigation(Part):
    """What is done about an impact: how, by which actions, or the same as in another row."""

    how: Prose | None = None
    """What is done, in a sentence or two."""
    under: str | None = None
    """The title of the plan's section that the actions stand in, as the plan has it; it may be left out."""
    actions: ActionReferences | None = None
    """Which actions of the plan do it: `1.a–c; 2.a`, `all of 2`, or `all`."""
    as_: RowReferences | None = None
    """The name of the row whose mitigations hold here too: `sex`."""


class Gap(Part):
    """Something that is not known, and how it will be found out."""

    NEEDS: ClassVar = ("what",)

    what: Prose | None = None
    """What is not known."""
    for_: GroupReferences | None = None
    """Which groups it is about: `age, race`, or `all`."""
    how: Prose | None = None
    """How you will find out, and when."""
    actions: ActionReferences | None = None
    """Which actions of the plan will find it out: `2.a`."""


class Answer(Part):
    """An answer to one of the profile's questions, with a reason where one is given."""

    NEEDS: ClassVar = ("answer",)

    answer: Prose | None = None
    """The answer, e.g. `Yes` or `Not applicable`; to an open question, as many words as it takes."""
    because: Prose | None = None
    """The reason for the answer."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: object) -> object:
        return {"answer": value} if isinstance(value, str) else value


class Row(Part):
    """Context, mitigations and impact of one characteristic, as the table of a Word form has them."""

    INSTEAD: ClassVar = dict.fromkeys(
        ("context", "evidence", "mitigations", "impact", "because", "gaps"), ("not-assessed",)
    )
    NAMING: ClassVar = ("was", "covers", "label")
    """Keys that say whom the row is about: they stand with its name."""
    RATED: ClassVar = ("impact", "because")
    """Keys that may say something for each aim or stage."""

    was: Names | None = None
    """Names that the row had before, so that whoever still cites one is told the new one."""
    covers: GroupReferences | None = None
    """Which groups the row is about, where its own name is none of the form's: `age, disability`, or `all`."""
    label: str | None = None
    """What the document calls the row, where that is not its name."""
    context: Prose | None = None
    """What is known about these people; cite a fact or a source as `[@its-short-name]`."""
    evidence: OrNone[EvidenceReferences] | None = None
    """Facts and engagement by their short names: `use-by-age, visits-fell`; or `none:` and the reason."""
    mitigations: OrNone[tuple[Mitigation, ...]] | None = None
    """An item for each thing that is done about it; or `none:` and the reason."""
    impact: OrEach[Rating] | None = None
    """The rating, or two of them: `positive, negative`; or a line each for the aims, or for the stages of the form."""
    because: OrEach[Prose] | None = None
    """Why it is rated so; where the impact has a line each, so may the reason."""
    gaps: OrNone[tuple[Gap, ...]] | None = None
    """An item for each thing that is not known about these people; or `none:` and the reason."""
    answers: Mapping[str, Answer] | None = None
    """Answers to the questions of the form about these people, each under the question's name."""
    not_assessed: Prose | None = None
    """Why this one was not looked at; it stands in place of a rating."""

    @property
    def shares_with(self) -> set[str]:
        """The rows whose mitigations are its own too."""
        return {item.id for _, one in parts(self.mitigations, Mitigation) if one.as_ for item in one.as_.items}


class Intersection(Row):
    """A row for people who belong to several groups at once."""

    of: GroupReferences | None = None
    """Which groups these people belong to at once: `age, disability`."""
