"""What helps a reader at the end: abbreviations, whom to ask, and the points that somebody considered and accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eia.diagnostics.shown import printable
from eia.document.tree import Blocks, Facts, Listing, Words
from eia.model.prose import Prose
from eia.publishing.sections.points import settled_point
from eia.publishing.voice import Voice, lead, line

SHORT = re.compile(r"\((?P<short>[A-Z]{2,})s?\)")
"""An abbreviation where it is introduced, in brackets behind its long form."""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
PLAIN = re.compile(r"[\w\s'’,&-]+")
"""A long form without any markup in it."""
PASSED_OVER = ("a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with")
"""Small words that an abbreviation may leave out."""


def glossary(voice: Voice) -> Blocks:
    """What the officer explains, and the abbreviations that the text itself introduces, in the order of the alphabet."""
    explained = {key: voice.prose(meaning) for key, meaning in (voice.dossier.assessment.glossary or {}).items()}
    for _, prose in voice.dossier.index.values(Prose):
        for short, long in introduced(prose.words):
            explained.setdefault(short, (line(long),))
    pairs = tuple(sorted(explained.items(), key=lambda one: one[0].casefold()))
    return (Facts(pairs),) if pairs else ()


def introduced(words: str) -> Iterator[tuple[str, str]]:
    """The abbreviations that a text introduces, each with its long form, the initials of which it is made of."""
    for found in SHORT.finditer(words):
        before = words[: found.start()]
        begin = _beginning(found["short"], before)
        long = " ".join(before[begin:].split()) if begin is not None else ""
        if PLAIN.fullmatch(long):
            yield found["short"], long


def _beginning(short: str, before: str) -> int | None:
    """Where the long form begins whose initials make the abbreviation; nothing where the words before are others."""
    words = list(WORD.finditer(before))
    for letter in reversed(short):
        while words and words[-1][0][0].upper() != letter and words[-1][0] in PASSED_OVER:
            words.pop()
        if not words or words[-1][0][0].upper() != letter:
            return None
        begin = words.pop().start()
    return begin


def contact(voice: Voice) -> Blocks:
    """Whom to ask, and how to get the document in another form."""
    return voice.prose(voice.dossier.assessment.contact) or voice.silence("contact")


def accepted(voice: Voice) -> Blocks:
    """What lint found and somebody set aside in a file, with the reason that they gave there."""
    items = tuple(
        (settled_point(one), lead(voice.word("because"), Words(printable(one.accepted)))) for one in voice.accepted
    )
    return (Listing(items),) if items else ()
