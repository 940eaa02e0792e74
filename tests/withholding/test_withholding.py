"""Nothing private that is planted anywhere in an assessment reaches the dossier for everybody; and nothing else is touched."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from string import ascii_lowercase

import pytest

import eia
from eia.editing.apply import edited
from eia.index import Site
from eia.project import Dossier, Project
from eia.rules.privacy.everywhere import texts, values
from eia.rules.privacy.numbers import Numbers
from eia.text.change import Set
from eia.text.read import real
from eia.withholding.listed import listed
from eia.withholding.publication import Publication, publication
from eia.withholding.withheld import value_at, withheld
from eia.withholding.without import without
from tests.asking import assessment
from tests.publishing.samples import EVERYTHING

KEYS_OF_PUBLISHED = ("title", "by", "in")


def of(folder: Path, body: str) -> Dossier:
    return eia.load(assessment(folder, body))


def said(dossier: Dossier) -> str:
    return "\n".join(words for _, words in values(dossier))


def hidden(folder: Path, body: str) -> list[tuple[str, str]]:
    """The kinds and words of all that is withheld of a small assessment."""
    return [(one.kind, one.words) for one in withheld(of(folder, body))]


def public(folder: Path, body: str) -> str:
    """All that it says to everybody, but for the list of what was withheld."""
    dossier = of(folder, body)
    return said(without(dossier, withheld(dossier), said=False))


# --- planted everywhere -------------------------------------------------------------------------------------------------


def surname(number: int) -> str:
    """A name that nobody has and no other place of the sample names."""
    return f"Quill{ascii_lowercase[number // 26 % 26]}{ascii_lowercase[number % 26]}x"


@cache
def planted() -> tuple[Dossier, tuple[Site, ...]]:
    """The sample with everything in it, and in every text somebody of a name of their own, with an address and a telephone."""
    clean = eia.load(EVERYTHING / "assessment.eia.yaml")
    routes = tuple(site for site, _ in texts(clean) if site.route[0] != "marking")
    drafts = {}
    for file in clean.files:
        here = [(number, site) for number, site in enumerate(routes) if site.file is file]
        changes = [Set(site.route, f"{value_at(site).rstrip()} {private(number)}") for number, site in here]
        drafts[real(file.path)] = edited(file.text, changes)
    project = Project(clean.root, drafts=drafts)
    dossier = project.dossier(project.file(clean.file.path))
    assert dossier
    return dossier, routes


def private(number: int) -> str:
    return f"Jane {surname(number)}, jane.{surname(number)}@example.net or 07700 {900000 + number}".replace("\n", " ")


def test_there_is_hardly_a_text_in_which_nothing_could_be_planted() -> None:
    assert len(planted()[1]) > 100


def test_no_name_address_or_telephone_planted_in_any_text_is_left() -> None:
    dossier, routes = planted()
    left = said(without(dossier, withheld(dossier))).casefold()
    author = {
        at for at, site in enumerate(routes) if site.file.kind == "sources" and site.route[-1] in KEYS_OF_PUBLISHED
    }
    found = [
        site.route for at, site in enumerate(routes) if f"jane {surname(at)}".casefold() in left and at not in author
    ]
    assert found == []
    assert [site.route for at, site in enumerate(routes) if f"jane.{surname(at)}".casefold() in left] == []
    contact = [at for at, site in enumerate(routes) if site.route[0] == "contact"]
    assert [at for at in range(len(routes)) if str(900000 + at) in left and at not in contact] == []


def test_no_count_of_three_planted_in_any_text_is_overlooked() -> None:
    dossier = eia.load(EVERYTHING / "assessment.eia.yaml")
    numbers = Numbers(dossier)
    for site, words in texts(dossier):
        there = [*numbers.unplaced(f"{words.rstrip()}\n\n3 Muslim women")]
        assert len(there) == 1 + len([*numbers.unplaced(words)]), site.route


@pytest.mark.parametrize("sample", ["library-hours-2026", "everything"])
def test_nothing_is_withheld_of_a_clean_sample(sample: str) -> None:
    path = EVERYTHING if sample == "everything" else Path("assessments") / sample
    assert withheld(eia.load(path / "assessment.eia.yaml")) == ()


# --- names --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "Jane Ashworth",
        "Dr J. Ashworth",
        "Bola Adeyemi",
        "Siân O’Neill",
        "Mohammed al Khan",
        "Ludwig van der Berg",
        "Gwenllian ferch Dafydd",
        "Anne-Marie Smith-Jones",
        "JANE ASHWORTH",
        "jane ashworth",
        "Sarah Parks",
        "Jane Ashworth, Libraries Manager",
        "Libraries Manager (Jane Ashworth)",
    ],
)
def test_a_name_where_a_role_may_stand_is_withheld(tmp_path: Path, name: str) -> None:
    left = public(tmp_path, f"people:\n  lead officer: {name}\n")
    assert "ithheld" in left
    assert not {"ashworth", "adeyemi", "khan", "berg", "smith-jones"} & set(left.casefold().replace(",", " ").split())
    assert ("Libraries Manager" in left) is ("Libraries Manager" in name)


@pytest.mark.parametrize(
    "role",
    [
        "Libraries Manager",
        "Head of Equality, Diversity and Inclusion",
        "Cabinet",
        "Policy Officer (Equality)",
        "Consultant in Rheumatology",
        "Facilities",
        "MOPAC",
        "Branch Supervisors",
        "the lead officer",
        "Midshire Borough Council",
        "On the signed copy",
        "General Manager, Outpatients",
        "equality@example.org",
        "to be agreed",
        "3 officers",
    ],
)
def test_a_role_or_a_body_stays(tmp_path: Path, role: str) -> None:
    assert hidden(tmp_path, f"people:\n  lead officer: {role}\n") == []


@pytest.mark.parametrize(
    "words",
    [
        "Mrs Jane Ashworth told us.",
        "Mrs\u00a0Ashworth told us.",
        "Then Jane Ashworth, a carer, told us.",
        "**Jane Ashworth** told us.",
        "Director Jane Ashworth told us.",
        "| Who | What |\n      | --- | --- |\n      | Jane Ashworth | told us |",
        "Jane\n      Ashworth told us.",
    ],
)
def test_a_name_in_a_text_is_withheld(tmp_path: Path, words: str) -> None:
    left = public(tmp_path, f"engagement:\n  talks:\n    heard: |\n      {words}\n")
    assert "Ashworth" not in left
    assert "(name withheld)" in left


@pytest.mark.parametrize(
    "words",
    [
        "The Jane Ashworth Centre is closed.",
        "It is in Victoria Park, off Jane Austen Road.",
        "St Mary Magdalene is open.",
        "Councillor Jane Ashworth spoke.",
        "People met at Mary Hill.",
        "Mark Education Week came.",
        "The Equality Act 2010 and the Stephen Lawrence Inquiry.",
        "Polish Saturday School and Rainbow Readers came.",
        "In May June spoke of Grace.",
        "See [Jane](https://example.org/jane-austen).",
    ],
)
def test_places_works_offices_and_words_stay(tmp_path: Path, words: str) -> None:
    assert hidden(tmp_path, f"engagement:\n  talks:\n    heard: {words!r}\n") == []


@pytest.mark.parametrize(
    "words",
    [
        "jane  ashworth",
        "ASHWORTH, Jane",
        "J. Ashworth",
        "J Ashworth’s",
        "Ms Ashworth",
        "Ashworth",
        "Jane",
        "Jane A. Ashworth",
    ],
)
def test_a_name_that_is_known_is_withheld_wherever_it_stands_again(tmp_path: Path, words: str) -> None:
    body = f"people:\n  lead officer: Jane Ashworth\nglossary:\n  BSL: A language, says {words} here\nx-note: {words} too\n"
    left = public(tmp_path, body).casefold()
    assert "ashworth" not in left
    assert "jane" not in left


@pytest.mark.parametrize(
    "words", ["White British staff", "Green Lane", "the young", "Whitehall", "Janet’s", "King Street"]
)
def test_what_only_looks_like_a_part_of_a_known_name_stays(tmp_path: Path, words: str) -> None:
    body = "people:\n  lead: Sarah White\n  second: Jane Green\n  third: Mary Young\n  fourth: Peter King\n"
    assert words in public(tmp_path, f"{body}x-note: so say {words} here\n")


def test_a_name_that_is_a_key_or_stands_in_a_remark_that_is_printed_goes_too(tmp_path: Path) -> None:
    body = "people:\n  Jane Ashworth: lead\ntitle: Hours # eia: ignore[long-sentence] -- Jane Ashworth agreed\n"
    dossier = of(tmp_path, body)
    after = without(dossier, withheld(dossier))
    assert "Ashworth" not in after.file.text.source
    assert after.assessment.people == {"Name withheld": "lead"}


def test_a_name_that_stands_small_in_an_address_is_a_name_still(tmp_path: Path) -> None:
    body = "people:\n  lead: Bola Adeyemi\ncontact: Write to bola.adeyemi@example.net.\nx-note: Adeyemi agrees\n"
    assert "deyemi" not in public(tmp_path, body)


def test_names_with_letters_beyond_the_alphabet_are_names(tmp_path: Path) -> None:
    assert "Briain" not in public(tmp_path, "people:\n  lead: Éamon Ó Briain\n")


def test_a_name_in_a_label_or_below_a_key_of_the_organisation_goes(tmp_path: Path) -> None:
    body = "x-seen-by:\n  Mary Quill: yes\nengagement:\n  talks:\n    figures:\n      group of Jane Ashworth: 12\n"
    left = without(of(tmp_path, body), withheld(of(tmp_path, body))).file.text.source
    assert not {"Quill", "Ashworth"} & set(left.replace(":", " ").split())


def test_a_name_in_a_remark_within_what_could_not_be_read_goes(tmp_path: Path) -> None:
    body = "people:\n  lead: Jane Ashworth\ncolours: # Mary Quill chose, 07700 900123\n  red: 1\n"
    left = without(of(tmp_path, body), withheld(of(tmp_path, body))).file.text.source
    assert "Quill" not in left
    assert "900123" not in left


def test_a_name_that_stands_in_a_printed_remark_alone_goes(tmp_path: Path) -> None:
    dossier = of(tmp_path, "title: Hours # eia: ignore[long-sentence] -- Mrs Quill agreed\n")
    assert "Quill" not in without(dossier, withheld(dossier)).file.text.source


def test_authors_stay_with_their_works_unless_they_sign(tmp_path: Path) -> None:
    source = "sources:\n  a:\n    title: A report\n    by: Jane Ashworth\n"
    body = f"text:\n  introduction: Jane Ashworth says so in her report.\n{source}"
    assert hidden(tmp_path, body) == []
    assert hidden(tmp_path, f"{body}people:\n  lead officer: Jane Ashworth\n")


def test_names_and_offices_of_the_list_stay(tmp_path: Path) -> None:
    tmp_path.joinpath("eia.toml").write_text('[words.public-names]\nadd = ["Jane Ashworth"]\n', "utf-8")
    assert hidden(tmp_path, "people:\n  lead officer: Jane Ashworth\n") == []
    assert hidden(tmp_path, "approvals:\n  - role: Cabinet Member for Culture\n    name: Mary Quill\n") == []


# --- ways to reach a person ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "detail",
    ["jane.ashworth@example.org", "07700 900 123", "12 Acacia Road, Midshire MD1 2AB", "jashworth.library@example.org"],
)
def test_what_leads_to_a_person_is_withheld(tmp_path: Path, detail: str) -> None:
    left = public(tmp_path, f"engagement:\n  talks:\n    heard: Call {detail} first.\n")
    assert (detail in left) is ("library" in detail)


@pytest.mark.parametrize("contact", ["Ring 01632 960123.", "Write to libraries@example.org.", "Text 07700 900123."])
def test_whom_to_ask_stays(tmp_path: Path, contact: str) -> None:
    assert hidden(tmp_path, f"contact: {contact}\n") == []


def test_a_person_who_is_to_be_asked_does_not(tmp_path: Path) -> None:
    words = "Ask Jane Ashworth (07700 900123, jane@example.net) or libraries@example.org."
    assert [kind for kind, _ in hidden(tmp_path, f"contact: {words}\n")] == ["name", "detail", "detail"]


def test_a_link_to_a_letter_box_is_none_any_more(tmp_path: Path) -> None:
    words = "Write to [her](mailto:jane@example.net?subject=a), <jane@example.net> or mailto:jane@example.net."
    left = public(tmp_path, f"engagement:\n  talks:\n    heard: {words}\n")
    assert "Write to her, (contact withheld) or (contact withheld)." in left


# --- counts -------------------------------------------------------------------------------------------------------------

STAFF = "evidence:\n  staff:\n    says: Library staff by ethnic group\n"


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (["white: 93% (43 of 46)", "Black: 7% (3 of 46)"], ["suppressed", "suppressed"]),
        (["white: 40", "Black: 3", "Asian: 12", "total: 55"], ["40", "suppressed", "suppressed", "55"]),
        (["white: 40", "Black: 3"], ["40", "suppressed"]),
        (["white: 40", "Black: under 5"], ["40", "under 5"]),
        (["white: 40", "Black: 0", "total: 40"], ["40", "0", "40"]),
        (["white: 40", "Black: 12", "total: 52"], ["40", "12", "52"]),
        (["white: 40", "Black: about 3"], ["40", "about 3"]),
        (["white: 30 of 46"], ["30 of 46"]),
        (["white: 43 of 46"], ["suppressed"]),
    ],
)
def test_small_counts_go_with_what_they_follow_from(tmp_path: Path, lines: list[str], left: list[str]) -> None:
    dossier = of(tmp_path, f"{STAFF}    figures:\n" + "".join(f"      {line}\n" for line in lines))
    after = without(dossier, withheld(dossier)).assessment.facts["staff"].lines
    assert [figures.words for figures in after.values()] == left


def test_a_total_beside_the_lines_goes_where_nothing_else_is_left(tmp_path: Path) -> None:
    body = f"{STAFF}    total: 3 people\n    figures:\n      white: 0\n      Black: 3\n"
    dossier = of(tmp_path, body)
    after = without(dossier, withheld(dossier)).assessment.facts["staff"]
    assert (after.total, after.lines["Black"].words) == ("not published", "suppressed")


def test_rows_and_columns_keep_each_other_dark(tmp_path: Path) -> None:
    figures = ["Christian: 20 v 30 v 50", "Muslim: 3 v 12 v 15", "Jewish: 9 v 7 v 16", "total: 32 v 49 v 81"]
    body = f"{STAFF}    columns: [women, men, total]\n    figures:\n" + "".join(f"      {line}\n" for line in figures)
    dossier = of(tmp_path, body)
    after = without(dossier, withheld(dossier)).assessment.facts["staff"].lines
    assert after["Muslim"].words == "suppressed v suppressed v 15"
    assert sum(one.words.count("suppressed") for one in after.values()) == 4


def test_the_same_figure_in_another_fact_goes_too(tmp_path: Path) -> None:
    lines = "    figures:\n      white: 93% (43 of 46)\n      Black: 7% (3 of 46)\n"
    body = f"{STAFF}{lines}  again:\n    says: Other words for it\n{lines}"
    assert len(hidden(tmp_path, body)) == 4


@pytest.mark.parametrize("lines", ["entrance without steps: 3 of 8", "classes for women: 2"])
def test_counts_of_things_stay(tmp_path: Path, lines: str) -> None:
    assert hidden(tmp_path, f"evidence:\n  b:\n    says: Branches of women\n    figures:\n      {lines}\n") == []


# --- what stands against it ---------------------------------------------------------------------------------------------


def ready(folder: Path, body: str) -> Publication:
    return publication(of(folder, body))


def why(folder: Path, body: str) -> list[str]:
    """The rules by which it cannot be published."""
    return [one.rule for one in ready(folder, body).open]


@pytest.mark.parametrize("marking", ["OFFICIAL-SENSITIVE", "Secret", "OFFICIAL: SENSITIVE", "internal"])
def test_a_marking_for_few_readers_is_refused(tmp_path: Path, marking: str) -> None:
    assert why(tmp_path, f'marking: "{marking}"\n') == ["restricted-marking"]


@pytest.mark.parametrize("marking", ["OFFICIAL", "public", "Not  protectively marked", ""])
def test_a_marking_for_everybody_is_none_against_it(tmp_path: Path, marking: str) -> None:
    assert why(tmp_path, f'marking: "{marking}"\n') == []


def test_a_small_number_in_a_text_is_refused_in_its_place(tmp_path: Path) -> None:
    (one,) = ready(tmp_path, "engagement:\n  talks:\n    heard: So say 3 Muslim women.\n").open
    assert (one.rule, one.severity.word, one.text.slice(one.span)) == ("unplaced-number", "error", "3")


def test_a_small_number_that_somebody_accepts_with_a_reason_is_not(tmp_path: Path) -> None:
    remark = "# eia: ignore[unplaced-number] -- they agreed to it"
    assert why(tmp_path, f"engagement:\n  talks:\n    heard: So say 3 Muslim women. {remark}\n") == []


def test_a_small_count_that_the_record_accepts_stays(tmp_path: Path) -> None:
    waiver = "waivers:\n  - {rule: small-count, at: staff, because: All agreed to it., by: Officer, date: May 2026}\n"
    found = ready(tmp_path, f"{STAFF}    figures:\n      Black: 3\n{waiver}")
    assert (found.withheld, found.open) == ((), ())


@pytest.mark.parametrize(
    "words",
    [
        "![A face](jane-ashworth.png)",
        "See [this](https://example.org/jane-ashworth).",
        "Of us, 43 of 46 are white.",
    ],
)
def test_what_cannot_be_taken_out_is_refused_in_its_place(tmp_path: Path, words: str) -> None:
    body = f"people:\n  lead: Jane Ashworth\n{STAFF}    figures:\n      white: 43 of 46\n      Black: 3 of 46\n"
    assert why(tmp_path, f"{body}text:\n  introduction: {words!r}\n") == ["not-withheld"]


def test_an_id_that_is_a_name_is_refused(tmp_path: Path) -> None:
    body = "people:\n  lead: Jane Ashworth\nengagement:\n  jane-ashworth:\n    heard: She spoke.\n"
    assert "not-withheld" in why(tmp_path, body)


def test_nothing_is_written_to_the_files(tmp_path: Path) -> None:
    path = assessment(tmp_path, "people:\n  lead: Jane Ashworth\n")
    before = path.read_bytes()
    publication(eia.load(path))
    assert path.read_bytes() == before


def test_how_much_was_withheld_stands_in_a_section_and_never_the_words(tmp_path: Path) -> None:
    found = ready(tmp_path, "people:\n  lead: Jane Ashworth\ncontact: Ask Jane Ashworth, jane@example.net.\n")
    section = (found.dossier.assessment.text or {})["withheld"].words
    assert section.splitlines()[-2:] == ["- Names of people: 2", "- Ways to reach a person: 1"]
    assert not any("shworth" in line or "example.net" in line for line in listed(found.withheld))


def test_a_section_that_the_officer_opened_goes_on(tmp_path: Path) -> None:
    body = "people:\n  lead: Jane Ashworth\ntext:\n  withheld: We ask Jane Ashworth before we print a name.\n"
    section = (ready(tmp_path, body).dossier.assessment.text or {})["withheld"].words
    assert section.startswith("We ask (name withheld) before we print a name.\n\nSo that nobody")


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "]]>", "\u202eworth", "a: b # c", "- [ ] x", '"', "\\"])
def test_hostile_words_beside_a_name_stay_as_they_are(tmp_path: Path, words: str) -> None:
    quoted = words.replace("\\", "\\\\").replace('"', '\\"')
    left = public(tmp_path, f'engagement:\n  talks:\n    heard: "{quoted} Mrs Jane Ashworth {quoted}"\n')
    assert f"{words} (name withheld) {words}" in left


def test_what_was_planned_in_another_assessment_is_withheld_too(tmp_path: Path) -> None:
    tmp_path.joinpath("eia.toml").touch()
    before = tmp_path / "before"
    before.mkdir()
    plan = "plan:\n  actions:\n    - id: ask-her\n      does: Ask Mrs Jane Ashworth.\n"
    assessment(before, f"title: Hours of Mary Quill\n{plan}", name="before")
    here = assessment(tmp_path, "previous: before\nfollow-up:\n  - action: ask-her\n    came: Done.\n")
    other = publication(eia.load(here)).dossier.project.called("before")
    assert other
    assert "Ashworth" not in said(other)
    assert "Quill" not in said(other)
