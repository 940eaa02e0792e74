"""The summary: what its author wrote goes first, and the rest is the beginning of what the record says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

import eia
from eia.document.beginning import beginning
from eia.document.cited import Syntax
from eia.document.landed import landed
from eia.document.prose import blocks
from eia.document.tree import Block, Blocks, Document, Heading, Inlines, Jump, Listing, Paragraph, Table, Words
from eia.document.walk import anchors, in_blocks
from eia.files import DOCUMENTS, Format
from eia.model.assessment import Summary
from eia.publishing import html, proof
from eia.publishing.proof import html as reader
from eia.publishing.sections.summary import QUESTIONS
from eia.publishing.summary import summarised
from tests.asking import assessment
from tests.publishing.html_reading import page_text
from tests.publishing.samples import SAMPLES
from tests.running import within

LIBRARY = SAMPLES["library-hours-2026"] / "assessment.eia.yaml"


@cache
def library() -> eia.Dossier:
    return eia.load(LIBRARY)


def words(*said: Block) -> str:
    return "".join(one.text for one in in_blocks(said) if isinstance(one, Words))


def sections(document: Document) -> Iterator[tuple[str, Blocks]]:
    """The headings of a summary, each with what stands below it."""
    at = [number for number, one in enumerate(document.blocks) if isinstance(one, Heading)]
    for start, end in zip(at, (*at[1:], len(document.blocks)), strict=True):
        yield words(document.blocks[start]), document.blocks[start + 1 : end]


def under(heading: str, document: Document) -> str:
    return " ".join(words(*said) for name, said in sections(document) if name == heading)


BODY = """\
summary:
  {key}: The author's own words.
