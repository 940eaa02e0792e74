"""Coverage at a glance: the matrix of the rows, as a table that can be looked at and read."""

from __future__ import annotations

from eia.document.tree import Blocks, Inline, Paragraph, Row, Sign, Table, Words
from eia.matrix import Cell, Column, Line, matrix
from eia.publishing.sections.brief import link
from eia.publishing.voice import Voice, joined, line

OF_ROW, OF_PLAN = (15, 18, 9, 9), 49
"""The shares of the page for what a row says of itself, and for all that the plan does."""
HEADS = {"impact": "expected", "evidence": "evidence", "gaps": "gaps", "actions": "actions"}
"""The words of the form for the columns."""


def coverage(voice: Voice) -> Blocks:
    """A matrix of the rows and what they say, down to the actions that each of them cites."""
    told = matrix(voice.dossier)
    head = (voice.word("characteristic"), *(_head(voice, column) for column in told.columns))
    rows = tuple(_row(voice, told.columns, one) for one in told.lines)
    of_plan = len(head) - len(OF_ROW)
    return (Table("", head, rows, (*OF_ROW, *[OF_PLAN // of_plan] * of_plan), wide=True),) if rows else ()


def _head(voice: Voice, column: Column) -> str:
    if column.section:
        return voice.plan_section(column.section.id, column.section.title)
    return voice.word(HEADS[column.part])


def _row(voice: Voice, columns: tuple[Column, ...], one: Line) -> Row:
    cells = (_cell(voice, column, cell) for column, cell in zip(columns, one.cells, strict=True))
    return Row(((Paragraph((link(voice, one.site),)),), *cells))


def _cell(voice: Voice, column: Column, cell: Cell) -> Blocks:
    """What is there; else in words why it is not, so that no cell is told by its sign alone."""
    match cell.state, column.part:
        case "unread", _:
            return voice.unread()
        case "not-asked", _:
            return (line(voice.word("not-assessed")),)
        case _, "impact":
            return _ratings(voice, cell)
        case "there", "gaps":
            return (line(str(cell.number)),)
        case "there", "evidence":
            return _signed(Sign("there"), Words(str(cell.number)))
        case "there", _:
            return _signed(Sign("there"), *joined(voice.jump(one, one.id) for one in cell.cited))
        case "none", _:
            return _signed(Sign("none"), Words(voice.word("there-is-none")))
        case _:
            return _signed(Sign("lacking"), Words(voice.word("nothing")))


def _ratings(voice: Voice, cell: Cell) -> Blocks:
    given = cell.ratings or (("", None),)
    said = ((aim, voice.rating(rating) if rating else voice.word("not-rated")) for aim, rating in given)
    names = voice.profile.scale_name
    return tuple(line(f"{names(aim)}: {rating}" if aim else rating) for aim, rating in said)


def _signed(sign: Sign, *content: Inline) -> Blocks:
    return (Paragraph((sign, Words(" "), *content)),)
