"""The vocabulary of one jurisdiction or form: groups, aims, ratings, questions, headings. Code holds none of these words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from pydantic import Field

from eia.model.assessment import Approval, Assessment, Status
from eia.model.part import Part, Route
from eia.model.reference import GroupReferences
from eia.model.row import Answer
from eia.model.terms import Rating, Term, Terms
from eia.model.vocabulary import (
    Aim,
    Declaration,
    Duty,
    Group,
    Kind,
    Layout,
    Named,
    Outcome,
    Question,
    RatingWord,
    Signatory,
    Statement,
    Translation,
    chosen,
    has,
    of_kind,
    plainly,
    words_of,
)

PRINTED_UNDER = {"characteristics": "assessment", "evidence": "evidence-in-full"}
"""Keys of an assessment whose section of the document has a heading by another name."""

Decided = Literal["screening", "decision"]
"""The parts of an assessment that have an outcome."""

DIRECTIONS = ("positive", "negative", "none", "unknown")
"""What an impact can be, in whatever words: the only thing about ratings that the program itself knows."""
UNKNOWN = DIRECTIONS[-1]


def section_of(route: Route) -> str:
    """The name in `headings` of the section that prints what stands at a place of an assessment; nothing for its top."""
    first, *below = (*map(str, route), "")
    return below[0] if first == "text" else PRINTED_UNDER.get(first, first)


class Profile(Part):
    """What an assessment of one kind is made of, in whose words. What a profile does not say, the one that it extends says."""

    id: str = Field(default="", alias="profile")
    """The short name of the form, which an assessment writes under `profile:`."""
    extends: str | None = None
    """The form that this one builds on: all that it says holds here too, but for what is said here."""
    without: Terms | None = None
    """What this form leaves out of the one that it extends: `questions.advice-taken`. Groups and aims stay."""
    title: str | None = None
    """The title of the form."""
    language: str | None = None
    """The language of its labels, e.g. `en-GB`."""
    reviewed_on: str | None = None
    """When somebody last compared it with the law: `November 2026`."""
    law: Mapping[str, Statement] = {}
    """Each statement of law or guidance that the form rests on, under a short name that others cite."""
    groups: Mapping[str, Group] = {}
    """The groups in the order of the table, each under the name of its row."""
    aims: Mapping[str, Aim] = {}
    """The aims of the duty, each under the name by which an impact can be rated for it."""
    levels: Terms | None = None
    """How great an impact can be, from the least to the greatest: `none, minor, major`."""
    ratings: Mapping[str, RatingWord] = {}
    """The words for an impact, each with what it means. A form that gives any gives them all: a scale is one thing."""
    stages: Mapping[str, str] = {}
    """Where an impact is rated twice, e.g. before and after mitigation: the names of the stages, and what they are called."""
    rated_by: Literal["aims", "stages"] | None = None
    """Whether each row is rated for each aim, or for each stage; without it, once."""
    duties: Mapping[str, Duty] = {}
    """Further duties, each under the name of its row in `duties:`."""
    kinds: Mapping[str, Kind] = {}
    """The kinds of assessment, each under the word that stands after `kind:`."""
    questions: Mapping[str, Question] = {}
    """The questions of the form in their order, each under the name of its answer."""
    outcomes: Mapping[Decided, Mapping[str, Outcome]] = {}
    """What may be found on `screening:` and what may be decided under `decision:`, each under its word."""
    choices: Mapping[str, Terms] = {}
    """The only words that some other keys take: `policy.change: [New, Revised]`."""
    signatories: Mapping[str, Signatory] = {}
    """Who signs, each under a short name that an approval cites with `as:`."""
    declarations: Mapping[str, Declaration] = {}
    """What those who sign declare, each under a short name."""
    headings: Mapping[str, str] = {}
    """The headings of the document, each under the name of its section."""
    layout: Layout = Layout()
    """The order of the sections and the columns of the table."""
    words: Mapping[str, str] = {}
    """The labels that the document prints, each under its name."""
    word_lists: Mapping[str, Terms] = {}
    """Lists of words by which the program knows how to read or print running text."""
    guidance: Mapping[str, str] = {}
    """What to say under a key, such as `policy.aims`: help for whoever writes, never an answer."""
    required: Mapping[Status, Terms] = {}
    """The keys that a record answers by the time it has a status, beside what the rules ask."""
    translations: Mapping[str, Translation] = {}
    """The labels in further languages, each under the name of its language, e.g. `cy`."""

    def rating(self, word: str) -> RatingWord | None:
        """What a word for an impact means, whatever its case; nothing where it is not on the scale."""
        return self.ratings.get(chosen(self.ratings, word))

    def unknown_terms(self, rating: Rating) -> Iterator[Term]:
        """The words of a rating that are not on the scale, whatever their case; of a range, both ends must be."""
        for term in rating.items:
            word = plainly(term.text)
            ends = [word] if self.rating(word) else word.split(" to ")
            if not all(map(self.rating, ends)):
                yield term

    def directions(self, rating: Rating) -> set[str]:
        """The directions that the words of a rating mean; those of a range, both ends'."""
        words = (end for term in rating.items for end in self._ends(term.text))
        return {direction for word in words if (known := self.rating(word)) for direction in words_of(known.means)}

    def _ends(self, words: str) -> list[str]:
        return [words] if self.rating(words) else plainly(words).split(" to ")

    def is_unknown(self, rating: Rating) -> bool:
        """Whether the rating says only that the impact is not known."""
        return bool(rating.items) and not any(self.unknown_terms(rating)) and self.directions(rating) == {UNKNOWN}

    def level(self, rating: Rating) -> str:
        """The greatest level that the words of a rating have; nothing where they have none."""
        scale = words_of(self.levels)
        words = (end for term in rating.items for end in self._ends(term.text))
        found = {known.level for word in words if (known := self.rating(word)) and known.level in scale}
        return max((level for level in found if level), key=scale.index, default="")

    def kind(self, said: str | None) -> Kind | None:
        """The kind of assessment that somebody means; nothing where it is none that the form knows."""
        return self.kinds.get(chosen(self.kinds, said))

    def holds(self, said: str | None, key: str) -> bool:
        """Whether an assessment of this kind is made of this part; one whose kind is not known is made of all."""
        kind = self.kind(said)
        return not Assessment.knows(key) or kind is None or has(kind.holds, key)

    def required_of(self, said: str | None) -> Iterator[tuple[Status, str]]:
        """What an assessment of this kind answers, and by which status: of every kind, and then of its own."""
        kind = self.kind(said)
        for wanted in (self.required, kind.required if kind else {}):
            for status, keys in wanted.items():
                yield from ((status, key) for key in words_of(keys) if self.holds(said, key.partition(".")[0]))

    def assessed(self) -> dict[str, Group]:
        """The groups that each need a row; a group that is a part of another may have one."""
        return {key: group for key, group in self.groups.items() if group.under is None}

    def named_under(self, key: str) -> Mapping[str, Named]:
        """The words of the form that are names under a key of the assessment: questions under `answers:`, and so on."""
        return {"answers": self.questions, "duties": self.duties, "characteristics": self.groups}.get(key, {})

    def aims_of(self, group: str) -> list[str]:
        """The aims that are owed to a group, in their order."""
        return [key for key, aim in self.aims.items() if aim.reaches(group)]

    def rated_for(self, by: Literal["aims", "stages"] | None, group: str) -> list[str]:
        """What a row is rated for, one after the other: the aims that are owed to the group, or the stages; else nothing."""
        return self.aims_of(group) if by == "aims" else list(self.stages) if by == "stages" else []

    def asked(self, said: str | None, group: str | None = None) -> dict[str, Question]:
        """The questions that an assessment of this kind is asked: of a group, or as a whole; whatever they depend on."""
        kind = chosen(self.kinds, said)
        return {
            key: one
            for key, one in self.questions.items()
            if _is_of(one.of, group) and (not kind or has(one.kinds, kind))
        }

    def asks(
        self, said: str | None, group: str | None, answers: Mapping[str, Answer], whole: Mapping[str, Answer]
    ) -> dict[str, Question]:
        """The questions that are asked, now that some are answered: in the row of a group, or of the whole."""
        known = {**whole, **answers}
        return {key: one for key, one in self.asked(said, group).items() if _is_met(one.when, known)}

    def capacity(self, approval: Approval) -> str:
        """The signatory of the form that somebody signed as, by what they say with `as:`, or else by their role."""
        return chosen(self.signatories, approval.as_ or approval.role)

    def unsigned(self, said: str | None, signed: Iterable[Approval]) -> dict[str, Signatory]:
        """Those who sign an assessment of this kind, and of whom no approval speaks."""
        there = {self.capacity(one) for one in signed}
        wanted = of_kind(self.signatories, chosen(self.kinds, said))
        return {key: one for key, one in wanted.items() if key not in there}

    def basis(self, *law: Terms | None) -> tuple[Statement, ...]:
        """The statements of law that these short names cite, each once."""
        names = dict.fromkeys(name for terms in law for name in words_of(terms))
        return tuple(self.law[name] for name in names if name in self.law)


def _is_met(when: Mapping[str, str] | None, answers: Mapping[str, Answer]) -> bool:
    """Whether the question on which another depends was answered so; one that is not answered leaves the other unasked."""
    given = {key: answer.answer.words for key, answer in answers.items() if answer.answer}
    return all(plainly(given.get(key, "")) == plainly(answer) for key, answer in (when or {}).items())


def _is_of(groups: GroupReferences | None, group: str | None) -> bool:
    if groups is None or group is None:
        return groups is None and group is None
    return groups.everything or any(item.id == group for item in groups.items)
