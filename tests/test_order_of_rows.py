"""In which order the rows of the table stand says nothing but that: one rule tells of it, and no other notices."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from eia.linting import lint
from eia.rules import actions, coverage, decision, engagement
from eia.rules.coverage.out_of_order_row import out_of_order_row
from tests.asking import AS_OF, EVERY_RULE

RULES = {rule.id for family in (actions, coverage, decision, engagement) for rule in family.RULES}
HEAD = """\
assessment: a
profile: gb-equality-act
status: in-review
engagement:
  panel:
    who: The panel
    groups: age
    heard: Keep the mornings.
plan:
  actions:
    - id: 1.a
      does: Consult women.
    - id: 1.b
      does: Carry out an equality impact assessment.
characteristics:
"""
ROWS = (
    "  age:\n    impact: negative\n    mitigations:\n      - actions: 1.a–g\n",
    "  disability:\n    impact: unknown\n    mitigations:\n      - how: There will be further impact assessments.\n",
    "  marriage-and-civil-partnership:\n    impact:\n      advance: positive\n",
    "  religion-or-belief:\n    label: Faith\n    impact: neutral\n",
    "  sex:\n    impact: mixed\n    mitigations:\n      - actions: 1.b–h\n",
    "  over-75s:\n    covers: age\n    impact: negative\n",
)


def told(rows: list[str]) -> set[tuple[str, str, str]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.eia.yaml"
        path.write_text(HEAD + "".join(rows), encoding="utf-8")
        found = lint([path], as_of=AS_OF, choice=EVERY_RULE).diagnostics
    return {(one.rule, one.message, one.text.slice(one.span)) for one in found if one.rule in RULES}


def test_in_the_order_of_the_form_nobody_speaks_of_it() -> None:
    assert out_of_order_row.id not in {rule for rule, *_ in told(list(ROWS))}


@settings(max_examples=20, deadline=None)
@given(st.permutations(ROWS))
def test_in_any_order_the_same_is_told_of_everything_else(rows: list[str]) -> None:
    others = {one for one in told(rows) if one[0] != out_of_order_row.id}
    assert others == told(list(ROWS))
    assert {one[0] for one in others} >= {
        "aim-not-owed",
        "nonstatutory-name",
        "copied-mitigations",
        "deferred-assessment",
    }


@settings(max_examples=20, deadline=None)
@given(st.permutations(ROWS[:5]))
def test_a_row_out_of_its_order_is_told_once(rows: list[str]) -> None:
    keys = [re.findall(r"^  ([a-z-]+):", row)[0] for row in rows]
    spoken = [one for one in told(rows) if one[0] == out_of_order_row.id]
    assert len(spoken) == (keys != sorted(keys))
