"""What somebody wants changed in a file: data that says what, and nothing of characters."""

from __future__ import annotations

from collections.abc import Mapping as Keys
from dataclasses import dataclass
from typing import TypeAlias

from eia.text.span import Route, Span

New: TypeAlias = "str | tuple[New, ...] | Keys[str, New] | None"
"""What comes anew: text (with line ends, if it has several lines), nothing yet, a list, or keys."""


@dataclass(frozen=True, slots=True)
class Set:
    """A text says something else."""

    route: Route
    words: str


@dataclass(frozen=True, slots=True)
class Within:
    """A part of a text says something else; `start` and `end` are offsets into what it says."""

    route: Route
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Rename:
    """A key is called something else."""

    route: Route
    key: str


@dataclass(frozen=True, slots=True)
class Add:
    """Something new stands at a route.

    In a list, before what has its number now. Among keys, before or after the one that is named, else at the end."""

    route: Route
    value: New
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Remove:
    """Something goes, with all that is under it."""

    route: Route


@dataclass(frozen=True, slots=True)
class Move:
    """Something stands elsewhere, with all that is under it and the remarks directly above it.

    `to` leads there as the file is now: in a list, before what has that number; among keys, before that key. A last step that
    leads nowhere means the end. Keys keep their name."""

    route: Route
    to: Route


@dataclass(frozen=True, slots=True)
class Reword:
    """A remark says something else, or goes where it is left with no words; the words begin with its `#`."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Clean:
    """Characters that nobody sees go, wherever they stand, or become ordinary spaces: a reader sees the same as before."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Quote:
    """What cannot be read is read as the words that stand there."""

    span: Span


Change = Set | Within | Rename | Add | Remove | Move | Reword | Clean | Quote


@dataclass(frozen=True, slots=True)
class Fix:
    """How something can be mended in its own file: by all of these changes or by none."""

    title: str
    """What it does, in a few words that follow "eia lint --fix will": `write 1.a instead of 1.A`."""
    changes: tuple[Change, ...]
    safe: bool = True
    """Whether it changes only how something is written; else somebody has to read what comes of it."""
