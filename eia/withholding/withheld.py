"""What is withheld of a dossier: where it stands, and what stands there instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from eia.diagnostics.diagnostic import Diagnostic
from eia.index import Site
from eia.model.wording import readable
from eia.project import Dossier
from eia.rules.privacy.everywhere import labels, texts
from eia.rules.privacy.recoverable_suppression import HIDDEN
from eia.rules.privacy.small_count import small_count
from eia.text.span import Span, Text
from eia.text.tree import Scalar
from eia.withholding.counts import counts_of
from eia.withholding.details import details_in
from eia.withholding.known import Known
from eia.withholding.names import Names, is_of_person, is_published

Kind = Literal["name", "detail", "count", "further"]
"""A name of a person, what leads to one, a count of a few people, and a figure from which such a count follows."""
INSTEAD: Mapping[Kind, str] = {"name": "name-withheld", "detail": "detail-withheld"}
TOTAL = "total-withheld"
"""Words of the form that stand there instead."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """Something that is withheld: where it stands, the words, and what stands there instead."""

    site: Site
    kind: Kind
    words: str
    instead: str

    @property
    def place(self) -> tuple[Text, Span]:
        """Where it stands in the officer's file."""
        tree = self.site.file.tree
        assert tree is not None  # it was read
        if self.site.within and not self.site.key:
            return self.site.file.text, tree.within(self.site.route, *self.site.within)
        return self.site.file.text, tree.key(self.site.route) or tree.nearest(self.site.route)


def withheld(dossier: Dossier, told: Iterable[Diagnostic] = ()) -> tuple[Withheld, ...]:
    """Everything in a dossier that is not for everybody. What its record has accepted among what was told stays."""
    reader = _Reader(dossier, tuple(one for one in told if one.accepted))
    found = (*reader.details(), *reader.names(), *reader.counts())
    return tuple(_apart(found))


def _apart(found: Iterable[Withheld]) -> Iterator[Withheld]:
    """Each place once, in the order of the files; what overlaps is one."""
    last: Withheld | None = None
    for one in sorted(found, key=_order):
        if last is None or _thing(one) != _thing(last):
            yield from (last,) if last else ()
            last = one
            continue
        (start, end), (begin, stop) = last.site.within or (0, 0), one.site.within or (0, 0)
        if begin >= end:
            yield last
            last = one
        elif stop > end:
            last = replace(
                last, site=replace(last.site, within=(start, stop)), words=last.words + one.words[end - begin :]
            )
    yield from (last,) if last else ()


def _thing(one: Withheld) -> tuple[str, str, bool]:
    """The value or the key in which it stands."""
    return str(one.site.file.path), repr(one.site.route), one.site.key


def _order(one: Withheld) -> tuple[tuple[str, str, bool], int, int]:
    start, end = one.site.within or (0, 0)
    return _thing(one), start, -end


@dataclass(frozen=True)
class _Reader:
    """Looks for what is to be withheld."""

    dossier: Dossier
    accepted: tuple[Diagnostic, ...]

    def details(self) -> Iterator[Withheld]:
        """What leads to a person."""
        kept = self._accepted_words("contact-detail")
        for site, one in details_in(self.dossier, self._names):
            if one.words not in kept:
                yield self._put(site, "detail", one.words)

    def names(self) -> Iterator[Withheld]:
        """Names, wherever they stand again."""
        kept = [words.casefold() for words in self._accepted_words("named-individual")]
        known = Known(replace(self._names, kept=tuple(kept)))
        for one in known.people:
            yield self._put(one.site, "name", value_at(one.site)[slice(*(one.site.within or (0, 0)))])
        said = ((site, readable(words)) for site, words in texts(self.dossier) if not is_published(site))
        for site, words in (*said, *labels(self.dossier)) if known.people else ():
            for start, end in known.again(words):
                yield self._put(replace(site, within=(start, end)), "name", words[start:end])

    def counts(self) -> Iterator[Withheld]:
        """Counts of a few people, and what they follow from."""
        accepted = {(one.text.path, one.span.start) for one in self.accepted if one.rule == small_count.id}
        total = self.dossier.profile.words[TOTAL]

        def stays(site: Site) -> bool:
            text, span = Withheld(site, "count", "", "").place
            return (text.path, span.start) in accepted

        for one in counts_of(self.dossier, stays):
            instead = HIDDEN if "figures" in one.site.route else total
            yield Withheld(one.site, "further" if one.is_further else "count", one.words, instead)

    def _put(self, site: Site, kind: Kind, words: str) -> Withheld:
        """What stands for a name or a detail: by itself under a key, else in brackets among other words."""
        instead, (start, end) = self.dossier.profile.words[INSTEAD[kind]], site.within or (0, 0)
        whole = value_at(site)
        before, after = whole[:start].strip(), whole[end:].strip()
        alone = is_of_person(site) or site.key or not (before or after)
        said = instead if alone or before.count("(") > before.count(")") else f"({instead})"
        return Withheld(site, kind, words, said if before else said[:1].upper() + said[1:])

    def _accepted_words(self, rule: str) -> frozenset[str]:
        return frozenset(one.text.slice(one.span) for one in self.accepted if one.rule == rule)

    @cached_property
    def _names(self) -> Names:
        return Names(self.dossier)


def value_at(site: Site) -> str:
    """The words of a value, or of its key."""
    if site.key:
        return str(site.route[-1])
    node = site.file.tree.node(site.route) if site.file.tree else None
    return node.value if isinstance(node, Scalar) else ""
