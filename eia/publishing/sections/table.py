"""The tables of rows in the columns of the form: a row for each group, each intersection, each further duty."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from eia.document.labelled import labelled
from eia.document.tree import Block, Blocks, Listing, Paragraph, Table
from eia.document.tree import Row as TableRow
from eia.index import Site
from eia.matrix import rows_of_the_form
from eia.model.asked import DUTIES, ROWS
from eia.model.part import Nothing
from eia.model.profile import PRINTED_UNDER
from eia.model.reference import ActionReferences, EvidenceReferences
from eia.model.row import Intersection, Mitigation, Row
from eia.model.vocabulary import NARROWEST, Column, chosen, words_of
from eia.publishing.sections import impact, questions
from eia.publishing.sections.basis import event_in_brief, in_brief
from eia.publishing.sections.gaps import row_gaps
from eia.publishing.voice import Voice, below, lead, line

FULL = 100
"""The whole breadth of the page, in hundredths."""

MAIN = PRINTED_UNDER[ROWS]
"""The section of the table, unless a column says another."""


def characteristics(voice: Voice) -> Blocks:
    """A row for each group, in the form's order; a missing one says that it is missing."""
    rows = rows_of_the_form(voice.dossier)
    return table(voice, ROWS, "characteristic", rows) if rows is not None else ()


def intersections(voice: Voice) -> Blocks:
    """A row for each group of people who belong to several groups at once."""
    rows = voice.dossier.assessment.intersections
    if isinstance(rows, Nothing):
        return voice.none(rows)
    return table(voice, "intersections", "group", rows) if rows else ()


def duties(voice: Voice) -> Blocks:
    """A row for each further duty of the form, and of the officer."""
    said = voice.dossier.assessment.duties
    if isinstance(said, Nothing):
        return voice.none(said)
    every = duties_of_the_form(voice)
    return table(voice, DUTIES, "duty", every) if every else ()


def duties_of_the_form(voice: Voice) -> dict[str, Row]:
    """Further duties in the order of the form, an empty row for each that none is about; none where it says why there is none."""
    said = voice.dossier.assessment.duties
    if isinstance(said, Nothing):
        return {}
    asked = voice.asked.holds(DUTIES) and not voice.lost(voice.dossier.site((DUTIES,)))
    written: dict[str, dict[str, Row]] = {}
    for key, row in (said or {}).items():
        written.setdefault(chosen(voice.profile.duties, key), {})[key] = row  # two names of one duty are two rows
    others = written.pop("", {})
    known = (written.get(key) or ({key: Row()} if asked else {}) for key in voice.profile.duties)
    return {key: row for rows in (*known, others) for key, row in rows.items()}


def elsewhere(voice: Voice, section: str) -> Blocks:
    """The columns of the table that the form puts into another section, as a table of their own."""
    columns = [one for one in _columns(voice) if one.section == section != MAIN]
    rows = rows_of_the_form(voice.dossier) if columns else None
    return _table(voice, ROWS, "characteristic", rows, columns, section=section) if rows is not None else ()


def table(voice: Voice, sort: str, head: str, rows: Mapping[str, Row]) -> Blocks:
    """Rows of one sort in the columns of the form, behind that of their names."""
    columns = [one for one in _columns(voice) if sort != ROWS or one.section == MAIN]
    return _table(voice, sort, head, rows, columns)


def _table(
    voice: Voice,
    sort: str,
    head: str,
    rows: Mapping[str, Row],
    columns: list[_Column],
    section: str = "",
) -> Blocks:
    names = (voice.word(head), *(one.label for one in columns))
    lines = tuple(_line(_Line(voice, sort, key, row, section), columns) for key, row in rows.items())
    return (Table("", names, lines, _widths([one.width for one in columns]), wide=True, level=2),)


@dataclass(frozen=True)
class _Column:
    """A column: the keys of a row that it prints, and what it shows of their ratings and reasons."""

    label: str
    width: int
    section: str
    keys: tuple[str, ...]
    shown: impact.Shown


def _columns(voice: Voice) -> list[_Column]:
    """The columns of the form; the last of the main table, or else of all, prints what the form puts in none."""
    every = [_said(voice, one) for one in voice.profile.layout.columns.values()]
    placed = {key for one in every for key in one.keys if not (one.of and key in Row.RATED)}
    last = next((one for one in reversed(every) if not one.of and one.section == MAIN), every[-1] if every else None)
    alone = {key: frozenset(one.of for one in every if one.of and key in one.keys) for key in Row.RATED}
    return [_completed(one, alone, [key for key in CELLS if key not in placed] if one is last else []) for one in every]


@dataclass(frozen=True)
class _Said:
    """A column as the form has it: the aim or the stage that it is about, its section, and the keys that it holds."""

    column: Column
    of: str
    section: str
    keys: tuple[str, ...]


def _said(voice: Voice, column: Column) -> _Said:
    of = voice.profile.rated_as(column.of) if column.of else ""
    section = column.section if column.section in voice.profile.headings else MAIN
    return _Said(column, of, section or MAIN, tuple(key for key in words_of(column.holds) if key in CELLS))


def _completed(one: _Said, alone: Mapping[str, frozenset[str]], rest: list[str]) -> _Column:
    """A column with the rest of what a row says, where it is the last, and with what it shows of ratings and reasons."""
    scopes = [_scope(one, key, alone[key], key in rest) for key in Row.RATED]
    keys = tuple(dict.fromkeys((*one.keys, *rest)))
    return _Column(one.column.label, one.column.share, one.section, keys, impact.Shown(one.of, *scopes))


def _scope(one: _Said, key: str, elsewhere: frozenset[str], rest: bool) -> impact.Scope:
    held = key in one.keys
    return impact.Scope(one.of if held else "", elsewhere if rest or (held and not one.of) else None)


