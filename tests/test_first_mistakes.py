"""What people type wrong in their first draft: one message each, in its place, saying what to write instead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eia.diagnostics.diagnostic import Severity
from eia.linting import lint
from tests.test_new import EXAMPLE, drafted

ROW = "  disability:\n    context: |\n\n    evidence:\n    mitigations:\n    impact:\n    because: |\n"
SAID = "    impact: unknown\n    because: Nobody was asked.\n"


def row(*lines: str) -> tuple[str, str, str]:
    return ("assessment", ROW, "  disability:\n" + "".join(f"    {line}\n" for line in lines) + SAID)


def moved(spaces: int) -> str:
    """The row so many spaces further right (or left), with a rating in it."""
    lines = ROW.replace("impact:", "impact: none").splitlines()
    return "".join(f"{' ' * spaces}{line}\n" if spaces > 0 else f"{line[-spaces:]}\n" for line in lines)


MISTAKES: dict[str, tuple[tuple[str, str, str], str, str]] = {
    "text that is not indented": (
        ("assessment", "    context: |\n\n    # The", "    context: |\nOlder people come early.\n    # The"),
        "Older people come early.",
        "Move it to the right, so that 6 spaces stand before it.",
    ),
    "text on the line of the bar": (row("context: | Older people."), "|", "Begin a new line after `|`"),
    "a colon in running text": (row("context: Older people: they come early."), ":", "write `|` before it"),
    "running text that is carried on and has a colon": (
        row("context: Older people come early", "and stay: they read."),
        "and stay",
        "If it is running text, put `|` after the colon of the key above",
    ),
    "a key at the margin that belongs further in": (
        ("assessment", "\npolicy:\n", "\naims: Fewer hours.\npolicy:\n"),
        "aims",
        "It belongs under `policy:`",
    ),
    "a pasted sentence that ends in a colon, with bullets": (
        ("assessment", "  aims: |\n", "  aims: |\nThe aims are:\n•\tto save money\n•\tto keep one desk\n"),
        "The aims are:",
        "so that 4 spaces stand before each. Write `- ` for `•`.",
    ),
    "none on the line of its key": (row("evidence: none: we hold none"), "none", "Leave nothing after the key"),
    "a text that is still a remark": (
        ("assessment", "      Insert what they said here.", "  #     Insert what they said here."),
        "#     Insert what they said here.",
        "delete the `#` and the space after it",
    ),
    "a tab": (row("context: |", "\tOlder people."), "\t", "Replace each tab"),
    "a key without its colon": (
        row("context Older people."),
        "context Older people.",
        "put a colon and a space after it",
    ),
    "a name without a space after its colon": (("assessment", "status: draft", "status:draft"), ":", "Put a space"),
    "a quotation at the start": (row('context: "Too dark", they said.'), '"', "as in `'\"Too dark\", they said.'`"),
    "bullets without a bar": (row("context:", "  - The bus stops."), "- The bus stops.", "write `|` after `context:`"),
    "a star at the start": (row("context: *Many* come early."), "*", "as in `'*Many* come early.'`"),
    "mitigations as text": (row("mitigations: Two mornings."), "Two mornings.", "for instance `- how: …`"),
    "none without a reason": (row("mitigations: none"), "none", "write `none:` on the next line"),
    "an empty none": (row("mitigations:", "  none:"), "none:", "After `none:` goes the reason"),
    "an action with its noun": (row("mitigations:", "- actions: action 1.a"), "action 1.a", "Write `1.a`."),
    "an action without its point": (row("mitigations:", "- actions: 1a"), "1a", "Write `1.a`."),
    "the singular of a key": (row("mitigations:", "- action: 1.a"), "action", "Did you mean `actions`?"),
    "a citation of running text": (row("evidence: [@use-by-age]"), "[@use-by-age]", "Write `use-by-age` alone"),
    "the title of a source": (
        ("assessment", "source: annual-survey", "source: Annual survey 2026"),
        "Annual survey 2026",
        "e.g. `annual-survey-2026`, and see that it stands under that name in the sources.",
    ),
    "a fraction before its percentage": (
        ("assessment", "41% (410 of 1,000)", "410/1,000 (41%)"),
        "410/1,000 (41%)",
        "Write `41% (410 of 1,000)`.",
    ),
    "a rating with its reason": (
        ("assessment", ROW, ROW.replace("impact:", "impact: negative since the bus stops early")),
        "negative since the bus stops early",
        "The reason goes under `because:`.",
    ),
    "everyone": (("assessment", "for: all", "for: everyone"), "everyone", "For everybody, write `all`."),
    "a row too far left": (
        ("assessment", ROW, moved(-2)),
        "disability",
        "two spaces to the right, under `characteristics:`",
    ),
    "a row too far right": (("assessment", ROW, moved(2)), "disability", "all its lines two spaces to the left"),
    "a plan by another name": (
        ("assessment", "plan.eia.yaml", "plan.yaml"),
        "plan.yaml",
        "Did you mean `plan.eia.yaml`?",
    ),
    "an item without its dash": (("plan", "      - id: 1.b", "        id: 1.b"), "id", "put a dash before it: `- id:`"),
    "one person instead of people": (
        ("assessment", "people:\n  lead officer:", "people: Libraries Manager\n#"),
        "Libraries Manager",
        "Put each on a line of its own",
    ),
    "a status in words": (
        ("assessment", "status: draft", "status: Signed off"),
        "Signed off",
        "Did you mean `signed-off`?",
    ),
    "text with a colon that stands among the keys": (
        row("context: |", "Most were happy: they told us.", "But some: no."),
        "Most were happy: they told us.",
        "Move it and the lines below it to the right, so that 6 spaces stand before each.",
    ),
    "text with a colon at the margin": (
        ("assessment", ROW, ROW.replace("|\n\n", "|\nMost were happy: they told us.\n", 1)),
        "Most were happy: they told us.",
        "Move it to the right, so that 6 spaces stand before it.",
    ),
    "bullets from Word without a bar": (
        ("assessment", ROW, ROW.replace("|\n\n", "\n• The bus stops.\n• It is dark.\n", 1)),
        "• The bus stops.",
        "Write `|` after `context:`, and move it and the lines below it to the right, so that 6 spaces stand before each. "
        "Write `- ` for `•`.",
    ),
    "help that is left between a bar and its text": (
        ("assessment", ROW, ROW.replace("|\n\n", "|\n    # What you know.\n      Older people.\n", 1)),
        "# What you know.",
        "Delete the remark, or move it above `context:`.",
    ),
    "the name of a row at the margin": (
        ("assessment", "\n  gender-reassignment:", "\ngender-reassignment:"),
        "gender-reassignment",
        "so that 2 spaces stand before it",
    ),
    "the name of the last row at the margin": (
        ("assessment", "\n  sexual-orientation:", "\nsexual-orientation:"),
        "sexual-orientation",
        "move it two spaces to the right, under `characteristics:`",
    ),
    "the second dash a space out": (
        ("plan", "      - id: 1.b", "     - id: 1.b"),
        "-",
        "so that 6 spaces stand before its dash",
    ),
    "a list whose key is gone": (("plan", "sections:\n", ""), "- id", "Write the key of the list"),
    "mitigations whose key is gone": (
        ("assessment", "    mitigations:\n      - how", "\n      - how"),
        "how: |",
        "Is `mitigations:` or `gaps:` missing above this list?",
    ),
    "no space after a colon, and nothing else in the row": (
        ("assessment", ROW, "  disability:\n    impact:unknown\n"),
        ":",
        "Put a space after the colon.",
    ),
    "curly quotes round a colon": (
        row("context: “Too dark: we stay away.”"),
        ":",
        'Type straight quotes round the whole text, as in `"Too dark: we stay away."`',
    ),
    "an address as a source": (
        ("assessment", "source: annual-survey", "source: https://www.ons.gov.uk/a"),
        "https://www.ons.gov.uk/a",
        "An address goes under `url:` of a source; write the source's short name here.",
    ),
    "no evidence in words": (
        row("evidence: no evidence"),
        "no evidence",
        "Leave nothing after the key; on the next line",
    ),
    "a citation without its brackets": (row("evidence: @use-by-age"), "@", "Write `use-by-age`, without `@`."),
    "the id of an action as a mitigation": (
        row("mitigations: 1.a"),
        "1.a",
        "An action goes under `actions:`: `- actions: 1.a`.",
    ),
    "the id of an action as an item": (
        row("mitigations:", "  - 1.a"),
        "1.a",
        "An action goes under `actions:`: `- actions: 1.a`.",
    ),
    "dashes before figures": (
        ("assessment", "      answers: 412", "      - answers: 412"),
        "- answers: 412",
        "Take the dashes away",
    ),
    "a date that is still to come": (("assessment", "  planned:", "  planned: TBC"), "TBC", "or leave it empty"),
    "a range of dates in digits": (
        ("assessment", "when: March to April 2026", "when: 01/09/2026 - 31/10/2026"),
        "01/09/2026 - 31/10/2026",
        "Write `1 September 2026 to 31 October 2026`.",
    ),
    "a date in digits": (("plan", "due: September 2026", "due: 31/03/2026"), "31/03/2026", "Write `31 March 2026`."),
}


def first_draft(folder: Path) -> Path:
    """A new assessment with its examples uncommented, so that there is something to get wrong."""
    home = drafted(folder)
    for path in home.iterdir():
        lines = [EXAMPLE.sub(r"\1\2", line) for line in path.read_text("utf-8").splitlines()]
        path.write_text("\n".join(line for line in lines if "not-assessed" not in line) + "\n", encoding="utf-8")
    return home


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_first_mistake_is_answered_with_what_to_write(tmp_path: Path, mistake: str) -> None:
    (file, before, after), underlined, help = MISTAKES[mistake]
    home = first_draft(tmp_path)
    path = home / f"{file}.eia.yaml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    worst = [one for one in lint([home]).diagnostics if one.severity > Severity.NOTE]
    said = [one for one in worst if one.rule != "rating-without-evidence"]
    assert {one.text.slice(one.span).splitlines()[0] for one in said} == {underlined}
    assert help in re.sub(r"\s+", " ", said[0].help)


def test_a_row_whose_name_is_still_a_remark_is_told_so(tmp_path: Path) -> None:
    home = drafted(tmp_path)
    path = home / "assessment.eia.yaml"
    path.write_text(path.read_text("utf-8").replace("  #   who:", "    who:"), encoding="utf-8")
    (said,) = lint([home]).errors
    assert "begins with `#`" in said.help


def test_a_line_of_an_example_that_is_used_alone_is_told_so(tmp_path: Path) -> None:
    home = drafted(tmp_path)
    path = home / "assessment.eia.yaml"
    text = path.read_text("utf-8").replace("  #   heard: |", "    heard: |")
    path.write_text(
        text.replace("\nevidence:\n", "\n  branch-sessions:\n    who: users\nevidence:\n"), encoding="utf-8"
    )
    (said,) = lint([home]).errors
    assert said.message == "`heard` belongs to lines that are still remarks"
    assert said.text.slice(said.span) == "heard: |"
