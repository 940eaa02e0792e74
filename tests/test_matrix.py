"""What is covered and what is left out, as data and on a terminal."""

from __future__ import annotations

import os
from contextlib import redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import eia
from eia.cli import cli
from eia.cli.grid import Entry, grid
from eia.diagnostics.breadth import breadth, fitted
from eia.matrix import Line, Matrix, Part, State, matrix
from tests.asking import assessment
from tests.running import Ran, within

FOLDER = Path("tests/matrix")
BENCHES = FOLDER / "benches.eia.yaml"
REWRITE = os.environ.get("EIA_GOLDEN") == "write"


def said(name: Path | str, width: int = 80, folder: Path = Path(), **env: str) -> Ran:
    return within(folder, "matrix", name, env={"FORCE_COLOR": "", "NO_COLOR": "", "COLUMNS": str(width), **env})


def known(folder: Path, body: str) -> Matrix:
    return matrix(eia.load(assessment(folder, body)))


def line(told: Matrix, name: str) -> Line:
    return next(one for one in told.lines if one.name == name)


def state(told: Matrix, name: str, part: Part) -> State:
    at = next(at for at, column in enumerate(told.columns) if column.part == part)
    return line(told, name).cells[at].state


# As data


@pytest.mark.parametrize(
    ("body", "part", "expected"),
    [
        ("evidence: use-by-age; use-by-all\n", "evidence", "there"),
        ("evidence: What we all know\n", "evidence", "there"),
        ("evidence:\n      none: Nobody asked.\n", "evidence", "none"),
        ("evidence:\n", "evidence", "lacking"),
        ("context: Young and old.\n", "evidence", "lacking"),
        ("evidence:\n      says: wrong\n", "evidence", "unread"),
        ("not-assessed: It is the same.\n", "evidence", "not-asked"),
        ("impact: positive\n", "impact", "there"),
        ("impact:\n", "impact", "lacking"),
        ("impact:\n      eliminate: positive\n", "impact", "lacking"),
        ("not-assessed: It is the same.\n", "impact", "not-asked"),
        ("gaps:\n      - what: Who.\n", "gaps", "there"),
        ("gaps:\n      none: Nothing.\n", "gaps", "none"),
        ("gaps:\n", "gaps", "lacking"),
        ("mitigations:\n      none: Nothing helps.\n", "actions", "none"),
        ("mitigations:\n      - how: By talking.\n", "actions", "lacking"),
    ],
)
def test_silence_is_told_apart_from_there_is_none(tmp_path: Path, body: str, part: Part, expected: State) -> None:
    assert state(known(tmp_path, f"characteristics:\n  age:\n    {body}"), "Age", part) == expected


def test_a_row_that_nobody_began_is_there_and_says_nothing(tmp_path: Path) -> None:
    told = known(tmp_path, "characteristics:\n  age:\n    impact: positive\n")
    assert "Disability" in [one.name for one in told.unwritten]
    assert {cell.state for cell in line(told, "Disability").cells} == {"lacking"}
    assert line(told, "Age") not in told.unwritten


def test_a_table_that_could_not_be_read_is_not_taken_for_silence(tmp_path: Path) -> None:
    told = known(tmp_path, "characteristics: none\n")
    assert told.unread == told.lines != ()


def test_a_row_is_answered_if_one_section_answers_it() -> None:
    told = matrix(eia.load(BENCHES))
    assert "Age" not in [one.name for one in told.lacking("actions")]
    assert [len(column.cited) for column in line(told, "Age").cells[-2:]] == [1, 1]
    assert line(told, "種族と民族的出身の人々").cells[-1].state == "there"


def test_evidence_that_is_cited_twice_counts_once(tmp_path: Path) -> None:
    told = known(tmp_path, "characteristics:\n  age:\n    evidence: use-by-age; visits-fell; use-by-age\n")
    assert line(told, "Age").cells[1].number == 2


def test_a_kind_of_assessment_without_a_table_has_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.eia.yaml"
    path.write_text("assessment: a-name\nprofile: england-council\nkind: screening\n", encoding="utf-8")
    assert matrix(eia.load(path)).lines == ()
    assert "An assessment of this kind has no rows." in said(path).out


# On a terminal


@pytest.fixture(scope="module")
def at_80() -> Ran:
    return said(BENCHES)


