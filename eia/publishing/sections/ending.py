"""What helps a reader at the end: abbreviations, whom to ask, and the points that somebody considered and accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eia.diagnostics.shown import printable
from eia.document.again import again
from eia.document.labelled import labelled
from eia.document.tree import Block, Blocks, Code, Facts, Inline, Inlines, Listing, Paragraph, Words
from eia.model.abbreviation import introduced
from eia.model.assessment import Assessment
from eia.model.prose import Prose
from eia.publishing.sections.points import settled_point
from eia.publishing.voice import Voice, joined, lead, line
from eia.waivers import WAIVERS, Standing, of, places


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
    """What the record itself accepts, and what somebody set aside with a remark in a file: each with the reason."""
    waivers = [one for one in of(voice.dossier) if not voice.lost(one.site)]
    unread = voice.unread() if voice.lost_in(voice.dossier.site((WAIVERS,))) else ()
    items = (*(tuple(_waiver(voice, one)) for one in waivers), *_remarks(voice))
    return (*((Listing(items),) if items else ()), *unread) or voice.silence(WAIVERS)


def _waiver(voice: Voice, one: Standing) -> Iterator[Block]:
    """What was found, each message, if it holds; about what, and of which rule; why; who accepted it, when and until when."""
    found = tuple(settled_point(each) for each in voice.told if one.holds and one.covers(each))
    yield from again(found) or (line(voice.word("not-found" if one.holds else "not-held")),)
    said: Mapping[str, Blocks] = {
        "at": (Paragraph(_named(voice, one)),) if one.terms else (),
        "rule": (Paragraph((Code(printable(one.rule)),)),) if one.rule else (),
        **{key: voice.said(one.waiver.at(key)) for key in ("because", "by", "date", "until") if one.waiver.at(key)},
    }
    for key in ("at", "rule", "because", "by", "date", "until"):
        if said.get(key) or key != "until" or voice.lost(one.at(key)):
            yield from labelled(voice.word(key), said.get(key) or voice.unanswered(at=one.at(key)))


def _named(voice: Voice, one: Standing) -> Inlines:
    """What a waiver is about: things by what they are called, with a link; a part by its heading; the whole by its title."""
    return joined(_thing(voice, term.text) for term in one.terms)


def _thing(voice: Voice, name: str) -> Inline:
    things = [voice.dossier.index.at(place) for place in places(voice.dossier, name)]
    if thing := next(filter(None, things), None):
        title = f" {thing.title}" if thing.sort == "section" else ""
        return voice.jump(thing, voice.named(thing, name) + title)
    whole = voice.dossier.assessment
    if name == whole.id:
        return Words(f"{whole.title} ({name})" if whole.title else name)
    return Words(voice.title(voice.profile.section_of((name,))) if Assessment.knows(name) else name)


def _remarks(voice: Voice) -> Iterator[Blocks]:
    """What a remark sets aside; a remark is no part of what the assessment says."""
    for one in voice.told:
        if one.accepted and not one.accepted.on_record:
            because = lead(voice.word("because"), Words(printable(one.accepted.because)))
            yield again((settled_point(one), because))
