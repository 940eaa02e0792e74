"""What an editor offers beside the format itself: words by the place where they may stand, and how such a place is found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from eia.model.assessment import HOLD_ROWS
from eia.model.outline import ReadAs

Keys = tuple[str, ...]
"""The keys of the format that lead to a place, without the names and numbers between them; those of questions stay."""

ASKED = "answers"


@dataclass(frozen=True)
class Offer:
    """A word that may be written, what it is called, and what it means."""

    word: str
    title: str = ""
    says: str = ""


@dataclass(frozen=True)
class Offers:
    """Everything that is offered in the files of one profile, or of one dossier."""

    guidance: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[ReadAs, tuple[Offer, ...]] = field(default_factory=dict)
    """For every text that is read in one way."""
    names: Mapping[Keys, tuple[Offer, ...]] = field(default_factory=dict)
    """For names of one's own, by their place."""
    values: Mapping[Keys, tuple[Offer, ...]] = field(default_factory=dict)
    """For a text, by its place."""
    only: Mapping[ReadAs, tuple[str, str]] = field(default_factory=dict)
    """For a text that cites: the pattern of what may be cited, and what to say of anything else."""

    def guides(self, keys: Keys) -> str:
        """The guidance for a key."""
        asked = (".".join(way) for way in _ways(keys))
        return " ".join(next((self.guidance[key] for key in asked if key in self.guidance), "").split())

    def named(self, keys: Keys) -> tuple[Offer, ...]:
        """The names that are offered in a place."""
        return next((self.names[way] for way in _ways(keys) if way in self.names), ())

    def said(self, keys: Keys) -> tuple[Offer, ...]:
        """The texts that are offered in a place."""
        return next((self.values[way] for way in _ways(keys) if way in self.values), ())

    def tell_apart(self, keys: Keys) -> bool:
        """Whether a name has texts of its own, which are not offered under others beside it."""
        return any(way in self.values for way in _ways(keys)[:2])


def _ways(keys: Keys) -> tuple[Keys, ...]:
    """The ways to name a place: its own, and more general ones. Rows of all tables are alike, and so are actions of all plans."""
    flat = tuple(key for key in keys if key != "sections" or "actions" not in keys)
    at = flat.index(ASKED) + 1 if ASKED in flat else len(flat)
    general = (*flat[:at], *flat[at + 1 :]) if len(flat) > at + 1 else flat
    return tuple(way for one in (keys, flat, general) for way in _in_any_table(one))


def _in_any_table(keys: Keys) -> Iterator[Keys]:
    yield keys
    yield (HOLD_ROWS[0], *keys[1:]) if len(keys) > 1 and keys[0] in HOLD_ROWS else keys
