"""Labels that are not, or not only, in the language of a document: which of their words are in which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

Label = tuple[tuple[str, str], ...]
"""A label in pieces, each behind its language, e.g. `cy`; nothing stands for that of the document."""


@dataclass(frozen=True)
class Tongues:
    """Such labels of a document, as they are printed."""

    labels: Mapping[str, Label] = field(default_factory=dict)

    def pieces(self, text: str) -> Iterator[tuple[str, str]]:
        """A text in pieces, each behind its language; some may be empty."""
        at = 0
        for found in self._known.finditer(text):
            yield "", text[at : found.start()]
            yield from self.labels[found[0]]
            at = found.end()
        yield "", text[at:]

    @cached_property
    def _known(self) -> re.Pattern[str]:
        """A label in several languages wherever it stands; one in a single language, which a sentence may hold too, alone."""
        several = {label for label, pieces in self.labels.items() if len(pieces) > 1}
        return re.compile(rf"(?<!\w)(?:{_any(several)})(?!\w)|\A(?:{_any(self.labels.keys() - several)})(?=:?\Z)")


def _any(labels: Iterable[str]) -> str:
    """A pattern for any of them, for a longer one before another with which it begins."""
    return "|".join(map(re.escape, sorted(labels, key=lambda label: (-len(label), label)))) or "(?!)"
