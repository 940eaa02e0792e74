"""From a dossier to its document: which sections, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from eia.diagnostics.diagnostic import Diagnostic, in_order
from eia.document.again import again
from eia.document.tree import (
    Block,
    Blocks,
    Code,
    Contents,
    Document,
    Furniture,
    Heading,
    LineBreak,
    Paragraph,
    Words,
    deeper,
)
from eia.model.vocabulary import words_of
from eia.project import Dossier
from eia.publishing.code import code_of
from eia.publishing.sections import (
    basis,
    closing,
    coverage,
    ending,
    gaps,
    glance,
    opening,
    others,
    plan,
    questions,
    sources,
    table,
)
from eia.publishing.voice import Voice, capital, heading_anchor, line

Say = Callable[[Voice], Blocks]

SECTIONS: Mapping[str, Say] = {
    "glance": glance.glance,
    "contents": lambda _: (Contents(),),
    "history": others.history,
    "follow-up": others.follow_up,
    "policy": basis.policy,
    "engagement": basis.engagement,
    "assessment": table.characteristics,
    "intersections": table.intersections,
    "duties": table.duties,
    "coverage": coverage.coverage,
    "gaps": gaps.gaps,
    "screening": closing.screening,
    "decision": closing.decision,
    "review": closing.review,
    "approvals": closing.approvals,
    "plan": plan.plan,
    "evidence-in-full": basis.evidence,
    "sources": sources.sources,
    "related": others.related,
    "accepted": ending.accepted,
    "glossary": ending.glossary,
    "contact": ending.contact,
}
"""What the sections say whose words stand in fields of their own; any other is made of prose, questions and declarations."""

OVER = ("glance", "coverage")
"""Sections whose own words look over the others, and only say that again."""
LAST = ("open-points", "record")
"""Sections that end the document, whatever the order of the form."""


def build(dossier: Dossier, diagnostics: Iterable[Diagnostic] = (), draft: bool = False) -> Document:
    """The whole document. A draft is marked on every page, says how many points are open, and ends with them."""
    told = in_order(diagnostics)
    voice = Voice(dossier, told)
    assessment = dossier.assessment
    is_draft = draft or dossier.status == "draft"
    blocks = tuple(_blocks(voice, [one for one in told if not one.accepted] if is_draft else None))
    return Document(
        title=_title(voice),
        subtitle=_subtitle(voice),
        language=next(iter(words_of(assessment.language)), dossier.profile.language or ""),
        blocks=blocks,
        furniture=_furniture(voice),
        author=assessment.body or "",
        subject=voice.profile.called if dossier.knows_profile else "",
        keywords=", ".join((voice.word("keywords"), assessment.id)),
        mark=" · ".join(filter(None, (assessment.marking, voice.word("draft-mark") if is_draft else ""))),
        footer=" · ".join(_footer(voice)),
        dated=assessment.own_day,
        as_of=dossier.as_of,
        notes=sources.notes(voice),
    )


def _furniture(voice: Voice) -> Furniture:
    words = (voice.word(key) for key in ("page", "page-of", "footnotes", "footnote", "back-to-mark", "skip"))
    page, of, notes, note, back, skip = words
    return Furniture(page, of, voice.title("contents"), notes, note, back, skip)


def _title(voice: Voice) -> str:
    return voice.dossier.assessment.title or voice.word("untitled")


def _subtitle(voice: Voice) -> str:
    sort = voice.word("keywords")
    return "" if sort.casefold() in _title(voice).casefold() else capital(sort)


def _footer(voice: Voice) -> Iterator[str]:
    """What tells this document from others, and this content from any other."""
    assessment = voice.dossier.assessment
    if assessment.version:
        yield f"{voice.word('version')} {assessment.version}"
    yield voice.word(voice.dossier.status)
    yield code_of(voice.dossier)


def _blocks(voice: Voice, open_points: list[Diagnostic] | None) -> Iterator[Block]:
    yield from opening.about(voice)
    if open_points is not None:
        yield from opening.how_open(voice, open_points)
    yield from _sections(voice)
    points = again(opening.open_points(open_points or ()))
    lead = (line(voice.word("open-points-lead")),) if points else ()
    yield from _under(voice.heading("open-points"), (*_section(voice, "open-points"), *lead, *points))
    record = Heading(1, (Words(voice.word("record")),), heading_anchor("record"))
    yield from _under(record, (*_section(voice, "record"), *opening.record(voice)))
    yield from _unread(voice)


def _under(heading: Heading, said: Blocks) -> Blocks:
    return (heading, *said) if said else ()


def _sections(voice: Voice) -> Iterator[Block]:
    """The sections in the order of the form; a chapter stands where the first of its sections would, with all of them."""
    chapters = {key: words_of(one.holds) for key, one in voice.profile.layout.chapters.items()}
    above = {name: key for key, names in chapters.items() for name in (key, *names)}
    printed: set[str] = set()
    for name in _names(voice):
        chapter = above.get(name, "")
        names = [chapter, *chapters[chapter]] if chapter else [name]
        told = tuple(_told(voice, names, chapter)) if name not in printed else ()
        printed.update(names)
        if chapter and told:
            label = voice.profile.layout.chapters[chapter].label or chapter
            yield Heading(1, (Words(label),), heading_anchor(chapter))
        yield from told


def _told(voice: Voice, names: list[str], chapter: str) -> Iterator[Block]:
    """Sections under their headings, a step further down in a chapter; what a chapter itself says needs none."""
    for name in names:
        if said := _section(voice, name) if name not in LAST else ():
            blocks = said if name == chapter else (voice.heading(name), *said)
            yield from (deeper(block) for block in blocks) if chapter else blocks


def _names(voice: Voice) -> Iterable[str]:
    """The sections in the order of the form; what it has no section for comes after them, and is not lost."""
    text = voice.dossier.assessment.text or {}
    return dict.fromkeys((*voice.profile.headings, *SECTIONS, *text, *questions.sections(voice)))


def _section(voice: Voice, name: str) -> Blocks:
    opened = voice.prose((voice.dossier.assessment.text or {}).get(name))
    said = SECTIONS[name](voice) if name in SECTIONS else ()
    said = again(said) if name in OVER else said
    asked = (*questions.asked_in(voice, name), *questions.declared_in(voice, name))
    told = (*opened, *asked, *said) if name == questions.SIGNED else (*opened, *said, *asked)
    whole = (*told, *table.elsewhere(voice, name))
    lost = any(voice.lost_in(voice.dossier.site((part,))) for part in voice.profile.parts_in(name))
    return whole or (voice.unread() if lost else ())


def _unread(voice: Voice) -> Iterator[Block]:
    """What no field could take, as it stands in the files: a draft loses nothing either."""
    unread = [one for file in voice.dossier.files for one in file.unread]
    if unread:
        yield Heading(1, (Words(voice.title("unread")),), "unread")
    for one in unread:
        lines = one.words.splitlines()
        yield Paragraph(tuple(part for line in lines for part in (Code(line), LineBreak()))[:-1] or (Words(""),))
