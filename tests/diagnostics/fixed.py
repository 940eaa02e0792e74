"""One fixed set of diagnostics, and every format in which it can be told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from eia.diagnostics.concise import concise
from eia.diagnostics.data import as_json
from eia.diagnostics.diagnostic import Accepted, Diagnostic, Related, Severity
from eia.diagnostics.github import github
from eia.diagnostics.gitlab import gitlab
from eia.diagnostics.human import human
from eia.diagnostics.junit import junit
from eia.diagnostics.markdown import markdown
from eia.diagnostics.sarif import Manual, sarif
from eia.text.span import Span, Text

FILE = Text(
    Path("assessments/opening hours/assessment.eia.yaml"),
    "assessment: hours-2026\ncharacteristics:\n  age:\n    impact: positive\n    actions: 1.c 😀 1.b\n",
)
CLEAN = Path("assessments/opening hours/sources.eia.yaml")


def at(words: str, text: Text = FILE) -> tuple[Text, Span]:
    start = text.source.index(words)
    return text, Span(start, start + len(words))


DIAGNOSTICS = (
    Diagnostic(
        "unknown-reference",
        Severity.ERROR,
        "there is no action `1.b`",
        *at("1.b"),
        "Did you mean `1.a`?",
        (Related(*at("hours-2026"), "the plan is named here"),),
        about="Age",
        at=("hours-2026", "characteristics", "age", "actions"),
    ),
    Diagnostic(
        "missing-answer",
        Severity.WARNING,
        "`lead:` is not answered",
        FILE,
        Span(0, 0),
        "Write who leads it.",
        at=("hours-2026",),
    ),
    Diagnostic(
        "rating-without-evidence",
        Severity.NOTE,
        "the rating rests on no evidence",
        *at("positive"),
        "Cite what it rests on.",
        about="Age",
        confidence="heuristic",
        at=("hours-2026", "characteristics", "age", "impact"),
        accepted=Accepted("The survey is out until May.", "Equality lead", "2026-04-01", "2026-06-01"),
    ),
)


def manual(name: str) -> Manual:
    return Manual(f"What {name} asks.", "And more.", f"# {name}\n", Severity.ERROR, {"confidence": "exact"})


FORMATS: dict[str, Callable[[Sequence[Diagnostic]], str]] = {
    "text": lambda told: "".join(human(told)),
    "concise": lambda told: "\n".join(concise(told)),
    "json": lambda told: as_json(told, []),
    "github": lambda told: "\n".join(github(told)),
    "sarif": lambda told: sarif(told, manual, "1.0.0"),
    "gitlab": gitlab,
    "junit": lambda told: junit([CLEAN], told, Severity.ERROR),
    "markdown": lambda told: markdown(
        [one for one in told if not one.accepted],
        [one for one in told if one.accepted],
        {FILE.path: "Opening hours of libraries (`hours-2026`, draft)"},
    ),
}
