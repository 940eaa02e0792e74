"""What a reader has who looks over a document: a glance, the contents, the coverage, abbreviations, points accepted, a code."""

from __future__ import annotations

from pathlib import Path

import pytest

import eia
from eia.document.tree import Contents, Document, Heading, Table
from eia.document.unfold import in_headings
from eia.model.abbreviation import introduced
from eia.publishing.build import build
from eia.publishing.code import code_of
from tests.asking import MENDED, assessment

COMPLETE = Path("assessments/library-hours-2026")

TWO_ROWS = """\
policy:
  aims: |
    The counter moves.

    It has been planned for years.
  affects: the public
characteristics:
  age:
    impact: negative
    because: The way is longer.
    mitigations:
      - how: A bus.
        actions: 1.a
    gaps:
      - what: Who drives.
  sex:
    not-assessed: Nothing changes here.
gaps:
  - what: Who comes.
plan:
  sections:
    - id: 1
      title: The way there
      actions:
        - id: 1.a
          does: A bus.
        - id: 1.b
          does: A bench.
    - id: 2
      title: The counter
      actions:
        - id: 2.a
          does: A chair.
"""


def section(folder: Path, body: str, title: str) -> str:
    """The Markdown under a heading."""
    said = eia.export(assessment(folder, body), to="md", draft=True).decode()
    return said.partition(f"\n## {title}\n")[2].partition("\n## ")[0].strip()


def printed(folder: Path, body: str) -> Document:
    return build(eia.load(assessment(folder, body)))


# At a glance


@pytest.mark.parametrize(
    "said",
    [
        "**What is decided:** The counter moves.\n",
        "**Who is affected:** The public",
        "- **Negative:** [Age](#age)\n",
        "- **Not assessed:** [Sex](#sex)\n",
        "- **Not yet assessed:** Disability, Gender reassignment,",
        "**Not known:** [In general (1)](#what-is-not-known), [Age (1)](#age)",
        "**Actions:** [3 (Action plan)](#action-plan)",
        "**Decision:** No answer is recorded",
    ],
)
def test_a_glance_says_what_is_decided_for_whom_and_what_is_not_known(tmp_path: Path, said: str) -> None:
    assert said in section(tmp_path, TWO_ROWS, "At a glance")


def test_a_glance_is_short(tmp_path: Path) -> None:
    assert "planned for years" not in section(tmp_path, TWO_ROWS, "At a glance")


def test_what_the_author_says_at_a_glance_stands_in_place_of_the_aims(tmp_path: Path) -> None:
    said = section(tmp_path, f"{TWO_ROWS}text:\n  glance: A counter goes.\n", "At a glance")
    assert said.startswith("A counter goes.\n\n**Decision:**")
    assert "The counter moves" not in said


def test_of_several_aims_each_is_told_by_itself(tmp_path: Path) -> None:
    body = "characteristics:\n  age:\n    impact:\n      eliminate: positive\n      foster: neutral\n"
    said = section(tmp_path, body, "At a glance")
    assert "- Foster good relations:\n\n  - **Neutral:** [Age](#age)" in said


# Contents


@pytest.mark.parametrize("folder", [MENDED, COMPLETE])
def test_the_contents_list_every_section_that_follows_them_and_no_piece_of_evidence(folder: Path) -> None:
    blocks = build(eia.load(folder / "assessment.eia.yaml")).blocks
    after = blocks[next(at for at, one in enumerate(blocks) if isinstance(one, Contents)) :]
    headings = [one for one in after if isinstance(one, Heading)]
    assert all(one.listed for one in headings if one.level == 1)
    evidence = [one for one in headings if one.anchor and one.anchor.startswith("evidence ")]
    assert evidence
    assert not any(one.listed for one in evidence)


# Coverage


def matrix(folder: Path, body: str) -> list[str]:
    return section(folder, body, "Coverage of the assessment").splitlines()


