"""A first draft, half filled in and not free of mistakes: what it prints is true, and can be shown to a head of service."""

from __future__ import annotations

from pathlib import Path

import pytest

import eia
from eia.document.tree import Heading
from eia.files import DOCUMENTS, Format
from eia.publishing.build import build
from tests.asking import assessment
from tests.publishing.test_reads_well import cells, markdown, text, words

NOT_READ = "Could not be read: it stands at the end of the whole document"
ROW = "characteristics:\n  age:\n"


def section(folder: Path, body: str, title: str) -> str:
    """The Markdown under a heading."""
    return markdown(folder, body).partition(f"\n## {title}\n")[2].partition("\n## ")[0]


# Engagement that a row cites


@pytest.mark.parametrize(
    ("event", "printed"),
    [
        (
            "who: current permit holders\n    how: online survey\n    when: September to October 2026",
            "Current permit holders: Online survey, September to October 2026",
        ),
        ("who: residents\n    planned: spring 2027", "Residents: planned spring 2027"),
        ("how: online survey\n    when: May 2026", "Online survey: May 2026"),
        ("who: residents\n    how: interviews", "Residents: Interviews"),
        ("who: residents", "Residents"),
    ],
)
def test_engagement_under_evidence_says_who_how_and_when(tmp_path: Path, event: str, printed: str) -> None:
    body = f"engagement:\n  asked:\n    {event}\n{ROW}    evidence: asked\n"
    assert cells(tmp_path, body, "Equality impact")[1] == printed
    title = printed.partition(":")[0]
    assert f"[{title}](#{title.lower().replace(' ', '-')})" in markdown(tmp_path, body)


# What is not known

GAP = ROW + "    gaps:\n      - what: How many are carers.\n        how: We ask.\n      - what: Who drives.\n"
IN_BRIEF = "- **[Age](#age):**\n\n  - How many are carers.\n  - Who drives."


def test_the_gaps_of_rows_stand_under_what_is_not_known(tmp_path: Path) -> None:
    assert section(tmp_path, GAP, "What is not known").strip() == IN_BRIEF


def test_a_single_gap_of_a_row_stands_on_the_line_with_its_name(tmp_path: Path) -> None:
    body = ROW + "    gaps:\n      - what: Who drives.\n        how: We ask.\n"
    assert section(tmp_path, body, "What is not known").strip() == "- **[Age](#age):** Who drives."


def test_they_come_after_those_of_the_whole_assessment(tmp_path: Path) -> None:
    said = section(tmp_path, GAP + "gaps:\n  - what: Who reads this.\n", "What is not known")
    assert said.strip() == f"- Who reads this.\n{IN_BRIEF}"


def test_whoever_says_that_there_is_no_gap_does_not_contradict_a_row(tmp_path: Path) -> None:
    none = "gaps:\n  none: We asked everybody.\n"
    said = section(tmp_path, GAP + none, "What is not known")
    assert said.strip() == f"{IN_BRIEF}\n\n**No other gap is known:** We asked everybody."
    assert section(tmp_path, none, "What is not known").strip() == "**No gap is known:** We asked everybody."


def test_without_any_gap_there_is_no_answer(tmp_path: Path) -> None:
    said = section(tmp_path, f"{ROW}    gaps:\n      none: All is known.\n", "What is not known")
    assert said.strip() == "No answer is recorded"


# Mitigations


@pytest.mark.parametrize("none", ["none: Nobody loses.", "- none: Nobody loses."])
def test_that_there_is_none_says_what_there_is_none_of(tmp_path: Path, none: str) -> None:
    body = f"{ROW}    mitigations:\n      {none}\n"
    assert cells(tmp_path, body, "Equality impact")[2] == "There is no mitigation: Nobody loses."


