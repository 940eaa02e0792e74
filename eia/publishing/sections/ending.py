"""What helps a reader at the end: abbreviations, whom to ask, and the points that somebody considered and accepted."""

from __future__ import annotations

from eia.diagnostics.shown import printable
from eia.document.tree import Blocks, Facts, Listing, Words
from eia.model.abbreviation import introduced
from eia.model.prose import Prose
from eia.publishing.sections.points import settled_point
from eia.publishing.voice import Voice, lead, line


def glossary(voice: Voice) -> Blocks:
    """What the officer explains, and the abbreviations that the text itself introduces, in the order of the alphabet."""
    explained = {key: voice.prose(meaning) for key, meaning in (voice.dossier.assessment.glossary or {}).items()}
    for _, prose in voice.dossier.index.values(Prose):
        for one in introduced(prose.words):
            explained.setdefault(one.short, (line(one.long),))
    pairs = tuple(sorted(explained.items(), key=lambda one: one[0].casefold()))
    return (Facts(pairs),) if pairs else ()


def contact(voice: Voice) -> Blocks:
    """Whom to ask, and how to get the document in another form."""
    return voice.prose(voice.dossier.assessment.contact) or voice.silence("contact")


def accepted(voice: Voice) -> Blocks:
    """What lint found and somebody set aside in a file, with the reason that they gave there."""
    items = tuple(
        (settled_point(one), lead(voice.word("because"), Words(printable(one.accepted.because))))
        for one in voice.accepted
        if one.accepted
    )
    return (Listing(items),) if items else ()
