"""A document that lacks anything of its assessment is not written, and the field is named; one that has it all is let pass."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TypeVar
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import eia
from eia.document.layout import LAYOUTS, Layout
from eia.document.tree import Code, Document, Heading, NoteMark, Paragraph, Picture, Table, Words
from eia.document.unfold import laid_out
from eia.forms.find import plain
from eia.model.prose import Prose
from eia.project import Dossier
from eia.publishing import html, markdown, proof, word
from eia.publishing.build import build
from eia.publishing.formats import WRITERS
from eia.publishing.proof import docx
from eia.publishing.proof import markdown as read_markdown
from eia.publishing.proof.docx import W
from eia.publishing.proof.expected import Expected
from eia.publishing.proof.prose import pieces
from eia.publishing.proof.reading import Reading
from eia.publishing.proof.words import AGAIN, Run, run
from eia.unfit import Dropped
from tests.asking import assessment
from tests.publishing.own_form import own_form
from tests.publishing.test_nothing_is_dropped import EVERYTHING
from tests.publishing.test_stages import BODY, FORM, FULL, layouts
from tests.publishing.word.word_reading import document
from tests.running import within

T = TypeVar("T")

COMPLETE = Path("assessments/library-hours-2026/assessment.eia.yaml")


def lost(dossier: Dossier, document: Document) -> set[str]:
    """The fields that the proof names, of a document of these blocks."""
    reading = docx.read(word.write(document))
    return fields_of(proof.losses(dossier, reading))


def fields_of(losses: list[Expected]) -> set[str]:
    return {".".join(map(str, one.site.route)) for one in losses}


@pytest.fixture(scope="module")
def everything() -> Dossier:
    return eia.load(EVERYTHING / "assessment.eia.yaml")


@pytest.fixture(scope="module")
def whole(everything: Dossier) -> Document:
    return build(everything)


@pytest.fixture(scope="module")
def reading(whole: Document) -> Reading:
    return docx.read(word.write(whole))


# What is whole


@pytest.mark.parametrize("form", [None, FORM])
def test_a_document_that_has_it_all_is_proved(tmp_path: Path, form: str | None) -> None:
    path = own_form(tmp_path, BODY, form) if form else own_form(tmp_path)
    dossier = eia.load(path)
    assert lost(dossier, build(dossier, draft=True)) == set()


def test_the_sample_with_everything_is_proved(everything: Dossier, whole: Document) -> None:
    assert lost(everything, whole) == set()


def test_a_draft_with_what_could_not_be_read_is_proved(tmp_path: Path) -> None:
    body = (
        "colour: a key that nobody knows\ntitle: Once\ntitle: Twice\nreview:\n  - a list\n"
        "characteristics:\n  age:\n    impact: [[a, b]]\n    evidence: see the survey; asked\n"
        "engagement:\n  asked:\n    who: residents\n"
    )
    dossier = eia.load(assessment(tmp_path, body))
    assert lost(dossier, build(dossier, draft=True)) == set()


@pytest.mark.parametrize(
    "body",
    [
        "characteristics:\n  age:\n    impact: {Unfairness: major, eliminate: minor}\n"
        "    because: {eliminate: One., Unfairness: Two.}\n",
        "duties:\n  welsh:\n    context: First.\n  Cymraeg:\n    context: Second.\n",
        "approvals:\n  - {role: Jo, as: lead}\n  - {role: Sam, as: lead}\n",
        "people: {none: Jo}\nevidence:\n  figures: {says: Few, figures: {none: 12}}\n"
        "sources:\n  plan: {title: A}\n  people: {title: B}\n",
        "gaps: [{none: All is known.}]\nduties: {none: No.}\nengagement: {none: Nobody.}\napprovals: {none: Not yet.}\n",
        "language: en-GB, cy\nkind: quick\n",
        "evidence:\n  few:\nengagement:\n  asked:\n",
        "characteristics:\n  age:\n    impact:\n      eliminate: minor\n      eliminate: major\n",
        "plan: before.eia.yaml\nsources: nowhere.eia.yaml\n",
        "glossary: {Cited by: Who names it.}\nevidence: {few: {says: Few, figures: {Cited by: 12}}}\n"
        'policy: {aims: "So:\\n\\n| Cited by | b |\\n| - | - |\\n| One | two |"}\n',
        "sources: {a: {title: Report, url: https://a.org}, b: {title: Report, url: https://b.org}, c: {title: '?'}}\n"
        "policy: {aims: 'One [@b]. Two [@c]. Three [@a]. Four [@b].'}\n",
        'policy: {affects: "about 1,200 residents, staff", aims: "In 2025, 1,061 of 12,345,678."}\n',
        "evidence:\n"
        + "".join(f"  e{at}: {{says: '{sign}'}}\n" for at, sign in enumerate(("…", "?", "–", "✅", "---")))
        + "policy: {aims: 'See [@e0], [@e1], [@e2], [@e3] and [@e4].'}\n"
        "characteristics: {age: {evidence: 'e0, e1, e2, e3, e4', gaps: [{what: '?', for: e1}]}}\n",
        "characteristics:\n  age:\n    impact: a b\n    context: We did 3.a (see [@3.a]).\n"
        "    mitigations: [{how: So., actions: 3.a-b}]\n"
        "plan: {actions: [{id: 3.a, does: Build.}, {id: 3.b, does: Open.}]}\n",
        "related: {old: {title: Old, note: 'See the plan [@plan] now.'}}\nsources: {plan: {title: A}}\n",
    ],
)
def test_whatever_things_are_called_the_document_is_proved(tmp_path: Path, body: str) -> None:
    dossier = eia.load(own_form(tmp_path, body))
    assert lost(dossier, build(dossier)) == set()


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(layouts())
def test_whatever_the_columns_of_a_form_are_its_document_is_proved(form: str) -> None:
    with TemporaryDirectory() as folder:
        dossier = eia.load(own_form(Path(folder), FULL, form, right=False))
        assert lost(dossier, build(dossier)) == set()


SIGNS = (
    *(
        "older ",
        "people ",
        "5 ",
        "-18% ",
        "£3,000 ",
        "41% (410 of 1,000) ",
        "“quoted” ",
        "&amp; ",
        "co-design ",
        "2020. ",
    ),
    *("\n", "\n\n", "\n- ", "\n1. ", "\n2. ", "\n   - ", "\n> ", "\n# ", "\n---\n", "\n\n    code\n", "\\\n", " | "),
    *(
        "*very* ",
        "**much** ",
        "`code` ",
        '[the review](https://example.org/a_(b)?c=1 "Its title") ',
        "[hours](hours.csv) ",
    ),
    *(
        "![Visits](visits.png) ",
        "<https://example.org/%C3%A9> ",
        "\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n",
        "\n```csv\n1,2\n```\n",
    ),
    *(
        "[@one]",
        "([@one]) ",
        "see [@1.a] ",
        "[@fact] ",
        "(see [@age]; [@fact]) ",
        "[@nowhere] ",
        "[@two].\n",
        "<b>so</b> ",
    ),
)
"""What officers write in running text, and some of what they do not."""
SOURCES = "sources:\n  one: {title: First report, by: Office, date: May 2020}\n  two: {title: Second report}\n"
CITED = f"{SOURCES}plan:\n  actions:\n    - id: 1.a\n      does: Build.\nevidence:\n  fact:\n    says: Few\n    source: one\n"


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SIGNS), max_size=10), min_size=3, max_size=3))
def test_however_running_text_is_written_its_document_is_proved(written: list[list[str]]) -> None:
    said = [f"Word {''.join(one)}".replace("\n", f"\n{' ' * 10}") for one in written]
    keys = ("context", "because", "gaps: [{what: One}]\n    not-assessed")
    row = "".join(f"    {key}: |\n          {one}\n" for key, one in zip(keys, said, strict=True))
    with TemporaryDirectory() as folder:
        dossier = eia.load(assessment(Path(folder), f"{CITED}characteristics:\n  age:\n    evidence: fact\n{row}"))
        assert lost(dossier, build(dossier)) == set()


SECTIONS = (*plain().headings, "record", "of-our-own")
OF_EACH_SECTION = """\
profile: midshire
extends: plain
groups: {{age: Age}}
questions: {{asked: {{label: Is it asked?, section: {name}}}}}
layout: {{columns: {{all: {{label: All, holds: context, section: {name}}}}}}}
"""


@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", SECTIONS)
def test_whatever_stands_in_a_section_its_document_is_proved(tmp_path: Path, name: str, layout: Layout) -> None:
    body = f"text: {{{name}: Zebra.}}\nanswers: {{asked: Giraffe.}}\ncharacteristics: {{age: {{context: Lion.}}}}\n"
    dossier = eia.load(own_form(tmp_path, body, OF_EACH_SECTION.format(name=name), right=False))
    document = laid_out(build(dossier, eia.lint(dossier.file.path).diagnostics, draft=True), layout)
    assert lost(dossier, document) == set()
    fields = {"Zebra": f"text.{name}", "Giraffe": "answers.asked", "Lion": "characteristics.age.context"}
    for animal, field in fields.items():
        assert {field} in lost_without(dossier, document, said(animal))


@pytest.mark.slow
@pytest.mark.parametrize("words", ["[@age] " * 8000, "[a](http://x.org) " * 5000, "\\n- same item" * 8000])
def test_what_is_said_thousands_of_times_is_looked_for_in_a_moment(tmp_path: Path, words: str) -> None:
    dossier = eia.load(assessment(tmp_path, f'characteristics: {{age: {{context: x}}}}\npolicy: {{aims: "{words}"}}\n'))
    reading = docx.read(word.write(build(dossier)))
    began = process_time()
    assert proof.losses(dossier, reading) == []
    assert process_time() - began < 5  # of old, ten seconds and more; now a fraction of one


# What is lost


def variants(value: T, at: Callable[[object], object]) -> Iterator[T]:
    """The same value without one thing in it, for each that is to go: `at` says what is left of it, or the thing itself."""
    gone = at(value)
    if gone is not value:
        yield gone  # type: ignore[misc]
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            for other in variants(one, at):
                yield (*value[:number], *(() if other is None else (other,)), *value[number + 1 :])  # type: ignore[misc]
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            for other in variants(getattr(value, one.name), at):
                yield replace(value, **{one.name: other})


def said(words: str) -> Callable[[object], object]:
    """Takes a piece of text out of plain words, code or the words that stand for a picture."""

    def at(value: object) -> object:
        match value:
            case Words(text) | Code(text) if words in text:
                return replace(value, text=text.replace(words, "", 1))
            case Picture(_, alternative, _) if words in alternative:
                return replace(value, alternative="")
            case _:
                return value

    return at


PLANTED = {
    "person": ("people.lead officer", "Libraries Manager"),
    "name of a role": ("people.lead officer", "Lead officer"),
    "paragraph": ("text.scoping", "A section that the profile does not name."),
    "own section": ("text.scoping", "Scoping"),
    "emphasis": ("policy.aims", "fewer"),
    "item": ("policy.aims", "the budget holds"),
    "quote": ("policy.aims", "Libraries are for everyone"),
    "code": ("text.introduction", "hours.csv"),
    "link": ("text.introduction", "the review"),
    "cell of prose": ("text.appendix", "Northgate"),
    "version": ("version", "1.2"),
    "kind": ("kind", "Full assessment"),
    "heading": ("engagement.branch-sessions.who", "Library users"),
    "fact": ("engagement.branch-sessions.when", "3 November to 12 December 2025"),
    "label of a figure": ("engagement.branch-sessions.figures.of them disabled", "of them disabled"),
    "figure": ("evidence.visits-fell.figures.all branches", "−"),
    "heard": ("engagement.branch-sessions.heard", "Morning hours"),
    "rating": ("characteristics.age.impact", "Negative"),
    "one end of a range": ("characteristics.religion-or-belief.impact", "positive"),
    "reason": ("characteristics.age.because", "by bus"),
    "reason of one aim": ("characteristics.sex.because.foster", "No effect"),
    "gap": ("characteristics.age.gaps.0.what", "is not recorded"),
    "none": ("characteristics.gender-reassignment.evidence.none", "Nobody has been asked"),
    "there is none": ("characteristics.disability.mitigations.none", "There is no mitigation"),
    "not assessed": ("characteristics.marriage-and-civil-partnership.not-assessed", "first aim only"),
    "not yet assessed": ("characteristics.sexual-orientation.impact", "Not yet assessed"),
    "row": ("characteristics.sexual-orientation", "Sexual orientation"),
    "answer": ("characteristics.age.answers.directly-affected", "Yes"),
    "reason of an answer": ("answers.advice-taken.because", "The post was vacant"),
    "citation": ("characteristics.age.context", "library users"),
    "actions": ("characteristics.age.mitigations.0.actions", "1.a"),
    "approval": ("approvals.0.decision", "Agreed as amended"),
    "capacity": ("approvals.1.as", "accountable person"),
    "owner": ("sections.0.actions.0.owner", "Libraries Manager"),
    "no owner": ("sections.1.actions.0.owner", "Owner not stated"),
}


def lost_without(dossier: Dossier, document: Document, at: Callable[[object], object]) -> list[set[str]]:
    """For each thing that is to go, the fields that the proof names of a document without it."""
    return [lost(dossier, replace(document, blocks=blocks)) for blocks in variants(document.blocks, at)]


@pytest.mark.slow
@pytest.mark.parametrize(("field", "words"), PLANTED.values(), ids=PLANTED)
def test_whatever_is_lost_the_proof_names_its_field(
    everything: Dossier, whole: Document, field: str, words: str
) -> None:
    assert {field} in lost_without(everything, whole, said(words))


def lost_in_markdown(dossier: Dossier, document: Document, at: Callable[[object], object]) -> list[set[str]]:
    """The same of Markdown, where its writer drops each thing that is to go, and the page beside it has them all."""
    document = markdown.unfolded(document)
    page = html.write(document)
    contents = (markdown.write(replace(document, blocks=blocks)) for blocks in variants(document.blocks, at))
    readings = (read_markdown.read(content, page) for content in contents)
    return [fields_of(proof.losses(dossier, one)) for one in readings]


@pytest.mark.slow
@pytest.mark.parametrize(("field", "words"), PLANTED.values(), ids=PLANTED)
def test_whatever_is_lost_in_markdown_the_proof_names_its_field(
    everything: Dossier, whole: Document, field: str, words: str
) -> None:
    """With it also what else stands in its line, since a line is compared as one."""
    assert any(field in one and len(one) <= 3 for one in lost_in_markdown(everything, whole, said(words)))


@pytest.mark.slow
def test_the_mark_of_a_footnote_is_missed_in_markdown_and_so_is_a_row(everything: Dossier, whole: Document) -> None:
    found = lost_in_markdown(everything, whole, lambda one: None if isinstance(one, NoteMark) else one)
    assert {"characteristics.religion-or-belief.context"} in found
    assert all(found)
    content, page = markdown.write(whole), html.write(markdown.unfolded(whole))
    rows = re.findall(rb"^\| .*\n(?!\|)", content, re.MULTILINE)
    assert len(rows) >= 5
    for row in rows:
        assert proof.losses(everything, read_markdown.read(content.replace(row, b"", 1), page)), row


def test_markdown_that_has_it_all_is_proved_and_of_what_it_lacks_nothing_is_hidden_elsewhere(tmp_path: Path) -> None:
    row = "    impact: {before: negative, after: negative}\n    because: {before: The same, after: The same}\n"
    body = f"sources: {{a: {{title: Report}}}}\ntext: {{introduction: 'So [@a].'}}\ncharacteristics:\n  age:\n{row}"
    dossier = eia.load(assessment(tmp_path, body))
    document = build(dossier)
    for words in ("Negative", "The same"):
        missed = filter(None, lost_in_markdown(dossier, document, said(words)))
        assert len(list(missed)) == 2  # where it is said again, it is not missed
    lacking = {key: (Words("Another"),) for key in document.notes}
    page = html.write(markdown.unfolded(document))
    reading = read_markdown.read(markdown.write(replace(document, notes=lacking)), page)
    assert fields_of(proof.losses(dossier, reading)) == {"text.introduction"}
    assert proof.losses(dossier, read_markdown.read(markdown.write(document), page)) == []


def test_the_mark_of_a_footnote_is_missed(everything: Dossier, whole: Document) -> None:
    found = lost_without(everything, whole, lambda one: None if isinstance(one, NoteMark) else one)
    assert {"text.introduction"} in found
    assert {"characteristics.religion-or-belief.context"} in found
    assert {"evidence.use-by-age.source"} in found
    assert all(found)


def test_a_footnote_that_lacks_a_word_is_not_that_of_its_source(everything: Dossier, whole: Document) -> None:
    notes = {
        key: variant for key, note in whole.notes.items() for variant in variants(note, said("Library survey 2025"))
    }
    assert "text.introduction" not in lost(everything, replace(whole, notes={**whole.notes, **notes}))
    assert "evidence.use-by-age.source" in lost(everything, replace(whole, notes={**whole.notes, **notes}))


def test_the_mark_of_another_source_is_not_that_of_its_own(tmp_path: Path) -> None:
    body = "sources: {a: {title: Report}, b: {title: Report}}\npolicy: {aims: 'One [@a]. Two [@b].'}\n"
    dossier = eia.load(assessment(tmp_path, body))
    document = build(dossier)
    found = lost_without(dossier, document, lambda one: NoteMark("b") if one == NoteMark("a") else one)
    assert {"policy.aims"} in found


def test_a_row_of_a_table_is_missed(everything: Dossier, whole: Document) -> None:
    content = word.write(whole)
    again = everything.profile.headings["coverage"]
    for number, row in enumerate(etree.fromstring(parts(content)["word/document.xml"]).iter(f"{W}tr")):
        if (
            row.find(f"{W}trPr/{W}tblHeader") is None
            and row.find(f"../{W}tblPr/{W}tblCaption[@{W}val='{again}']") is None
        ):
            assert proof.losses(everything, docx.read(changed(content, lambda body, at=number: remove(body, "tr", at))))


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(content: bytes, change: Callable[[etree._Element], None]) -> bytes:
    """The document after somebody has been at its body."""
    held = parts(content)
    body = etree.fromstring(held["word/document.xml"])
    change(body)
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, part in (held | {"word/document.xml": etree.tostring(body)}).items():
            archive.writestr(name, part)
    return stream.getvalue()


def remove(body: etree._Element, tag: str, number: int) -> None:
    one = [*body.iter(f"{W}{tag}")][number]
    parent = one.getparent()
    assert parent is not None
    parent.remove(one)


def test_of_two_equal_words_in_one_place_each_is_missed(tmp_path: Path) -> None:
    row = "    impact: {before: negative, after: negative}\n    because: {before: The same, after: The same}\n"
    dossier = eia.load(assessment(tmp_path, f"characteristics:\n  age:\n{row}"))
    document = build(dossier)
    for words in ("Negative", "The same"):
        missed = [len(one) for one in lost_without(dossier, document, said(words))]
        assert [number for number in missed if number] == [1, 1]  # where it is said again, it is not missed


def test_what_could_not_be_read_is_missed(tmp_path: Path) -> None:
    dossier = eia.load(assessment(tmp_path, "colour: a key that nobody knows\nreview:\n  - a list\n"))
    document = build(dossier)
    assert lost_without(dossier, document, said("a key that nobody knows")) == [{"colour"}]
    assert lost_without(dossier, document, said("- a list")) == [{"review"}]


def test_the_words_that_stand_for_a_picture_are_missed(everything: Dossier) -> None:
    dossier = eia.load(COMPLETE)
    document = build(dossier)
    pictures = lost_without(dossier, document, lambda one: Words("") if isinstance(one, Picture) else one)
    assert pictures
    assert all(pictures)


def test_a_repetition_hides_no_loss(everything: Dossier, whole: Document) -> None:
    """Who cites a thing is said beside it, and the open points of a draft quote what they are about."""
    dossier = eia.load(COMPLETE)
    draft = build(dossier, eia.lint(COMPLETE).diagnostics, draft=True)
    cover = draft.blocks[:1]
    assert {"body"} in [
        lost(dossier, replace(draft, blocks=(*one, *draft.blocks[1:]))) for one in variants(cover, said("Midshire"))
    ]


@pytest.mark.slow
def test_every_line_of_a_document_is_missed_but_for_our_own_words(
    everything: Dossier, whole: Document, reading: Reading
) -> None:
    form = everything.profile
    labels = {*form.words.values(), *form.headings.values(), *(one.label for one in form.layout.columns.values())}
    (matrix,) = (one for one in whole.blocks if isinstance(one, Table) and one.wide and not one.level)
    own = {run(label) for label in (*labels, *matrix.head)} | {()}
    made = [run(form.words[key]) for key in ("decided", "review-due", "code")]
    for at, line in enumerate(reading.lines):
        missed = proof.losses(everything, replace(reading, lines=_without_line(reading.lines, at)))
        first = tuple(word for word in line if word != AGAIN)
        assert missed or first in own or any(line[: len(label)] == label for label in made), line


def _without_line(lines: tuple[Run, ...], at: int) -> tuple[Run, ...]:
    return (*lines[:at], (), *lines[at + 1 :])


# Reading


def read_in(*content: str) -> Reading:
    """A document with these paragraphs, as any program might have written them."""
    body = "".join(f"<w:p>{one}</w:p>" for one in content)
    new = etree.fromstring(f'<w:body xmlns:w="{W[1:-1]}" xmlns:mc="{docx.MC[1:-1]}">{body}</w:body>')

    def put(document: etree._Element) -> None:
        document[0][:] = new[:]

    return docx.read(changed(word.write(document()), put))


def r(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def field_of(instruction: str, result: str) -> str:
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return (
        f"{char('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{char('separate')}{r(result)}{char('end')}"
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('held')}</w:sdtContent></w:sdt>", "held"),
        (f"<w:ins>{r('new')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>", "new"),
        (f"<w:hyperlink w:anchor='x'>{r('led')}</w:hyperlink>{r(' on')}", "led on"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>", ""),
        (field_of("PAGE", "12"), "12"),
        (f"<w:fldSimple w:instr='PAGE'>{r('12')}</w:fldSimple>", "12"),
        ("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>", "one two three"),
        (f"{r('per')}{r('haps')}", "perhaps"),
        (
            "<w:r><mc:AlternateContent><mc:Choice><w:t>once</w:t></mc:Choice>"
            "<mc:Fallback><w:t>once</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "once",
        ),
    ],
)
def test_what_a_reader_of_the_document_sees_is_read(content: str, words: str) -> None:
    assert [*read_in(content).lines] == [run(words)]


def test_a_text_box_is_a_line_of_its_own() -> None:
    box = f"{r('before')}<w:r><w:pict><w:txbxContent><w:p>{r('in the box')}</w:p></w:txbxContent></w:pict></w:r>"
    assert [*read_in(box).lines] == [("before",), ("in", "the", "box")]


def test_a_row_that_is_a_heading_holds_all_that_stands_below_it() -> None:
    blocks = (Heading(1, (Words("Table"),), "heading assessment"), Heading(2, (Words("Age"),), "row age"))
    below = (Paragraph((Words("Context"),)), Heading(3, (Words("Impact"),)), Paragraph((Words("Negative"),)))
    after = (Heading(2, (Words("Sex"),), "row sex"), Heading(1, (Words("Gaps"),), "heading gaps"))
    found = docx.read(word.write(document(*blocks, *below, *after)))
    first, end = found.places[found.named("row age")]
    assert [*found.lines[first:end]] == [("age",), ("context",), ("impact",), ("negative",)]
    assert found.places[found.named("heading assessment")] == (1, 7)


# Prose


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("One line\nand its end.", ["One line\nand its end."]),
        ("- one\n- two", ["one", "two"]),
        ("Three, and\n2020. a year", ["Three, and\n2020. a year"]),
        ("1. one\n2. two", ["one", "two"]),
        ("> quoted\n\n# Title\nwords", ["quoted", "Title", "words"]),
        ("| a | b |\n| - | - |\n| 1 | 2 |", ["a", "b", "1", "2"]),
        ("see [it](https://example.org/x) there", ["see it", "https://example.org/x", "there"]),
        ("*so* **much** `code`", ["so much code"]),
        ("5\\. point", ["5. point"]),
    ],
)
def test_prose_is_taken_apart_at_its_markdown(words: str, found: list[str]) -> None:
    told = [getattr(one, "to", one) for one in pieces(Prose.read(words))]
    assert [run(one) for one in told if run(one)] == [run(one) for one in found]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("-18%", "−18%", True),
        ("-18%", "18%", False),
        ("40,210", "40210", True),
        ("1,234,567", "1234567", True),
        ("40,210", "40,211", False),
        ("1,061k", "1061k", True),
        ("AT&amp;T", "AT&T", True),
        ("women", "men", False),
        ("£3", "3", False),
        ("co-design", "co design", True),
        ("4.1", "41", False),
    ],
)
def test_words_are_compared_without_what_a_printer_may_change(one: str, other: str, alike: bool) -> None:
    assert (run(one) == run(other)) is alike


def cut_behind_signs() -> st.SearchStrategy[str]:
    words = st.sampled_from(("1", "061", "1061", "12345678", "ab", "-5"))
    return st.lists(st.tuples(words, st.sampled_from((",", ", ", " ", ";", "\u2009"))).map("".join)).map("".join)


@given(cut_behind_signs(), cut_behind_signs())
def test_the_words_of_two_halves_are_those_of_the_whole(one: str, other: str) -> None:
    assert run(one + other) == run(one) + run(other)


# What is said of it


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer that forgets how many hours there are."""
    forget = said("The reason.")
    writer = replace(
        WRITERS["docx"],
        write=lambda whole, _: word.write(replace(whole, blocks=next(variants(whole.blocks, forget)))),
    )
    monkeypatch.setattr("eia.publishing.save.WRITERS", {**WRITERS, "docx": writer})


