"""The table that everybody knows: characteristic, context, policy, impact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from eia.document.tree import Block, Blocks, Listing, Paragraph, Strong, Table, Words
from eia.document.tree import Row as TableRow
from eia.index import Site
from eia.model.part import Nothing
from eia.model.reference import ActionReferences, EvidenceReferences
from eia.model.row import STAGES, Intersection, Mitigation, Row
from eia.model.terms import Rating
from eia.publishing.sections.basis import event_in_brief, in_brief
from eia.publishing.sections.gaps import row_gaps
from eia.publishing.voice import Voice, below, capital, labelled, lead, line, spoken

WIDTHS = (15, 40, 27, 18)
CONTEXT = ("context", "evidence", "gaps", "answers")
POLICY = ("mitigations",)
IMPACT = ("impact", "because", "not-assessed")
"""The keys of a row that each cell is made of; the first cell is about all others."""


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
    site = voice.dossier.site((sort, key))
    silence = "not-assessed" if row.not_assessed else "no-answer"  # the reason stands under the impact
    cells = (
        (*_name(voice, key, row), *(voice.unread() if voice.lost_in(site, (*CONTEXT, *POLICY, *IMPACT)) else ())),
        _told(voice, site, CONTEXT, _context(voice, row, site), silence),
        _told(voice, site, POLICY, _policy(voice, row), silence),
        _told(voice, site, IMPACT, _impact(voice, key, row, site), "not-rated"),
    )
    return TableRow(cells, voice.anchor_at(site))


def _told(voice: Voice, site: Site, keys: Iterable[str], told: Blocks, silence: str) -> Blocks:
    """A cell: what it tells, and where some of it could not be read, that too; a cell without words says so."""
    places = [below(site, key) for key in keys]
    if any(map(voice.lost_in, places)):
        return (*told, *voice.unread())
    return told or voice.unanswered(silence, places[0])


def _name(voice: Voice, key: str, row: Row) -> Blocks:
    groups = voice.dossier.profile.groups
    of = row.of if isinstance(row, Intersection) else None
    return (
        line(row.label or (groups[key].label if key in groups else spoken(key))),
        *(labelled(voice.word("covers"), voice.said(row.covers)) if row.covers else ()),
        *(labelled(voice.word("of"), voice.said(of)) if of else ()),
    )


def _context(voice: Voice, row: Row, site: Site) -> Blocks:
    return (
        *voice.prose(row.context),
        *_evidence(voice, row.evidence),
        *(row_gaps(voice, row.gaps, below(site, "gaps")) if row.gaps else ()),
        *_answers(voice, row, below(site, "answers")),
    )


def _evidence(voice: Voice, cited: EvidenceReferences | Nothing | None) -> Blocks:
    """Each piece of evidence with its figures, as officers tell it."""
    if cited is None or isinstance(cited, Nothing):
        return voice.none(cited, "no-evidence") if cited else ()
    points = tuple(_point(voice, one.id) for one in cited.items)
    return (Listing(points),) if points else (Paragraph(voice.references(cited)),)


def _point(voice: Voice, id: str) -> Blocks:
    assessment = voice.dossier.assessment
    if isinstance(assessment.evidence, Mapping) and id in assessment.evidence:
        return in_brief(voice, id, assessment.evidence[id])
    if isinstance(assessment.engagement, Mapping) and id in assessment.engagement:
        return event_in_brief(voice, id, assessment.engagement[id])
    return (Paragraph(voice.cite(id)),)


def _answers(voice: Voice, row: Row, site: Site) -> Iterator[Block]:
    for question, answer in (row.answers or {}).items():
        silence = voice.unanswered(at=below(site, question, "answer"))
        yield from labelled(question, voice.said(answer.answer) if answer.answer else silence)
        yield from voice.prose(answer.because)


def _policy(voice: Voice, row: Row) -> Blocks:
    if isinstance(row.mitigations, Nothing):
        return voice.none(row.mitigations, "no-mitigation")
    return tuple(block for mitigation in row.mitigations or () for block in _mitigation(voice, mitigation))


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


def _impact(voice: Voice, name: str, row: Row, site: Site) -> Blocks:
    """What was found, or that it was not assessed; where a row says both, both are printed."""
    refused = labelled(voice.word("not-assessed"), voice.prose(row.not_assessed)) if row.not_assessed else ()
    impact = below(site, "impact")
    unrated = row.because and not (row.impact or row.not_assessed or voice.lost_in(impact))
    silence = voice.unanswered("not-rated") if unrated else ()
    return (*refused, *silence, *_ratings(voice, name, row, impact), *_reasons(voice, name, row, impact))


def _ratings(voice: Voice, name: str, row: Row, site: Site) -> Iterator[Block]:
    if isinstance(row.impact, Rating) and row.impact.words:
        yield Paragraph((Strong((Words(capital(row.impact.words)),)),))
    if isinstance(row.impact, Mapping):
        for key in _asked(voice, name, row.impact, site):
            rating = row.impact.get(key)
            yield lead(_asked_for(voice, key), Words(capital(rating.words) if rating else voice.word("not-rated")))
            if isinstance(row.because, Mapping) and key in row.because:
                yield from voice.prose(row.because[key])


def _asked(voice: Voice, name: str, impact: Mapping[str, Rating], site: Site) -> list[str]:
    """Whoever rates one aim is asked for all that reach the group; whoever rates before mitigation, for after it.

    Not for a rating that could not be read: that there is one, stands at the end of the cell."""
    aims = tuple(key for key, aim in voice.dossier.profile.aims.items() if aim.reaches(name))
    scales = (aims, STAGES)
    whole = next((scale for scale in scales if any(key in scale for key in impact)), ())
    keys = [*whole, *(key for key in impact if key not in whole)]
    return [key for key in keys if not voice.lost_in(below(site, key))]


def _asked_for(voice: Voice, key: str) -> str:
    """What an aim or a stage is called."""
    aims = voice.dossier.profile.aims
    return aims[key].label if key in aims else voice.label(key, STAGES)


def _reasons(voice: Voice, name: str, row: Row, site: Site) -> Iterator[Block]:
    """Reasons that no rating above has already taken with it."""
    if row.because is None:
        return
    if not isinstance(row.because, Mapping):
        yield from voice.prose(row.because)
        return
    printed = _asked(voice, name, row.impact, site) if isinstance(row.impact, Mapping) else []
    for key, reason in row.because.items():
        if key not in printed:
            yield from labelled(_asked_for(voice, key), voice.prose(reason))
