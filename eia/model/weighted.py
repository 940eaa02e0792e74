"""Whether words say of percentages that they are weighted: then they are not those of the people who were counted."""

from __future__ import annotations

import re

_WEIGHTED = re.compile(r"\b(un-?|non-?)?weighted\b", re.IGNORECASE)
_NOT = re.compile(
    r"(?:\b(?:not|never|no|nor|neither|none|nothing|cannot|without)|n['’]t)"
    r"(?: (?:of (?:the |these |those )?\w+|is|are|was|were|be|been|being|has|have|had|yet|ever|here|at all|in any way))* $",
    re.IGNORECASE,
)
"""What takes back the word that follows it. `Not only` and `not fully` do not."""
_COUNTED = re.compile(r"\b(?:bases?|counts?)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;!?]")
_FARTHEST = 60
"""So many characters before a word what takes it back begins, if at all."""


def says_weighted(words: str) -> bool:
    """Whether any sentence says so. Where only the counts are said not to be weighted, the percentages are."""
    return any(map(_says_so, _SENTENCE.split(" ".join(words.split()))))


def _says_so(sentence: str) -> bool:
    for found in _WEIGHTED.finditer(sentence):
        before = max(0, found.start() - _FARTHEST)
        denied = found[1] or _NOT.search(sentence, before, found.start())
        if not denied or _COUNTED.search(sentence):
            return True
    return False
