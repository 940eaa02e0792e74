"""Names of people: where they stand by themselves, and where somebody is named in a text.

Whether words are a name is a guess by lists of the form. Where a person or a role may stand, whatever is no role is taken for a
name; in running text, whatever has a title or a given name before it and no place or organisation behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
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
_BETWEEN = r"[\s\u00a0._+*~-]+"


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


def _tokens(words: str) -> list[Token]:
    return [Token(found[0], *found.span()) for found in _TOKEN.finditer(words)]


def _ends(names: Sequence[Token]) -> tuple[int, int]:
    """Where a name stands, without the `'s` of what belongs to whom it names."""
    last = names[-1]
    return names[0].start, last.start + len(_OWN.sub("", last.words))


@dataclass(frozen=True)
class Names:
    """What is known of names in a dossier."""

    dossier: Dossier
    _made: dict[tuple[str, ...], tuple[re.Pattern[str], ...]] = field(default_factory=dict, repr=False, compare=False)

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
        every = _tokens(words)
        beside_role = any(one.plain in self._roles for one in every)
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
        if not self._roles.isdisjoint(plain) or not self._places.isdisjoint(plain) or len(names) > MOST:
            return False
        if not all(one.is_capital or one.plain in self._particles for one in names):
            return False
        acronym = len(names) == 1 and names[0].words.isupper() and len(first) <= ACRONYM
        return not acronym and not {*plain} <= self._small

    def in_prose(self, words: str) -> Iterator[Sequence[Token]]:
        """The names in running text: behind a title, or from a given name on."""
        said = readable(words)
        for run in self._runs(said):
            plain = [one.plain for one in run]
            for at, one in enumerate(run):
                names = run[at + 1 :] if one.plain in self._titles else run[at:] if one.plain in self._given else []
                before = plain[at - 1] if at else _word_before(said, one.start)
                if self._is_named(names, before, titled=one.plain in self._titles):
                    end = next(
                        (number for number, each in enumerate(names) if number and each.plain in self._roles), MOST
                    )
                    yield names[:end]
                    break

    def _is_named(self, names: Sequence[Token], before: str, *, titled: bool) -> bool:
        """Whether words with capitals are a person, and no place, organisation or work that bears a name."""
        if len(names) < (1 if titled else 2) or before in self._office_ends:
            return False
        rest = [one.plain for one in names[0 if titled else 1 :]]
        if not titled and len(rest) == 1 and rest[0] in self._words:
            return before not in BEFORE_PLACES
        return (
            self._places.isdisjoint(rest)
            and (titled or before not in BEFORE_PLACES[-2:])
            and rest[0] not in self._roles
        )

    def _runs(self, said: str) -> Iterator[list[Token]]:
        """Words with capitals that stand together, with what may stand between the names of one person."""
        run: list[Token] = []
        for one in _tokens(said):
            joined = run and _GAP.fullmatch(said, run[-1].end, one.start) and self._goes_on(run[-1], said, one)
            if run and (not joined or not (one.is_capital or one.plain in self._particles)):
                yield _ending_in_capital(run)
                run = []
            if one.is_capital or (run and one.plain in self._particles):
                run.append(one)
        if run:
            yield _ending_in_capital(run)

    def _goes_on(self, last: Token, said: str, one: Token) -> bool:
        """A full stop ends a sentence, but behind an initial or a title."""
        stopped = "." in said[last.end : one.start]
        return not _OWN.search(last.words) and (not stopped or last.is_initial or last.plain in self._titles)

    def _without_titles(self, tokens: Sequence[Token]) -> Sequence[Token]:
        at = next((at for at, one in enumerate(tokens) if one.plain not in self._titles), len(tokens))
        return tokens[at:]

    def _is_public(self, one: Person) -> bool:
        """Whether a name stays: it is on the list, or, unless it signs or answers for something, that of a published work."""
        phrase = " ".join(one.names)
        return phrase in self._public or (not one.is_certain and f" {phrase} " in self._works)

    def again(self, people: Iterable[Person], words: str) -> Iterator[re.Match[str]]:
        """Wherever these people are named in a text, by all of their name or, with a capital, by a part that tells."""
        small = words.casefold()
        for one in people:
            if one.names[0] in small or one.names[-1] in small:
                yield from (found for pattern in self._patterns(one) for found in pattern.finditer(words))

    def whole(self, people: Iterable[Person], words: str) -> bool:
        """Whether any of these people is named in a text by all of their name."""
        small = words.casefold()
        return any(one.names[-1] in small and self._patterns(one)[0].search(words) for one in people)

    def _patterns(self, person: Person) -> tuple[re.Pattern[str], ...]:
        """By which somebody is found again; they are made once."""
        if person.names not in self._made:
            self._made[person.names] = tuple(filter(None, (self._pattern(person), self._alone(person))))
        return self._made[person.names]

    def _pattern(self, person: Person) -> re.Pattern[str]:
        """Wherever the whole name stands, forwards, backwards or with an initial, in whatever letters."""
        *given, last = map(re.escape, person.names)
        title = rf"(?:(?:{'|'.join(map(re.escape, sorted(self._titles)))}){_BETWEEN})?"
        if not given:
            return re.compile(rf"(?<!\w){title.removesuffix('?')}{last}(?!\w)", re.IGNORECASE)
        middle = rf"(?:[^\W\d_]\.?{_BETWEEN})?"
        whole = f"{_BETWEEN.join(given)}{_BETWEEN}{middle}{last}"
        back = rf"{last},?{_BETWEEN}{_BETWEEN.join(given)}"
        initial = rf"{given[0][0]}\.?{_BETWEEN}{last}" if len(given[0]) > 1 else whole
        titled = rf"{title.removesuffix('?')}{last}"
        return re.compile(rf"(?<!\w){title}(?:{whole}|{back}|{initial})(?!\w)|(?<!\w){titled}(?!\w)", re.IGNORECASE)

    def _alone(self, person: Person) -> re.Pattern[str] | None:
        """Wherever a part of the name stands by itself, with a capital and no place behind it; nothing where it is a word."""
        parts = [one for one in dict.fromkeys((person.names[0], person.names[-1])) if self._tells(one)]
        if not parts:
            return None
        either = "|".join(
            f"{re.escape(one.capitalize())}|{re.escape(one.title())}|{re.escape(one.upper())}" for one in parts
        )
        places = "|".join(re.escape(one) for one in sorted(self._places))
        return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])(?!\s+(?i:{places})(?!\w))")

    def _tells(self, part: str) -> bool:
        """Whether a part of a name tells of somebody, and is no word of its own."""
        others = (self._words, self._roles, self._places, self._particles, self._small, self._titles)
        return len(part) > 2 and not any(part in words for words in others)

    @cached_property
    def _texts(self) -> tuple[tuple[Site, str], ...]:
        return tuple(texts(self.dossier))

    @cached_property
    def _small(self) -> frozenset[str]:
        """Words that are written small somewhere in the dossier, or in its body and unit: so they are no names."""
        own = self.dossier.assessment
        said = (one for _, words in self._texts for one in _tokens(readable(words)))
        small = (one.plain for one in said if one.words.islower())
        return frozenset((*small, *(one.plain for one in _tokens(f"{own.body} {own.unit}"))))

    @cached_property
    def _works(self) -> str:
        """All that sources are called and who made them."""
        said = " ".join(words for site, words in self._texts if is_published(site))
        return f" {' '.join(one.plain for one in _tokens(said))} "

    def _list(self, name: str) -> frozenset[str]:
        return frozenset(self.dossier.profile.words_in(name))

    @cached_property
    def _titles(self) -> frozenset[str]:
        return self._list(TITLES)

    @cached_property
    def _roles(self) -> frozenset[str]:
        return self._list(ROLES)

    @cached_property
    def _places(self) -> frozenset[str]:
        return self._list(PLACES)

    @cached_property
    def _given(self) -> frozenset[str]:
        return self._list(GIVEN)

    @cached_property
    def _words(self) -> frozenset[str]:
        return self._list(WORDS)

    @cached_property
    def _particles(self) -> frozenset[str]:
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
        listed = (_tokens(name) for name in self._list(PUBLIC))
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