def test_the_coverage_has_a_column_for_each_section_of_the_plan(tmp_path: Path) -> None:
    head, _, age, *_ = matrix(tmp_path, TWO_ROWS)
    assert head.endswith(
        "| Expected impact | Evidence | Not known | Section 1: The way there | Section 2: The counter |"
    )
    assert age == "| [Age](#age) | Negative | – Nothing | 1 | ✓ [1.a](#1a) | – Nothing |"


def test_a_row_that_cites_a_whole_section_covers_all_its_actions(tmp_path: Path) -> None:
    _, _, age, *_ = matrix(tmp_path, TWO_ROWS.replace("actions: 1.a", "actions: all of 1"))
    assert "✓ [1.a](#1a), [1.b](#1b)" in age


def test_a_row_that_cites_all_actions_covers_them_all(tmp_path: Path) -> None:
    _, _, age, *_ = matrix(tmp_path, TWO_ROWS.replace("actions: 1.a", "actions: all"))
    assert age.endswith("| ✓ [1.a](#1a), [1.b](#1b) | ✓ [2.a](#2a) |")


def test_a_row_has_the_actions_of_the_row_that_it_has_its_mitigations_from(tmp_path: Path) -> None:
    same = "  race:\n    impact: negative\n    mitigations:\n      - as: age\ngaps:\n"
    rows = matrix(tmp_path, TWO_ROWS.replace("gaps:\n  -", f"{same}  -", 1))
    assert next(row for row in rows if "Race" in row).endswith("| ✓ [1.a](#1a) | – Nothing |")


def test_actions_stand_in_the_order_of_the_plan_and_each_once(tmp_path: Path) -> None:
    _, _, age, *_ = matrix(tmp_path, TWO_ROWS.replace("actions: 1.a", "actions: 1.b, 1.a; all of 1"))
    assert "✓ [1.a](#1a), [1.b](#1b) |" in age


def test_a_group_that_nobody_wrote_about_is_there_with_nothing(tmp_path: Path) -> None:
    assert "| Disability | Not yet assessed | – Nothing | – Nothing | – Nothing | – Nothing |" in matrix(
        tmp_path, TWO_ROWS
    )


def test_of_many_sections_all_actions_stand_in_one_column(tmp_path: Path) -> None:
    sections = "".join(f"    - id: {at}\n      title: S\n      actions:\n        - id: {at}.a\n" for at in range(1, 8))
    head, *_ = matrix(tmp_path, f"characteristics:\n  age:\nplan:\n  sections:\n{sections}")
    assert head.endswith("| Not known | Actions |")


def test_silence_is_not_taken_for_there_is_none(tmp_path: Path) -> None:
    none = TWO_ROWS.replace("    gaps:\n      - what: Who drives.", "    evidence:\n      none: Nobody asked.")
    _, _, age, *_ = matrix(tmp_path, none)
    assert age.startswith("| [Age](#age) | Negative | ○ There is none | – Nothing |")


def test_of_a_row_that_was_not_assessed_nothing_is_missing(tmp_path: Path) -> None:
    rows = matrix(tmp_path, TWO_ROWS)
    assert next(row for row in rows if "[Sex]" in row).split(" | ")[1:3] == ["Not assessed", "Not assessed"]


