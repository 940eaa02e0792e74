"""One thing that is wrong, where it stands and what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from eia.text.change import Fix
from eia.text.span import Span, Text

Order: TypeAlias = tuple[str, int, int, str, str]
"""By what diagnostics are sorted and told apart: file, place, rule and message."""


class Severity(IntEnum):
    """How bad it is, if it is true."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The word that people read: error, warning or note."""
        return self.name.lower()

    @classmethod
    def of(cls, word: str) -> Severity:
        """The severity that a word names."""
        return cls[word.upper()]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains a diagnostic, e.g. where an id was first defined."""

    text: Text
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """That somebody looked at a diagnostic and let it stand: why, and, where it is on the record, who, when and until when."""

    because: str
    by: str = ""
    date: str = ""
    until: str = ""
    on_record: bool = False
    """Whether the assessment itself says so, and not a remark beside the line."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What is wrong, in one sentence that stands alone; `help` is what to do."""

    rule: str
    severity: Severity
    message: str
    text: Text
    span: Span
    help: str = ""
    related: tuple[Related, ...] = ()
    about: str = ""
    """The row that it is about, by its name; empty where it is about no row."""
    confidence: str = "exact"
    """How sure the rule is: exact, high, or heuristic, which is only a hint."""
    basis: str = "craft"
    """Why anybody should care: law, case, guidance, statistics, or craft, which is good practice."""
    authority: str = ""
    """What says so, and how far that is verified; empty where nothing does but practice."""
    at: tuple[str, ...] = ()
    """The thing that it is about: the id of its file, then the keys and ids that lead to it. No line counts in it."""
    fix: Fix | None = None
    """How it can be mended in its own file; nothing where only a person can."""
    also: tuple[tuple[Text, Span], ...] = ()
    """Other things that it is about just as much, where several are told as one."""
    accepted: Accepted | None = None
    """That somebody set it aside; nothing where it stands."""

    @property
    def order(self) -> Order:
        """Sorting by this gives the same list on every run."""
        return (self.text.path.as_posix(), self.span.start, self.span.end, self.rule, self.message)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by file and place, without repetitions."""
    return tuple({one.order: one for one in sorted(diagnostics, key=lambda one: one.order)}.values())


def counts(diagnostics: Iterable[Diagnostic]) -> Counter[Severity]:
    """How many there are of each severity."""
    return Counter(one.severity for one in diagnostics)
