"""The table that everybody knows: a row for each group, and the columns of the form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from eia.document.tree import Block, Blocks, Listing, Paragraph, Table
from eia.document.tree import Row as TableRow
from eia.index import Site
from eia.model.part import Nothing
from eia.model.reference import ActionReferences, EvidenceReferences
from eia.model.row import Intersection, Mitigation, Row
from eia.model.vocabulary import Column, plainly, words_of
from eia.publishing.sections import impact, questions
from eia.publishing.sections.basis import event_in_brief, in_brief
from eia.publishing.sections.gaps import row_gaps
from eia.publishing.voice import Voice, below, labelled, lead, line

BREADTH = 100
NARROWEST = 8
"""The least share of the breadth that the names of the rows are left."""

Keys = tuple[str, ...]


def characteristics(voice: Voice) -> Blocks:
    """A row for each group, in the form's order; a missing one says that it is missing."""
    site = voice.dossier.site(("characteristics",))
    rows = dict(voice.dossier.assessment.characteristics or {})
    if not (rows or voice.holds("characteristics") or voice.lost_in(site)):
        return ()
    groups = voice.profile.groups if voice.dossier.knows_profile else {}
    missing = voice.profile.assessed().keys() - voice.dossier.assessment.covered(groups)
    order = [*(key for key in groups if key in rows or key in missing), *(key for key in rows if key not in groups)]
    # Prose under the heading stays on its own page, and the table's landscape page then needs a title.
    caption = voice.title("assessment") if "assessment" in (voice.dossier.assessment.text or {}) else ""
    return table(voice, "characteristics", "characteristic", {key: rows.get(key, Row()) for key in order}, caption)


def intersections(voice: Voice) -> Blocks:
    """A row for each group of people who belong to several groups at once."""
    rows = voice.dossier.assessment.intersections
    if isinstance(rows, Nothing):
        return voice.none(rows)
    return table(voice, "intersections", "group", rows) if rows else ()


def duties(voice: Voice) -> Blocks:
    """A row for each further duty of the form, and of the officer."""
    rows = voice.dossier.assessment.duties
    if isinstance(rows, Nothing):
        return voice.none(rows)
    asked = voice.profile.duties if voice.holds("duties") and not voice.lost(voice.dossier.site(("duties",))) else {}
    given = rows or {}
    known = {
        key: next((row for row in given if one.is_called(row, row) or one.is_called(key, row)), "")
        for key, one in asked.items()
    }
    wanted = {row or key: given.get(row, Row()) for key, row in known.items()}
    every = {**wanted, **given}
    return table(voice, "duties", "duty", every) if every else ()


def table(voice: Voice, sort: str, head: str, rows: Mapping[str, Row], caption: str = "") -> Blocks:
    """Rows of one sort in the columns of the form, behind that of their names."""
    columns = _columns(voice)
    names = (voice.word(head), *(column.label for column, _ in columns))
    held = tuple(keys for _, keys in columns)
    lines = tuple(_line(_Line(voice, sort, key, row), held) for key, row in rows.items())
    return (Table(caption, names, lines, _widths([column for column, _ in columns]), wide=True, level=2),)


def _columns(voice: Voice) -> list[tuple[Column, Keys]]:
    """The columns with the keys that each prints; the last prints those that the form puts in none."""
    columns = [(one, tuple(_known(words_of(one.holds)))) for one in voice.profile.layout.columns.values()]
    placed = {key for _, keys in columns for key in keys}
    if columns:
        last, keys = columns[-1]
        columns[-1] = (last, (*keys, *(key for key in CELLS if key not in placed)))
    return columns


