"""How a citation stands in its sentence: in brackets, unless the sentence goes through it."""

from __future__ import annotations

from pathlib import Path

import pytest

import eia
from eia.document.cited import Syntax
from eia.files import DOCUMENTS, Format
from eia.model.prose import Prose
from eia.publishing.voice import Voice
from tests.asking import assessment
from tests.publishing.test_reads_well import flat, text, words

BODY = (
    "sources:\n  one:\n    title: First\n"
    "engagement:\n  asked:\n    who: community groups\n  staff:\n    who: staff, all of them\n"
    "plan:\n  actions:\n    - id: 1.a\n    - id: 1.b\n"
)


@pytest.fixture
def voice(tmp_path: Path) -> Voice:
    return Voice(eia.load(assessment(tmp_path, BODY)))


def printed(voice: Voice, said: str) -> str:
    return words(*flat(voice.prose(Prose.read(said))))


def test_a_citation_that_is_no_part_of_its_sentence_stands_in_brackets(voice: Voice) -> None:
    assert printed(voice, "how many need help [@asked].") == "how many need help (community groups)."
    assert printed(voice, "Few need help [@asked] with forms") == "Few need help (community groups) with forms"
    assert printed(voice, "Few need *help [@asked]* here") == "Few need help (community groups) here"
    assert printed(voice, "In May, [@1.a] begins") == "In May, (1.a) begins"


def test_what_leads_nowhere_stands_in_brackets_too(voice: Voice) -> None:
    assert printed(voice, "Few need help [@nobody].") == "Few need help (nobody)."


@pytest.mark.parametrize("to", DOCUMENTS)
def test_every_format_has_the_brackets(tmp_path: Path, to: Format) -> None:
    body = BODY + "policy:\n  aims: Few need help [@asked], as planned under [@1.a].\n"
    said = "".join(text(tmp_path, body, to).split())
    assert "Fewneedhelp(communitygroups),asplannedunder1.a." in said


@pytest.mark.parametrize(
    "said",
    ["(see [@asked])", "([@asked])", "(few, [@asked], many)", "(few (or none) told [@asked])", "\\[few [@asked]\\]"],
)
def test_within_brackets_it_needs_none(voice: Voice, said: str) -> None:
    assert printed(voice, f"Few come {said}.").count("(") == said.count("(")


def test_brackets_that_are_closed_again_do_not_count(voice: Voice) -> None:
    assert printed(voice, "Few (a third) come [@asked].") == "Few (a third) come (community groups)."
    assert printed(voice, "a) few come [@asked]") == "a) few come (community groups)"


@pytest.mark.parametrize(
    "lead", ["see", "See also", "under", "in", "as", "by *the*", "of", "action", "Actions", "than", "e.g.", "such as"]
)
def test_after_a_word_that_leads_to_it_it_is_part_of_the_sentence(voice: Voice, lead: str) -> None:
    assert printed(voice, f"Few come, {lead} [@1.a].") == f"Few come, {lead.replace('*', '')} 1.a."


def test_a_word_that_only_ends_like_one_of_them_does_not_lead(voice: Voice) -> None:
    assert printed(voice, "They oversee [@1.a].") == "They oversee (1.a)."


@pytest.mark.parametrize(
    "said", ["[@1.a] begins", "It is done. [@1.a] begins", "First: [@1.a]", "Some came; [@1.a] begins"]
)
def test_where_a_sentence_begins_with_it_there_are_none(voice: Voice, said: str) -> None:
    assert printed(voice, said) == said.replace("[@1.a]", "1.a")


@pytest.mark.parametrize(
    ("said", "is_printed"),
    [
        ("Few come. [@asked]", "Few come. (Community groups)"),
        ("Few come. [@asked] Most walk.", "Few come. (Community groups) Most walk."),
        ("Few come.[@asked]", "Few come. (community groups)"),
    ],
)
def test_after_a_sentence_and_with_none_of_its_own_it_stands_in_brackets(
    voice: Voice, said: str, is_printed: str
) -> None:
    assert printed(voice, said) == is_printed


@pytest.mark.parametrize(
    ("said", "is_printed"),
    [
        ("few [@1.a] [@1.b].", "few (1.a; 1.b)."),
        ("few [@1.a][@1.b].", "few (1.a; 1.b)."),
        ("few [@1.a], [@1.b]; [@asked].", "few (1.a, 1.b; community groups)."),
        ("few [@1.a] and [@staff].", "few (1.a and staff, all of them)."),
        ("few [@1.a]\n[@1.b]", "few (1.a; 1.b)"),
        ("few [@1.a] came [@1.b]", "few (1.a) came (1.b)"),
        ("see [@1.a], [@1.b] and [@asked]", "see 1.a, 1.b and community groups"),
        ("see [@1.a] [@1.b]", "see 1.a; 1.b"),
        ("[@asked] and [@staff] both came.", "Community groups and staff, all of them both came."),
        ("few ([@1.a] [@1.b])", "few (1.a; 1.b)"),
        ("few [@1.a][@one], [@1.b].", "few (1.a, 1.b)."),
    ],
)
def test_citations_in_a_row_share_a_pair_of_brackets(voice: Voice, said: str, is_printed: str) -> None:
    assert printed(voice, said) == is_printed


def test_a_footnote_never_stands_in_brackets(voice: Voice) -> None:
    assert printed(voice, "few [@one] and many [@one].") == "few and many."


def test_in_a_head_of_a_table_a_citation_keeps_its_words(voice: Voice) -> None:
    (table,) = voice.prose(Prose.read("| [@asked] | men |\n| --- | --- |\n| 1 | 2 |\n"))
    assert table.head == ("Community groups", "men")


def test_a_language_without_such_words_has_brackets_everywhere_else() -> None:
    (place,) = Syntax().places("see \0")
    assert (place.before, place.after) == ("(", ")")
