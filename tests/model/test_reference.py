"""References are read as officers write them, and what cannot be read is shown at its own place."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from eia.model.reference import (
    MOST,
    ActionReferences,
    EvidenceReferences,
    GroupReferences,
    Reference,
    References,
    SourceReferences,
)
from eia.model.written import Misread

HERE = Path(__file__).parent
PIECES = [
    "1.a",
    "2",
    "b",
    "–",
    "-",
    " to ",
    " and ",
    "all",
    "all of 3",
    ";",
    ",",
    " ",
    ".",
    "4.1",
    "I",
    "co-design",
    "٣",
]
SECTIONS = st.integers(1, 999).map(str)
LABELS = st.text("abcdefIJ", min_size=1, max_size=2) | st.integers(1, 999).map(str)
IDS = st.tuples(SECTIONS, LABELS).map(".".join) | st.from_regex(r"[a-z]{3,9}(-[a-z0-9]{1,9}){0,3}", fullmatch=True)
SEPARATORS = st.sampled_from(["; ", ", ", ";", ",", " and ", ", and ", " ; ", "\n; ", ";\N{NO-BREAK SPACE}"])
NOT_IDS = ("all", "none")


def cases(name: str) -> list[tuple[str, ...]]:
    """The lines of a data file, cut at `|`; a line that begins with `#` is a remark."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [tuple(part.strip() for part in line.split("|")) for line in lines if line and not line.startswith("#")]


def shown(references: References) -> str:
    said = ["all"] if references.everything else []
    said += [f"all of {item.id}" if item.section else item.id for item in references.items]
    said += [f"(stray {references.words[start:end]})" for start, end in references.stray]
    return " ".join(said)


def complaint(words: str, misread: Misread) -> str:
    return f"[{words[misread.start : misread.end]}] {misread.message}: {misread.help}"


@pytest.mark.parametrize(("words", "expected"), cases("reference_accepted.txt"))
def test_what_officers_write_is_read(words: str, expected: str) -> None:
    references = ActionReferences.read(words)
    assert references.misreads == ()
    assert shown(references) == expected


@pytest.mark.parametrize(("words", "expected", "complaints"), cases("reference_rejected.txt"))
def test_what_cannot_be_read_is_shown_beside_what_can(words: str, expected: str, complaints: str) -> None:
    references = ActionReferences.read(words)
    assert references.words == words
    assert shown(references) == expected
    assert " / ".join(complaint(words, misread) for misread in references.misreads) == complaints


def test_members_of_a_range_stand_at_its_ends_or_on_the_whole_of_it() -> None:
    assert ActionReferences.read("2.c; 1.a – 1.c").items == (
        Reference("2.c", 0, 3),
        Reference("1.a", 5, 8, range=(5, 14)),
        Reference("1.b", 5, 14, range=(5, 14)),
        Reference("1.c", 11, 14, range=(5, 14)),
    )


def test_an_item_stands_at_its_own_characters_even_where_its_section_is_borrowed() -> None:
    assert ActionReferences.read("1.a;  d").items[1] == Reference("1.d", 6, 7)


def test_every_kind_of_reference_calls_its_things_by_their_name() -> None:
    assert [kind.read("").misreads[0].message for kind in (ActionReferences, GroupReferences, SourceReferences)] == [
        "no action is named",
        "no group is named",
        "no source is named",
    ]
    assert References.read("").misreads[0].message == "no id is named"


@pytest.mark.parametrize(
    ("kind", "words", "help"),
    [
        (
            SourceReferences,
            "ONS Internet Users 2020",
            "write a short name of small letters and hyphens, e.g. `ons-internet-users-2020`, "
            "and see that it stands under that name in the sources",
        ),
        (
            SourceReferences,
            "https://www.ons.gov.uk/x",
            "an address goes under `url:` of a source; write the source's short name here",
        ),
        (
            SourceReferences,
            "a",
            "write the short names that the sources have where they are listed, with `;` between them",
        ),
        (
            EvidenceReferences,
            "Permit holder survey",
            "write a short name of small letters and hyphens, e.g. `permit-holder-survey`, "
            "and see that what you know stands under that name in `evidence:`",
        ),
        (
            EvidenceReferences,
            "no evidence",
            "leave nothing after the key; on the next line, two spaces further in, write `none:` and the reason",
        ),
        (
            EvidenceReferences,
            "no",
            "leave nothing after the key; on the next line, two spaces further in, write `none:` and the reason",
        ),
        (
            GroupReferences,
            "Older people",
            "write the names of groups, as the rows under `characteristics:` have them, with `;` between them",
        ),
    ],
)
def test_what_helps_names_nothing_that_stands_in_no_file(kind: type[References], words: str, help: str) -> None:
    assert kind.read(words).misreads[0].help == help


def test_a_list_means_its_items_joined() -> None:
    listed = TypeAdapter(ActionReferences).validate_python(["2.a", "b"])
    assert listed == ActionReferences.read("2.a; b")


def test_only_text_or_a_list_of_texts_stands_for_references() -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(ActionReferences).validate_python([1])


def test_a_value_with_endless_references_is_cut() -> None:
    references = ActionReferences.read("1.1-999; " * 100)
    assert MOST <= len(references.items) < MOST + 999
    assert [misread.message for misread in references.misreads] == ["more than 10,000 ids are too many to read"]


def test_long_words_are_cut_in_the_message() -> None:
    assert (
        ActionReferences.read("a b " * 99).misreads[0].message
        == "`a b a b a b a b a b a b a b a b a b a b…` names no action"
    )


def test_an_id_of_ten_thousand_characters_is_an_id() -> None:
    assert [item.id for item in GroupReferences.read("x" * 10_000).items] == ["x" * 10_000]


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_is_read_and_every_place_lies_inside_it(words: str) -> None:
    references = References.read(words)
    places = [(item.start, item.end) for item in references.items]
    places += [(misread.start, misread.end) for misread in references.misreads]
    assert references.words == words
    assert references.everything or references.items or references.misreads
    assert all(0 <= start <= end <= len(words) for start, end in [*places, *references.stray])
    assert all(item.id.endswith(words[item.start : item.end][-1:]) for item in references.items if not item.range)


@pytest.mark.slow
@given(st.lists(st.tuples(IDS.filter(lambda written: written not in NOT_IDS), SEPARATORS), min_size=1))
def test_ids_between_any_separators_read_back_to_themselves(written: list[tuple[str, str]]) -> None:
    words = "".join(id_ + separator for id_, separator in written[:-1]) + written[-1][0]
    references = References.read(words)
    assert [item.id for item in references.items] == [id_ for id_, _ in written]
    assert [words[item.start : item.end] for item in references.items] == [id_ for id_, _ in written]


@given(SECTIONS, st.integers(1, 99), st.integers(1, 20))
def test_a_range_of_numbers_has_all_its_members(section: str, first: int, more: int) -> None:
    items = References.read(f"{section}.{first}–{first + more}").items
    assert [item.id for item in items] == [f"{section}.{number}" for number in range(first, first + more + 1)]


@pytest.mark.parametrize(
    "words", ["1.a;", ";", " and", "1.1–999, ", "a-", "-", "x", " ", ", and ", "1.a to ", "(", "1", "…"]
)
@pytest.mark.slow
def test_a_hundred_thousand_characters_are_read_in_a_second(words: str) -> None:
    began = time.process_time()
    References.read(words * (100_000 // len(words)))
    References.read("1.a" + words * (100_000 // len(words)) + "x")
    assert time.process_time() - began < 2