BODY_WITH_A_REASON = "characteristics:\n  age:\n    impact: negative\n    because: The reason.\n"


@pytest.mark.usefixtures("forgetful")
def test_a_document_that_lacks_something_is_not_written_and_the_fault_is_ours(tmp_path: Path) -> None:
    path = assessment(tmp_path, BODY_WITH_A_REASON)
    ran = within(tmp_path, "export", path, "--draft", "-o", "a.docx")
    assert ran.code == 2
    assert "a.eia.yaml:7:14: error: the document does not say “The reason.” of `characteristics.age.because`" in ran.out
    assert "Please report it" in ran.err
    assert not (tmp_path / "a.docx").exists()


@pytest.mark.usefixtures("forgetful")
def test_whoever_exports_from_python_is_told_by_an_exception_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(Dropped) as caught:
        eia.export(assessment(tmp_path, BODY_WITH_A_REASON), draft=True)
    assert [one.rule for one in caught.value.diagnostics] == ["dropped"]


def test_what_is_missing_is_told_without_signs_of_our_own(tmp_path: Path) -> None:
    body = "sources: {a: {title: Report}}\npolicy: {aims: 'One [@a]th of [@a] it all'}\n"
    dossier = eia.load(assessment(tmp_path, body))
    reading = docx.read(word.write(build(dossier)))
    empty = replace(reading, lines=tuple(() for _ in reading.lines))
    messages = [one.message for one in proof.lacking(dossier, empty)]
    assert any("“it all”" in one for one in messages)
    assert not any("\0" in one for one in messages)
