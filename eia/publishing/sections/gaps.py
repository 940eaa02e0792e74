"""What is not known, in a row or for the whole assessment."""

from __future__ import annotations

from collections.abc import Iterator

from eia.document.labelled import labelled, led_by
from eia.document.tree import Block, Blocks, Listing, Words
from eia.index import Site
from eia.model.part import Nothing
from eia.model.row import Gap
from eia.publishing.voice import Voice, below, lead


def gaps(voice: Voice) -> Blocks:
    """The gaps of the whole assessment, and then in brief those of its rows, so that nobody looks for them in vain."""
    said = voice.dossier.assessment.gaps
    site = voice.dossier.site(("gaps",))
    of_rows = tuple(_of_rows(voice))
    if isinstance(said, Nothing):
        none = voice.none(said, "no-more-gaps" if of_rows else "no-gaps")
        return (Listing(of_rows), *none) if of_rows else none
    unread = voice.unread() if voice.lost_in(site) else ()
    items = (*_items(voice, said or (), site), *of_rows)
    return (*((Listing(items),) if items else ()), *unread) or voice.silence("gaps")


def _of_rows(voice: Voice) -> Iterator[Blocks]:
    """The gaps that each row recorded, under its name; how they will be closed stands there."""
    for route, row in voice.dossier.assessment.rows():
        site = voice.dossier.site(route)
        target = voice.dossier.index.at(site)
        said = row.gaps if isinstance(row.gaps, tuple) else ()
        told = [
            voice.prose(gap.what) or voice.unanswered(at=below(site, "gaps", at))
            for at, gap in enumerate(said)
            if not voice.lost(below(site, "gaps", at))
        ]
        if target and told:
            name = (voice.jump(target, voice.named(target, target.id)), Words(":"))
            yield led_by(name, told[0] if len(told) == 1 else (Listing(tuple(told)),))


def row_gaps(voice: Voice, said: tuple[Gap, ...] | Nothing, site: Site) -> Blocks:
    """The gaps of a row, under a label."""
    if isinstance(said, Nothing):
        return voice.none(said, "no-gaps")
    items = tuple(_items(voice, said, site))
    return labelled(voice.word("gaps"), (Listing(items),)) if items else ()


def _items(voice: Voice, said: tuple[Gap, ...], site: Site) -> Iterator[Blocks]:
    """Gaps, each with how it will be closed; one that could not be read at all is no item."""
    for at, gap in enumerate(said):
        if not voice.lost(below(site, at)):
            yield tuple(_gap(voice, gap, below(site, at)))


def _gap(voice: Voice, gap: Gap, site: Site) -> Iterator[Block]:
    yield from voice.prose(gap.what) or voice.unanswered(at=below(site, "what"))
    if gap.for_:
        yield lead(voice.word("for"), *voice.references(gap.for_))
    if gap.how:
        yield from labelled(voice.word("filled-by"), voice.prose(gap.how))
    if gap.actions:
        yield lead(voice.word("actions"), *voice.references(gap.actions))