# What could not be read


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("mitigations: 1.b", 2),
        ("mitigations:\n      - 1.b", 2),
        ("context: [a, b]", 1),
        ("evidence:\n      use: much", 1),
        ("gaps: Who drives.", 1),
        ("gaps:\n      - Who drives.", 1),
        ("answers: Yes", 1),
        ("impact:\n      - a: b", 3),
        ("impact:\n      - a: b\n    because: So.", 3),
        ("because: [a, b]", 3),
        ("not-assessed: [a, b]", 3),
        ("colour: red", 0),
    ],
)
def test_a_field_that_could_not_be_read_says_so_in_its_place(tmp_path: Path, row: str, column: int) -> None:
    said = cells(tmp_path, f"{ROW}    {row}\n", "Equality impact")
    assert [at for at, cell in enumerate(said) if NOT_READ in cell] == [column]
    assert [cell for cell in said if cell.count(NOT_READ) > 1] == []
    silent = {1: "No answer is recorded", 2: "No answer is recorded", 3: "Not yet assessed"}
    assert [at for at, cell in enumerate(said) if "No answer" in cell or "Not yet" in cell] == [
        at for at in silent if at != column
    ]


def test_what_could_be_read_in_the_same_place_is_still_there(tmp_path: Path) -> None:
    row = "mitigations:\n      - how: A ramp.\n      - 1.b\n    impact:\n      before: [[a]]\n      after: none\n"
    _, _, policy, impact = cells(tmp_path, f"{ROW}    {row}", "Equality impact")
    assert policy == f"A ramp.{NOT_READ}"
    assert impact == f"After mitigation: None{NOT_READ}"


def test_a_row_of_which_nothing_could_be_read_says_so_in_each_cell(tmp_path: Path) -> None:
    for body in ("characteristics:\n  age: older people\n", "characteristics: older people\n"):
        said = cells(tmp_path, body, "Equality impact")
        assert [cell for cell in said[1:] if cell != NOT_READ] == []


def test_a_key_that_stands_twice_says_so_beside_the_first(tmp_path: Path) -> None:
    said = cells(tmp_path, f"{ROW}    context: Once.\n    context: Twice.\n", "Equality impact")
    assert said[1] == f"Once.{NOT_READ}"


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("policy: We will.\n", "Policy and aims"),
        ("policy:\n  aims: [a, b]\n", "Policy and aims"),
        ("engagement: Everybody\n", "Engagement"),
        ("evidence: Much\n", "Evidence in full"),
        ("gaps: Many\n", "What is not known"),
        ("decision: Go on.\n", "Decision"),
        ("review: In May.\n", "Monitoring and review"),
        ("approvals: The director\n", "Sign-off"),
        ("plan:\n  actions: Many\n", "Action plan"),
        ("plan:\n  actions:\n    - id: 1.a\n      does: x\n      owner: me\n      due: [[May]]\n", "Action plan"),
    ],
)
def test_a_section_that_could_not_be_read_says_so(tmp_path: Path, body: str, title: str) -> None:
    said = section(tmp_path, body, title)
    assert NOT_READ in said
    assert "No answer" not in said
    assert "not stated" not in said


@pytest.mark.parametrize("to", DOCUMENTS)
def test_every_format_leads_from_there_to_the_end(tmp_path: Path, to: Format) -> None:
    body = f"{ROW}    mitigations: 1.b\n"
    assert NOT_READ in text(tmp_path, body, to)
    *_, last, _ = build(eia.load(assessment(tmp_path, body))).blocks
    assert isinstance(last, Heading)
    assert last.anchor == "unread"
    if to == "md":
        assert f"[{NOT_READ}](#what-could-not-be-read)" in markdown(tmp_path, body)


def test_what_was_read_is_never_said_to_be_unread(tmp_path: Path) -> None:
    assert NOT_READ not in markdown(tmp_path, GAP)


# The first page and the last


def test_a_role_begins_its_line_with_a_capital(tmp_path: Path) -> None:
    said = markdown(tmp_path, "people:\n  lead officer: Jo Bloggs\n  EDI adviser: Sam Day\n")
    assert "  Lead officer: Jo Bloggs\n" in said
    assert "  EDI adviser: Sam Day\n" in said


def test_what_is_about_the_file_stands_last_and_not_on_the_first_page(tmp_path: Path) -> None:
    blocks = build(eia.load(assessment(tmp_path, "format: 1\ntext:\n  appendix: More.\n"))).blocks
    first, last = words(*_said(blocks[0])), words(*_said(blocks[-1]))
    assert words(blocks[-2]) == "About this file"
    assert "Public sector equality duty" not in first
    assert "Public sector equality duty" in last
    assert "Format of the file: 1" in markdown(tmp_path, "format: 1\n").replace("*", "")


def _said(block: object) -> tuple[object, ...]:
    return tuple(said for _, said in getattr(block, "pairs", ()))
