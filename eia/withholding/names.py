"""Names of people: where they stand by themselves, and where somebody is named in a text.

Whether words are a name is a guess by lists of the form. Where a person or a role may stand, whatever is no role is taken for a
name; in running text, whatever has a title or a given name before it and no place or organisation behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from eia.index import Site
from eia.model.wording import readable
from eia.project import Dossier
from eia.rules.privacy.everywhere import labels, texts
from eia.rules.privacy.named_individual import TITLES

ROLES, PLACES, GIVEN, WORDS = "role-words", "place-words", "given-names", "names-that-are-words"
PARTICLES, OFFICES, PUBLIC = "name-particles", "public-roles", "public-names"
"""The lists of words of the form."""
PERSONS = ("owner", "by", "name", "role", "as")
"""Keys under which a person or a role stands."""
PEOPLE = "people"
PUBLISHED = ("by", "title", "in")
"""Keys of a source by which readers find it: its authors are published with it."""
MOST = 5
"""So many names nobody has."""
ACRONYM = 6
"""Longer words in capitals are no abbreviations."""
BEFORE_PLACES = ("in", "at", "on", "near", "along", "the", "st", "saint")
"""Before one of these words' followers a place is meant: "in Jane Hill"."""

_TOKEN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_GAP = re.compile(r"\.?[*_~]*[ \t\u00a0\u202f\u2009]*\n?[ \t]*[*_~]*")
_PIECE = re.compile(r"[,;/()–—&\n:|]|\s(?:and|or|with)\s|\s-\s")
_OWN = re.compile(r"[’']s$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text, and where it stands."""

    words: str
    start: int
    end: int

    @property
    def plain(self) -> str:
        """In small letters, without the `'s` of what belongs to somebody."""
        return _OWN.sub("", self.words).casefold()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.words[0].isupper()

    @property
    def is_initial(self) -> bool:
        """Whether it is one letter that stands for a name."""
        return len(self.words) == 1 and self.is_capital


@dataclass(frozen=True, slots=True)
class Person:
    """A name that was found, word by word in small letters, and where first."""

    names: tuple[str, ...]
    site: Site
    is_certain: bool
    """Whether it stood where only a person can stand."""


def tokens_of(words: str) -> list[Token]:
    """The words of a text one by one."""
    return [Token(found[0], *found.span()) for found in _TOKEN.finditer(words)]


def _ends(names: Sequence[Token]) -> tuple[int, int]:
    """Where a name stands, without the `'s` of what belongs to whom it names."""
    last = names[-1]
    return names[0].start, last.start + len(_OWN.sub("", last.words))


@dataclass(frozen=True)
class Names:
    """What is known of names in a dossier."""

    dossier: Dossier
    kept: tuple[str, ...] = ()
    """Words, in small letters, that somebody has accepted: who is named there may be named anywhere."""

    def people(self) -> tuple[Person, ...]:
        """Everybody who is named in it, but for those whose names are public; each once."""
        found = (*self._in_fields(), *self._in_prose())
        kept: dict[tuple[str, ...], Person] = {}
        for one in found:
            if not self._is_public(one):
                kept.setdefault(one.names, one)
        return tuple(kept.values())

    def _in_fields(self) -> Iterator[Person]:
        """Those who stand where a person or a role may."""
        for site, words in self._texts:
            if is_of_person(site) and not self._signs_in_public(site):
                yield from (self._person(names, site, True) for names in self.in_field(words))
        for key in self.dossier.assessment.people or {}:
            site = Site(self.dossier.file, (PEOPLE, key), key=True)
            yield from (self._person(names, site, True) for names in self.in_field(key) if len(names) > 1)

    def _in_prose(self) -> Iterator[Person]:
        for site, words in (*self._texts, *labels(self.dossier)):
            if not is_published(site):
                yield from (self._person(names, site, False) for names in self.in_prose(words))

    def _person(self, names: Sequence[Token], site: Site, is_certain: bool) -> Person:
        return Person(tuple(one.plain for one in names), replace(site, within=_ends(names)), is_certain)

    def _signs_in_public(self, site: Site) -> bool:
        """Whether a name stands beside an office that people hold in public."""
        signed = self.dossier.assessment.approvals
        at = site.route[1] if site.route[0] == "approvals" and key_of(site) == "name" else None
        role = signed[at].role if isinstance(signed, tuple) and isinstance(at, int) else ""
        plain = " ".join((role or "").casefold().split())
        return any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", plain) for one in self._offices)

    def in_field(self, words: str) -> Iterator[Sequence[Token]]:
        """The names in words of which each piece is a person, a role or a body."""
        every = tokens_of(words)
        beside_role = any(one.plain in self.roles for one in every)
        for start, end in pairwise((0, *(cut.start() for cut in _PIECE.finditer(words)), len(words))):
            tokens = [one for one in every if start <= one.start < end]
            names = list(self._without_titles(tokens)) or tokens
            alone = len(tokens) == 1 and beside_role and names[0].plain not in self._given
            if not re.search(r"[0-9@]", words[start:end]) and not alone and self._is_name(tokens):
                yield names

    def _is_name(self, tokens: Sequence[Token]) -> bool:
        """Whether a piece is a name; what is no role and could be one is."""
        names = self._without_titles(tokens)
        if not names or len(names) < len(tokens):
            return bool(names)
        first, plain = names[0].plain, [one.plain for one in names]
        if first in self._given and len(names) > 1 and self._little.isdisjoint(plain):
            return True
        if not self.roles.isdisjoint(plain) or not self.places.isdisjoint(plain) or len(names) > MOST:
            return False
        if not all(one.is_capital or one.plain in self.particles for one in names):
            return False
        acronym = len(names) == 1 and names[0].words.isupper() and len(first) <= ACRONYM
        return not acronym and not {*plain} <= self.small

    def in_prose(self, words: str) -> Iterator[Sequence[Token]]:
        """The names in running text: behind a title, or from a given name on."""
        said = readable(words)
        for run in self._runs(said):
            plain = [one.plain for one in run]
            for at, one in enumerate(run):
                names = run[at + 1 :] if one.plain in self.titles else run[at:] if one.plain in self._given else []
                before = plain[at - 1] if at else _word_before(said, one.start)
                if self._is_named(names, before, titled=one.plain in self.titles):
                    end = next(
                        (number for number, each in enumerate(names) if number and each.plain in self.roles), MOST
                    )
                    yield names[:end]
                    break

    def _is_named(self, names: Sequence[Token], before: str, *, titled: bool) -> bool:
        """Whether words with capitals are a person, and no place, organisation or work that bears a name."""
        if len(names) < (1 if titled else 2) or before in self._office_ends:
            return False
        rest = [one.plain for one in names[0 if titled else 1 :]]
        if not titled and len(rest) == 1 and rest[0] in self.words_besides:
            return before not in BEFORE_PLACES
        return (
            self.places.isdisjoint(rest) and (titled or before not in BEFORE_PLACES[-2:]) and rest[0] not in self.roles
        )

    def _runs(self, said: str) -> Iterator[list[Token]]:
        """Words with capitals that stand together, with what may stand between the names of one person."""
        run: list[Token] = []
        for one in tokens_of(said):
            joined = run and _GAP.fullmatch(said, run[-1].end, one.start) and self._goes_on(run[-1], said, one)
            if run and (not joined or not (one.is_capital or one.plain in self.particles)):
                yield _ending_in_capital(run)
                run = []
            if one.is_capital or (run and one.plain in self.particles):
                run.append(one)
        if run:
            yield _ending_in_capital(run)

    def _goes_on(self, last: Token, said: str, one: Token) -> bool:
        """A full stop ends a sentence, but behind an initial or a title."""
        stopped = "." in said[last.end : one.start]
        return not _OWN.search(last.words) and (not stopped or last.is_initial or last.plain in self.titles)

    def _without_titles(self, tokens: Sequence[Token]) -> Sequence[Token]:
        at = next((at for at, one in enumerate(tokens) if one.plain not in self.titles), len(tokens))
        return tokens[at:]

    def _is_public(self, one: Person) -> bool:
        """Whether a name stays: it is on the list, or, unless it signs or answers for something, that of a published work."""
        phrase = " ".join(one.names)
        accepted = any(phrase in words for words in self.kept)
        return accepted or phrase in self._public or (not one.is_certain and f" {phrase} " in self._works)

    @cached_property
    def _texts(self) -> tuple[tuple[Site, str], ...]:
        return tuple(texts(self.dossier))

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that are written small somewhere in the dossier, or in its body and unit: so they are no names."""
        own = self.dossier.assessment
        said = (one for _, words in self._texts for one in tokens_of(readable(words)))
        small = (one.plain for one in said if one.words.islower())
        return frozenset((*small, *(one.plain for one in tokens_of(f"{own.body} {own.unit}"))))

    @cached_property
    def _works(self) -> str:
        """All that sources are called and who made them."""
        said = " ".join(words for site, words in self._texts if is_published(site))
        return f" {' '.join(one.plain for one in tokens_of(said))} "

    def _list(self, name: str) -> frozenset[str]:
        return frozenset(self.dossier.profile.words_in(name))

    @cached_property
    def titles(self) -> frozenset[str]:
        """What stands before the name of a person."""
        return self._list(TITLES)

    @cached_property
    def roles(self) -> frozenset[str]:
        """Words of roles, teams and organisations."""
        return self._list(ROLES)

    @cached_property
    def places(self) -> frozenset[str]:
        """What a name has behind it that is one of a place, an organisation or a work."""
        return self._list(PLACES)

    @cached_property
    def _given(self) -> frozenset[str]:
        return self._list(GIVEN)

    @cached_property
    def words_besides(self) -> frozenset[str]:
        """Names that are words besides."""
        return self._list(WORDS)

    @cached_property
    def particles(self) -> frozenset[str]:
        """What stands between the names of one person."""
        return self._list(PARTICLES)

    @cached_property
    def _little(self) -> frozenset[str]:
        return self._list("little-words")

    @cached_property
    def _offices(self) -> frozenset[str]:
        return self._list(OFFICES)

    @cached_property
    def _office_ends(self) -> frozenset[str]:
        """The last words of the offices that people hold in public."""
        return frozenset(one.split()[-1] for one in self._offices)

    @cached_property
    def _public(self) -> frozenset[str]:
        """The names that stay: of the list, and of those who sign by an office that people hold in public."""
        listed = (tokens_of(name) for name in self._list(PUBLIC))
        signing = (
            names for site, words in self._texts if self._signs_in_public(site) for names in self.in_field(words)
        )
        return frozenset(" ".join(one.plain for one in names) for names in (*listed, *signing))


def key_of(site: Site) -> str:
    """The key that a text stands under."""
    return next((step for step in reversed(site.route) if isinstance(step, str)), "")


def is_of_person(site: Site) -> bool:
    """Whether a person or a role may stand there."""
    return not _is_of_source(site) and (key_of(site) in PERSONS or site.route[0] == PEOPLE)


def is_published(site: Site) -> bool:
    """Whether it is what a source is called, or who made it."""
    return _is_of_source(site) and key_of(site) in PUBLISHED


def _is_of_source(site: Site) -> bool:
    return site.file.kind == "sources" or site.route[0] == "sources"


def _ending_in_capital(run: list[Token]) -> list[Token]:
    """Without the small words at the end, which belong to what follows."""
    while run and not run[-1].is_capital:
        run = run[:-1]
    return run


def _word_before(said: str, at: int) -> str:
    found = re.search(r"([^\W\d_]+)\.?[ \u00a0]*$", said[max(0, at - 30) : at])
    return found[1].casefold() if found else ""
