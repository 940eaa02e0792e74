"""Remarks that set a rule aside: with a reason, for one place, and not for longer than needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from eia.linting import lint
from eia.rules import ALL
from tests.asking import assessment, broken, found

ROW = (
    "gaps:\n  none: All is known.\ncharacteristics:\n  age:\n    context: Old.\n"
    "    mitigations:\n      none: Nothing need be done.\n"
)
REST = "  rest:\n    covers: all\n    not-assessed: One door is painted.\n"
BROKEN = "    impact: lovely\n"
RULE = "unknown-rating"


def said(folder: Path, row: str) -> list[str]:
    rules = [rule for rule, _ in found(folder, ROW + row + REST)]
    return [rule for rule in rules if not rule.startswith("rating-") and rule != "missing-rating"]


def test_without_a_remark_the_rule_speaks(tmp_path: Path) -> None:
    assert said(tmp_path, BROKEN) == [RULE]


@pytest.mark.parametrize(
    "row",
    [
        f"    # eia: ignore[{RULE}] -- agreed with the equality lead\n{BROKEN}",
        f"    # eia: ignore[{RULE}] -- agreed\n    # a second remark\n\n{BROKEN}",
        f"    impact: lovely # eia: ignore[{RULE}] -- agreed\n",
        f"    impact: lovely   # eia: ignore[{RULE}] – agreed\n",
        f"    impact: lovely   #eia:ignore[{RULE}]--agreed\n",
        f"    impact: lovely   # eia: ignore [{RULE}] -- agreed\n",
        f"    impact: lovely   # eia: ignore[{RULE}, {RULE},] -- agreed\n",
        f"    # eia: ignore[{RULE},placeholder-text] -- both\n    impact: lovely, tbc\n".replace(
            ",placeholder-text", ""
        ),
    ],
)
def test_a_remark_with_a_reason_sets_it_aside(tmp_path: Path, row: str) -> None:
    assert said(tmp_path, row) == []


@pytest.mark.parametrize(
    "remark",
    [
        f"eia: ignore[{RULE}]",
        f"eia: ignore[{RULE}] --",
        "eia: ignore",
        "eia: ignore -- all of it",
        "eia: ignore[] -- x",
        "eia: ignore[,] -- x",
        f"eia: ignore[{RULE}] -- .",
        f"eia: ignore[{RULE}] -- --",
    ],
)
def test_without_a_rule_or_a_reason_nothing_is_set_aside(tmp_path: Path, remark: str) -> None:
    assert sorted(said(tmp_path, f"    # {remark}\n{BROKEN}")) == ["ignore-without-reason", RULE]


def test_a_remark_that_meets_nothing_is_reported(tmp_path: Path) -> None:
    unknown = "    impact: unknown\n    evidence:\n      none: Nobody has counted.\n"
    assert said(tmp_path, f"    # eia: ignore[{RULE}] -- agreed\n{unknown}") == ["unused-ignore"]


def test_a_remark_beside_its_place_is_told_where_that_is_and_is_not_taken_out(tmp_path: Path) -> None:
    path = assessment(tmp_path, f"{ROW}    # eia: ignore[{RULE}] -- agreed\n    label: Age\n{BROKEN}{REST}")
    (told,) = broken(lint([path]), "unused-ignore")
    (rating,) = broken(lint([path]), RULE)
    assert f"line {rating.text.position(rating.span.start).line}" in told.help
    assert told.fix is None


def test_a_remark_covers_its_own_place_only(tmp_path: Path) -> None:
    assert sorted(said(tmp_path, f"    # eia: ignore[{RULE}] -- agreed\n    label: Age\n{BROKEN}")) == [
        RULE,
        "unused-ignore",
    ]


@pytest.mark.parametrize("name", ["unknown-ratings", "broken-yaml", "all"])
def test_only_rules_that_exist_can_be_set_aside(tmp_path: Path, name: str) -> None:
    assert sorted(said(tmp_path, f"    # eia: ignore[{name}] -- agreed\n{BROKEN}")) == [RULE, "unknown-rule"]


TWICE = "plan:\n  actions:\n    - id: 1.a\n      does: Paint.\n    - id: 1.a{}\n      does: Wash.\n"


@pytest.mark.parametrize("rule", [rule.id for rule in ALL if rule.firm])
def test_what_can_only_be_mended_cannot_be_set_aside(tmp_path: Path, rule: str) -> None:
    body = TWICE.format(f" # eia: ignore[{rule}] -- agreed")
    checked = lint([assessment(tmp_path, body)])
    assert not checked.accepted
    assert len(broken(checked, "duplicate-id")) == 1
    (remark,) = broken(checked, "unknown-rule")
    assert (remark.message, remark.help) == (f"`{rule}` cannot be set aside", "Mend what it finds.")
    assert remark.text.slice(remark.span).startswith("# eia: ignore")


def test_beside_it_a_remark_still_sets_other_rules_aside(tmp_path: Path) -> None:
    remark = f"    # eia: ignore[duplicate-id, {RULE}] -- agreed\n"
    assert said(tmp_path, remark + BROKEN) == ["unknown-rule"]


def test_a_rule_that_cannot_be_set_aside_is_not_proposed(tmp_path: Path) -> None:
    checked = lint([assessment(tmp_path, "# eia: ignore[duplicate-idd] -- agreed\n")])
    (remark,) = broken(checked, "unknown-rule")
    assert "duplicate-id`" not in remark.help


def test_in_a_value_of_many_lines_the_remark_stands_before_its_key(tmp_path: Path) -> None:
    remark = "    # eia: ignore[unsupported-prose] -- the heading is quoted from a poster\n"
    row = remark + "    because: |\n      Words.\n\n      # Poster\n"
    assert said(tmp_path, row) == []


OF_FILE = f"# eia: ignore-file[{RULE}] -- the scale of this file is the partnership's\n"


def of_file(folder: Path, above: str, between: str = "") -> list[str]:
    path = folder / "a.eia.yaml"
    head = "assessment: a\nprofile: gb-equality-act\nstatus: in-review\n"
    path.write_text(
        above + head + between + ROW + BROKEN + REST.replace("not-assessed", "impact: dire\n    not-assessed")
    )
    told = (one.rule for one in lint([path]).diagnostics)
    return [rule for rule in told if rule in (RULE, "unreadable-remark", "unused-ignore", "ignore-without-reason")]


def test_a_remark_above_the_first_key_is_for_the_whole_file(tmp_path: Path) -> None:
    assert of_file(tmp_path, "") == [RULE, RULE]
    assert of_file(tmp_path, OF_FILE) == []
    assert of_file(tmp_path, f"# Another remark.\n\n{OF_FILE}# A third.\n") == []


def test_for_the_next_line_it_does_not_hold_for_the_file(tmp_path: Path) -> None:
    assert of_file(tmp_path, OF_FILE.replace("-file", "")) == ["unused-ignore", RULE, RULE]


def test_below_the_first_key_it_sets_nothing_aside_and_says_where_it_belongs(tmp_path: Path) -> None:
    assert of_file(tmp_path, "", OF_FILE) == ["unreadable-remark", RULE, RULE]
    (told,) = broken(lint([tmp_path / "a.eia.yaml"]), "unreadable-remark")
    assert "above the first key" in told.help


def test_a_remark_for_the_file_needs_its_reason_too(tmp_path: Path) -> None:
    assert of_file(tmp_path, OF_FILE.partition(" --")[0] + "\n") == ["ignore-without-reason", RULE, RULE]


def test_a_remark_for_a_file_in_which_nothing_breaks_its_rule_is_told(tmp_path: Path) -> None:
    path = assessment(tmp_path, "")
    path.write_text("# eia: ignore-file[uncited-action] -- agreed\n" + path.read_text("utf-8"))
    (told,) = broken(lint([path]), "unused-ignore")
    assert "nothing in this file" in told.message


@pytest.mark.parametrize(
    "remark",
    [
        f"eia: ignor[{RULE}] -- agreed",
        f"eia: file-ignore[{RULE}] -- agreed",
        f"eia ignore[{RULE}] -- agreed",
        f"EIA: ignore[{RULE}] -- agreed",
        f"eia: ignore-next-line[{RULE}] -- agreed",
        f"eia: disable [{RULE}]",
        f"eia: ignored({RULE}) -- agreed",
        "eia: ignroe[unkown-rating] -- agreed",
    ],
)
def test_a_misspelt_remark_is_told_and_sets_nothing_aside(tmp_path: Path, remark: str) -> None:
    assert sorted(said(tmp_path, f"    # {remark}\n{BROKEN}")) == [RULE, "unreadable-remark"]


@pytest.mark.parametrize(
    "remark",
    [
        "eia: ignored by the board, see the minutes",
        "eia: draft (second)",
        "eia: see [1]",
        "eia: ask the lead [legal team, finance]",
        "eia: ignored [by the board]",
        "eia lint was run on Monday",
        "The EIA ignores this [see annex]",
        "eia.toml: ignore = [x]",
        "eiaign[unknown-thing]",
        "EIA of 2023 [unrelated-paper]",
    ],
)
def test_a_remark_that_only_looks_a_little_like_one_is_let_be(tmp_path: Path, remark: str) -> None:
    assert said(tmp_path, f"    # {remark}\n{BROKEN}") == [RULE]


@pytest.mark.parametrize("name", ["unknown-key", "wrong-settings", "duplicate-key", "unused-ignore", "expired-waiver"])
def test_what_is_no_rule_cannot_be_set_aside_and_the_message_says_so(tmp_path: Path, name: str) -> None:
    checked = lint([assessment(tmp_path, f"# eia: ignore[{name}] -- agreed\ntitel: x\n")])
    (remark,) = broken(checked, "unknown-rule")
    assert (remark.message, remark.help) == (f"`{name}` cannot be set aside", "Mend what it finds.")
    assert broken(checked, "unknown-key")


FIRM = ("duplicate-id", "unknown-reference", "ambiguous-reference", "malformed-id", "dangerous-scheme")


def test_what_leads_nowhere_or_to_two_things_and_what_may_do_harm_is_firm() -> None:
    assert sorted(rule.id for rule in ALL if rule.firm) == sorted(FIRM)


@pytest.mark.parametrize("rule", [*FIRM, "unknown-key", "duplicate-key"])
@pytest.mark.parametrize("setting", ["ignore = ['{}']", "[severity]\n{} = 'off'", "[severity]\n{} = 'note'"])
def test_no_setting_sets_it_aside_either(tmp_path: Path, rule: str, setting: str) -> None:
    (tmp_path / "eia.toml").write_text(setting.format(rule))
    checked = lint([assessment(tmp_path, TWICE.format("") + "titel: x\ntitel: y\n")])
    (told,) = broken(checked, "wrong-settings")
    assert "cannot be set aside" in told.message
    assert [one.severity.word for one in broken(checked, "duplicate-id")] == ["error"]
    assert broken(checked, "unknown-key")
    assert broken(checked, "duplicate-key")


def test_other_remarks_are_no_business_of_ours(tmp_path: Path) -> None:
    assert said(tmp_path, "    # eia is a tool; ignore[this]\n    # ignore[unknown-rating]\n") == []


def test_a_rule_that_is_not_asked_at_this_status_is_no_unused_remark(tmp_path: Path) -> None:
    row = f"    # eia: ignore[{RULE}] -- agreed\n{BROKEN}"
    assert [rule for rule, _ in found(tmp_path, ROW + row + REST, status="superseded")] == []
