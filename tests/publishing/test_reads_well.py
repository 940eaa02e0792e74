"""What somebody who signs the document reads: nothing said that is not so, nothing twice, nothing in other words."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

import eia
from eia.document.tree import Again, Blocks, Heading, Jump, NoteMark, Paragraph, Table, Words
from eia.files import DOCUMENTS, Format
from eia.model.figure import Figures
from eia.model.prose import Prose
from eia.publishing import typeset
from eia.publishing.build import build
from eia.publishing.voice import Voice
from tests.asking import PUBLISHED, assessment
from tests.publishing.html_reading import page_text
from tests.publishing.test_nothing_is_dropped import EVERYTHING, markdown_text, word_text

COMPLETE = Path("assessments/library-hours-2026")
HELD = "\N{NO-BREAK SPACE}"
PLAN = "plan:\n  actions:\n    - id: 1.a\n      does: Build a ramp.\n    - id: 1.b\n      does: Ask.\n"


def markdown(folder: Path, body: str) -> str:
    return eia.export(assessment(folder, body), to="md", draft=True).decode()


def text(folder: Path, body: str, to: Format) -> str:
    content = eia.export(assessment(folder, body), to=to, draft=True)
    return {"docx": word_text, "html": page_text, "md": markdown_text}[to](content)


def table(folder: Path, body: str, place: str) -> Table:
    """The table that stands under the heading of a place."""
    blocks = iter(build(eia.load(assessment(folder, body))).blocks)
    assert next(one for one in blocks if isinstance(one, Heading) and place in words(one))
    return next(one for one in blocks if isinstance(one, Table))


def words(*blocks: object) -> str:
    found: list[str] = []
    for one in blocks:
        match one:
            case Words(said):
                found.append(said)
            case tuple():
                found.append(words(*one))
            case _ if hasattr(one, "content"):
                found.append(words(one.content))
            case _ if hasattr(one, "items"):
                found.append(words(one.items))
    return "".join(found)


def cells(folder: Path, body: str, place: str, row: int = 0) -> list[str]:
    return [words(cell) for cell in table(folder, body, place).rows[row].cells]


# A row that was not assessed


def test_a_row_that_was_not_assessed_says_so_and_gives_its_reason_once(tmp_path: Path) -> None:
    body = "characteristics:\n  age:\n    not-assessed: Nothing changes for anybody.\n"
    _, context, policy, impact = cells(tmp_path, body, "Equality impact")
    assert (context, policy) == ("Not assessed", "Not assessed")
    assert impact == "Not assessed: Nothing changes for anybody."


def test_what_a_row_that_was_not_assessed_does_say_is_printed(tmp_path: Path) -> None:
    body = "characteristics:\n  age:\n    context: Few come.\n    not-assessed: Nothing changes.\n"
    assert cells(tmp_path, body, "Equality impact")[1:3] == ["Few come.", "Not assessed"]


# Footnote marks

SOURCES = "sources:\n  one:\n    title: First\n  two:\n    title: Second\n"


@pytest.mark.parametrize(
    "said",
    ["x [@one] [@two].", "x[@one][@two].", "x [@one]\n      [@two].", "x *[@one]* [@two].", "**x [@one]** [@two]."],
)
def test_two_marks_side_by_side_are_two_numbers(tmp_path: Path, said: str) -> None:
    body = f"{SOURCES}policy:\n  aims: |\n      {said}\n"
    assert re.search(r"x[*]*\[\^1\]\*{0,2} \[\^2\]\.", markdown(tmp_path, body))
    assert "x,." in text(tmp_path, body, "docx")


def test_the_marks_of_two_sources_of_a_fact_are_two_numbers(tmp_path: Path) -> None:
    body = SOURCES + "evidence:\n  few:\n    says: Few come\n    source: one; two\n"
    assert "[^1] [^2]" in markdown(tmp_path, body)


def test_marks_with_a_sign_between_them_need_no_other(tmp_path: Path) -> None:
    body = f"{SOURCES}policy:\n  aims: x [@one], [@two] and y [@one].\n"
    assert "x[^1],[^2] and y[^1]." in markdown(tmp_path, body)
    assert "x, and y." in text(tmp_path, body, "docx")


# Names of the officer's own

OWN = {
    "figures of engagement": "engagement:\n  asked:\n    who: Everybody\n    figures:\n      {key}: 12\n",
    "questions of a row": "characteristics:\n  age:\n    answers:\n      {key}: Sometimes\n",
    "questions of the form": "answers:\n  {key}: Sometimes\n",
    "steps of an action": "plan:\n  actions:\n    - id: 1.a\n      due:\n        {key}: March 2026\n",
}


@pytest.mark.parametrize("to", DOCUMENTS)
@pytest.mark.parametrize("key", ["before", "note", "people", "for", "advance", "age"])
@pytest.mark.parametrize("place", OWN)
def test_a_name_that_the_officer_gave_is_printed_as_it_was_written(
    tmp_path: Path, place: str, key: str, to: Format
) -> None:
    said = text(tmp_path, OWN[place].format(key=key), to)
    assert re.search(rf"\b{key}:\s+(?:12|Sometimes|March 2026)", said), said


@pytest.mark.parametrize("key", ["note", "people", "advance"])
def test_a_row_is_not_called_by_a_word_of_the_document_or_an_aim(tmp_path: Path, key: str) -> None:
    assert cells(tmp_path, f"duties:\n  {key}:\n    impact: neutral\n", "Further duties")[0] == key.capitalize()


@pytest.mark.parametrize("fact", ["kind: advance", "policy:\n  change: note", "decision:\n  outcome: for"])
def test_an_answer_is_not_taken_for_a_word_of_the_document(tmp_path: Path, fact: str) -> None:
    value = fact.rpartition(" ")[2]
    assert f":** {value.capitalize()}\n" in markdown(tmp_path, fact + "\n")


def test_aims_stages_and_steps_are_called_by_the_words_of_the_profile(tmp_path: Path) -> None:
    body = (
        "characteristics:\n  age:\n    impact:\n      before: negative\n  sex:\n    impact:\n      foster: none\n"
        "plan:\n  actions:\n    - id: 1.a\n      due:\n        begin: March 2026\n"
    )
    said = markdown(tmp_path, body)
    for label in ("**Before mitigation:** Negative", "**Foster good relations:** None", "**Begins:** March 2026"):
        assert label in said


# Who cites an action


@pytest.mark.parametrize(
    ("body", "by"),
    [
        ("gaps:\n  - what: Who comes.\n    actions: 1.a\n", "What is not known"),
        ("gaps:\n  - what: Who comes, see [@1.a].\n", "What is not known"),
        ("text:\n  introduction: See [@1.a].\n", "Introduction"),
        ("policy:\n  aims: See [@1.a].\n", "Policy and aims"),
        ("decision:\n  because: See [@1.a].\n", "Decision"),
        ("evidence:\n  none: See [@1.a].\n", "Evidence in full"),
        ("text:\n  evidence: See [@1.a].\n", "Evidence and background"),
        ("engagement:\n  asked:\n    who: Neighbours\n    changed: See [@1.a].\n", "Neighbours"),
        ("evidence:\n  few:\n    says: Few come\n    note: See [@1.a].\n", "Few come"),
        ("characteristics:\n  age:\n    context: See [@1.a].\n", "Age"),
    ],
)
def test_whatever_cites_an_action_is_named_beside_it(tmp_path: Path, body: str, by: str) -> None:
    first, second = (cells(tmp_path, PLAN + body, "Action plan", row)[-1] for row in (0, 1))
    assert first == by
    assert second == "Nothing cites it by name"


def test_an_action_that_another_one_cites_names_it_and_leads_to_it(tmp_path: Path) -> None:
    plan = PLAN.replace("Ask.", "Ask about [@1.a] before [@1.b] itself.")
    first, second = table(tmp_path, plan, "Action plan").rows
    assert first.cells[-1] == (Paragraph((Again((Jump("action 1.b", (Words("Action 1.b"),)),)),)),)
    assert words(second.cells[-1]) == "Nothing cites it by name"


# Headings, labels, titles


@pytest.mark.slow
@pytest.mark.parametrize("folder", [PUBLISHED, COMPLETE, EVERYTHING])
def test_headings_of_the_markdown_never_skip_a_level(folder: Path) -> None:
    assert skips(eia.export(folder / "assessment.eia.yaml", to="md", draft=True).decode()) == []


@pytest.mark.parametrize(
    "sections", ["", "  sections:\n    - id: 2\n      title: More\n      actions:\n        - id: 2.a\n"]
)
def test_a_plan_without_sections_skips_no_level(tmp_path: Path, sections: str) -> None:
    said = markdown(tmp_path, PLAN + sections)
    assert skips(said) == []
    assert "\n### 1.a\n" in said


def test_a_section_of_the_plan_without_a_number_bears_its_title_alone(tmp_path: Path) -> None:
    sections = "  sections:\n    - id: 2\n      title: First\n    - title: Second\n    - id: 3\n    - {}\n"
    said = markdown(tmp_path, f"plan:\n{sections}")
    assert re.findall(r"^### (.*)$", said, re.MULTILINE) == [
        "Section 2: First",
        "Second",
        "Section 3: No answer is recorded",
        "No answer is recorded",
    ]


def skips(said: str) -> list[str]:
    headings = re.findall(r"^#+ .*$", said, re.MULTILINE)
    return [after for before, after in pairwise(headings) if after.find(" ") > before.find(" ") + 1]


@pytest.mark.slow
@pytest.mark.parametrize("folder", [PUBLISHED, COMPLETE, EVERYTHING])
def test_no_label_stands_before_another(folder: Path) -> None:
    said = eia.export(folder / "assessment.eia.yaml", to="md", draft=True).decode()
    assert re.findall(r".*:\*\* \*\*.*", said) == []


def test_that_there_is_no_evidence_or_gap_is_one_label(tmp_path: Path) -> None:
    body = "characteristics:\n  age:\n    evidence:\n      none: Nobody asked.\n    gaps:\n      none: All is known.\n"
    said = markdown(tmp_path, body)
    assert "**There is no evidence:** Nobody asked." in said
    assert "**No gap is known:** All is known." in said


def test_the_kind_and_what_changes_begin_with_a_capital_as_all_that_stands_beside_them(tmp_path: Path) -> None:
    said = markdown(tmp_path, "kind: full\npolicy:\n  change: revised\n  affects: [public, staff]\n")
    for fact in (
        "**Kind of assessment:** Full assessment\n",
        "**Kind of change:** Revised\n",
        "**Who is affected:** Public; staff\n",
    ):
        assert fact in said


@pytest.mark.parametrize(
    ("said", "called"),
    [
        ("one of them; [@asked] told us", "one of them; community groups told us"),
        ("[@asked] told us", "Community groups told us"),
        ("“[@asked] came", "“Community groups came"),
        ("They came. [@asked] told us", "They came. Community groups told us"),
        ("They came!) [@asked] told us", "They came!) Community groups told us"),
        ("They came.\n[@asked] told us", "They came. Community groups told us"),
        ("Some, e.g. [@asked], came", "Some, e.g. community groups, came"),
        ("see *all of [@asked]*", "see all of community groups"),
        ("See: [@asked]", "See: community groups"),
        ("- [@asked]", "Community groups"),
    ],
)
def test_a_title_has_a_capital_of_its_own_or_where_a_sentence_begins(tmp_path: Path, said: str, called: str) -> None:
    voice = Voice(eia.load(assessment(tmp_path, "engagement:\n  asked:\n    who: community groups\n")))
    assert words(*flat(voice.prose(Prose.read(said)))) == called


def flat(blocks: Blocks) -> Blocks:
    return tuple(inner for one in blocks for inner in (one.items[0] if hasattr(one, "items") else (one,)))


def test_a_mark_stands_close_to_its_word_inside_emphasis_too(tmp_path: Path) -> None:
    voice = Voice(eia.load(assessment(tmp_path, SOURCES)))
    (paragraph,) = voice.prose(Prose.read("*few [@one]*"))
    assert isinstance(paragraph, Paragraph)
    assert paragraph.content[0].content == (Words("few"), NoteMark("one"))


# Figures


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("-10.0% (-40,210)", "−10.0%_(−40,210)"),
        ("–£5 a year", "−£5_a_year"),
        ("402,100 -> 361,890", "402,100 → 361,890"),
        ("52% (520 of 1,000) v 27% v not collected", "52%_(520_of_1,000) v 27% v not_collected"),
        ("+6 percentage points", "+6_percentage_points"),
        ("-1.5 to -2.5 times", "−1.5_to_−2.5_times"),
        ("a - b -> c", "a - b → c"),
    ],
)
def test_a_figure_has_a_true_minus_and_arrow_and_is_held_together(written: str, printed: str) -> None:
    assert typeset.figures(Figures.read(written)).replace(HELD, "_") == printed


def test_a_figure_too_long_for_a_narrow_column_is_not_held_together() -> None:
    long = "about £1.5 million to £2.5 million a year"
    assert typeset.figures(Figures.read(long)) == long


@pytest.mark.parametrize("to", DOCUMENTS)
def test_figures_are_set_alike_in_lists_rows_and_tables(tmp_path: Path, to: Format) -> None:
    body = (
        "engagement:\n  asked:\n    who: Everybody\n    figures:\n      change: -1 of 5\n"
        "evidence:\n  few:\n    says: Few\n    figures:\n      change: -2 -> -3\n"
        "  many:\n    says: Many\n    columns: [men, women]\n    figures:\n      change: -4 v -5 (-6)\n"
        "characteristics:\n  age:\n    evidence: few, many\n"
    )
    said = text(tmp_path, body, to)
    assert f"−1{HELD}of{HELD}5" in said
    assert said.count("−2 → −3") == 2
    assert said.count("−4") == said.count("−5") == said.count("(−6)") == 2
    assert not re.search(r"-[0-9]|->", said)


# Sign-off


def test_where_nobody_gives_a_name_the_sign_off_has_no_column_for_it(tmp_path: Path) -> None:
    body = "approvals:\n  - role: Director\n    date: 9 January 2026\n  - role: Officer\n"
    said = table(tmp_path, body, "Sign-off")
    assert said.head == ("Role", "Date")
    assert [words(cell) for cell in said.rows[1].cells] == ["Officer", "No answer is recorded"]


def test_where_one_gives_a_name_or_a_decision_the_column_is_there(tmp_path: Path) -> None:
    body = "approvals:\n  - role: Director\n    name: On the signed copy\n  - role: Officer\n    decision: Agreed\n"
    said = table(tmp_path, body, "Sign-off")
    assert said.head == ("Role", "Name", "Date", "Decision")
    assert [words(cell) for cell in said.rows[0].cells][3] == "No answer is recorded"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("[Cabinet]: agreed", "[Cabinet]: agreed"),
        ('[1]: http://example.org/x "a note"', '[1]: http://example.org/x "a note"'),
        ("| a | b |\n|---|---|\n| 1 | 2 | three | four |", "three | four"),
        ("> | a |\n> |---|\n> | 1 | quoted |", "quoted"),
        ("```words of a fence\nx\n```", "words of a fence"),
        ('[the paper](https://example.org "as revised")', "as revised"),
        ('![a map](map.png "The map of 2026")', "The map of 2026"),
    ],
)
@pytest.mark.parametrize("to", DOCUMENTS)
def test_what_markdown_would_drop_is_printed(tmp_path: Path, written: str, printed: str, to: Format) -> None:
    lines = "".join(f"    {line}\n" for line in written.splitlines())
    assert printed in text(tmp_path, f"policy:\n  aims: |\n{lines}", to)


@pytest.mark.parametrize("to", DOCUMENTS)
def test_columns_without_figures_are_printed(tmp_path: Path, to: Format) -> None:
    said = text(tmp_path, "evidence:\n  survey:\n    says: Seen.\n    columns: zebras, yaks\n", to)
    assert "zebras, yaks" in said


def test_the_language_of_the_text_is_among_what_is_said_of_the_file(tmp_path: Path) -> None:
    assert "**Language:** cy" in markdown(tmp_path, "language: cy\n")
