"""The table that everybody knows: a row for each group, and the columns of the form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from eia.document.tree import Block, Blocks, Listing, Paragraph, Table
from eia.document.tree import Row as TableRow
from eia.index import Site
from eia.model.part import Nothing
from eia.model.reference import ActionReferences, EvidenceReferences
from eia.model.row import Intersection, Mitigation, Row
from eia.model.vocabulary import NARROWEST, chosen, plainly, words_of
from eia.publishing.sections import impact, questions
from eia.publishing.sections.basis import event_in_brief, in_brief
from eia.publishing.sections.gaps import row_gaps
from eia.publishing.voice import Voice, below, labelled, lead, line

BREADTH = 100

MAIN = "assessment"
"""The section of the table, unless a column says another."""


def characteristics(voice: Voice) -> Blocks:
    """A row for each group, in the form's order; a missing one says that it is missing."""
    site = voice.dossier.site(("characteristics",))
    rows = dict(voice.dossier.assessment.characteristics or {})
    if not (rows or voice.holds("characteristics") or voice.lost_in(site)):
        return ()
    # Prose under the heading stays on its own page, and the table's landscape page then needs a title.
    caption = voice.title(MAIN) if MAIN in (voice.dossier.assessment.text or {}) else ""
    return table(voice, "characteristics", "characteristic", _of_the_form(voice, rows), caption)


def _of_the_form(voice: Voice, rows: Mapping[str, Row]) -> dict[str, Row]:
    """The rows in the order of the form, an empty one for each group that none is about."""
    groups = voice.profile.groups if voice.dossier.knows_profile else {}
    missing = voice.profile.assessed().keys() - voice.dossier.assessment.covered(groups)
    order = [*(key for key in groups if key in rows or key in missing), *(key for key in rows if key not in groups)]
    return {key: rows.get(key, Row()) for key in order}


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
    rows = dict(said or {})
    asked = voice.holds("duties") and not voice.lost(voice.dossier.site(("duties",)))
    written = {chosen(voice.profile.duties, key): key for key in rows}
    missing = [key for key in voice.profile.duties if key not in written] if asked else []
    order = (written.get(key, key) for key in voice.profile.duties if key in written or key in missing)
    every = {key: rows.get(key, Row()) for key in dict.fromkeys((*order, *rows))}
    return table(voice, "duties", "duty", every) if every else ()


def elsewhere(voice: Voice, section: str) -> Blocks:
    """The columns of the table that the form puts into another section, as a table of their own."""
    columns = [one for one in _columns(voice) if one.section == section != MAIN]
    rows = voice.dossier.assessment.characteristics or {}
    return _table(voice, "characteristics", "characteristic", _of_the_form(voice, rows), columns) if columns else ()


def table(voice: Voice, sort: str, head: str, rows: Mapping[str, Row], caption: str = "") -> Blocks:
    """Rows of one sort in the columns of the form, behind that of their names."""
    columns = [one for one in _columns(voice) if sort != "characteristics" or one.section == MAIN]
    return _table(voice, sort, head, rows, columns, caption)


def _table(
    voice: Voice, sort: str, head: str, rows: Mapping[str, Row], columns: list[_Column], caption: str = ""
) -> Blocks:
    names = (voice.word(head), *(one.label for one in columns))
    main = sort != "characteristics" or any(one.section == MAIN for one in columns)
    lines = tuple(_line(_Line(voice, sort, key, row, main), columns) for key, row in rows.items())
    return (Table(caption, names, lines, _widths([one.width for one in columns]), wide=True, level=2),)


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
    said = voice.profile.layout.columns
    keys = {name: tuple(_known(words_of(one.holds))) for name, one in said.items()}
    of = {name: voice.profile.rated_as(one.of) if one.of else "" for name, one in said.items()}
    sections = {name: one.section if one.section in voice.profile.headings else MAIN for name, one in said.items()}
    placed = {key for name, held in keys.items() for key in held if not (of[name] and key in RATED)}
    last = ([name for name in said if not of[name] and sections[name] == MAIN] or list(said))[-1:]
    columns = []
    for name, one in said.items():
        rest = tuple(key for key in CELLS if key not in placed) if name in last else ()
        scopes = {key: _scope(of[name], key in keys[name], key in rest, _shown_alone(key, keys, of)) for key in RATED}
        shown = impact.Shown(of[name], scopes["impact"], scopes["because"])
        held = tuple(dict.fromkeys((*keys[name], *rest)))
        columns.append(_Column(one.label, one.share, sections[name] or MAIN, held, shown))
    return columns


def _shown_alone(key: str, keys: Mapping[str, tuple[str, ...]], of: Mapping[str, str]) -> frozenset[str]:
    """The aims and stages for which a column of their own shows the rating, or the reason."""
    return frozenset(of[name] for name, held in keys.items() if of[name] and key in held)


def _scope(of: str, held: bool, rest: bool, elsewhere: frozenset[str]) -> impact.Scope:
    return impact.Scope(of if held else "", elsewhere if rest or (held and not of) else None)


def _known(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield from (key for key in CELLS if plainly(key) == plainly(word))


def _widths(said: list[int]) -> tuple[int, ...]:
    """The shares of the breadth: those of the form, and what is left of it for the names and whatever has none."""
    left = max(BREADTH - sum(said), NARROWEST * (said.count(0) + 1))
    shared = left // (said.count(0) + 1)
    widths = (left - shared * said.count(0), *(width or shared for width in said))
    return tuple(max(width * BREADTH // sum(widths), 1) for width in widths) if sum(widths) > BREADTH else widths


@dataclass(frozen=True)
class _Line:
    """A row of the assessment, and how the table names it."""

    voice: Voice
    sort: str
    key: str
    row: Row
    main: bool
    """Whether this is where the row is printed: citations lead here."""

    @property
    def site(self) -> Site:
        """Its place in the assessment."""
        return self.voice.dossier.site((self.sort, self.key))


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
RATED = ("impact", "because")
"""Those of which a column may show one aim or one stage."""


def _line(one: _Line, columns: Iterable[_Column]) -> TableRow:
    lost = one.main and one.voice.lost_in(one.site, tuple(CELLS))
    names = (*_name(one), *(one.voice.unread() if lost else ()))
    return TableRow(
        (names, *(_cell(one, column) for column in columns)), one.voice.anchor_at(one.site) if one.main else None
    )


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
    return "not-rated" if of else "no-answer"


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
    """Of which other group a group is a part, and whether it is a local addition."""
    groups = voice.profile.groups
    group = groups.get(key)
    if group and group.under:
        yield from labelled(voice.word("part-of"), (line(voice.row_name("characteristics", group.under)),))
    if group and group.local:
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
