"""The table that everybody knows: characteristic, context, policy, impact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eia.document.tree import Block, Blocks, Listing, Paragraph, Strong, Table, Words
from eia.document.tree import Row as TableRow
from eia.model.part import Nothing
from eia.model.reference import ActionReferences, EvidenceReferences
from eia.model.row import STAGES, Intersection, Mitigation, Row
from eia.model.terms import Rating
from eia.publishing.sections.basis import in_brief
from eia.publishing.sections.gaps import row_gaps
from eia.publishing.voice import Voice, capital, labelled, lead, line, spoken

WIDTHS = (15, 40, 27, 18)


def characteristics(voice: Voice) -> Blocks:
    """A row for each characteristic, in the profile's order; a missing one says that it is missing."""
    rows = dict(voice.dossier.assessment.characteristics or {})
    groups = voice.dossier.profile.groups if voice.dossier.knows_profile else {}
    missing = groups.keys() - voice.dossier.assessment.covered(groups)
    order = [*(key for key in groups if key in rows or key in missing), *(key for key in rows if key not in groups)]
    # Prose under the heading stays on its own page, and the table's landscape page then needs a title.
    caption = voice.title("assessment") if "assessment" in (voice.dossier.assessment.text or {}) else ""
    return table(voice, "characteristics", "characteristic", {key: rows.get(key, Row()) for key in order}, caption)


def table(voice: Voice, sort: str, head: str, rows: Mapping[str, Row], caption: str = "") -> Blocks:
    """Rows of one sort as the four-column table."""
    names = (voice.word(head), voice.word("context"), voice.word("policy"), voice.word("impact"))
    lines = tuple(_line(voice, sort, key, row) for key, row in rows.items())
    return (Table(caption, names, lines, WIDTHS, wide=True, level=2),)


def _line(voice: Voice, sort: str, key: str, row: Row) -> TableRow:
    cells = (_name(voice, key, row), _context(voice, row), _policy(voice, row), _impact(voice, key, row))
    return TableRow(cells, voice.anchor_at(voice.dossier.site((sort, key))))


def _name(voice: Voice, key: str, row: Row) -> Blocks:
    groups = voice.dossier.profile.groups
    of = row.of if isinstance(row, Intersection) else None
    return (
        line(row.label or (groups[key].label if key in groups else spoken(key))),
        *(labelled(voice.word("covers"), voice.said(row.covers)) if row.covers else ()),
        *(labelled(voice.word("of"), voice.said(of)) if of else ()),
    )


def _context(voice: Voice, row: Row) -> Blocks:
    told = (
        *voice.prose(row.context),
        *_evidence(voice, row.evidence),
        *(row_gaps(voice, row.gaps) if row.gaps else ()),
        *_answers(voice, row),
    )
    return told or _silence(voice, row)


def _silence(voice: Voice, row: Row) -> Blocks:
    """A cell without words: of a row that was not assessed it says so, and the reason stands under the impact."""
    return voice.unanswered("not-assessed" if row.not_assessed else "no-answer")


def _evidence(voice: Voice, cited: EvidenceReferences | Nothing | None) -> Blocks:
    """Each piece of evidence with its figures, as officers tell it; an engagement by its name."""
    if cited is None or isinstance(cited, Nothing):
        return voice.none(cited, "no-evidence") if cited else ()
    known = voice.dossier.assessment.evidence
    items = known if isinstance(known, Mapping) else {}
    points = tuple(
        in_brief(voice, one.id, items[one.id]) if one.id in items else (Paragraph(voice.cite(one.id)),)
        for one in cited.items
    )
    return (Listing(points),) if points else (Paragraph(voice.references(cited)),)


def _answers(voice: Voice, row: Row) -> Iterator[Block]:
    for question, answer in (row.answers or {}).items():
        yield from labelled(question, voice.said(answer.answer) if answer.answer else voice.unanswered())
        yield from voice.prose(answer.because)


def _policy(voice: Voice, row: Row) -> Blocks:
    if isinstance(row.mitigations, Nothing):
        return voice.none(row.mitigations)
    told = tuple(block for mitigation in row.mitigations or () for block in _mitigation(voice, mitigation))
    return told or _silence(voice, row)


def _mitigation(voice: Voice, mitigation: Mitigation) -> Iterator[Block]:
    yield from voice.prose(mitigation.how)
    if mitigation.actions:
        label = mitigation.under or _section(voice, mitigation.actions) or voice.word("actions")
        yield lead(label, *voice.references(mitigation.actions))
    elif mitigation.under:
        yield line(f"{voice.word('under')}: {mitigation.under}")
    if mitigation.as_:
        yield lead(voice.word("same-as"), *voice.references(mitigation.as_))


def _section(voice: Voice, actions: ActionReferences) -> str | None:
    """The plan's own title of the section, where all actions cited are of one."""
    cited = {item.id if item.section else item.id.partition(".")[0] for item in actions.items}
    titles = [section.title for section in voice.dossier.plan.content.sections if section.id in cited]
    return titles[0] if len(cited) == 1 and titles else None


def _impact(voice: Voice, name: str, row: Row) -> Blocks:
    """What was found, or that it was not assessed; where a row says both, both are printed."""
    refused = labelled(voice.word("not-assessed"), voice.prose(row.not_assessed)) if row.not_assessed else ()
    told = (*refused, *_ratings(voice, name, row), *_reasons(voice, name, row))
    return told or voice.unanswered("not-rated")


def _ratings(voice: Voice, name: str, row: Row) -> Iterator[Block]:
    if isinstance(row.impact, Rating) and row.impact.words:
        yield Paragraph((Strong((Words(capital(row.impact.words)),)),))
    if isinstance(row.impact, Mapping):
        for key in _asked(voice, name, row.impact):
            rating = row.impact.get(key)
            yield lead(_asked_for(voice, key), Words(capital(rating.words) if rating else voice.word("not-rated")))
            if isinstance(row.because, Mapping) and key in row.because:
                yield from voice.prose(row.because[key])


def _asked(voice: Voice, name: str, impact: Mapping[str, Rating]) -> list[str]:
    """Whoever rates one aim is asked for all that reach the group; whoever rates before mitigation, for after it."""
    aims = tuple(key for key, aim in voice.dossier.profile.aims.items() if aim.reaches(name))
    scales = (aims, STAGES)
    whole = next((scale for scale in scales if any(key in scale for key in impact)), ())
    return [*whole, *(key for key in impact if key not in whole)]


def _asked_for(voice: Voice, key: str) -> str:
    """What an aim or a stage is called."""
    aims = voice.dossier.profile.aims
    return aims[key].label if key in aims else voice.label(key, STAGES)


def _reasons(voice: Voice, name: str, row: Row) -> Iterator[Block]:
    """Reasons that no rating above has already taken with it."""
    if row.because is None:
        return
    if not row.impact and not row.not_assessed:
        yield line(voice.word("not-rated"))
    if not isinstance(row.because, Mapping):
        yield from voice.prose(row.because)
        return
    printed = _asked(voice, name, row.impact) if isinstance(row.impact, Mapping) else []
    for key, reason in row.because.items():
        if key not in printed:
            yield from labelled(_asked_for(voice, key), voice.prose(reason))
