"""Prose: Markdown that may cite anything with an id as `[@id]`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from eia.model.written import Written

CITATION = re.compile(r"\[@([^\s\]@;,]+)\]")
_CODE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}+|~{3,}+)[^\n]*\n.*?(?:^ {0,3}(?P=fence)[^\n]*$|\Z)"  # lines between fences
    r"|(?<!`)(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`)"  # words between backticks
    r"|\\[\[<#!]",  # a sign made ordinary by a backslash
    re.MULTILINE | re.DOTALL,
)


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
        found = (Citation(cite[1], cite.start(1), cite.end(1)) for cite in CITATION.finditer(without_code(words)))
        return cls(words, citations=tuple(found))


@lru_cache(maxsize=2**10)
def without_code(words: str) -> str:
    """The same number of characters, with blanks in place of code and of signs that a backslash makes ordinary."""
    return _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), words)
