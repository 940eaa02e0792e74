"""Running text and lists that stand right are left alone, and a slip of another kind is told as what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from eia.text.span import Text
from eia.text.yaml import parse

ROW = "assessment: a\ncharacteristics:\n  age:\n    context: |\n      {}\n    impact: none\n"
TWO_ROWS = ROW.format("Text.") + "  sex:\n    context: |\n      Text.\n"
PLAN = "plan: p\nactions:\n  - id: 1.a\n    does: |\n      Open early.\n{}"

SILENT = [
    ROW.format("They came early –\n      all of them – and late."),
    ROW.format("They came early\n      – all of them – and stayed late\n      – until nine."),
    ROW.format("They came\n      – all of them."),
    ROW.format("They came, some\n      (a) few,\n      from afar, others\n      (b) often."),
    ROW.format("- The bus stops.\n      - It is dark."),
    ROW.format("* The bus stops.\n      * It is dark."),
    ROW.format("1. The bus stops.\n      2. It is dark."),
    ROW.format("1) The bus stops.\n      2) It is dark."),
    ROW.format("They sang\n      o come all ye faithful."),
    ROW.format("```\n      • as typed\n      ```"),
    ROW.format("Most were happy: they told us.\n\n      # not a remark"),
    ROW.format("Text.\n    # A remark below the text."),
    ROW.format("Text.\n\n# A remark at the margin."),
    PLAN.format("  - id: 1.b\n    does: Open late.\n"),
    PLAN.format("# A remark.\n  - id: 1.b\n    does: Open late.\n"),
    "assessment: a\ntitle: “Quiet hours” and “late hours”\n",
]


@pytest.mark.parametrize("words", SILENT)
def test_what_stands_right_is_not_spoken_of(words: str) -> None:
    parsed = parse(Text(Path("a.yaml"), words))
    assert [flaw.message for flaw in parsed.flaws] == []
    assert parsed.tree


OTHERWISE = [
    (f"{TWO_ROWS}    impact none\n", "is neither a key with a colon"),
    (f"{TWO_ROWS}    impact:none\n    because: x\n", "there is no space after `impact:`"),
    (ROW.format("Text.").replace("    impact: none", "    impact: none: never"), "the colon after `none`"),
    (ROW.format("Text.").replace("    impact: none", "    impact: @none of it"), "the text starts with `@`"),
    (ROW.format("Text.").replace("    impact: none", "   impact: none"), "has 3 spaces before it"),
    (PLAN.format("   - id: 1.b\n     does: Late.\n"), "the dash of the other item"),
    (PLAN.format("}\n"), "belongs to nothing above it"),
]


@pytest.mark.parametrize(("words", "message"), OTHERWISE)
def test_a_key_below_a_text_is_not_taken_for_a_line_of_it(words: str, message: str) -> None:
    told = [flaw.message for flaw in parse(Text(Path("a.yaml"), words)).flaws]
    assert not any("belongs to the text" in one for one in told)
    assert any(message in one for one in told), told