def _known(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield from (key for key in CELLS if plainly(key) == plainly(word))


def _widths(columns: list[Column]) -> tuple[int, ...]:
    """The shares of the breadth: those of the form, and what is left of it for the names and whatever has none."""
    said = [int(found[0]) if (found := re.match(r"\d+", one.width or "")) else 0 for one in columns]
    left = max(BREADTH - sum(said), NARROWEST)
    shared = left // (said.count(0) + 1)
    return (left - shared * said.count(0), *(width or shared for width in said))


@dataclass(frozen=True)
class _Line:
    """A row of the assessment, and how the table names it."""

    voice: Voice
    sort: str
    key: str
    row: Row

    @property
    def site(self) -> Site:
        """Its place in the assessment."""
        return self.voice.dossier.site((self.sort, self.key))


Tell = Callable[[_Line, Keys], Blocks]
"""What a key of a row prints as, in a cell that prints these keys."""

CELLS: Mapping[str, Tell] = {
    "context": lambda one, _: one.voice.prose(one.row.context),
    "evidence": lambda one, _: _evidence(one.voice, one.row.evidence),
    "mitigations": lambda one, _: _mitigations(one.voice, one.row),
    "not-assessed": lambda one, _: impact.refused(one.voice, one.row),
    "impact": lambda one, cell: tuple(impact.ratings(one.voice, one.row, one.site, "because" in cell)),
    "because": lambda one, cell: tuple(impact.reasons(one.voice, one.row, one.site, "impact" in cell)),
    "gaps": lambda one, _: row_gaps(one.voice, one.row.gaps, below(one.site, "gaps")) if one.row.gaps else (),
    "answers": lambda one, _: tuple(_answers(one)),
}
"""The keys of a row that columns print; all others are about the name of the row, and stand with it."""


def _line(one: _Line, columns: Iterable[Keys]) -> TableRow:
    unread = one.voice.unread() if one.voice.lost_in(one.site, tuple(CELLS)) else ()
    cells = ((*_name(one), *unread), *(_cell(one, keys) for keys in columns))
    return TableRow(cells, one.voice.anchor_at(one.site))


def _cell(one: _Line, keys: Keys) -> Blocks:
    """A cell: what it tells, and where some of it could not be read, that too; a cell without words says so."""
    lost = any(one.voice.lost_in(below(one.site, key)) for key in keys)
    told = {key: CELLS[key](one, keys) for key in keys}
    if "impact" in keys and not (told["impact"] or one.row.not_assessed or lost):
        told["impact"] = one.voice.unanswered("not-rated", below(one.site, "impact"))
    said = tuple(block for key in keys for block in told[key])
    if lost:
        return (*said, *one.voice.unread())
    silence = "not-assessed" if one.row.not_assessed else "no-answer"  # the reason stands beside it
    return said or one.voice.unanswered(silence, below(one.site, *keys[:1]))


def _name(one: _Line) -> Blocks:
    voice, row = one.voice, one.row
    of = row.of if isinstance(row, Intersection) else None
    return (
        line(row.label or voice.row_name(one.sort, one.key)),
        *(tuple(_standing(voice, one.key)) if one.sort == "characteristics" else ()),
        *(labelled(voice.word("covers"), voice.said(row.covers)) if row.covers else ()),
        *(labelled(voice.word("of"), voice.said(of)) if of else ()),
    )


def _standing(voice: Voice, key: str) -> Iterator[Block]:
    """Of which other group a group is a part, and whether the law does not name it though it names others."""
    groups = voice.profile.groups
    group = groups.get(key)
    if group and group.under:
        yield from labelled(voice.word("part-of"), (line(voice.row_name("characteristics", group.under)),))
    if group and not group.law and any(other.law for other in groups.values()):
        yield line(voice.word("local-group"))


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


def _answers(one: _Line) -> Iterator[Block]:
    """The questions of the form about a group; of a row that was not assessed nothing is asked."""
    owed = one.sort == "characteristics" and not one.row.not_assessed
    return questions.asked_of(one.voice, one.key, one.row.answers or {}, below(one.site, "answers"), owed)


def _mitigations(voice: Voice, row: Row) -> Blocks:
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
