"""The list of sources, and the footnotes that point to it."""

from __future__ import annotations

from collections.abc import Iterator

from eia.document.prose import is_web
from eia.document.tree import Blocks, Inline, Inlines, Link, Listing, Paragraph, Words
from eia.model.evidence import Source
from eia.publishing.voice import Voice


def sources(voice: Voice) -> Blocks:
    """Every source, cited or not."""
    listed = voice.dossier.sources.content.root
    items = tuple((_entry(voice, key, source),) for key, source in listed.items())
    return (Listing(items),) if items else voice.silence("sources", at=voice.dossier.sources.site(()))


def notes(voice: Voice) -> dict[str, Inlines]:
    """The footnotes of the sources that were cited."""
    listed = voice.dossier.sources.content.root
    return {key: tuple(reference(voice, listed[key])) for key in voice.noted}


def _entry(voice: Voice, key: str, source: Source) -> Paragraph:
    anchor = voice.anchor_at(voice.dossier.sources.site((key,)))
    return Paragraph(tuple(reference(voice, source)) or (Words(key),), anchor)


def reference(voice: Voice, source: Source) -> Iterator[Inline]:
    """Who, what, where, when; the title is the link."""
    if source.by:
        yield Words(f"{source.by}, ")
    title = Words(source.title or source.url or "")
    yield Link(source.url, (title,)) if source.url and is_web(source.url) else title
    if source.in_:
        yield Words(f", {source.in_}")
    if source.date:
        yield Words(f", {source.date.words}")
    if source.accessed:
        yield Words(f", {voice.word('accessed')} {source.accessed.words}")
    if source.url and not is_web(source.url):
        yield Words(f", {source.url}")
