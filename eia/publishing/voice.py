"""How one dossier speaks: its profile's words, its citations as links, its prose as blocks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from pathlib import Path

from eia.diagnostics.diagnostic import Diagnostic
from eia.document.cited import Syntax
from eia.document.label import with_colon
from eia.document.labelled import labelled
from eia.document.prose import blocks
from eia.document.tree import (
    Again,
    Block,
    Blocks,
    Code,
    Facts,
    Heading,
    Inline,
    Inlines,
    Jump,
    NoteMark,
    Paragraph,
    Picture,
    Strong,
    Words,
)
from eia.forms.rated import rating_in, word_in
from eia.forms.spoken import answer_in
from eia.index import CITABLE, Definition, Identity, Site, Use, sorts_of
from eia.model.asked import Asked
from eia.model.figure import Figures
from eia.model.part import Nothing, Route
from eia.model.profile import OPENING, Profile
from eia.model.prose import Prose
from eia.model.reference import Reference, References
from eia.model.terms import Rating
from eia.model.vocabulary import Named, chosen, words_of
from eia.model.written import Written
from eia.picture import Unprintable, address_of
from eia.project import Dossier
from eia.publishing import typeset


@dataclass
class Voice:
    """Says the parts of one dossier; the sources that it was made to cite are noted, in the order cited."""

    dossier: Dossier
    told: tuple[Diagnostic, ...] = ()
    """What lint found. What somebody set aside is printed with the reason."""
    noted: dict[str, None] = field(default_factory=dict)

    @property
    def profile(self) -> Profile:
        """The form, in the language of the assessment."""
        return self.dossier.profile

    @property
    def asked(self) -> Asked:
        """What the form asks of the dossier."""
        return self.dossier.asked

    def word(self, key: str) -> str:
        """A word of the profile. Every key we use stands in every profile; a test holds that."""
        return self.profile.words[key]

    def called(self, words: Mapping[str, Named], said: str) -> str:
        """What the form calls the word that somebody wrote; any other stands as it was written, with a capital."""
        key = chosen(words, said)
        return (words[key].label if key else "") or capital(said)

    def answer(self, key: str, said: Prose | None) -> Blocks:
        """An answer to a question, in the form's words where it offers that answer."""
        question = self.profile.questions.get(key)
        if not (question and question.choices and said):
            return self.prose(said)
        choices = [self.profile.choice(question, piece.text) for piece in question.pieces(said.words) if piece.text]
        if not choices or not all(choices):
            return self.prose(said)
        languages = words_of(self.dossier.assessment.language)
        return (line(", ".join(answer_in(self.profile, languages, choice) for choice in choices)),)

    def rating(self, rating: Rating) -> str:
        """A rating in the form's labels."""
        return rating_in(self.profile, rating)

    def rating_words(self, rating: Rating) -> dict[str, str]:
        """The same word by word, each range as one: by how it was written what the form calls it."""
        return {term.text: capital(word_in(self.profile, term.text)) for term in rating.items}

    def silence(self, part: str, key: str = "no-answer", at: Site | None = None) -> Blocks:
        """Silence about a whole part, said aloud where the form expects the part of this kind of assessment."""
        site = at or self.dossier.site((part,))
        return self.unanswered(key, site) if self.asked.expects(part) or self.lost_in(site) else ()

    def heading(self, key: str, level: int = 1) -> Heading:
        """A heading in the profile's words; a section that the profile does not know is called by its own key."""
        return Heading(level, (Words(self.title(key)),), heading_anchor(key), listed=key not in OPENING)

    def plan_section(self, id: str, title: str | None) -> str:
        """What a section of the plan is called: with a word before its number, since a bare one looks like that of a list."""
        said = title or self.word("no-answer")
        return f"{self.word('plan-section')} {id}: {said}" if id.strip() else said

    def title(self, key: str) -> str:
        """What a section is called."""
        return self.profile.headings.get(key) or spoken(key)

    def prose(self, prose: Prose | str | None) -> Blocks:
        """Prose as blocks; nothing for silence."""
        words = prose.words if isinstance(prose, Prose) else prose or ""
        return blocks(words, self.cite, self.picture, self._syntax)

    def elsewhere(self, prose: Prose | None) -> Blocks:
        """Prose of another assessment: what it cites is there and not here, and stays as it was written."""
        words = prose.words if prose else ""
        return blocks(words, lambda id, _: (Words(id),), lambda _, alternative: Words(alternative), self._syntax)

    def facts(self, pairs: Iterable[tuple[str, object]], within: Site | None = None) -> tuple[Block, ...]:
        """Labelled values; the label is a key of the profile's words.

        Those without a value are left out, but for keys of the place `within` that the form requires: silence is told there."""
        told = ((key, self.said(value) if value else self._silent(key, within)) for key, value in pairs)
        said = tuple((self.word(key), blocks) for key, blocks in told if blocks)
        return (Facts(said),) if said else ()

    def _silent(self, key: str, within: Site | None) -> Blocks:
        if within is None:
            return ()
        asked = ".".join((*map(str, within.route), key)) in self._required
        return self.unanswered(at=below(within, key)) if asked or self.lost(below(within, key)) else ()

    @cached_property
    def _required(self) -> frozenset[str]:
        return frozenset(self.asked.required())

    def requires(self, *keys: str) -> bool:
        """Whether the form asks for what stands at these keys, by whatever status."""
        return ".".join(keys) in self._required

    def said(self, value: object) -> Blocks:
        """A value of any field, as blocks."""
        match value:
            case References():
                return (Paragraph(self.references(value)),)
            case Prose():
                return self.prose(value)
            case Written():
                return (line(_words(value)),)
            case Nothing():
                return self.none(value)
            case Mapping():
                return tuple(line(f"{name}: {_words(item)}") for name, item in value.items())
            case tuple():
                return value
            case _:
                return (line(str(value)),)

    def label(self, key: str, known: Collection[str]) -> str:
        """What one of the keys known in a place is called; any other is the officer's own, and stays as it was written."""
        return self.word(key) if key in known else key

    def none(self, value: Nothing, key: str = "there-is-none") -> Blocks:
        """There is none, and why; the key leads to the words for it."""
        return labelled(self.word(key), self.prose(value.none) or self.unanswered())

    def unanswered(self, key: str = "no-answer", at: Site | None = None) -> Blocks:
        """Silence, said aloud; where the file does say something at this place that could not be read, that is said."""
        if at and (self.lost_in(at) or any(self.lost(above) for above in _around(at))):
            return self.unread()
        return (line(self.word(key)),)

    def unread(self) -> Blocks:
        """That something could not be read, and where it stands."""
        return (Paragraph((Jump("unread", (Words(self.word("not-read")),)),)),)

    def lost(self, site: Site) -> bool:
        """Whether the words at this very place could not be read."""
        return (site.file.path, site.route) in self._lost

    def lost_in(self, site: Site, but: Collection[str] = ()) -> bool:
        """Whether words at a place or below it could not be read; `but` are keys below that are not asked about."""
        end = len(site.route)
        return any(route[end : end + 1] not in {(key,) for key in but} for route in self._lost_at(site))

    def lost_below(self, site: Site) -> set[str]:
        """The keys below a place under which something could not be read."""
        end = len(site.route)
        return {str(route[end]) for route in self._lost_at(site) if route[end:]}

    def _lost_at(self, site: Site) -> list[Route]:
        end = len(site.route)
        return [route for path, route in self._lost if path == site.file.path and route[:end] == site.route]

    def references(self, references: References) -> Inlines:
        """References as they were written, each item a link to what it means."""
        if references.everything:
            return (Words(self.word("all-actions" if "action" in references.kinds else "all")),)
        written, at, said = references.words, 0, list[Inline]()
        for item in sorted(references.items, key=lambda item: item.start):
            if (item.start, item.end) != item.range:  # what lies between the ends of a range is not written
                said += [Words(written[at : item.start]), self._reference(references, item)]
                at = item.end
        return tuple(part for part in (*said, Words(written[at:])) if part != Words(""))

    def _reference(self, references: References, item: Reference) -> Inline:
        words = references.words[item.start : item.end]
        target = self._target(item.id, sorts_of(references, item))
        return self.jump(target, self.named(target, words)) if target else Words(words)

    def named(self, target: Definition, written: str, begins: bool = True) -> str:
        """Actions and sections are called by what the officer wrote, everything else by its title.

        A title that begins nothing, neither a sentence nor an item, begins with the letter that it was written with."""
        if target.sort in ("action", "section"):
            return written
        title = " ".join(target.title.split()) or (self._row(target) if target.sort == "row" else written)
        return capital(title) if begins else title

    def _row(self, row: Definition) -> str:
        """What a row without a title is called: a further duty by the form's label, any other by its own name."""
        place = row.site.route[0] if row.site else ""
        return self.row_name(str(place), row.id)

    def row_name(self, place: str, key: str) -> str:
        """What the form calls the row of a table; one that it does not know is called by its own name."""
        return self.profile.row_label(place, key) or spoken(key)

    def cite(self, id: str, begins: bool = True) -> Inlines:
        """What `[@id]` prints as: a footnote for a source, a link for everything else; the bare id where it leads nowhere."""
        target = self._target(id, CITABLE)
        if target is None:
            return (Words(id),)
        if target.sort == "source":
            return (self.note(target.id),)
        return (self.jump(target, self.named(target, target.id, begins)),)

    def note(self, id: str) -> NoteMark:
        """The mark of a source's footnote."""
        self.noted.setdefault(id)
        return NoteMark(id)

    def sources(self, references: References | None) -> Inlines:
        """Footnote marks for the sources that are known."""
        items = references.items if references else ()
        targets = (self._target(item.id, ("source",)) for item in items)
        return tuple(self.note(target.id) for target in targets if target)

    def jump(self, target: Definition, words: str) -> Inline:
        """A link to something with an id; groups of the profile stand nowhere in the document."""
        return Jump(self.anchor(target), (Words(words),)) if target.site else Words(words)

    def anchor(self, target: Definition) -> str:
        """The name of the place where something is printed; equal ids still have places of their own."""
        return self._anchors[target.identity]

    def picture(self, address: str, alternative: str) -> Inline:
        """A picture of the project; one that cannot be shown leaves its words and its address."""
        try:
            path = address_of(self.dossier.root, self.dossier.file.path.parent, address)
        except Unprintable:
            return Words(f"{alternative} ({address})")
        return Picture(path, alternative, address)

    def citing(self, site: Site) -> Inlines:
        """Everything that cites what is defined at a place, each once, as a link."""
        target = self.dossier.index.at(site)
        uses = self.dossier.index.cites(target) if target else ()
        by = ((use, self.dossier.index.holder(use.site)) for use in uses)
        said = joined(dict.fromkeys(self._citer(use, holder) for use, holder in by if holder is not target))
        return (Again(said),) if said else ()

    def _citer(self, use: Use, holder: Definition | None) -> Inline:
        """What cites is called by its title; what has no id by that of its section."""
        if holder is None:
            section = self.profile.section_of(use.site.route)
            return Jump(heading_anchor(section), (Words(self.title(section)),))
        name = self.named(holder, holder.id)
        return self.jump(holder, f"{self.word('action')} {name}" if holder.sort == "action" else name)

    def anchor_at(self, site: Site) -> str | None:
        """The name of the place where the thing defined at a site is printed."""
        target = self.dossier.index.at(site)
        return self.anchor(target) if target else None

    @cached_property
    def _lost(self) -> frozenset[tuple[Path, Route]]:
        return frozenset((file.path, one.route) for file in self.dossier.files for one in file.unread)

    @cached_property
    def _syntax(self) -> Syntax:
        return Syntax(self._listed("before-a-citation"), self._listed("between-citations"))

    def _listed(self, name: str) -> list[str]:
        return words_of(self.profile.word_lists.get(name))

    @cached_property
    def _anchors(self) -> dict[Identity, str]:
        anchors: dict[Identity, str] = {}
        taken: dict[str, int] = {}
        for one in self.dossier.index.definitions:
            name = f"{one.sort} {one.id}"
            taken[name] = taken.get(name, 0) + 1
            anchors[one.identity] = name if taken[name] == 1 else f"{name} ({taken[name]})"
        return anchors

    def _target(self, id: str, sorts: tuple[str, ...]) -> Definition | None:
        """The one thing that an id means; two are as good as none."""
        site = self.dossier.site(())
        targets = self.dossier.index.resolve(Use(id, sorts, site)).targets
        return targets[0] if len(targets) == 1 else None


