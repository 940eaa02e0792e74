"""What is not known, in a row or for the whole assessment."""

from __future__ import annotations

from collections.abc import Iterator

from eia.document.tree import Block, Blocks, Listing
from eia.model.part import Nothing
from eia.model.row import Gap
from eia.publishing.voice import Voice, labelled, lead


def gaps(voice: Voice) -> Blocks:
    """The gaps of the whole assessment."""
    said = voice.dossier.assessment.gaps
    return gap_list(voice, said) if said else voice.unanswered()


def row_gaps(voice: Voice, said: tuple[Gap, ...] | Nothing) -> Blocks:
    """The gaps of a row, under a label."""
    if isinstance(said, Nothing):
        return voice.none(said, "no-gaps")
    return labelled(voice.word("gaps"), gap_list(voice, said))


def gap_list(voice: Voice, said: tuple[Gap, ...] | Nothing) -> Blocks:
    """Gaps, each with how it will be closed."""
    if isinstance(said, Nothing):
        return voice.none(said)
    return (Listing(tuple(tuple(_gap(voice, gap)) for gap in said)),)


def _gap(voice: Voice, gap: Gap) -> Iterator[Block]:
    yield from voice.prose(gap.what) or voice.unanswered()
    if gap.for_:
        yield lead(voice.word("for"), *voice.references(gap.for_))
    if gap.how:
        yield from labelled(voice.word("filled-by"), voice.prose(gap.how))
    if gap.actions:
        yield lead(voice.word("actions"), *voice.references(gap.actions))