def test_an_aim_that_nobody_rated_is_told(tmp_path: Path) -> None:
    body = "characteristics:\n  age:\n    impact:\n      eliminate: positive\n"
    assert "Foster good relations: Not yet assessed" in section(tmp_path, body, "Coverage of the assessment")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The coverage in a web page in headings."""
    path = assessment(tmp_path_factory.mktemp("page"), TWO_ROWS)
    said = eia.export(path, to="html", draft=True, layout="headings").decode()
    return said.partition('aria-label="Coverage of the assessment"')[2].partition("</table>")[0]


def test_in_a_page_the_coverage_stays_a_table_in_either_layout(page: str) -> None:
    assert page.count("<tr>") == 10
    assert page.count('scope="row"') == 9


def test_in_a_page_a_sign_is_for_the_eye_and_words_say_the_same(page: str) -> None:
    assert '<span class="sign lacking" aria-hidden="true">–</span> Nothing' in page
    assert '<span class="sign there" aria-hidden="true">✓</span> <a href' in page


# Abbreviations


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the Mayor's Office for Policing and Crime (MOPAC)", "Mayor's Office for Policing and Crime"),
        ("violence against women and girls (VAWG) is", "violence against women and girls"),
        ("anti-social behaviour (ASB)", "anti-social behaviour"),
        ("British\nSign Language (BSL)", "British Sign Language"),
    ],
)
def test_an_abbreviation_is_explained_where_its_long_form_stands_before_it(words: str, found: str) -> None:
    assert [one.long for one in introduced(words)] == [found]


@pytest.mark.parametrize(
    "words",
    [
        "it is told below (BSL)",
        "British Language (BSL)",
        "(BSL)",
        "British **Sign** Language (BSL)",
        "a ramp (see 1.a)",
        "a bus (B)us",
        "",
    ],
)
def test_what_does_not_spell_out_an_abbreviation_explains_none(words: str) -> None:
    assert list(introduced(words)) == []


def test_what_the_officer_explains_comes_first(tmp_path: Path) -> None:
    body = "glossary:\n  BSL: A language of signs.\npolicy:\n  aims: More British Sign Language (BSL) and Easy Read (ER).\n"
    said = section(tmp_path, body, "Abbreviations")
    assert said == "- **BSL:** A language of signs.\n- **ER:** Easy Read"


def test_without_abbreviations_there_is_no_such_section(tmp_path: Path) -> None:
    assert "Abbreviations" not in eia.export(assessment(tmp_path, ""), to="md", draft=True).decode()


# Points considered and accepted


def test_what_a_remark_sets_aside_is_printed_with_its_reason(tmp_path: Path) -> None:
    body = TWO_ROWS.replace("id: 2.a", "id: 2.a # eia: ignore[uncited-action] -- It is for staff alone.")
    said = section(tmp_path, body, "Points considered and accepted")
    assert said.endswith("**Reason:** It is for staff alone.")
    assert "`2.a`" in said


def test_without_such_a_remark_there_is_no_such_section(tmp_path: Path) -> None:
    assert section(tmp_path, TWO_ROWS, "Points considered and accepted") == ""


# The code


def test_the_code_is_the_same_however_the_file_is_laid_out(tmp_path: Path) -> None:
    plain, loose = tmp_path / "plain", tmp_path / "loose"
    for folder in (plain, loose):
        folder.mkdir()
    said = code_of(eia.load(assessment(plain, "title: Ramps\n")))
    assert said == code_of(eia.load(assessment(loose, '# A remark.\ntitle:   "Ramps"\n\n')))


@pytest.mark.parametrize("body", ["title: ramps\n", "title:\n", "", "body: Ramps\n", "title: Ramps\nunit: R\n"])
def test_the_code_changes_with_every_word(tmp_path: Path, body: str) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
    assert code_of(eia.load(assessment(one, "title: Ramps\n"))) != code_of(eia.load(assessment(other, body)))


# In headings


@pytest.mark.parametrize("folder", [MENDED, COMPLETE])
def test_in_headings_no_table_is_wider_than_a_narrow_screen(folder: Path) -> None:
    blocks = in_headings(build(eia.load(folder / "assessment.eia.yaml"))).blocks
    assert not any(isinstance(one, Table) and one.wide for one in blocks)


def test_in_headings_each_row_has_a_heading_and_each_column_one_below_it(tmp_path: Path) -> None:
    said = eia.export(assessment(tmp_path, TWO_ROWS), to="md", draft=True, layout="headings").decode()
    assert "\n### Age\n\n#### Context\n" in said
    assert "\n#### Impact\n\n**Negative**\n\nThe way is longer.\n" in said
    assert "- **[Age](#age)** – **Expected impact:** Negative; **Evidence:** – Nothing; **Not known:** 1;" in said


@pytest.mark.slow
@pytest.mark.parametrize("folder", [MENDED, COMPLETE])
def test_in_headings_no_level_is_skipped(folder: Path) -> None:
    blocks = in_headings(build(eia.load(folder / "assessment.eia.yaml"))).blocks
    levels = [one.level for one in blocks if isinstance(one, Heading)]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))
