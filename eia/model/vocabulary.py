"""The words of a form, each with what the form says about it: groups, aims, ratings, questions, outcomes and the like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeVar

from pydantic import model_validator

from eia.model.assessment import Status
from eia.model.part import Part
from eia.model.reference import GroupReferences
from eia.model.terms import Term, Terms

Standing = Literal["verified", "secondary", "memory"]
"""How far a statement of law can be relied on: read in the source itself, read about elsewhere, or known and not looked up."""
HOW_KNOWN: Mapping[Standing, str] = {
    "verified": "verified in the source",
    "secondary": "from a secondary source",
    "memory": "from memory, not verified",
}

Basis = Literal["law", "case", "guidance", "statistics", "craft"]
"""Why anybody should care: an Act or regulations; a judgment; what a body with authority advises; how figures work; practice."""
LAW: Basis = "law"
BASES: Mapping[Basis, str] = {
    "law": "law",
    "case": "case law",
    "guidance": "guidance",
    "statistics": "statistics",
    "craft": "good practice",
}
"""What a sentence calls each."""

EVERY = "all"
"""Stands for every answer of a question."""


class Statement(Part):
    """Something that the law, a court or guidance says, and how far that has been verified."""

    reference: str | None = None
    """Where it says so, e.g. `Equality Act 2010, section 149(1)(a)`."""
    says: str | None = None
    """What it says, in words of your own."""
    basis: Basis | None = None
    """What sort of authority it is: `law`, `case`, `guidance`, `statistics`, or `craft` for practice; without it, law."""
    standing: Standing | None = None
    """How it is known: `verified` in the source itself, `secondary` from somebody who quotes it, or `memory`."""
    url: str | None = None
    """Where it can be read."""

    @property
    def known(self) -> str:
        """How far it can be relied on."""
        return HOW_KNOWN[self.standing] if self.standing else "it is not said how this is known"

    @property
    def told(self) -> str:
        """Where it says so, of what sort that is where it is no law, and how far that can be relied on."""
        where = self.reference or self.says or "A statement without a reference"
        sort = "" if self.basis in (None, LAW) else f"{BASES[self.basis]}, "
        return f"{where} ({sort}{self.known})"


class Weight(Part):
    """What a form says of one rule of lint: on what it rests here, and how much it counts here."""

    law: Terms | None = None
    """What the form's `law:` says on which the rule rests, by the short names there."""
    severity: Literal["error", "warning", "note", "off"] | None = None
    """How much it counts where this form is followed: `error`, `warning`, `note`, or `off`; without it, as everywhere."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: object) -> object:
        return {"law": value} if isinstance(value, str | list) else value


class Discouraged(Part):
    """Words that guidance advises against."""

    instead: str | None = None
    """What to write in their place: `disabled people`."""
    law: Terms | None = None
    """What the form's `law:` says on which that rests, by the short names there."""
    alone: Literal["yes"] | None = None
    """`yes` where they are meant only without a noun behind them, as in "for the disabled"."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: object) -> object:
        return {"instead": value} if isinstance(value, str) else value


class Named(Part):
    """A word of the form. What people read is its label."""

    label: str = ""
    """What the document calls it."""
    law: Terms | None = None
    """What the form's `law:` says about it, by the short names there."""
    says: str | None = None
    """What it means, or how to answer it: help for whoever writes, never printed."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: object) -> object:
        return {"label": value} if isinstance(value, str) else value

    def names(self, key: str) -> list[str]:
        """Everything that it is called: its key and its label."""
        return [name for name in (key, self.label) if name]

    def is_called(self, key: str, said: str) -> bool:
        """Whether these words mean it, in any case."""
        return plainly(said) in map(plainly, self.names(key))


class Called(Named):
    """A word of the form that people write in an assessment, and that some call otherwise."""

    also: Terms | None = None
    """Other names that people write for it, with commas between: `Religion, Faith`."""

    def names(self, key: str) -> list[str]:
        """Everything that it is called: its key, its label, and its other names."""
        return [*super().names(key), *words_of(self.also)]


class Group(Called):
    """A group of people that the duty or the form names."""

    under: str | None = None
    """The group that it is a part of: its row comes after that one's, does not stand for it, and is not asked for."""
    after: str | None = None
    """The group after which its row comes; without it, a group that a form adds comes last."""
    local: str | None = None
    """Who added it, where the law does not name it: `the council`. The document then says that it is a local addition."""
    mentions: Terms | None = None
    """Words by which running text speaks of these people, beside their names: `women, girl*`; a `*` stands for any ending."""

    def phrases(self, key: str) -> list[str]:
        """All words that speak of these people: what they are called, and the words by which running text mentions them."""
        return [*self.names(key), *words_of(self.mentions)]


