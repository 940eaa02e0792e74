"""A form in stages, as some forms are: chapters over sections, a column for each stage, keys and people of its own."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import eia
from eia.document.tree import Block, Heading, Table
from eia.linting import lint
from eia.publishing import markdown
from eia.publishing.build import build
from tests.publishing.own_form import own_form
from tests.publishing.test_reads_well import words

FORM = """\
profile: midshire
extends: plain
title: Midshire in stages
language: en-GB
groups:
  age: Age
  sex: Sex
  carers: {label: Carers, local: the town}
aims:
  eliminate: End unfair treatment
  advance: {label: Open doors, except: carers}
levels: [none, low, high]
ratings:
  none: {label: No effect, means: none, level: none, score: 0}
  low: {label: Low, means: negative, level: low, score: 4}
  high: {label: High, means: negative, level: high, score: 12}
stages:
  before: Before
  after: After
rated-by: stages
people: lead officer, adviser
own-keys:
  x-cost-centre: Cost centre
  plan.actions.x-risk: Risk
  decision.x-minute: Minute
duties:
  rural: Rural needs
questions:
  framing:
    label: What was the result of the framing exercise?
    section: first-stage
  asked:
    label: Who was asked?
    choices: staff, users, unions
    takes: several
  distance:
    label: How far is the next bus?
    of: rural
headings:
  costs: What it costs
required:
  in-review: [x-cost-centre, plan.actions.x-risk]
layout:
  order: introduction, policy, evidence, assessment, costs, decision
  chapters:
    first-stage:
      label: "Stage 1: What we know"
      holds: policy, evidence
    second-stage:
      label: "Stage 2: What it means"
      holds: assessment, costs
  columns:
    facts: {label: What we know, holds: "context, evidence", section: evidence, width: 60}
    before: {label: Before, holds: impact, of: before, width: 15}
    doing: {label: What we do, holds: "mitigations, because"}
    after: {label: After, holds: impact, of: after, width: 15}
"""

BODY = """\
status: in-review
x-cost-centre: "4711"
policy:
  aims: To swim more.
evidence:
  swimmers:
    says: Few swim.
text:
  costs: Two pounds a visit.
answers:
  framing: That much is unknown.
  asked: staff, Unions
characteristics:
  age:
    context: Many children swim.
    evidence: swimmers
    impact:
      before: high
      after: none to low
    because:
      before: The bus is dear.
    mitigations:
      - how: A cheaper ticket.
  sex:
    impact: low
    because: Women swim less.
duties:
  rural:
    context: Few buses.
    answers:
      distance: Two miles.
plan:
  actions:
    - id: 1.a
      does: Lower the fee.
      x-risk: Fewer staff.
    - id: 1.b
      does: Ask.
decision:
  outcome: Go on
  x-minute: "12"
