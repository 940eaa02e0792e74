"""Prose: Markdown that may cite anything with an id as `[@id]`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from eia.model.written import Written

CITATION = re.compile(r"\[@([^\s\]@]+)\]")
_CODE = re.compile(r"`[^`\n]*`")


@dataclass(frozen=True, slots=True)
class Citation:
    """An id cited in prose; the place is that of the id, without `[@` and `]`."""

    id: str
    start: int
    end: int


@dataclass(frozen=True)
class Prose(Written):
    """Running words in Markdown, and what they cite."""

    citations: tuple[Citation, ...] = ()

    @classmethod
    def read(cls, words: str) -> Self:
        """Find the citations; those inside code are not meant."""
        if "[@" not in words:
            return cls(words)
        masked = _CODE.sub(lambda code: " " * len(code.group()), words)
        found = (Citation(cite[1], cite.start(1), cite.end(1)) for cite in CITATION.finditer(masked))
        return cls(words, citations=tuple(found))
