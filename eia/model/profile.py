"""The vocabulary of one jurisdiction or form: groups, aims, ratings, questions, headings. Code holds none of these words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pydantic import Field

from eia.model.assessment import Assessment, Status
from eia.model.part import Part, Route
from eia.model.terms import Rating, Term, Terms
from eia.model.vocabulary import (
    TABLE,
    Aim,
    Declaration,
    Discouraged,
    Duty,
    Group,
    Kind,
    Layout,
    Named,
    Outcome,
    OwnKey,
    Question,
    RatingWord,
    Signatory,
    Stage,
    Statement,
    Translation,
    Weight,
    chosen,
    plainly,
    words_of,
)
from eia.model.when import When
from eia.model.wording import mentioned

PRINTED_UNDER = {"characteristics": TABLE, "evidence": "evidence-in-full", "waivers": "accepted"}
"""Keys of an assessment whose section of the document has a heading by another name."""
ALONE = ("unread", "open-points")
"""The sections at the end for what could not be read and for what is open in a draft; nothing else stands in them."""

OPENING = ("glance", "summary", "contents")
"""Sections with which a document opens, unless the form puts them elsewhere; its contents do not list them."""

Decided = Literal["screening", "decision"]
"""The parts of an assessment that have an outcome."""

DIRECTIONS = ("positive", "negative", "none", "unknown")
"""What an impact can be, in whatever words: the only thing about ratings that the program itself knows."""
UNKNOWN = DIRECTIONS[-1]
LONGEST_NUMBER = 7
"""No threshold has as many digits."""
BETWEEN_ENDS = re.compile(r"\s+to\s+")
"""Stands between the ends of a range: `neutral to positive`."""


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
    reviewed_on: When | None = None
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
    """The words for an impact, each with what it means. A form that names any names them all: a scale is one thing."""
    stages: Mapping[str, Stage] = {}
    """Where an impact is rated more than once, e.g. before and after mitigation: the stages in their order, all of them."""
    rated_by: Literal["aims", "stages"] | None = None
    """Whether each row is rated for each aim, or for each stage; without it, once."""
    people: Terms | None = None
    """The roles under `people:` that a new assessment asks for: `Lead officer, Equality adviser`."""
    own_keys: Mapping[str, OwnKey] = {}
    """Keys of your own and what the document calls them: `x-cost-centre: Cost centre`, `plan.actions.x-risk: Risk`."""
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
    """The headings of the document, each under the name of its section. A form may have sections of its own."""
    layout: Layout = Layout()
    """The order of the sections and the columns of the table."""
    words: Mapping[str, str] = {}
    """The labels that the document prints, each under its name."""
    word_lists: Mapping[str, Terms] = {}
    """Lists of words by which the program knows how to read or print running text."""
    discouraged: Mapping[str, Discouraged] = {}
    """Words that guidance advises against in running text, each with what to write instead; a `*` stands for any ending."""
    thresholds: Mapping[str, str] = {}
    """The numbers by which rules of lint judge, each under its name: `small-count: 5`."""
    rules: Mapping[str, Weight] = {}
    """What holds for single rules of lint where this form is followed, each under the rule's name."""
    guidance: Mapping[str, str] = {}
    """What to say under a key, such as `policy.aims`: help for whoever writes, never an answer."""
    required: Mapping[Status, Terms] = {}
    """The keys that a record answers by the time it has a status."""
    translations: Mapping[str, Translation] = {}
    """The labels in further languages, each under the name of its language, e.g. `cy`."""

    @property
    def called(self) -> str:
        """Its title, on one line; without one, its short name."""
        return " ".join((self.title or self.id).split())

    def choice(self, question: Question, said: str) -> str:
        """The choice that an answer means, in the language of the form or in a translation; nothing where it is none."""
        for choice in words_of(question.choices):
            spoken = (one.answers.get(choice, "") for one in self.translations.values())
            if plainly(said) in map(plainly, (choice, *filter(None, spoken))):
                return choice
        return ""

    def answers(self, question: Question, said: str) -> list[str]:
        """The answers that somebody gave, each by the form's own word where it offers it."""
        return [self.choice(question, one.text) or one.text for one in question.pieces(said) if one.text]

    def section_of(self, route: Route) -> str:
        """The name in `headings` of the section that prints what stands at a place of an assessment; nothing for its top.

        An answer stands where the form puts its question."""
        first, *below = (*map(str, route), "")
        question = self.questions.get(below[0]) if first == "answers" and below else None
        placed = question.section if question else below[0] if first == "text" else None
        return placed or PRINTED_UNDER.get(first, first)

    def sections(self) -> list[str]:
        """The sections in which a form can put something."""
        return [name for name in self.headings if name not in ALONE]

    def parts_in(self, section: str) -> list[str]:
        """The parts of an assessment that a section prints."""
        every = Assessment.keys()
        return [part for part in every if self.section_of((part,)) == section]

    def rating(self, word: str) -> RatingWord | None:
        """What a word for an impact means, whatever its case; nothing where it is not on the scale."""
        return self.ratings.get(chosen(self.ratings, word))

    def ends(self, words: str) -> list[str]:
        """A word of the scale alone; of a range, what stands on either side."""
        return [words] if self.rating(words) else BETWEEN_ENDS.split(words)

    def unknown_terms(self, rating: Rating) -> Iterator[Term]:
        """The words of a rating that are not on the scale; of a range, both ends must be."""
        for term in rating.items:
            ends = self.ends(term.text)
            if len(ends) > 2 or not all(map(self.rating, ends)):
                yield term

    def meant(self, rating: Rating) -> list[RatingWord]:
        """The words of the scale that a rating names; of a range, both ends."""
        return [known for term in rating.items for end in self.ends(term.text) if (known := self.rating(end))]

    def directions(self, rating: Rating) -> set[str]:
        """The directions that the words of a rating mean."""
        return {direction for known in self.meant(rating) for direction in words_of(known.means)}

    def is_unknown(self, rating: Rating) -> bool:
        """Whether the rating says only that the impact is not known."""
        return bool(rating.items) and not any(self.unknown_terms(rating)) and self.directions(rating) == {UNKNOWN}

    def words_for(self, direction: str) -> list[str]:
        """The words of the scale that mean this and nothing else."""
        return [key for key, word in self.ratings.items() if words_of(word.means) == [direction]]

    def level(self, rating: Rating) -> str:
        """The greatest level that the words of a rating have; nothing where they have none."""
        scale = words_of(self.levels)
        found = {known.level for known in self.meant(rating) if known.level in scale}
        return max((level for level in found if level), key=scale.index, default="")

    def rated_for(self, by: Literal["aims", "stages"] | None) -> Mapping[str, Named]:
        """What rows are rated for, one after the other: the aims, or the stages; nothing where they are rated once."""
        return self.aims if by == "aims" else self.stages if by == "stages" else {}

    def rated_as(self, said: str) -> str:
        """The form's word for an aim or a stage, by any of its names; any other is the officer's own."""
        return chosen(self.aims, said) or chosen(self.stages, said) or said

    def scale_name(self, key: str) -> str:
        """What an aim or a stage is called."""
        word = self.aims.get(key) or self.stages.get(key)
        return (word.label if word else "") or key

    def row_label(self, table: str, key: str) -> str:
        """What the form calls the row of a table; nothing where it has no word for it."""
        words: Mapping[str, Named] = self.duties if table == "duties" else self.groups
        name = chosen(words, key) if table == "duties" else key
        return words[name].label if name in words else ""

    def assessed(self) -> dict[str, Group]:
        """The groups that each need a row; a group that is a part of another may have one."""
        return {key: group for key, group in self.groups.items() if group.under is None}

    def with_wider(self, groups: Iterable[str]) -> set[str]:
        """These groups, and those that they are a part of."""
        own = set(groups)
        return own.union(under for key in own if key in self.groups and (under := self.groups[key].under))

    def spoken_of(self, words: str) -> set[str]:
        """The groups of whose people running words speak, and those that these are a part of."""
        return {key for phrase in mentioned(words, tuple(self._meant_by)) for key in self._meant_by[phrase]}

    @cached_property
    def _meant_by(self) -> Mapping[str, set[str]]:
        """By each phrase that speaks of people, the groups that it means."""
        meant: dict[str, set[str]] = {}
        for key, group in self.groups.items():
            for phrase in group.phrases(key):
                meant.setdefault(phrase, set()).update(self.with_wider([key]))
        return meant

    def words_in(self, name: str) -> list[str]:
        """The words of one of its lists, in small letters."""
        return [word.casefold() for word in words_of(self.word_lists.get(name))]

    def threshold(self, name: str) -> int:
        """One of the numbers by which rules judge; a form that gives none that can be read has nothing to judge by."""
        said = self.thresholds.get(name, "").replace(",", "")
        return int(said) if said.isascii() and said.isdecimal() and len(said) < LONGEST_NUMBER else 0

    def basis(self, *law: Terms | None) -> tuple[Statement, ...]:
        """The statements of law that these short names cite, each once."""
        names = dict.fromkeys(name for terms in law for name in words_of(terms))
        return tuple(self.law[name] for name in names if name in self.law)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of words in a profile: where it stands, and how forms that extend each other put theirs together."""

    path: str
    """The keys that lead to it, with dots between them; the last is also the key of its labels in a translation."""
    called: str
    """What a sentence calls one of its words."""
    title: str
    """What a heading calls all of them."""
    replaced: bool = False
    """Whether a form that names any of its words names them all."""
    dispensable: bool = False
    """Whether words of it can be left out by name."""

    @property
    def steps(self) -> tuple[str, ...]:
        """The keys one by one."""
        return tuple(self.path.split("."))

    @property
    def labels(self) -> str:
        """The field of a translation that has its labels."""
        field = self.steps[0] if self.steps[0] != "layout" else self.steps[-1]
        return field.replace("-", "_")

    def put(self, profile: Profile, words: Mapping[str, Named]) -> Profile:
        """The profile with these words in the table."""
        first, *rest = (step.replace("-", "_") for step in self.steps)
        held = getattr(profile, first)
        if rest:
            held = {**held, rest[0]: words} if isinstance(held, Mapping) else held.model_copy(update={rest[0]: words})
        return profile.model_copy(update={first: held if rest else words})

    def of(self, profile: Profile) -> Mapping[str, Named]:
        """Its words in a profile."""
        held: object = profile
        for step in self.steps:
            held = held.get(step) if isinstance(held, Mapping) else getattr(held, step.replace("-", "_"), None)
        return held if isinstance(held, Mapping) else {}


TABLES = (
    Table("groups", "a group", "Groups, a row for each"),
    Table("aims", "an aim of the duty", "Aims of the duty"),
    Table("ratings", "a word for an impact", "Words for an impact", replaced=True),
    Table("stages", "a stage", "Stages of rating", replaced=True),
    Table("duties", "a further duty", "Duties of other kinds", dispensable=True),
    Table("kinds", "a kind of assessment", "Kinds of assessment", dispensable=True),
    Table("questions", "a question", "Questions", dispensable=True),
    Table("outcomes.screening", "an outcome of the screening", "Outcomes of the screening", dispensable=True),
    Table("outcomes.decision", "an outcome of the decision", "Outcomes of the decision", dispensable=True),
    Table("signatories", "a signatory", "Who signs", dispensable=True),
    Table("declarations", "a declaration", "What is declared", dispensable=True),
    Table("own-keys", "a key of your own", "Keys of the organisation", dispensable=True),
    Table("layout.chapters", "a chapter", "Chapters of the document", replaced=True),
    Table("layout.columns", "a column of the table", "Columns of the table", replaced=True),
)
"""Every table of words. Whoever looks through all words of a form goes by this list."""
