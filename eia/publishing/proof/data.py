"""The proof of open data: what the files say must be there just as they say it, and each text of theirs in the lists too."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from eia.diagnostics.diagnostic import Diagnostic, in_order
from eia.index import Site
from eia.loading import LoadedFile
from eia.model.part import OWN, Route, unwrapped, walk
from eia.model.written import JOINT, Written
from eia.project import Dossier
from eia.text.span import Span
from eia.text.tree import Entry, Node, Scalar, Sequence
from eia.text.tree import Mapping as Keys

from .told import told

Data: TypeAlias = "str | int | float | bool | list[Data] | dict[str, Data] | None"

FILES = ("plan", "sources")
"""Parts that may be files of their own: the lists have what stands there, and not what the files are called."""

AGAIN = ("citations", "cited-by")
"""What is in these names things that have their own place."""
WRITTEN = "written"
"""Has the words of a value, beside what was read in them."""
NAMES = ("name", "for")
"""Have what such a value stands under, where that is a name of the officer's own, or of the form."""


def lacking(dossier: Dossier, content: bytes) -> tuple[Diagnostic, ...]:
    """What the files say and their data does not, each in its place."""
    data: Data = json.loads(content)
    assert isinstance(data, dict)
    lost = [*_unwritten(dossier, data.pop(WRITTEN)), *_unlisted(dossier, data)]
    return in_order(told(site, words) for site, words in lost)


def _files(dossier: Dossier) -> Mapping[str, LoadedFile]:
    """The files by what they are to the assessment."""
    apart = {"plan": dossier.plan.site(()), "sources": dossier.sources.site(())}
    return {"assessment": dossier.file} | {kind: one.file for kind, one in apart.items() if not one.route}


def _unwritten(dossier: Dossier, written: Data) -> Iterator[tuple[Site, str]]:
    """What is not told exactly as the files say it."""
    for kind, file in _files(dossier).items():
        held = written.get(kind) if isinstance(written, dict) else None
        if file.tree:
            yield from _differing(file, file.tree.root, (), held)


def _differing(file: LoadedFile, node: Node, route: Route, held: Data) -> Iterator[tuple[Site, str]]:
    if isinstance(node, Scalar):
        if node.value != (held or ""):
            yield Site(file, route), node.value
    elif isinstance(node, Keys):
        there = held if isinstance(held, dict) else {}
        if list(there) != list(node.first):
            yield Site(file, route), ", ".join(node.first)
        for key, entry in node.first.items():
            yield from _differing(file, entry.value, (*route, key), there.get(key))
    else:
        items = held if isinstance(held, list) else []
        for at, item in enumerate(node.items):
            yield from _differing(file, item, (*route, at), items[at] if at < len(items) else None)


def _unlisted(dossier: Dossier, lists: Data) -> Iterator[tuple[Site, str]]:
    """What the lists do not say: each text stands in them as often as in the files."""
    held = _Held.of(lists)
    for kind, file in _files(dossier).items():
        if file.tree and file.kind == kind:
            said = _File(file).said()
            yield from ((Site(file, route), words) for route, words in said if not held.takes(words))
    for file in dossier.files:
        yield from ((Site(file, one.route), one.words) for one in file.unread if not held.takes(one.words))


@dataclass(frozen=True)
class _File:
    """The texts of a file, but for what could not be read."""

    file: LoadedFile

    @cached_property
    def _unread(self) -> frozenset[Span]:
        return frozenset(one.span for one in self.file.unread)

    @cached_property
    def _values(self) -> Mapping[Route, object]:
        """What the model has read at each route."""
        return dict(walk(self.file.content))

    def said(self) -> Iterator[tuple[Route, str]]:
        """Each text with its place, and each name that is no key of the format."""
        yield from ((route, str(route[-1])) for route in self._values if route and self._is_name(route))
        for key, entry in self.file.tree.root.first.items() if self.file.tree else ():
            if not (key in FILES and isinstance(entry.value, Scalar)):
                yield from self._entry(entry, (key,))

    def _is_name(self, route: Route) -> bool:
        return isinstance(unwrapped(self._values.get(route[:-1])), Mapping)

    def _entry(self, entry: Entry, route: Route) -> Iterator[tuple[Route, str]]:
        if Span(entry.key.span.start, entry.value.span.end) not in self._unread:
            yield from self._below(entry.value, route)

    def _below(self, node: Node, route: Route) -> Iterator[tuple[Route, str]]:
        if isinstance(node, Scalar) or (isinstance(node, Sequence) and isinstance(self._values.get(route), Written)):
            items = node.items if isinstance(node, Sequence) else (node,)
            words = JOINT.join(one.value for one in items if isinstance(one, Scalar))
            if words.strip().strip(JOINT):
                yield route, words
        elif isinstance(node, Keys):
            for key, entry in node.first.items():
                yield from self._entry(entry, (*route, key))
        else:
            for at, item in enumerate(node.items):
                yield from self._below(item, (*route, at)) if item.span not in self._unread else ()


@dataclass(frozen=True)
class _Held:
    """The texts of the lists that stand for nothing yet."""

    texts: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, data: Data) -> _Held:
        """All texts, but for those of what is only named once more, or was read in what is written beside it."""
        held, waiting = cls(), [(data, False)]
        while waiting:
            one, own = waiting.pop()
            if isinstance(one, str):
                held.texts[_plain(one)] += 1
            elif isinstance(one, list):
                waiting += [(item, own) for item in one]
            elif isinstance(one, dict) and not own and WRITTEN in one:
                waiting += [(one[key], own) for key in (WRITTEN, *NAMES) if key in one]
            elif isinstance(one, dict):
                below = ((key, value) for key, value in one.items() if own or key not in AGAIN)
                waiting += [(value, own or key.startswith(OWN)) for key, value in below]
        return held

    def takes(self, words: str) -> bool:
        """Whether the words are there once more; from then on they stand for something."""
        self.texts[_plain(words)] -= 1
        return self.texts[_plain(words)] >= 0


def _plain(words: str) -> str:
    """Words without the line ends behind them, which a bar puts there."""
    return words.rstrip("\n")
