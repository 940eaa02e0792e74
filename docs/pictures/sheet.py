"""What the picture of the table of actions shows: some of its columns and its first rows, as a spreadsheet program has them."""

from __future__ import annotations

import csv
from html import escape
from io import StringIO

import eia
from docs.pictures.pages import COMPLETE

COLUMNS = ("section-title", "id", "does", "owner", "due", "due-earliest", "cited-by")
ROWS = 6
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; width: 1300px; background: #fff; color: #16181a; font: 16px/1.4 "Liberation Sans", sans-serif; }}
table {{ border-collapse: collapse; }}
td:nth-child(7) {{ white-space: nowrap; }}
td, th {{ border: 1px solid #c9ced2; padding: 4px 8px; text-align: left; vertical-align: top; font-weight: 400; }}
th {{ background: #f3f5f6; color: #4a5157; text-align: center; }}
tr:nth-child(2) td {{ font-weight: 600; }}
</style><table>{}</table>"""


def table() -> bytes:
    """The actions of the complete sample."""
    return eia.export(COMPLETE, to="csv")


def seal(table: bytes) -> str:
    """By which the picture remembers what it shows: the last cell of each row."""
    return _rows(table)[1][-1]


def page(table: bytes) -> str:
    """Its beginning as a page for a browser."""
    head, *rows = _rows(table)
    shown = [head.index(name) for name in COLUMNS]
    letters = "".join(f"<th>{LETTERS[at]}</th>" for at in shown)
    lines = (
        f"<tr><th>{number}</th>{''.join(f'<td>{escape(row[at])}</td>' for at in shown)}</tr>"
        for number, row in enumerate((head, *rows[:ROWS]), 1)
    )
    return PAGE.format(f"<tr><th></th>{letters}</tr>{''.join(lines)}")


def _rows(table: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(table.decode("utf-8-sig"), newline="")))