"""


def blocks(folder: Path, body: str = BODY, form: str = FORM) -> tuple[Block, ...]:
    return build(eia.load(own_form(folder, body, form))).blocks


def text(folder: Path, body: str = BODY, form: str = FORM) -> str:
    return markdown.write(build(eia.load(own_form(folder, body, form)))).decode()


def wide(folder: Path, body: str = BODY, form: str = FORM) -> list[Table]:
    return [one for one in blocks(folder, body, form) if isinstance(one, Table) and one.wide]


def lines(table: Table) -> list[list[str]]:
    return [[words(cell) for cell in row.cells] for row in table.rows]


def messages(folder: Path, body: str, form: str = FORM) -> list[str]:
    return [f"{one.rule}: {one.message}" for one in lint([own_form(folder, body, form)]).diagnostics]


# Chapters


def test_a_chapter_is_a_heading_over_its_sections(tmp_path: Path) -> None:
    found = [(one.level, words((one,))) for one in blocks(tmp_path) if isinstance(one, Heading) and one.level < 3]
    at = found.index((1, "Stage 1: What we know"))
    assert found[at : at + 3] == [(1, "Stage 1: What we know"), (2, "Policy and aims"), (2, "Evidence and background")]
    assert (1, "Stage 2: What it means") in found
    assert (2, "What it costs") in found
    assert (1, "Decision") in found


def test_a_chapter_stands_where_the_first_of_its_sections_would(tmp_path: Path) -> None:
    said = re.findall("^## (.*)$", text(tmp_path), re.M)
    assert said[2:5] == ["Stage 1: What we know", "Stage 2: What it means", "Decision"]


def test_what_a_chapter_itself_says_stands_under_its_heading(tmp_path: Path) -> None:
    after = text(tmp_path).partition("## Stage 1: What we know\n")[2].strip()
    assert after.startswith("**What was the result of the framing exercise?** That much is unknown.")


def test_a_chapter_of_which_nothing_is_printed_has_no_heading(tmp_path: Path) -> None:
    form = FORM.replace("holds: assessment, costs", "holds: costs").replace(
        "people:", "kinds: {full: {label: Full}}\npeople:"
    )
    assert "Stage 2" not in text(tmp_path, "kind: full\n", form)
    assert "Stage 2" in text(tmp_path, BODY, form)


# Columns


def test_a_column_of_another_section_stands_there_with_the_names_of_the_rows(tmp_path: Path) -> None:
    facts = wide(tmp_path)[0]
    assert facts.head == ("Group", "What we know")
    assert lines(facts)[0] == ["Age", "Many children swim.Few swim."]
    assert lines(facts)[2] == ["CarersLocal addition", "No answer is recorded"]
    evidence = text(tmp_path).partition("### Evidence and background\n")[2].partition("\n### ")[0]
    assert "Many children swim." in evidence


def test_a_column_is_about_its_stage_alone(tmp_path: Path) -> None:
    table = wide(tmp_path)[1]
    assert table.head == ("Group", "Before", "What we do", "After")
    age = lines(table)[0]
    assert age[1] == "High (12)"
    assert "A cheaper ticket." in age[2]
    assert "Before: The bus is dear." in age[2]
    assert age[3] == "No effect (0) to Low (4)"


def test_a_row_that_is_rated_once_is_not_rated_at_its_stages(tmp_path: Path) -> None:
    sex = lines(wide(tmp_path)[1])[1]
    assert sex[1] == sex[3] == "Not yet assessed"
    assert "Low (4)" in sex[2]


def test_an_aim_that_is_not_owed_is_not_asked_of_the_group(tmp_path: Path) -> None:
    form = (
        FORM.replace("rated-by: stages", "rated-by: aims")
        .replace("of: before", "of: eliminate")
        .replace("of: after", "of: advance")
    )
    rows = {row[0]: row for row in lines(wide(tmp_path, "kind: x\n", form)[1])}
    assert rows["Age"][1:4:2] == ["Not yet assessed", "Not yet assessed"]
    assert rows["CarersLocal addition"][1:4:2] == ["Not yet assessed", "Not asked of this group"]


def test_a_citation_leads_to_the_row_of_the_table_and_not_to_that_of_another_section(tmp_path: Path) -> None:
    facts, table, *_ = wide(tmp_path)
    said = {name: [row.anchor for row in one.rows] for name, one in (("facts", facts), ("table", table))}
    assert said["table"] == ["row age", "row sex", "line characteristics carers"]
    assert said["facts"] == [f"line characteristics {name} in evidence" for name in ("age", "sex", "carers")]


KEYS = ("context", "evidence", "mitigations", "impact", "because", "gaps", "answers", "not-assessed")
FULL = """\
evidence:
  swimmers: {says: Seen swimming}
characteristics:
  age:
    context: Told in context
    evidence: swimmers
    mitigations: [{how: Done about it}]
    impact: {before: high, after: low}
    because: {before: Reason at first, after: Reason at last}
    gaps: [{what: Gap of age}]
    answers: {colour: Answer of age}
  sex:
    impact: none
    because: Reason of sex
  carers:
    not-assessed: Refused for carers
    impact: {eliminate: high, after: low}
    because: {eliminate: Reason for an aim}