def _widths(said: list[int]) -> tuple[int, ...]:
    """The shares of the breadth: those of the form, and what is left of it for the names and whatever has none."""
    left = max(FULL - sum(said), NARROWEST * (said.count(0) + 1))
    shared = left // (said.count(0) + 1)
    widths = (left - shared * said.count(0), *(width or shared for width in said))
    return tuple(max(width * FULL // sum(widths), 1) for width in widths) if sum(widths) > FULL else widths


@dataclass(frozen=True)
class _Line:
    """A row of the assessment, and how the table names it."""

    voice: Voice
    sort: str
    key: str
    row: Row
    section: str
    """The section that prints it beside the main one, to which citations lead; nothing for that itself."""

    @property
    def site(self) -> Site:
        """Its place in the assessment."""
        return self.voice.dossier.site((self.sort, self.key))

    @property
    def anchor(self) -> str:
        """Where it stands: the main one by what it is cited by, any other and one that nobody wrote by its table."""
        cited = None if self.section else self.voice.anchor_at(self.site)
        return cited or f"line {self.sort} {self.key}" + (f" in {self.section}" if self.section else "")


Tell = Callable[[_Line, impact.Shown], Blocks]
"""What a key of a row prints as, in a cell that shows this of its ratings and reasons."""

CELLS: Mapping[str, Tell] = {
    "context": lambda one, _: one.voice.prose(one.row.context),
    "evidence": lambda one, _: _evidence(one.voice, one.row.evidence),
    "mitigations": lambda one, _: _mitigations(one.voice, one.row),
    "not-assessed": lambda one, _: impact.refused(one.voice, one.row),
    "impact": lambda one, shown: tuple(impact.ratings(one.voice, one.row, one.site, shown)),
    "because": lambda one, shown: tuple(impact.reasons(one.voice, one.row, one.site, shown)),
    "gaps": lambda one, _: row_gaps(one.voice, one.row.gaps, below(one.site, "gaps")) if one.row.gaps else (),
    "answers": lambda one, _: tuple(questions.asked_of(one.voice, one.row, one.site)),
}
"""The keys of a row that columns print; all others are about the name of the row, and stand with it."""


def _line(one: _Line, columns: Iterable[_Column]) -> TableRow:
    lost = not one.section and one.voice.lost_in(one.site, tuple(CELLS))
    names = (*_name(one), *(one.voice.unread() if lost else ()))
    return TableRow((names, *(_cell(one, column) for column in columns)), one.anchor)


def _cell(one: _Line, column: _Column) -> Blocks:
    """A cell: what it tells, and where some of it could not be read, that too; a cell without words says so."""
    voice, shown = one.voice, column.shown
    lost = any(voice.lost_in(below(one.site, key)) for key in column.keys)
    told = {key: CELLS[key](one, shown) for key in column.keys}
    if _lacks_rating(one, column) and not (told["impact"] or lost):
        told["impact"] = voice.unanswered("not-rated", below(one.site, "impact"))
    said = tuple(block for key in column.keys for block in told[key])
    if lost:
        return (*said, *voice.unread())
    return said or voice.unanswered(_silence(one, column), below(one.site, *column.keys[:1]))


def _lacks_rating(one: _Line, column: _Column) -> bool:
    """Whether a cell without a rating lacks one: not where columns of their own are about all that is rated."""
    return column.shown.ratings.but == frozenset() and not one.row.not_assessed


def _silence(one: _Line, column: _Column) -> str:
    """What a cell without words says: that the row was not assessed, that its aim is not owed, or that nobody answered."""
    if one.row.not_assessed:
        return "not-assessed"  # the reason stands beside it
    of, form = column.shown.of, one.voice.profile
    if of in form.aims and form.rated_by == "aims" and of not in one.voice.asked.owed(one.site.route, one.row):
        return "not-owed"
    if column.keys == ("answers",) and not one.voice.asked.questions_of(one.site.route, one.row):
        return "not-owed"  # nothing is asked of this row that could be answered here
    return "not-rated" if of else "no-answer"


def _name(one: _Line) -> Blocks:
    voice, row = one.voice, one.row
    of = row.of if isinstance(row, Intersection) else None
    return (
        line(row.label or voice.row_name(one.sort, one.key)),
        *(tuple(_standing(voice, one.key)) if one.sort == ROWS else ()),
        *(labelled(voice.word("covers"), voice.said(row.covers)) if row.covers else ()),
        *(labelled(voice.word("of"), voice.said(of)) if of else ()),
    )


def _standing(voice: Voice, key: str) -> Iterator[Block]:
    """Of which other group a group is a part, and whether it is a local addition."""
    groups = voice.profile.groups
    group = groups.get(key)
    if group and group.under:
        yield from labelled(voice.word("part-of"), (line(voice.row_name(ROWS, group.under)),))
    if group and group.local:
        yield line(voice.word("local-group"))


def _evidence(voice: Voice, cited: EvidenceReferences | Nothing | None) -> Blocks:
    """Each piece of evidence with its figures, as officers tell it."""
    if cited is None or isinstance(cited, Nothing):
        return voice.none(cited, "no-evidence") if cited else ()
    unread = ((line(cited.words[one.start : one.end]),) for one in cited.misreads if cited.items)
    points = (*(_point(voice, one.id) for one in cited.items), *unread)
    return (Listing(points),) if points else (Paragraph(voice.references(cited)),)


def _point(voice: Voice, id: str) -> Blocks:
    assessment = voice.dossier.assessment
    if id in assessment.facts:
        return in_brief(voice, id, assessment.facts[id])
    if id in assessment.events:
        return event_in_brief(voice, id, assessment.events[id])
    return (Paragraph(voice.cite(id)),)


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