class Aim(Called):
    """An aim of the duty, and the groups to which it is owed."""

    except_: GroupReferences | None = None
    """Groups that the aim is not owed to."""
    only: GroupReferences | None = None
    """The groups that the aim is owed to, where it is not owed to most."""

    def reaches(self, group: str) -> bool:
        """Whether the aim is owed to this group."""
        if self.only is not None:
            return includes(self.only, group)
        return self.except_ is None or not includes(self.except_, group)


class Stage(Called):
    """A stage at which an impact is rated, such as before and after mitigation."""


class RatingWord(Called):
    """A word for an impact: its directions, and on scales that have them its level and its score."""

    means: Terms | None = None
    """The directions that it means: positive, negative, none or unknown, or two of them."""
    level: str | None = None
    """How great the impact is, in a word of `levels:`."""
    score: str | None = None
    """The number that the form gives it, which is printed with it; nothing is ever worked out from it."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: object) -> object:
        words = value if isinstance(value, list) else [value]
        return {"means": value} if all(isinstance(word, str) for word in words) else value


class Duty(Called):
    """A further duty with rows of its own, which are shaped like those of the table."""

    rated_by: Literal["aims", "stages"] | None = None
    """Whether its rows are rated for each aim, or for each stage; without it they are rated once."""


class Kind(Called):
    """A kind of assessment: what a document of this kind is made of."""

    holds: Terms | None = None
    """The parts of an assessment that it is made of, e.g. `policy, screening, approvals`; without it, all."""
    required: Mapping[Status, Terms] = {}
    """What it answers by the time it has a status, beside what the form requires of every kind."""


class Question(Named):
    """A question of the form. Its label is how it is asked; it is answered under `answers:`, by its short name."""

    number: str | None = None
    """The number that the form gives it, e.g. `3a`."""
    section: str | None = None
    """The section of the document that prints it; without one, the section of answers."""
    of: GroupReferences | None = None
    """The groups or duties of which it is asked, each in its own row; `all` means all groups; without it, it is asked once."""
    choices: Terms | None = None
    """The only answers that it takes; without them, it is answered in words of one's own."""
    takes: Literal["one", "several"] | None = None
    """How many of the choices an answer may name: `several`, with commas between; without it, one."""
    because: Terms | None = None
    """The answers that need a reason, or `all`."""
    when: Mapping[str, Terms] | None = None
    """When it is asked: another question, and the answers of it on which this one depends: `staff: Yes, Not known`."""
    kinds: Terms | None = None
    """The kinds of assessment in which it is asked; without them, in all."""

    def pieces(self, said: str) -> tuple[Term, ...]:
        """The answers that somebody wrote: one, or several where the question takes several."""
        return Terms.read(said).items if self.takes == "several" else (Term(said.strip(), 0, len(said)),)

    def wants_reason(self, given: Iterable[str]) -> bool:
        """Whether one of these answers needs a reason beside it."""
        wanted = {plainly(word) for word in words_of(self.because)}
        return EVERY in wanted or not wanted.isdisjoint(map(plainly, given))


class Outcome(Called):
    """What may be decided, or found on screening."""

    levels: Terms | None = None
    """The levels of which the greatest in the record may be one: `none, minor`."""
    needs: Terms | None = None
    """Parts of the record that have to be answered with this outcome: `decision.because`."""
    kinds: Terms | None = None
    """The kinds of assessment that it leads to, or that may have it; without them, all."""


class Signatory(Called):
    """Somebody who signs, in the capacity that the form asks for; in an approval, `as:` names it."""

    kinds: Terms | None = None
    """The kinds of assessment that they sign; without them, all."""


class Declaration(Named):
    """A sentence that those who sign put their names to; its label is the sentence."""

    section: str | None = None
    """The section of the document that prints it; without one, that of the signatures."""
    kinds: Terms | None = None
    """The kinds of assessment that bear it; without them, all."""
    outcome: str | None = None
    """The outcome of the screening or decision with which it is made; without one, with any."""


class OwnKey(Named):
    """A key of the organisation's own, which begins with `x-`, and what the document calls what stands there."""


