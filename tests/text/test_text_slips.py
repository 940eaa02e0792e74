"""Every slip in `slips/` has the words beside it. `EIA_GOLDEN=write` writes them anew; read the difference aloud."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from eia.text.flaw import Flaw
from eia.text.read import read
from eia.text.span import Span, Text
from eia.text.yaml import parse

SLIPS = sorted((Path(__file__).parent / "slips").glob("*.yaml"))


def place(text: Text, span: Span) -> str:
    start, end = text.position(span.start), text.position(span.end)
    return f"{start.line}:{start.column}-{end.line}:{end.column}"


def printed(text: Text, flaw: Flaw) -> str:
    kind = " (warning)" if flaw.warning else ""
    lines = [f"{place(text, flaw.span)} {flaw.rule}{kind}: {flaw.message}"]
    lines += [f"    {place(text, span)} {message}" for span, message in flaw.related]
    lines += [f"    {flaw.help}"] if flaw.help else []
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("path", SLIPS, ids=lambda path: path.stem)
def test_a_slip_is_told_in_plain_words_at_its_place(path: Path) -> None:
    text = read(path).text
    told = "".join(printed(text, flaw) for flaw in parse(text).flaws)
    golden = path.with_suffix(".out")
    if os.environ.get("EIA_GOLDEN") == "write":
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


def test_there_are_slips_to_test() -> None:
    assert len(SLIPS) > 100