"""
SAID = (
    "Told in context",
    "Seen swimming",
    "Done about it",
    "High (12)",
    "Low (4)",
    "Reason at first",
    "Reason at last",
    "Gap of age",
    "Answer of age",
    "No effect (0)",
    "Reason of sex",
    "Refused for carers",
    "Reason for an aim",
)


@st.composite
def layouts(draw: st.DrawFn) -> str:
    """Columns as somebody may name them: any keys in any of them, for any stage or aim, in any section."""
    columns = []
    for number in range(draw(st.integers(1, 5))):
        holds = ", ".join(draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True)))
        of = draw(st.sampled_from(("", ", of: before", ", of: after", ", of: eliminate")))
        section = draw(st.sampled_from(("", ", section: evidence", ", section: costs")))
        columns.append(f'    c{number}: {{label: C{number}, holds: "{holds}"{of}{section}}}\n')
    return FORM[: FORM.index("  columns:")] + "  columns:\n" + "".join(columns)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(layouts())
def test_whatever_the_columns_are_nothing_that_a_row_says_is_lost(form: str) -> None:
    with TemporaryDirectory() as folder:
        said = markdown.write(build(eia.load(own_form(Path(folder), FULL, form, right=False)))).decode()
    assert [one for one in SAID if one not in said] == []


# Keys and people of its own


def test_keys_of_its_own_are_printed_under_their_labels_where_they_stand(tmp_path: Path) -> None:
    said = text(tmp_path)
    assert "**Cost centre:** 4711" in said
    assert "**Minute:** 12" in said
    plan = said.partition("## Action plan\n")[2]
    assert "**Risk:** Fewer staff." in plan


def test_a_key_of_its_own_that_is_required_and_not_answered_says_so_in_lint_and_document(tmp_path: Path) -> None:
    body = BODY.replace('x-cost-centre: "4711"\n', "").replace('  x-minute: "12"\n', "")
    assert "**Cost centre:** No answer is recorded" in text(tmp_path, body)
    assert "Minute" not in text(tmp_path, body)
    assert "missing-answer: `x-cost-centre:` is not answered" in messages(tmp_path, body)
    assert "missing-answer: `x-risk:` of `1.b` is not answered" in messages(tmp_path, body)


# Questions


def test_several_answers_are_each_one_of_the_choices(tmp_path: Path) -> None:
    assert "**Who was asked?** staff, unions" in text(tmp_path)
    assert not any("no answer" in one for one in messages(tmp_path, BODY))
    wrong = BODY.replace("staff, Unions", "staff, cats")
    assert "unknown-choice: `cats` is no answer that this question takes" in messages(tmp_path, wrong)


def test_a_question_of_a_duty_is_asked_in_its_row(tmp_path: Path) -> None:
    duty = wide(tmp_path)[2]
    assert "How far is the next bus? Two miles." in words(tuple(block for cell in duty.rows[0].cells for block in cell))
    unanswered = BODY.replace("    answers:\n      distance: Two miles.\n", "")
    assert any("`distance` is asked of `rural` and not answered" in one for one in messages(tmp_path, unanswered))


# Versions


def test_versions_stand_in_a_table_of_their_own(tmp_path: Path) -> None:
    body = "history:\n  - version: 1.0\n    date: 3 May 2026\n    by: Pools Manager\n    change: Begun.\n  - change: More.\n"
    said = text(tmp_path, body).partition("## Versions of this document\n")[2].strip().splitlines()
    assert said[2] == "| 1.0 | 3 May 2026 | Pools Manager | Begun. |"
    assert said[3].count("No answer is recorded") == 3
    assert "Versions" not in text(tmp_path, "title: x\n")
