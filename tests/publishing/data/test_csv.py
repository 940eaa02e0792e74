"""The table of actions has a line for each, opens in a spreadsheet, and nothing in it is taken for a formula."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import eia
from eia.model.plan import Action
from eia.publishing.data import actions
from eia.publishing.data.cells import as_meant, defused, rows_of, table
from eia.publishing.proof import table as proof
from tests.asking import assessment
from tests.publishing.samples import SAMPLES
from tests.running import within

BODY = """
title: A title
body: A council
characteristics:
  age:
    mitigations:
      - actions: 1.a
  sex:
    mitigations:
      - actions: all of 1
plan:
  sections:
    - id: 1
      title: Hours
      actions:
        - id: 1.a
          label: R1
          does: |
            - Open at nine;
            - close at eight.
          owner: "=HYPERLINK(1)"
          due: {begin: June 2026, report: Q1 2027/28}
          cost: -5
          for: [age, sex]
          x-risk: high
          colour: red
        - id: 1.b
          does: First
          does: Second
          seal: mine
        - just words
"""


def lines(folder: Path, body: str = BODY) -> list[dict[str, str]]:
    """The table as the module csv reads it."""
    content = eia.export(assessment(folder, body), to="csv", draft=True)
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_an_action_has_a_line_with_all_that_is_said_of_it(tmp_path: Path) -> None:
    first = {key: value for key, value in lines(tmp_path)[0].items() if value and key != "seal"}
    assert first == {
        "assessment": "a",
        "assessment-title": "A title",
        "body": "A council",
        "section": "1",
        "section-title": "Hours",
        "id": "1.a",
        "label": "R1",
        "does": "'- Open at nine;\n- close at eight.",
        "owner": "'=HYPERLINK(1)",
        "due": "begin: June 2026; report: Q1 2027/28",
        "due-earliest": "2026-06-01",
        "due-latest": "2027-06-30",
        "cost": "'-5",
        "for": "age; sex",
        "cited-by": "Age; Sex",
        "x-risk": "high",
        "unread-colour": "red",
    }


def test_what_cannot_be_read_is_in_the_table_of_a_draft_and_takes_the_place_of_nothing(tmp_path: Path) -> None:
    _, second, third = lines(tmp_path)
    assert (second["does"], second["unread-seal"], second["cited-by"]) == ("First; Second", "mine", "Sex")
    assert third["does"] == "just words"
    assert third["seal"] == second["seal"].strip() != ""


def test_every_table_has_the_same_columns_first(tmp_path: Path) -> None:
    header = list(lines(tmp_path)[0])
    assert header[: len(actions.COLUMNS)] == list(actions.COLUMNS)
    assert {*Action.keys()} < {*actions.COLUMNS}


def test_a_table_is_as_excel_wants_it(tmp_path: Path) -> None:
    content = eia.export(assessment(tmp_path, BODY), to="csv", draft=True)
    assert content.startswith("\ufeffassessment,".encode())
    assert content.endswith(b"\r\n")
    assert "nine;\n- close" in content.decode()


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+1",
        "-5",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\tx",
        "  =1",
        "'=1",
        '"=1"',
        "“=1”",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "\u00a0=1",
        "\u200b=1",
        "\ufeff=1",
        "\u202e=1",
        "' \" =1",
        "- a list",
    ],
)
def test_what_could_be_a_formula_gets_an_apostrophe(words: str) -> None:
    assert defused(words) == f"'{words}"
    assert as_meant(defused(words)) == words


@pytest.mark.parametrize(
    "words", ["", "June 2026", "’90s", "'90s", "5-6", "a=b", "£5", "1.a", "− 5", "<script>", "[1](@x)"]
)
def test_all_other_words_stay_as_they_are(words: str) -> None:
    assert defused(words) == words == as_meant(words)


@given(
    st.lists(st.lists(st.text("=+-@'\" \t\r\n,;a\u200b＝", max_size=5), min_size=2, max_size=2), min_size=1, max_size=3)
)
@settings(max_examples=50, deadline=None)
def test_whatever_stands_in_cells_can_be_read_back_and_is_no_formula(rows: list[list[str]]) -> None:
    content = table(rows)
    assert rows_of(content) == rows
    for row in csv.reader(StringIO(content.decode("utf-8-sig"), newline="")):
        assert not any(cell.lstrip(' "').startswith(tuple("=+-@\t\r＝")) for cell in row)


def test_a_table_that_nobody_changed_is_known_however_its_cells_are_quoted(tmp_path: Path) -> None:
    content = eia.export(assessment(tmp_path, BODY), to="csv", draft=True)
    again = StringIO(newline="")
    csv.writer(again, quoting=csv.QUOTE_ALL).writerows(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))
    assert actions.is_unchanged(content)
    assert actions.is_unchanged(again.getvalue().encode())
    assert not actions.is_unchanged(content.replace(b"high", b"low"))


@pytest.mark.parametrize("other", [b"", b"a,b\r\n1\r\n", b'"', b"\xff", b"id,does\r\n1.a,Build\r\n"])
def test_any_other_table_is_not_ours(other: bytes) -> None:
    assert not actions.is_unchanged(other)


def test_a_plan_without_actions_has_a_table_without_lines(tmp_path: Path) -> None:
    path = assessment(tmp_path, "title: T\n")
    assert lines(tmp_path, "title: T\n") == []
    for _ in range(2):
        assert within(tmp_path, "export", path, "--draft", "--to", "csv").code == 0


def test_several_assessments_give_a_table_each(tmp_path: Path) -> None:
    paths = [assessment(tmp_path, BODY, name=name) for name in ("one", "two")]
    assert within(tmp_path, "export", *paths, "--draft", "--to", "csv", "-o", "actions/").code == 0
    assert sorted(path.name for path in (tmp_path / "actions").iterdir()) == ["one.csv", "two.csv"]
    ran = within(tmp_path, "export", *paths, "--draft", "-o", "register.csv")
    assert ran.code == 2
    assert "register/" in ran.err


def test_a_cell_may_be_longer_than_python_takes_by_itself(tmp_path: Path) -> None:
    usual, long = csv.field_size_limit(), "a" * 90_000
    path = assessment(tmp_path, f"plan: {{actions: [{{id: 1.a, x-notes: [{long}, {long}]}}]}}\n")
    for _ in range(2):
        assert within(tmp_path, "export", path, "--draft", "--to", "csv").code == 0
    assert csv.field_size_limit() == usual


def test_what_is_lost_of_an_action_is_noticed(tmp_path: Path) -> None:
    dossier = eia.load(assessment(tmp_path, BODY))
    content = actions.write(dossier)
    assert proof.lacking(dossier, content) == ()
    for words in (
        b"R1",
        b"Open at nine",
        b"HYPERLINK",
        b"report: Q1",
        b"high",
        b"red",
        b"Second",
        b"just words",
        b"-5",
    ):
        lost = proof.lacking(dossier, content.replace(words, b"other"))
        assert {one.rule for one in lost} == {"dropped"}, words
    header, *rows = content.split(b"\r\n")
    assert len(proof.lacking(dossier, b"\r\n".join([header, *rows[1:]]))) > 3


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_the_table_of_every_sample_is_proved(name: str) -> None:
    dossier = eia.load(SAMPLES[name] / "assessment.eia.yaml")
    assert proof.lacking(dossier, actions.write(dossier)) == ()
