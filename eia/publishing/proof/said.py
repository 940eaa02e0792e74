"""How a document says what stands in a file: as it is written, or where the form has words of its own for it, in those."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from eia.forms.spoken import answer_in
from eia.index import CITABLE, Definition, Site, Use, sorts_of
from eia.model.figure import Figures
from eia.model.prose import Prose
from eia.model.reference import References
from eia.model.terms import Rating, Terms
from eia.model.vocabulary import Named, chosen, words_of
from eia.project import Dossier

from .expected import Expected, Place
from .prose import Address, Cited, pieces
from .words import APART, mark, run

ENDS = 2
"""A range has no more."""
NUMBERED = ("action", "section")
"""What is called by its id and not by its title."""


@dataclass(frozen=True)
class Speaker:
    """Says what one value at one place must read like."""

    dossier: Dossier
    site: Site
    place: Place

    def words(self, *ways: str) -> Expected:
        """Words, in any of these ways."""
        return Expected.of(self.site, self.place, *ways)

    def form(self, *keys: str) -> Expected:
        """A word of the form, or any of several."""
        return self.words(*(self.dossier.profile.words[key] for key in keys))

    def called(self, words: Mapping[str, Named], said: str) -> Expected:
        """What the form calls something; what it has no word for, as it is written."""
        key = chosen(words, said)
        return self.words((words[key].label if key else "") or said)

    def value(self, value: object, said: str) -> Iterator[Expected]:
        """A value by its sort; what is of none stands as it is written."""
        match value:
            case Figures():
                yield from (self.words(said[one.start : one.end]) for one in value.cells)
            case Rating():
                yield from self.rating(value)
            case References():
                yield from self.references(value)
            case Prose():
                yield from self.prose(value)
            case Terms():
                yield from (self.words(term.text) for term in value.items)
            case _:
                yield self.words(said)

    def prose(self, prose: Prose) -> Iterator[Expected]:
        """Running words, and what is cited and linked among them."""
        for piece in pieces(prose):
            match piece:
                case Cited(id, touched, before, after):
                    yield from self.cited(id, touched, before, after)
                case Address(to):
                    yield self.words(to, to.rpartition("/")[2])
                case _:
                    yield self.words(piece)

    def cited(self, id: str, touched: bool = False, before: str = "", after: str = "") -> Iterator[Expected]:
        """What is cited: a footnote, a title or the id. What touches it is apart from a footnote's mark, and from no other."""
        target = self._target(id, CITABLE)
        if target and target.sort == "source":
            yield self.words(before)
            yield Expected(
                self.site, self.place, f"[@{id}]", tuple(filter(None, ((mark(f"source {target.id}"),), run(id))))
            )
            yield self.words(APART + after)
        elif not touched:
            yield self.words(*_names(target, target.id if target else id), id)

    def about(self, name: str) -> Expected:
        """What a waiver names: a thing by its title or its id, a part by its heading, or as it is written."""
        index, form = self.dossier.index, self.dossier.profile
        things = [one for one in index.definitions if one.id == name and one.site]
        title = form.headings.get(form.section_of((name,)), "")
        return self.words(*(each for thing in things for each in _names(thing, name)), title or name, name)

    def references(self, references: References) -> Iterator[Expected]:
        """Ids as they are written, or by the titles of what they mean; what cannot be read stands as it is written."""
        if references.everything:
            yield self.form("all-actions" if "action" in references.kinds else "all")
        for item in references.items:
            if (item.start, item.end) != item.range:
                target = self._target(item.id, sorts_of(references, item))
                written = references.words[item.start : item.end]
                yield self.words(*_names(target, written))
        yield from self.misread(references)

    def misread(self, references: References) -> Iterator[Expected]:
        """What is no reference stands as it is written."""
        yield from (self.words(references.words[one.start : one.end]) for one in references.misreads)

    def sources(self, references: References | None) -> Iterator[Expected]:
        """The footnotes of the sources that are known."""
        for item in references.items if references else ():
            if target := self._target(item.id, ("source",)):
                yield Expected(self.site, self.place, item.id, ((mark(f"source {target.id}"),),))

    def rating(self, rating: Rating) -> Iterator[Expected]:
        """The words of the scale, and both ends of a range, by their labels and with their scores; any other as it is written."""
        for term in rating.items:
            known = [(end, self.dossier.profile.rating(end)) for end in self.dossier.profile.ends(term.text)]
            told = [f"{word.label or end} {word.score or ''}" for end, word in known if word]
            yield from map(self.words, told if len(told) == len(known) <= ENDS else (term.text,))

    def answer(self, key: str, said: str) -> Iterator[Expected]:
        """An answer: the choices of the form in its words, or as it is written."""
        form, question = self.dossier.profile, self.dossier.profile.questions.get(key)
        choices = [form.choice(question, one.text) for one in question.pieces(said) if one.text] if question else []
        if not choices or not all(choices):
            yield from self.prose(Prose.read(said))
            return
        languages = words_of(self.dossier.assessment.language)
        yield from (self.words(answer_in(form, languages, choice)) for choice in choices)

    def question(self, key: str) -> Expected:
        """A question as the form asks it; one that it does not know is called by its own name."""
        question = self.dossier.profile.questions.get(key)
        return self.words(f"{question.number or ''} {question.label or key}" if question else key)

    def _target(self, id: str, sorts: tuple[str, ...]) -> Definition | None:
        targets = self.dossier.index.resolve(Use(id, sorts, self.site)).targets
        return targets[0] if len(targets) == 1 else None


def _names(target: Definition | None, written: str) -> tuple[str, ...]:
    """What a thing may be called where it is cited: an action and a section as it is written, anything else by its title."""
    return (target.title or target.id, written) if target and target.sort not in NUMBERED else (written,)
