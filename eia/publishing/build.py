"""From a dossier to its document: which sections, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from eia.diagnostics.diagnostic import Diagnostic, in_order
from eia.document.tree import Block, Blocks, Code, Document, Furniture, Heading, LineBreak, Paragraph, Words
from eia.model.part import Nothing
from eia.project import Dossier
from eia.publishing.sections import basis, closing, gaps, opening, plan, sources, table
from eia.publishing.voice import Voice

Say = Callable[[Voice], Blocks]

SECTIONS: tuple[tuple[str, Say | None], ...] = (
    ("introduction", None),
    ("policy", basis.policy),
    ("evidence", None),
    ("engagement", basis.engagement),
    ("assessment", table.characteristics),
    ("intersections", lambda voice: _further(voice, "intersections", "group")),
    ("duties", lambda voice: _further(voice, "duties", "duty")),
    ("gaps", gaps.gaps),
    ("screening", closing.screening),
    ("answers", closing.answers),
    ("decision", closing.decision),
    ("review", closing.review),
    ("approvals", closing.approvals),
    ("plan", plan.plan),
    ("evidence-in-full", basis.evidence),
    ("sources", sources.sources),
    ("appendix", None),
)
"""The sections in their order: prose under `text:` opens one, the function says the rest."""


def build(dossier: Dossier, diagnostics: Iterable[Diagnostic] = (), draft: bool = False) -> Document:
    """The whole document. A draft is marked on every page and opens with the diagnostics as its open points."""
    voice = Voice(dossier)
    assessment = dossier.assessment
    blocks = tuple(_blocks(voice, tuple(diagnostics), draft))
    return Document(
        title=assessment.title or voice.word("untitled"),
        language=assessment.language or "en-GB",
        blocks=blocks,
        furniture=Furniture(voice.word("page"), voice.word("page-of")),
        author=assessment.body or "",
        subject=dossier.profile.title or "",
        keywords=", ".join(("equality impact assessment", assessment.id)),
        mark=voice.word("draft-mark") if draft or dossier.status == "draft" else "",
        footer=" · ".join(_footer(voice)),
        dated=dossier.dated,
        notes=sources.notes(voice),
    )


def _footer(voice: Voice) -> Iterator[str]:
    assessment = voice.dossier.assessment
    yield assessment.id
    if assessment.version:
        yield f"{voice.word('version')} {assessment.version}"
    yield voice.word(voice.dossier.status)


def _blocks(voice: Voice, diagnostics: tuple[Diagnostic, ...], draft: bool) -> Iterator[Block]:
    text = dict(voice.dossier.assessment.text or {})
    yield from opening.about(voice)
    if draft:
        yield from opening.open_points(voice, in_order(diagnostics))
    for key, say in SECTIONS:
        opened = voice.prose(text.pop(key, None))
        said = say(voice) if say else ()
        if opened or said:
            yield voice.heading(key)
            yield from (*opened, *said)
    for key, prose in text.items():
        yield voice.heading(key)
        yield from voice.prose(prose)
    if said := opening.record(voice):
        yield Heading(1, (Words(voice.word("record")),))
        yield from said
    yield from _unread(voice)


def _further(voice: Voice, place: str, head: str) -> Blocks:
    assessment = voice.dossier.assessment
    rows = {"intersections": assessment.intersections, "duties": assessment.duties}[place]
    if isinstance(rows, Nothing):
        return voice.none(rows)
    return table.table(voice, place, head, rows) if isinstance(rows, Mapping) and rows else ()


def _unread(voice: Voice) -> Iterator[Block]:
    """What no field could take, as it stands in the files: a draft loses nothing either."""
    unread = [one for file in voice.dossier.files for one in file.unread]
    if unread:
        yield Heading(1, (Words(voice.title("unread")),), "unread")
    for one in unread:
        lines = one.words.splitlines()
        yield Paragraph(tuple(part for line in lines for part in (Code(line), LineBreak()))[:-1] or (Words(""),))
