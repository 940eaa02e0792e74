"""`eia matrix`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import click

from eia.cli.grid import Entry, grid, room
from eia.cli.show import COULD_NOT, DONE, echo_all, paint
from eia.diagnostics.breadth import fitted
from eia.diagnostics.diagnostic import Severity, counts
from eia.diagnostics.human import human
from eia.diagnostics.shown import many, printable
from eia.forms.rated import rating_in
from eia.linting import judge
from eia.matrix import Cell, Column, Line, Matrix, Part, State, matrix
from eia.project import Dossier
from eia.settings import settings_of
from eia.targets import dossiers_named

SIGNS: Mapping[State, str] = {"there": "✓", "lacking": "–", "none": "○", "not-asked": "·", "unread": "?"}
PLAINER: Mapping[State, str] = {"there": "+", "lacking": "-", "none": "o", "not-asked": ".", "unread": "?"}
"""For terminals that have no other signs."""
LEGEND: Mapping[State, str] = {
    "there": "so many are there",
    "lacking": "nothing is said",
    "none": "it is said that there is none",
    "not-asked": "not asked, since the row says why it is not assessed",
    "unread": "could not be read",
}
HEADS: Mapping[Part, str] = {"impact": "Impact", "evidence": "Evidence", "gaps": "Gaps", "actions": "Actions"}

Told = tuple[str, str, str]
"""What is told of one row, of several, and of all."""
LACKS: Mapping[Part, Told] = {
    "impact": ("lacks a rating", "lack a rating", "No row is rated in full."),
    "evidence": ("cites no evidence", "cite no evidence", "No row cites evidence."),
    "gaps": ("says nothing of gaps", "say nothing of gaps", "No row says anything of gaps."),
    "actions": ("leads to no action", "lead to no action", "No row leads to an action of the plan."),
}
UNWRITTEN: Told = ("is not begun", "are not begun", "No row is begun.")
UNREAD: Told = ("could not all be read", "could not all be read", "No row could all be read.")
SET_ASIDE: Told = ("is not assessed, with a reason", "are not assessed, with a reason", "No row is assessed.")


@click.command("matrix")
@click.argument("assessments", nargs=-1)
@click.pass_context
def matrix_command(context: click.Context, assessments: tuple[str, ...]) -> None:
    """Show at a glance what is covered, and what is left out.

    A line for each row of the table: how it is rated, how much evidence it cites, what is not known,
    and which sections of the plan answer it. ASSESSMENTS are files, folders or ids; without any, it is
    the only one there is. Of several, the last lines count them together."""
    dossiers, failed = dossiers_named(assessments, today=date.today())
    for root in dict.fromkeys(dossier.root for dossier in dossiers):
        settings_of(root)  # groups of the project may stand there, so without it rows would be left out
    for diagnostics in failed:
        echo_all(human(diagnostics, paint()))
    width, signs = room(), _signs()
    told = [(dossier, matrix(dossier)) for dossier in dossiers]
    checked = judge((), dossiers)
    for dossier, one in told:
        errors = counts(checked.told_of(dossier))[Severity.ERROR]
        echo_all((*_lines(dossier, one, errors, width, signs), ""))
    if len(told) > 1:
        echo_all(_together(told, width))
    context.exit(COULD_NOT if failed else DONE)


def _signs() -> Mapping[State, str]:
    """The signs that the terminal can print."""
    try:
        "".join(SIGNS.values()).encode(sys.stdout.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return PLAINER
    return SIGNS


def _lines(dossier: Dossier, told: Matrix, errors: int, width: int, signs: Mapping[State, str]) -> Iterator[str]:
    """One assessment: what it is, the table, what the signs mean, and in words what is left out."""
    assessment = dossier.assessment
    title = f"{assessment.title or 'Untitled assessment'} ({assessment.id}), {dossier.status.replace('-', ' ')}"
    yield from _folded(title, width)
    yield ""
    if told.lines:
        head = [Entry("Row"), *(Entry(_head(column)) for column in told.columns)]
        yield from grid(head, [_row(dossier, told.columns, line, signs) for line in told.lines], width)
        yield ""
    for words in (*_legend(told, signs), *_in_words(told), *_wrong(assessment.id, errors)):
        yield from _folded(words, width)


def _folded(words: str, width: int) -> list[str]:
    return fitted(printable(" ".join(words.split())), width)


def _head(column: Column) -> str:
    return (printable(column.section.id.strip()) or "(no id)") if column.section else HEADS[column.part]


def _row(dossier: Dossier, columns: Sequence[Column], line: Line, signs: Mapping[State, str]) -> list[Entry]:
    cells = (_entry(dossier, column, cell, signs) for column, cell in zip(columns, line.cells, strict=True))
    return [Entry(printable(line.name)), *cells]


def _entry(dossier: Dossier, column: Column, cell: Cell, signs: Mapping[State, str]) -> Entry:
    sign = signs[cell.state]
    if cell.ratings:
        names = dossier.profile.scale_name
        said = (
            (f"{names(aim)}: " if aim else "") + (rating_in(dossier.profile, rating) if rating else sign)
            for aim, rating in cell.ratings
        )
        return Entry(printable("; ".join(said)), cell.state == "lacking")
    if cell.state != "there":
        return Entry(sign, cell.state in ("lacking", "unread"))
    return Entry(str(cell.number) if column.part == "gaps" else f"{sign} {cell.number}")


def _legend(told: Matrix, signs: Mapping[State, str]) -> Iterator[str]:
    """What the signs in this table mean, and which sections the numbers are."""
    used = {cell.state for line in told.lines for cell in line.cells}
    if used:
        yield "; ".join(f"{signs[state]} {words}" for state, words in LEGEND.items() if state in used) + "."
    sections = [column.section for column in told.columns if column.section]
    if used and sections:
        named = (f"{one.id} {one.title}".strip() for one in sections)
        yield f"Actions stand by section of the plan: {'; '.join(named)}."


def _in_words(told: Matrix) -> Iterator[str]:
    """What is left out, so that nobody has to look for signs."""
    if not told.lines:
        yield "An assessment of this kind has no rows."
        return
    left_out = (
        (told.unwritten, UNWRITTEN),
        (told.unread, UNREAD),
        *((told.lacking(part), LACKS[part]) for part in LACKS),
    )
    said = [_told(told, lines, words) for lines, words in left_out if lines]
    yield from said or ("Nothing is left out that a table can show. Whether it is enough is for people to judge.",)
    if told.set_aside:
        yield _told(told, told.set_aside, SET_ASIDE)


def _told(told: Matrix, lines: Sequence[Line], words: Told) -> str:
    one, several, every = words
    if len(lines) == len(told.lines):
        return every
    names = "; ".join(line.name for line in lines)  # names may have commas
    return f"{len(lines)} of {len(told.lines)} rows {one if len(lines) == 1 else several}: {names}."


def _wrong(id: str, errors: int) -> Iterator[str]:
    if errors:
        yield f"`eia lint {id}` finds {many(errors, 'error')}: what is shown here may not be what was meant."


def _together(told: Sequence[tuple[Dossier, Matrix]], width: int) -> Iterator[str]:
    """How many rows of each assessment leave out what, and of all."""
    numbers = [[len(one.lines), *(len(one.lacking(part)) for part in LACKS)] for _, one in told]
    names = [printable(dossier.assessment.id) for dossier, _ in told]
    sums = [sum(column) for column in zip(*numbers, strict=True)]
    rows = zip((*names, f"All {len(names)}"), (*numbers, sums), strict=True)
    heads = ("Assessment", "Rows", "Not rated", "No evidence", "Nothing on gaps", "No action")
    yield from grid(
        [Entry(head) for head in heads],
        [[Entry(name), *(Entry(str(number)) for number in counted)] for name, counted in rows],
        width,
    )
