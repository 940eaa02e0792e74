"""What every document of a dossier has round its blocks: title, language, marking, footer, footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eia.diagnostics.diagnostic import Diagnostic
from eia.document.tongues import Label, Tongues
from eia.document.tree import Blocks, Document, Furniture
from eia.forms.spoken import labels_in
from eia.model.vocabulary import words_of
from eia.publishing.code import code_of
from eia.publishing.sections import sources
from eia.publishing.voice import Voice, capital


def framed(voice: Voice, blocks: Blocks, draft: bool, sort: str = "") -> Document:
    """The document of these blocks, as the voice has said them; `sort` is what it is, where it is not the whole."""
    dossier, assessment = voice.dossier, voice.dossier.assessment
    mark = voice.word("draft-mark") if is_draft(voice, draft) else ""
    return Document(
        title=_title(voice),
        subtitle=sort or _subtitle(voice),
        language=next(iter(words_of(assessment.language)), dossier.profile.language or ""),
        blocks=blocks,
        furniture=_furniture(voice),
        author=assessment.body or "",
        subject=voice.profile.called if dossier.knows_profile else "",
        keywords=", ".join((voice.word("keywords"), assessment.id)),
        mark=" · ".join(filter(None, (assessment.marking, mark))),
        footer=" · ".join(_footer(voice)),
        dated=assessment.own_day,
        as_of=dossier.as_of,
        notes=sources.notes(voice),
        tongues=Tongues(_labels(voice)),
    )


def is_draft(voice: Voice, draft: bool) -> bool:
    """Whether it is one, or is to be printed as one."""
    return draft or voice.dossier.status == "draft"


def open_points(voice: Voice, draft: bool) -> list[Diagnostic] | None:
    """What is still open in a draft; anything else has no such list."""
    return [one for one in voice.told if not one.accepted] if is_draft(voice, draft) else None


def _furniture(voice: Voice) -> Furniture:
    words = (voice.word(key) for key in ("page", "page-of", "footnotes", "footnote", "back-to-mark", "skip"))
    page, of, notes, note, back, skip = words
    return Furniture(page, of, voice.title("contents"), notes, note, back, skip)


def _labels(voice: Voice) -> Mapping[str, Label]:
    """The labels that are not in the language that the assessment says it is in, small and as they begin a line."""
    dossier = voice.dossier
    form = dossier.project.forms.get(dossier.assessment.profile or "")
    found = labels_in(form.profile, words_of(dossier.assessment.language)) if form else {}
    begun = {capital(label): ((first, capital(words)), *more) for label, ((first, words), *more) in found.items()}
    return begun | found


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