@pytest.mark.parametrize("width", [30, 60, 80, 120])
def test_it_prints_what_it_printed(width: int) -> None:
    golden = FOLDER / f"{width}.txt"
    out = said(BENCHES, width).out
    if REWRITE:
        golden.write_text(out, encoding="utf-8")
    assert out == golden.read_text("utf-8")
    assert max(map(breadth, out.splitlines())) <= width


def test_what_is_left_out_is_told_in_words(at_80: Ran) -> None:
    assert at_80.code == 0
    words = " ".join(at_80.out.split())
    assert "rows cite no evidence: Pobl drawsryweddol" in words
    assert "Marriage" not in words.partition("cite no evidence:")[2].partition(".")[0]
    assert "1 of 9 rows is not assessed, with a reason: Marriage and civil partnership." in words


def test_colour_says_nothing_that_the_words_do_not() -> None:
    coloured = said(BENCHES, FORCE_COLOR="1").out
    assert "\x1b[" in coloured
    assert "\x1b[" not in said(BENCHES, FORCE_COLOR="1", NO_COLOR="1").out


def test_where_a_sign_cannot_be_printed_plainer_ones_are() -> None:
    out = TextIOWrapper(BytesIO(), encoding="ascii", errors="backslashreplace")
    with redirect_stdout(out), pytest.raises(SystemExit):
        cli.main(["matrix", str(BENCHES)], prog_name="eia")
    out.flush()
    words = out.buffer.getvalue().decode()
    assert "+ so many are there" in words
    assert "\\u2713" not in words


def test_hostile_words_steer_no_terminal(tmp_path: Path) -> None:
    path = assessment(tmp_path, 'title: "\\e[2J##[error]"\ncharacteristics:\n  age:\n    label: "\\e[31mAge\\u202e"\n')
    assert not {"\x1b", "\u202e"} & set(said(path).out)


def test_an_assessment_with_mistakes_is_shown_and_the_mistakes_are_counted(tmp_path: Path) -> None:
    ran = said(
        assessment(tmp_path, "characteristics:\n  age:\n    impact: positive\n    evidence: nowhere\n    gaps: 1\n")
    )
    assert ran.code == 0
    assert "Age" in ran.out
    assert "`eia lint a` finds" in ran.out
    assert "1 of 9 rows could not all be read: Age." in " ".join(ran.out.split())


def test_of_several_each_is_shown_and_all_are_counted(tmp_path: Path) -> None:
    for name in ("a", "b"):
        assessment(tmp_path, "characteristics:\n  age:\n    impact: positive\n", name=name)
    (tmp_path / "c.eia.yaml").write_text("assessment: c\n\tb: c\n", encoding="utf-8")
    ran = said(".", folder=tmp_path)
    assert ran.code == 2
    assert "c.eia.yaml:2" in ran.out
    assert ran.out.splitlines()[-1].split() == ["All", "2", "18", "16", "18", "18", "18"]


def test_an_assessment_that_is_not_there_is_named(tmp_path: Path) -> None:
    ran = said("nothing-here", folder=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "nothing-here" in ran.err


WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Z"]), min_size=1, max_size=30)


@given(st.lists(WORDS, min_size=2, max_size=6), st.lists(WORDS, min_size=1, max_size=5), st.integers(20, 200))
def test_every_row_and_every_column_is_there_at_any_width(head: list[str], names: list[str], width: int) -> None:
    rows = [[Entry(name), *(Entry(f"{at}") for at in range(1, len(head)))] for name in names]
    lines = list(grid([Entry(one) for one in head], rows, width))
    shown = "".join("".join(lines).replace("\x1b[1m", "").replace("\x1b[0m", "").split())
    for words in (*names, *head[1:]):
        assert set(words) <= set(shown)
    if lines[0].startswith("\x1b"):
        assert len(lines) >= len(rows) + 1
    else:
        assert all("".join(name.split()) in shown for name in names)
        assert shown.count(":") >= len(rows) * (len(head) - 1)


@given(st.text(max_size=60), st.integers(2, 30))
def test_folded_words_are_all_there_and_fit(words: str, width: int) -> None:
    lines = fitted(words, width)
    assert "".join("".join(lines).split()) == "".join(words.split())
    assert all(breadth(one) <= width for one in lines)


@pytest.mark.parametrize(
    ("words", "columns"), [("", 0), ("Age", 3), ("種族", 4), ("e\u0301", 1), ("ŵŷ", 2), ("\uff01", 2)]
)
def test_words_are_as_broad_as_a_terminal_shows_them(words: str, columns: int) -> None:
    assert breadth(words) == columns
