"""Words in the cells of a table that spreadsheet programs open: none is taken for a formula, and all can be read back."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

_HIDDEN = "\x00-\x20\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff"
_QUOTES = "'\"`´‘’‚“”„«»＇＂"
_FORMULA = re.compile(f"[{_HIDDEN}{_QUOTES}]*[-=+@＝＋－＠\t\r]")
"""How a cell begins that some program may take for a formula, whatever nobody sees or any quotes stand before it."""


def defused(words: str) -> str:
    """The words with an apostrophe before them where they could be a formula.

    Numbers with a sign get one too: one rule is easier to know, and to undo, than a rule with exceptions."""
    return f"'{words}" if _FORMULA.match(words) else words


def as_meant(cell: str) -> str:
    """The words of a cell that was defused; any other apostrophe is the officer's own."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def table(rows: Iterable[Sequence[str]]) -> bytes:
    """A table as Excel opens it without asking: UTF-8 that says so, and lines that end as on Windows."""
    text = StringIO(newline="")
    csv.writer(text).writerows([defused(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def rows_of(content: bytes) -> list[list[str]]:
    """The cells of a table. Raises `ValueError` where it is none."""
    text = StringIO(content.decode("utf-8-sig"), newline="")
    usual = csv.field_size_limit(max(len(content), 1))  # what one key says may be longer than Python takes of a cell
    try:
        return [[as_meant(cell) for cell in row] for row in csv.reader(text, strict=True)]
    except csv.Error as error:
        raise ValueError(str(error)) from error
    finally:
        csv.field_size_limit(usual)
