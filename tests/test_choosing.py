"""Which rules are asked, how much each counts, who says so, and by which day: presets, forms, eia.toml and the status."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from eia.choosing import held_to, weight_of
from eia.diagnostics.diagnostic import Diagnostic, Severity
from eia.linting import lint
from eia.model.assessment import STATUSES
from eia.project import Dossier
from eia.rules import ALL, FAMILIES, Rule
from eia.rules.rule import RULE_SET
from eia.settings import PRESETS, Choice
from tests.asking import assessment
from tests.running import within

RULE = next(one for one in ALL if one.id == "unused-source")


def settled(
    folder: Path, toml: str = "", body: str = "", *, status: str = "in-review", choice: Choice | None = None
) -> Dossier:
    folder.joinpath("eia.toml").write_text(toml, encoding="utf-8")
    return lint([assessment(folder, body, status=status)], choice=choice).dossiers[0]


def said(folder: Path, toml: str) -> list[tuple[int, str, str]]:
    """What is wrong with the settings: the line, what, and what to do."""
    folder.joinpath("eia.toml").write_text(toml, encoding="utf-8")
    found = (one for one in lint([assessment(folder, "")]).diagnostics if one.rule == "wrong-settings")
    return [(one.text.position(one.span.start).line, one.message, one.help) for one in found]


def named(diagnostics: Iterable[Diagnostic]) -> set[str]:
    return {one.rule for one in diagnostics}


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_every_rule_is_in_the_family_of_its_folder_and_counts_no_more_before_its_stage(one: Rule) -> None:
    assert one in FAMILIES[one.family]
    weights = [one.severity_at(status, one.severity) for status in STATUSES[:-1]]
    assert weights == sorted(weights, key=lambda severity: severity or 0)
    assert weights[-1] == one.severity


def test_a_mere_hint_waits_for_the_last_preset() -> None:
    assert {one.preset for one in ALL if one.confidence == "heuristic"} <= {PRESETS[-1]}


@pytest.mark.parametrize(
    ("toml", "counts"),
    [
        ("", Severity.NOTE),
        ('ignore = ["unused-source"]', None),
        ('ignore = ["evidence"]', None),
        ('ignore = ["evidence"]\nselect = ["unused-source"]', Severity.NOTE),
        ('select = ["evidence"]\nignore = ["unused-source"]', None),
        ('[severity]\nunused-source = "error"', Severity.ERROR),
        ('[severity]\nunused-source = "off"', None),
        ('[severity]\nunused-evidence = "error"', Severity.NOTE),
    ],
)
def test_a_project_says_which_rules_are_asked_and_how_much_they_count(
    tmp_path: Path, toml: str, counts: Severity | None
) -> None:
    assert weight_of(RULE, settled(tmp_path, toml)) == counts


def test_what_is_chosen_this_once_goes_before_what_the_project_says(tmp_path: Path) -> None:
    assert weight_of(RULE, settled(tmp_path, 'ignore = ["unused-source"]', choice=Choice(select=("unused-source",))))
    off = '[severity]\nunused-source = "off"'
    assert weight_of(RULE, settled(tmp_path, off, choice=Choice(select=("unused-source",))))
    assert weight_of(RULE, settled(tmp_path, choice=Choice(ignore=("evidence",)))) is None


def test_what_is_chosen_by_its_family_goes_before_what_the_project_says_by_name(tmp_path: Path) -> None:
    assert weight_of(RULE, settled(tmp_path, 'select = ["unused-source"]', choice=Choice(ignore=("evidence",)))) is None
    off = 'ignore = ["unused-source"]\n[severity]\nunused-source = "off"\n'
    assert weight_of(RULE, settled(tmp_path, off, choice=Choice(select=("evidence",)))) == Severity.NOTE


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_has_all_that_those_before_it_have(tmp_path: Path, preset: str) -> None:
    dossier = settled(tmp_path, f'preset = "{preset}"')
    asked = {one.id for one in ALL if weight_of(one, dossier)}
    assert asked == {
        one.id
        for one in ALL
        if PRESETS.index(one.preset) <= PRESETS.index(dossier.project.settings.preset or "standard")
    }


def test_a_form_says_how_much_a_rule_counts_where_it_is_followed_and_the_project_has_the_last_word(
    tmp_path: Path,
) -> None:
    own = tmp_path / "profiles" / "own" / "profile.eia.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(
        "profile: own\nextends: gb-equality-act\nrules:\n  unused-source: {severity: warning}\n", encoding="utf-8"
    )
    path = assessment(tmp_path, "")
    path.write_text(path.read_text("utf-8").replace("gb-equality-act", "own"), encoding="utf-8")
    tmp_path.joinpath("eia.toml").write_text("", encoding="utf-8")
    assert weight_of(RULE, lint([path]).dossiers[0]) == Severity.WARNING
    tmp_path.joinpath("eia.toml").write_text('[severity]\nunused-source = "error"\n', encoding="utf-8")
    assert weight_of(RULE, lint([path]).dossiers[0]) == Severity.ERROR


def test_a_form_that_names_no_rule_or_no_number_is_told(tmp_path: Path) -> None:
    own = tmp_path / "profiles" / "own" / "profile.eia.yaml"
    own.parent.mkdir(parents=True)
    tmp_path.joinpath("eia.toml").write_text("", encoding="utf-8")
    own.write_text(
        "profile: own\nrules:\n  unused-sauce: off\n  unused-source: [nowhere]\nthresholds:\n  height: 3\n",
        encoding="utf-8",
    )
    found = [(one.text.position(one.span.start).line, one.message) for one in lint([own]).diagnostics]
    assert (3, "there is no rule `unused-sauce`") in found
    assert (4, "the form has no statement under `law:` called `nowhere`") in found
    assert (6, "the form has no threshold `height`") in found


@pytest.mark.parametrize(
    ("toml", "line", "words"),
    [
        ('body = "x"\npreset = "stritc"', 2, "`preset` cannot be `stritc`"),
        ('ignore = "unused-source"', 1, "`ignore` takes a list of words"),
        ('\nignore = [\n  "unused-source",\n  "unused-sauce",\n]', 4, "there is no rule `unused-sauce`"),
        ('select = ["figgures"]', 1, "there is no rule `figgures`"),
        ('[severity]\nunused-source = "fatal"', 2, "`unused-source` cannot be `fatal`"),
        ('[severity]\nunused-sauce = "note"', 2, "there is no rule `unused-sauce`"),
        ('severity = "note"', 1, "`severity` has lines of its own"),
        ("[thresholds]\nheight = 3", 2, "there is no threshold `height`"),
        ('[thresholds]\nheight = "3"', 2, "`height` takes a whole number"),
        ('[words.placeholder]\nadd = ["x"]', 1, "there is no list of words `placeholder`"),
        (
            '[words.placeholders]\nadds = ["x"]',
            1,
            "the list `placeholders` can be added to, and words be taken from it",
        ),
        ('[words.pointers]\nadd = ["below", "*"]', 2, "`add` takes a list of words"),
        ("[groups]\ncarers = 3", 2, "`carers` takes text"),
        ('[groups]\n"care leavers" = "x"', 2, "`care leavers` cannot be the short name of a group"),
        ('[groups]\ncarers = "Ca\\nrers"', 2, "`carers` takes text on one line, without signs that nobody sees"),
        ('body = "Mid\\u001bshire"', 1, "`body` takes text on one line, without signs that nobody sees"),
        ('[groups]\nall = "Everybody"', 2, "`all` cannot be the short name of a group"),
        ('preset = "strict"\nbody = \'x', 2, "line 2 has quotes that do not end"),
        ('[lint]\npreset = "strict"', 1, "`lint` is no setting"),
    ],
)
def test_what_is_wrong_with_settings_is_told_at_its_line(tmp_path: Path, toml: str, line: int, words: str) -> None:
    ((at, message, help),) = said(tmp_path, toml)
    assert (at, message) == (line, words)
    assert help.endswith((".", "?"))


def test_a_misspelt_rule_is_told_with_the_one_that_is_meant(tmp_path: Path) -> None:
    ((_, _, help),) = said(tmp_path, 'ignore = ["unused-sauce"]')
    assert help == "Did you mean `unused-source`?"


def test_settings_with_a_mistake_switch_nothing_off(tmp_path: Path) -> None:
    dossier = settled(tmp_path, 'ignore = ["unused-source"]\npresets = "strict"')
    assert weight_of(RULE, dossier)


def test_what_can_only_be_mended_cannot_be_switched_off(tmp_path: Path) -> None:
    firm = next((one for one in ALL if one.firm), None)
    if firm is not None:
        ((_, message, _),) = said(tmp_path, f'ignore = ["{firm.id}"]')
        assert message == f"`{firm.id}` cannot be set aside, nor count for less"
        assert weight_of(firm, settled(tmp_path, f'ignore = ["{firm.family}"]')) == firm.severity


def test_a_project_adds_groups_words_and_numbers_to_its_form(tmp_path: Path) -> None:
    toml = 'acronyms = ["MARAC"]\n[groups]\ncarers = "Unpaid carers"\n[words.placeholders]\nadd = ["wip"]\nremove = ["TBA"]\n'
    form = settled(tmp_path, toml).profile
    assert form.groups["carers"].label == "Unpaid carers"
    assert form.groups["carers"].local, "so that the document says whose it is"
    assert list(form.groups)[-1] == "carers"
    placeholders = form.words_in("placeholders")
    assert ("wip" in placeholders, "tba" in placeholders, "tbc" in placeholders) == (True, False, True)
    assert "marac" in form.words_in("acronyms")
    tmp_path.joinpath("eia.toml").write_text("", encoding="utf-8")
    assert "carers" not in settled(tmp_path).profile.groups, "and nobody else has them"


SIGNED = "decision:\n  date: 14 January 2026\napprovals:\n  - role: Director\n    date: 9 January 2026\n"


def test_what_is_signed_is_judged_by_its_own_day_and_the_rest_by_today(tmp_path: Path) -> None:
    assert settled(tmp_path, body=SIGNED, status="signed-off").day == date(2026, 1, 14)
    assert settled(tmp_path, body=SIGNED).day == date.today()
    assert settled(tmp_path, status="published").day is None, "nobody says when it was signed"


def test_a_draft_that_is_judged_as_if_it_were_signed_is_still_judged_by_today(tmp_path: Path) -> None:
    path = assessment(tmp_path, SIGNED, status="draft")
    assert lint([path], status="signed-off").dossiers[0].day == date.today()


def test_a_day_that_is_named_goes_before_both(tmp_path: Path) -> None:
    for status in STATUSES:
        path = assessment(tmp_path, SIGNED, status=status)
        assert lint([path], as_of=date(2030, 5, 1)).dossiers[0].day == date(2030, 5, 1)


def test_what_is_settled_is_not_held_to_rules_that_came_after_it_was_checked(tmp_path: Path) -> None:
    newcomer = replace(RULE, since=RULE_SET + 1)
    old = settled(tmp_path, body="rule-set: 1\n", status="published")
    assert (held_to(old), weight_of(RULE, old), weight_of(newcomer, old)) == (1, Severity.NOTE, None)
    assert weight_of(newcomer, settled(tmp_path, body=f"rule-set: {RULE_SET + 1}\n", status="published"))
    assert held_to(settled(tmp_path, body="rule-set: 0\n", status="published")) == 1, "there is none before the first"


def test_where_it_does_not_say_by_which_rules_it_was_checked_its_own_day_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eia.choosing.RULE_SETS", {1: date(2026, 11, 30), 2: date(2028, 1, 1)})
    assert held_to(settled(tmp_path, body=SIGNED, status="published")) == 1
    assert held_to(settled(tmp_path, body=SIGNED.replace("2026", "2029"), status="published")) == 2
    assert held_to(settled(tmp_path, status="published")) == 1, "nobody says when it was signed"
    assert held_to(settled(tmp_path, body=SIGNED)) == RULE_SET, "a draft is held to the newest"


def test_lint_says_by_which_day_and_rules_it_judged_what_is_signed(tmp_path: Path) -> None:
    settled(tmp_path, body=SIGNED, status="signed-off")
    assert "What is signed off was judged as of 14 January 2026, by rule set 1." in " ".join(
        within(tmp_path, "lint").out.split()
    )
    assert "judged as of" not in within(tmp_path, "lint", "--as-of", "2026-05-01").out
