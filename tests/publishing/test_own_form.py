"""The document speaks the form that the assessment follows: its sections, columns, words, questions, signatures."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

import eia
from eia.document.tree import Table
from eia.publishing import markdown
from eia.publishing.build import build
from tests.publishing.own_form import ASSESSMENT, FORM, own_form
from tests.publishing.test_reads_well import words

GOLDEN = Path(__file__).parent / "own_form.md"
ROW = "characteristics:\n  age:\n"
COLUMNS = FORM[FORM.index("  columns:") :]


def text(folder: Path, body: str, form: str = FORM) -> str:
    return markdown.write(build(eia.load(own_form(folder, body, form)))).decode()


def section(folder: Path, body: str, title: str, form: str = FORM) -> str:
    """The Markdown under a heading, or nothing where there is no such heading."""
    return text(folder, body, form).partition(f"\n## {title}\n")[2].partition("\n## ")[0].strip()


def headings(folder: Path, body: str, form: str = FORM) -> list[str]:
    return re.findall("^## (.*)$", text(folder, body, form), re.M)


def table(folder: Path, body: str, form: str = FORM) -> Table:
    return next(
        one for one in build(eia.load(own_form(folder, body, form))).blocks if isinstance(one, Table) and one.wide
    )


def cells(folder: Path, body: str, form: str = FORM) -> list[str]:
    return [words(cell) for cell in table(folder, body, form).rows[0].cells]


def test_the_whole_document_reads_as_it_did(tmp_path: Path) -> None:
    said = text(tmp_path, ASSESSMENT)
    if os.environ.get("EIA_GOLDEN") == "write":
        GOLDEN.write_text(said, encoding="utf-8")
    assert said == GOLDEN.read_text("utf-8")


# Sections


def test_the_sections_stand_in_the_order_of_the_form(tmp_path: Path) -> None:
    said = headings(tmp_path, ASSESSMENT)
    order = ["What it costs", "Sign-off", "Policy and aims", "Engagement"]
    assert [one for one in said if one in order] == order


def test_a_section_that_a_form_leaves_out_is_printed_only_if_somebody_wrote_it(tmp_path: Path) -> None:
    form = "profile: midshire\nextends: other\nwithout: headings.costs, questions.fees\n"
    other = tmp_path / "profiles" / "other" / "profile.eia.yaml"
    other.parent.mkdir(parents=True)
    other.write_text(FORM.replace("profile: midshire", "profile: other"), encoding="utf-8")
    assert section(tmp_path, "text:\n  costs: Two pounds.\n", "Costs", form) == "Two pounds."
    assert not {"Costs", "What it costs"} & set(headings(tmp_path, "kind: full\n", form))


def test_a_heading_of_the_forms_own_opens_with_prose(tmp_path: Path) -> None:
    assert section(tmp_path, "text:\n  costs: Two pounds.\nkind: quick\n", "What it costs") == "Two pounds."


@pytest.mark.parametrize("heading", ["Evidence in full", "Decision", "Monitoring and review", "Action plan"])
def test_a_part_that_the_kind_does_not_hold_is_not_missed(tmp_path: Path, heading: str) -> None:
    assert heading in headings(tmp_path, "kind: full\n")
    assert heading in headings(tmp_path, "kind: Quite another\n")
    assert heading not in headings(tmp_path, "kind: quick\n")


def test_what_the_kind_does_not_hold_and_somebody_wrote_is_printed(tmp_path: Path) -> None:
    body = "kind: quick\nreview:\n  by: Jo\nsources:\n  one:\n    title: A book\ncharacteristics:\n  age:\n    impact: none\n"
    assert section(tmp_path, body, "Monitoring and review") == "- **By:** Jo"
    assert "A book" in section(tmp_path, body, "Sources")
    assert "No effect" in section(tmp_path, body, "Equality impact assessment")


def test_a_part_that_could_not_be_read_is_never_left_out(tmp_path: Path) -> None:
    for part, heading in (("review", "Monitoring and review"), ("related", "Related assessments and documents")):
        body = f"kind: quick\n{part}:\n  - [a, b]\n"
        assert "Could not be read" in section(tmp_path, body, heading)


def test_a_kind_that_names_the_screening_misses_it(tmp_path: Path) -> None:
    assert section(tmp_path, "kind: quick\n", "Screening") == "No answer is recorded"
    assert "Screening" not in headings(tmp_path, "kind: full\n")


# Columns


def test_the_columns_are_those_of_the_form(tmp_path: Path) -> None:
    said = table(tmp_path, ASSESSMENT)
    assert said.head == ("Group", "What we know", "What we do", "What we expect")
    assert said.widths == (15, 30, 20, 35)


def test_what_no_column_holds_stands_in_the_last(tmp_path: Path) -> None:
    row = "    gaps:\n      none: All is known.\n    answers:\n      needs: Warm water.\n    mitigations:\n      none: No need.\n"
    *_, policy, last = cells(tmp_path, f"{ROW}{row}")
    assert policy == "There is no mitigation: No need."
    assert "No gap is known: All is known." in last
    assert "What do these people need? Warm water." in last


@pytest.mark.parametrize(
    ("widths", "shares"),
    [
        (("30", "20", "35"), (15, 30, 20, 35)),
        (("30%", "wide", "35"), (23, 21, 21, 35)),
        (("50", "50", "50"), (5, 31, 31, 31)),
    ],
)
def test_the_names_of_the_rows_keep_what_the_columns_leave(
    tmp_path: Path, widths: tuple[str, ...], shares: tuple[int, ...]
) -> None:
    said = iter(widths)
    form = re.sub(r"width: \d+", lambda _: f"width: {next(said)}", FORM)
    blocks = build(eia.load(own_form(tmp_path, ASSESSMENT, form, right=False))).blocks
    assert next(one for one in blocks if isinstance(one, Table) and one.wide).widths == shares


def test_reasons_in_a_column_of_their_own_say_what_they_are_the_reasons_for(tmp_path: Path) -> None:
    form = FORM.replace("holds: mitigations", "holds: because").replace("holds: impact, because", "holds: impact")
    _, _, reasons, impact = cells(tmp_path, ASSESSMENT, form)
    assert reasons == "End unfair treatment: The bus is dear."
    assert impact.startswith("End unfair treatment: Minor effectOpen doors: No effect")


# Groups


def test_only_a_group_that_is_no_part_of_another_is_missed(tmp_path: Path) -> None:
    said = [words(row.cells[0][0]) for row in table(tmp_path, "kind: full\n").rows]
    assert said == ["Age", "Disability", "Carers"]


def test_a_group_says_what_it_is_a_part_of_and_that_it_is_a_local_addition(tmp_path: Path) -> None:
    names = [words(row.cells[0]) for row in table(tmp_path, ASSESSMENT).rows]
    assert names == ["Age", "Children under fivePart of: Age", "Disability", "CarersLocal addition"]


def test_a_group_with_a_law_of_ones_own_is_still_a_local_addition(tmp_path: Path) -> None:
    form = FORM.replace("    label: Carers\n", "    label: Carers\n    law: duty\n")
    assert "Local addition" in text(tmp_path, ASSESSMENT, form)


# Words


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        ("kind: quick", "**Kind of assessment:** Quick check"),
        ("kind: Quick check", "**Kind of assessment:** Quick check"),
        ("kind: half-hearted", "**Kind of assessment:** Half-hearted"),
        ("screening:\n  outcome: enough", "**Outcome:** The quick check is enough"),
        ("screening:\n  outcome: yes", "**Outcome:** Yes"),
        ("decision:\n  outcome: no", "**Outcome:** We stop"),
        ("decision:\n  outcome: perhaps", "**Outcome:** Perhaps"),
    ],
)
def test_a_word_of_the_form_prints_its_label_and_any_other_itself(tmp_path: Path, body: str, fact: str) -> None:
    assert f"{fact}\n" in text(tmp_path, f"{body}\n")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("minor", "Minor effect"),
        ("Slight", "Minor effect"),
        ("MAJOR", "MAJOR"),
        ("major", "Major"),
        ("none to minor", "No effect to Minor effect"),
        ("minor, major", "Minor effect, major"),
        ("so so", "So so"),
        ("none to nowhere", "None to nowhere"),
    ],
)
def test_a_rating_prints_its_label_and_without_one_itself(tmp_path: Path, written: str, printed: str) -> None:
    assert cells(tmp_path, f"{ROW}    impact: {written}\n")[3].startswith(f"{printed}End unfair treatment:")


# What is rated


def test_every_aim_that_reaches_the_group_is_asked_for(tmp_path: Path) -> None:
    silent = "End unfair treatment: Not yet assessedOpen doors: Not yet assessed"
    assert cells(tmp_path, f"{ROW}    context: Few.\n")[3].startswith(silent)
    carers = text(tmp_path, ASSESSMENT).partition("Carers\n")[2].partition("\n## ")[0]
    assert "Open doors" not in carers


def test_of_a_row_that_was_not_assessed_no_aim_is_asked_for(tmp_path: Path) -> None:
    assert cells(tmp_path, f"{ROW}    not-assessed: No need.\n")[3] == "Not assessed: No need."


def test_of_a_rating_that_could_not_be_read_no_aim_is_asked_for(tmp_path: Path) -> None:
    said = cells(tmp_path, f"{ROW}    impact:\n      - [a, b]\n")[3]
    assert "Not yet assessed" not in said
    assert said.count("Could not be read") == 1


def test_a_further_duty_is_rated_as_it_says_itself(tmp_path: Path) -> None:
    said = section(tmp_path, "duties:\n  climate:\n    context: Gas.\n", "Further duties")
    assert "**At first:** Not yet assessed" in said
    assert "**In the end:** Not yet assessed" in said
    assert "End unfair treatment" not in said


def test_further_duties_of_the_form_that_nobody_wrote_about_are_missed(tmp_path: Path) -> None:
    assert re.findall("^### .*?([A-Z].*)$", section(tmp_path, "kind: full\n", "Further duties"), re.M) == [
        "Fair transition",
        "Welsh language",
    ]
    assert section(tmp_path, "duties:\n  none: We looked.\n", "Further duties") == "**There is none:** We looked."
    assert "Further duties" not in headings(tmp_path, "kind: quick\n")


# Questions


def test_a_question_is_asked_with_its_number_and_answered_in_its_section(tmp_path: Path) -> None:
    said = section(tmp_path, "answers:\n  any-effect:\n    answer: yes\n    because: So.\n", "Questions and answers")
    assert said.startswith("**2a Is anybody affected?** Yes\n\nSo.")


def test_a_question_that_depends_on_another_is_asked_only_where_that_was_answered_so(tmp_path: Path) -> None:
    asked = "**2b How many people are affected?**"
    for answer, printed in (("Yes", f"{asked} No answer is recorded"), ("No", ""), ("Not known", "")):
        said = section(tmp_path, f"answers:\n  any-effect: {answer}\n", "Questions and answers")
        assert (asked in said) is bool(printed)
        assert printed in said


def test_an_answer_to_what_is_not_asked_is_printed_all_the_same(tmp_path: Path) -> None:
    body = "kind: quick\nanswers:\n  any-effect: No\n  how-many: Three.\n  fees: Yes\n  colour: Blue\n"
    assert "**2b How many people are affected?** Three." in section(tmp_path, body, "Questions and answers")
    assert "**colour:** Blue" in section(tmp_path, body, "Questions and answers")
    assert section(tmp_path, body, "What it costs") == "**Are there fees?** Yes"


def test_a_question_of_another_kind_is_not_asked(tmp_path: Path) -> None:
    assert section(tmp_path, "kind: full\n", "What it costs") == "**Are there fees?** No answer is recorded"
    assert "What it costs" not in headings(tmp_path, "kind: quick\n")


def test_a_group_is_asked_in_its_row_and_only_what_is_asked_of_it(tmp_path: Path) -> None:
    assert "What do these people need? No answer is recorded" in cells(tmp_path, f"{ROW}    context: Few.\n")[3]
    assert "interpreters" not in cells(tmp_path, f"{ROW}    context: Few.\n")[3]
    said = section(tmp_path, "characteristics:\n  disability:\n    context: Few.\n", "Equality impact assessment")
    assert "**7 Are there interpreters?** No answer is recorded" in said


def test_an_answer_that_could_not_be_read_is_said_to_be_so_once(tmp_path: Path) -> None:
    said = cells(tmp_path, f"{ROW}    impact:\n      eliminate: none\n      advance: none\n    answers: Yes\n")[3]
    assert said.count("Could not be read") == 1
    assert "No answer" not in said
    assert "Could not be read" in section(tmp_path, "answers: Yes\n", "Questions and answers")


def test_what_an_answer_cites_is_cited_from_the_section_of_its_question(tmp_path: Path) -> None:
    body = "answers:\n  who-was-asked: All, see [@1.a].\nplan:\n  actions:\n    - id: 1.a\n      does: Ask.\n"
    assert section(tmp_path, body, "Action plan").endswith("**Cited by:** [Engagement](#engagement)")


# Signatures


def rows(said: str) -> list[str]:
    return [line for line in said.splitlines() if line.startswith("| ")][2:]


def test_whoever_has_yet_to_sign_is_named(tmp_path: Path) -> None:
    assert rows(section(tmp_path, "kind: quick\n", "Sign-off")) == [
        "| Head of service | Not signed |",
        "| Equality adviser | Not signed |",
    ]
    assert rows(section(tmp_path, "kind: full\n", "Sign-off"))[2:] == ["| Cabinet member | Not signed |"]


def test_a_signature_is_in_a_capacity_by_as_or_by_its_role(tmp_path: Path) -> None:
    body = (
        "kind: full\napprovals:\n  - role: Jo\n    as: lead\n  - role: equality adviser\n  - role: Friend of the pool\n"
        "  - as: member\n"
    )
    said = [row.split(" | ")[0] for row in rows(section(tmp_path, body, "Sign-off"))]
    assert said == [
        "| **Head of service:** Jo",
        "| Equality adviser",
        "| Friend of the pool",
        "| Cabinet member",
    ]


def test_where_the_kind_is_not_signed_nobody_is_missed(tmp_path: Path) -> None:
    form = FORM.replace("holds: policy, screening, answers, approvals", "holds: policy")
    assert "Sign-off" not in headings(tmp_path, "kind: quick\n", form)


def test_signatures_that_could_not_be_read_are_not_said_to_be_missing(tmp_path: Path) -> None:
    said = section(tmp_path, "approvals: Jo signed\n", "Sign-off")
    assert "Could not be read" in said
    assert "Not signed" not in said


def test_a_declaration_stands_above_the_signatures_or_in_its_section(tmp_path: Path) -> None:
    said = section(tmp_path, "kind: quick\nscreening:\n  outcome: Enough\n", "Sign-off")
    assert said.startswith("**Declaration:** We have read this check.\n\n| Role")
    screened = section(tmp_path, "kind: quick\nscreening:\n  outcome: Enough\n", "Screening")
    assert screened.endswith("**Declaration:** Nobody is worse off.")


def test_a_declaration_of_another_kind_or_outcome_is_not_made(tmp_path: Path) -> None:
    said = text(tmp_path, "kind: quick\nscreening:\n  outcome: go-on\n")
    assert "Nobody is worse off" not in said
    assert "The long check was published" not in said