def heading_anchor(section: str) -> str:
    """The name of the place where a section of the document begins; the anchors of what has an id begin with its sort."""
    return f"heading {section}"


def _around(site: Site) -> Iterator[Site]:
    """The places that hold a place, one within the other."""
    return (replace(site, route=site.route[:end]) for end in range(1, len(site.route)))


def below(site: Site, *keys: str | int) -> Site:
    """A place within another."""
    return replace(site, route=(*site.route, *keys))


def _words(value: object) -> str:
    if isinstance(value, Figures):
        return typeset.figures(value)
    return value.words if isinstance(value, Written) else str(value)


def capital(words: str) -> str:
    """The same words, beginning with a capital letter."""
    return words[:1].upper() + words[1:]


def spoken(key: str) -> str:
    """A key of the file, as a person would write it."""
    return key.replace("-", " ").capitalize()


def line(words: str) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Words(words),))


def lead(label: str, *content: Inline) -> Paragraph:
    """A paragraph that begins with a strong label."""
    return Paragraph((Strong((Words(with_colon(label)),)), Words(" "), *content))


def in_code(words: str) -> Inlines:
    """Plain words in which what stands between backticks is to be read letter by letter."""
    pieces = words.split("`")
    return tuple(Code(piece) if at % 2 else Words(piece) for at, piece in enumerate(pieces) if piece)


def joined(items: Iterable[Inline]) -> Inlines:
    """Inlines with commas between them."""
    return tuple(chain.from_iterable((Words(", "), item) for item in items))[1:]