TABLE = "assessment"
"""The section that prints the table."""
BREADTH = 90
"""The most that the columns of a table can take, in hundredths of the page, so that the names of the rows have room."""
NARROWEST = 8
"""The least that a column needs for words to stand in it, in hundredths of the page."""


class Column(Named):
    """A column of the table, and the parts of a row that it prints."""

    holds: Terms | None = None
    """The keys of a row that it prints: `context, evidence, gaps`."""
    of: str | None = None
    """The aim or the stage whose rating and reason it prints, of those keys; without one, what no other column prints of them."""
    section: str | None = None
    """The section that prints it, in a table of its own with the names of the rows; without one, that of the table."""
    width: str | None = None
    """Its share of the page's breadth, in hundredths; the names of the rows have what the columns leave."""

    @property
    def home(self) -> str:
        """The section whose table it is a part of."""
        return self.section or TABLE

    @property
    def share(self) -> int:
        """Its width as a number; 0 where it has none that can be printed."""
        said = self.width or ""
        return int(said) if said.isdecimal() and len(said) <= len(str(BREADTH)) and int(said) <= BREADTH else 0


class Chapter(Named):
    """A chapter of the document: a heading over several sections, such as a stage or a step of the form."""

    holds: Terms | None = None
    """The sections that it is made of, in their order: `evidence, engagement`."""


class Layout(Part):
    """How the document is laid out."""

    order: Terms | None = None
    """The sections in their order, by their names in `headings:`; those that are not named come after these."""
    chapters: Mapping[str, Chapter] = {}
    """Headings over several sections, each under a name of its own; a chapter stands where the first of its sections would."""
    columns: Mapping[str, Column] = {}
    """The columns of the table in their order, each under a name of its own. A form that names any names them all."""


class Translation(Part):
    """The labels of a form in another language, each under the name that it has in the form."""

    title: str | None = None
    """The title of the form."""
    groups: Mapping[str, str] = {}
    """What each group is called."""
    aims: Mapping[str, str] = {}
    """What each aim is called."""
    ratings: Mapping[str, str] = {}
    """What each word for an impact is called."""
    stages: Mapping[str, str] = {}
    """What each stage is called."""
    duties: Mapping[str, str] = {}
    """What each further duty is called."""
    kinds: Mapping[str, str] = {}
    """What each kind of assessment is called."""
    questions: Mapping[str, str] = {}
    """How each question is asked."""
    answers: Mapping[str, str] = {}
    """What each answer that may be chosen is called."""
    outcomes: Mapping[str, str] = {}
    """What each outcome is called."""
    signatories: Mapping[str, str] = {}
    """What each signatory is called."""
    declarations: Mapping[str, str] = {}
    """What each declaration says."""
    own_keys: Mapping[str, str] = {}
    """What each key of the organisation's own is called."""
    chapters: Mapping[str, str] = {}
    """What each chapter is called."""
    columns: Mapping[str, str] = {}
    """What each column of the table is called."""
    headings: Mapping[str, str] = {}
    """The headings of the document."""
    words: Mapping[str, str] = {}
    """The labels that the document prints."""
    word_lists: Mapping[str, Terms] = {}
    """Words of this language for the lists of the form; they are added to its own."""


BoundToKinds = TypeVar("BoundToKinds", Question, Outcome, Signatory, Declaration)
"""A word of the form that may be for some kinds of assessment only."""


def includes(groups: GroupReferences, group: str) -> bool:
    """Whether these are all groups, or this one is among them."""
    return groups.everything or any(item.id == group for item in groups.items)


def plainly(words: str) -> str:
    """Words as they are compared: in small letters, with single blanks, and without hyphens between them."""
    return " ".join(words.casefold().replace("-", " ").split())


def chosen(words: Mapping[str, Named], said: str | None) -> str:
    """The key of the word that somebody means; nothing where it is none of these."""
    if said in words:
        return said or ""
    return next((key for key, word in words.items() if said and word.is_called(key, said)), "")


def has(terms: Terms | None, word: str) -> bool:
    """Whether a list of words names this one, or names nothing at all."""
    return terms is None or not terms.items or any(plainly(term.text) == plainly(word) for term in terms.items)


def words_of(terms: Terms | None) -> list[str]:
    """The words of a list, if there is one."""
    return [term.text for term in terms.items] if terms else []


def of_kind(words: Mapping[str, BoundToKinds], kind: str) -> dict[str, BoundToKinds]:
    """The words that go with a kind of assessment; with none that the form knows, all."""
    return {key: word for key, word in words.items() if not kind or has(word.kinds, kind)}