policy: {{aims: We close a branch.}}
characteristics: {{age: {{impact: negative, because: It is far.}}}}
engagement: {{talks: {{who: carers, heard: They are against it.}}}}
gaps: [{{what: Who comes.}}]
decision: {{outcome: Continue, by: Cabinet}}
plan: {{actions: [{{id: 1.a, does: Ask., owner: Us, due: May 2027}}]}}
"""
DERIVED = {
    "proposed": "We close a branch.",
    "affected": "It is far.",
    "heard": "They are against it.",
    "doing": "May 2027",
    "not-known": "Who comes.",
    "decided": "Cabinet",
}


@pytest.mark.parametrize("key", DERIVED)
def test_what_the_author_wrote_stands_in_place_of_what_the_record_says(tmp_path: Path, key: str) -> None:
    said = words(*summarised(eia.load(assessment(tmp_path, BODY.format(key=key)))).blocks)
    assert "The author's own words." in said
    assert [one for one in DERIVED if DERIVED[one] not in said] == [key]


@pytest.mark.parametrize("key", DERIVED)
def test_what_the_author_wrote_stands_in_the_whole_document_too(tmp_path: Path, key: str) -> None:
    path = assessment(tmp_path, BODY.format(key=key))
    assert "The author's own words." in page_text(eia.export(path, to="html", draft=True))


def test_its_questions_are_those_that_its_author_may_answer() -> None:
    assert list(QUESTIONS) == list(Summary.keys())


def test_silence_is_said() -> None:
    said = words(
        *summarised(replace(library(), assessment=library().assessment.model_copy(update={"decision": None}))).blocks
    )
    assert "No answer is recorded" in said


def test_every_row_is_named_with_its_rating_and_who_loses_with_the_reason() -> None:
    said = under("Who is affected, and how", summarised(library()))
    rows = [one.title for one in library().index.of_sorts("row")]
    assert [name for name in rows if name not in said] == []
    assert "Age (Negative): Members of 65 and over are nearly four times as likely" in said
    assert "On three mornings of five that hour goes" not in said  # the second sentence


def test_of_more_than_fits_the_number_is_told() -> None:
    number = sum(1 for _ in library().plan.content.all_actions())
    assert f"More in the whole assessment: {number - 4} (Action plan)" in under(
        "What will be done", summarised(library())
    )


def test_no_link_leads_to_what_is_not_in_it() -> None:
    document = summarised(library())
    said = (*in_blocks(document.blocks), *(one for note in document.notes.values() for one in note))
    jumps = {one.anchor for one in said if isinstance(one, Jump)}
    assert jumps <= anchors(document)


def test_links_that_arrive_stay() -> None:
    jump = Jump("there", (Words("there"),))
    document = replace(
        summarised(library()), blocks=(Heading(1, (jump,), "there"), Paragraph((Jump("gone", (Words("x"),)),)))
    )
    assert landed(document).blocks == (Heading(1, (jump,), "there"), Paragraph((Words("x"),)))


GOES_ON = "\N{NO-BREAK SPACE}…"
LONG = "This sentence says something, and goes on for a while. " + "It goes on. " * 12


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("Short. And whole.", "Short. And whole."),
        (LONG, f"This sentence says something, and goes on for a while.{GOES_ON}"),
        (f"**A label.** {LONG}", f"A label. This sentence says something, and goes on for a while.{GOES_ON}"),
        (f"“{LONG}”", f"“This sentence says something, and goes on for a while.{GOES_ON}"),
        (
            f"They said “this is what we all want to see and hear.” {LONG}",
            f"They said “this is what we all want to see and hear.”{GOES_ON}",
        ),
        (
            f"Dr. Smith and others, e.g. Prof. Jones, said it in so many words. {LONG}",
            f"Dr. Smith and others, e.g. Prof. Jones, said it in so many words.{GOES_ON}",
        ),
        ("no end " * 40, ("no end " * 40).strip()),
        (f"*{LONG.strip()}* After.", f"{LONG.strip()}{GOES_ON}"),
        ("One paragraph.\n\nAnother.", f"One paragraph.{GOES_ON}"),
        ("> Somebody’s words.\n\nOurs.", "Somebody’s words.…"),
    ],
)
def test_the_beginning_is_whole_sentences(text: str, begun: str) -> None:
    assert words(*beginning(read(text))) == begun


def test_the_beginning_of_a_list_is_its_first_items() -> None:
    assert words(*beginning(read("- one\n- two\n- three"))) == f"onetwo{GOES_ON}"
    assert words(*beginning(read("- one\n- two"))) == "onetwo"
    assert beginning(()) == ()


def read(text: str) -> Blocks:
    def cite(id: str, _: bool) -> Inlines:
        return (Words(id),)

    return blocks(text, cite, lambda _, words: Words(words), Syntax((), ()))


def test_whatever_section_goes_missing_the_proof_says_so() -> None:
    document = summarised(library())
    assert proof.lacking(library(), reader.read(html.write(document)), summary=True) == ()
    told = {
        "Who is affected, and how",
        "What is proposed",
        "What people told us",
        "What will be done",
        "What is not known",
        "What was decided",
        "Contact and other formats",
    }
    for name, said in sections(document):
        less = replace(document, blocks=tuple(one for one in document.blocks if one not in said))
        lost = proof.lacking(library(), reader.read(html.write(less)), summary=True)
        assert bool(lost) == (name in told), name


def test_whatever_item_goes_missing_the_proof_says_so() -> None:
    document = summarised(library())
    for at, block in enumerate(document.blocks):
        for less in without_one(block):
            page = replace(document, blocks=(*document.blocks[:at], less, *document.blocks[at + 1 :]))
            assert proof.lacking(library(), reader.read(html.write(page)), summary=True), less


def without_one(block: Block) -> Iterator[Block]:
    """A list without one of its items, a table without one of its rows, for each of them."""
    if isinstance(block, Listing):
        yield from (replace(block, items=block.items[:at] + block.items[at + 1 :]) for at in range(len(block.items)))
    if isinstance(block, Table):
        yield from (replace(block, rows=block.rows[:at] + block.rows[at + 1 :]) for at in range(len(block.rows)))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("decision: {outcome: Continue, conditions: First the lamps.}", "Conditions: First the lamps."),
        (
            "decision: {outcome: Continue, planned: May 2027, date: June 2027}",
            "Outcome: Go ahead without change, June 2027",
        ),
        ("approvals: [{role: Director, date: 9 May 2027}]", "Signed by: Director, 9 May 2027"),
        ("approvals: [{as: Chair}]", "Signed by: Chair"),
        ("approvals: {none: It is a trial.}", "Signed by: There is none: It is a trial."),
        ("screening: {outcome: Not needed, by: Us}", "Screening: Outcome: Not needed, Us"),
        ("decision: {outcome: Continue}\nscreening: {outcome: Not needed}", "Outcome: Go ahead"),
        ("", "Not signed"),
    ],
)
def test_what_was_decided_and_who_has_signed(tmp_path: Path, body: str, told: str) -> None:
    assert told in " ".join(text(tmp_path, body, "What was decided"))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("{impact: negative, because: It is far.}", "Age (Negative): It is far."),
        ("{impact: positive, because: It is near.}", "Positive: Age"),
        ("{impact: unknown, gaps: [{what: Who comes.}]}", "Age (Unknown): Who comes."),
        ("{impact: negative}", "Age (Negative): No answer is recorded"),
        ("{not-assessed: It is for adults.}", "Age (Not assessed): It is for adults."),
        ("{context: Few come.}", "Not yet assessed: Age"),
        ("{impact: enormous, because: It is far.}", "Age (Enormous): It is far."),
        (
            "{impact: {eliminate: none, advance: negative}, because: {eliminate: Same for all., advance: It is far.}}",
            "Age (Negative, None): It is far.",
        ),
        (
            f"{{impact: 'positive, negative', because: 'It is near. It is dark. {'x ' * 70}'}}",
            "It is near. It is dark.",
        ),
    ],
)
def test_a_row_is_told_by_what_weighs_most(tmp_path: Path, row: str, told: str) -> None:
    lines = text(tmp_path, f"characteristics: {{age: {row}}}", "Who is affected, and how")
    assert any(told in one for one in lines), lines


def test_a_statement_that_no_assessment_is_needed_is_not_asked_for_what_it_does_not_hold(tmp_path: Path) -> None:
    path = assessment(
        tmp_path, "kind: declaration\nscreening: {outcome: No assessment needed, because: It touches nobody.}"
    )
    path.write_text(path.read_text("utf-8").replace("gb-equality-act", "england-council"), encoding="utf-8")
    document = summarised(eia.load(path))
    assert [name for name, _ in sections(document)] == ["What is proposed", "What was decided"]
    assert "It touches nobody." in under("What was decided", document)


def test_a_part_that_could_not_be_read_is_named_as_that(tmp_path: Path) -> None:
    path = assessment(
        tmp_path, "engagement: {talks: {who: carers, heard: Much.}, other: [1, 2]}\ndecision: {outcome: [[1]]}"
    )
    document = summarised(eia.load(path))
    for name in ("What people told us", "What was decided"):
        assert "Could not be read" in under(name, document)


def test_open_points_are_counted_and_stand_elsewhere(tmp_path: Path) -> None:
    told = page_text(eia.export(assessment(tmp_path, BODY.format(key="heard")), to="html", draft=True, summary=True))
    assert "They are listed at the end of the assessment itself." in told
    assert "They are listed at the end. " not in told


def text(folder: Path, body: str, heading: str) -> list[str]:
    """The lines under a heading of the summary of a small file: its paragraphs, and the items of its lists."""
    document = summarised(eia.load(assessment(folder, body)))
    said = next((blocks for name, blocks in sections(document) if name == heading), ())
    items = [words(*item) for one in said if isinstance(one, Listing) for item in one.items]
    return [*items, *(words(one) for one in said if not isinstance(one, Listing))]


@pytest.mark.slow
@pytest.mark.parametrize("to", DOCUMENTS)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_has_a_summary_that_is_proved(name: str, to: Format) -> None:
    assert eia.export(SAMPLES[name] / "assessment.eia.yaml", to=to, draft=True, summary=True)


def test_the_command_names_its_file_after_it(tmp_path: Path) -> None:
    path = assessment(tmp_path, BODY.format(key="proposed"))
    assert within(tmp_path, "export", path, "--summary", "--draft", "--to", "md").code == 0
    assert (tmp_path / "a-summary.md").exists()


def test_there_is_no_summary_of_data(tmp_path: Path) -> None:
    path = assessment(tmp_path, BODY.format(key="proposed"))
    ran = within(tmp_path, "export", path, "--summary", "--draft", "--to", "json")
    assert ran.code == 2
    assert "a summary is a document" in ran.err
