"""Makes an assessment as long as a real one, or many times that: the same files for the same scale.

python -m benchmarks.generate FOLDER --scale 10"""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator
from pathlib import Path
from random import Random

ID = "long-2026"
GROUPS = (
    "age",
    "disability",
    "gender-reassignment",
    "marriage-and-civil-partnership",
    "pregnancy-and-maternity",
    "race",
    "religion-or-belief",
    "sex",
    "sexual-orientation",
)
RATINGS = ("positive", "negative", "neutral")
SUBJECTS = ("Residents", "Disabled people", "Parents of small children", "The panel", "Officers", "Black residents")
VERBS = ("told us that", "doubt that", "expect that", "were asked whether", "agree that", "have seen for years that")
THINGS = (
    "the opening hours",
    "the new bus route",
    "the form on the web",
    "the way to complain",
    "the fees",
    "the hall",
)
ENDS = (
    "would help those who work in shifts",
    "is harder to use for people who do not see well",
    "makes little difference to most",
    "should be looked at again within a year",
    "costs the poorest households more than it saves",
    "reaches fewer young people than it was meant to",
)
SIZES = {"sections": 5, "evidence": 36, "sources": 24, "paragraphs": 4, "participants": 40, "opening": 6}
"""How many of each an assessment of the first scale has; it is about as long as that of a real plan of 43 actions."""


class Author:
    """Writes the files of one scale, with no other chance in it than that of the scale."""

    def __init__(self, scale: int) -> None:
        self.random = Random(scale)
        self.sizes = {name: size * scale for name, size in SIZES.items()}

    def files(self) -> dict[str, str]:
        """The three files by their names."""
        return {
            "assessment.eia.yaml": "\n".join(self.assessment()) + "\n",
            "plan.eia.yaml": "\n".join(self.plan()) + "\n",
            "sources.eia.yaml": "\n".join(self.sources()) + "\n",
        }

    def sentence(self) -> str:
        """What somebody said of something."""
        return " ".join(map(self.random.choice, (SUBJECTS, VERBS, THINGS, ENDS))) + "."

    def paragraph(self, sentences: int = 4) -> str:
        """A few sentences; some begin in stress, each ends with a citation."""
        said = [self.sentence() for _ in range(sentences)]
        said[0] = f"*{said[0]}*" if self.random.random() < 0.2 else said[0]
        said[-1] += f" [@source-{self.random.randrange(self.sizes['sources'])}]"
        return " ".join(said)

    def bullets(self, number: int = 3) -> str:
        """A list."""
        return "\n".join(f"- {self.sentence()}" for _ in range(number))

    def prose(self, indent: int, paragraphs: int) -> Iterator[str]:
        """Paragraphs with a list after every second one, indented below their key."""
        for at in range(paragraphs):
            lines = textwrap.wrap(self.paragraph(), 96 - indent)
            lines += ["", *self.bullets().split("\n")] if at % 2 else []
            yield from (textwrap.indent(line, " " * indent) for line in [*lines, ""])

    def assessment(self) -> Iterator[str]:
        """The lines of the assessment's own file."""
        yield f"assessment: {ID}"
        yield "title: Equality impact assessment of a plan that touches everybody"
        yield "body: Midshire Borough Council"
        yield "profile: gb-equality-act"
        yield "status: draft"
        yield "plan: plan.eia.yaml"
        yield "sources: sources.eia.yaml"
        yield "policy:\n  aims: |"
        yield from self.prose(4, 3)
        yield "text:\n  introduction: |"
        yield from self.prose(4, self.sizes["opening"])
        yield from self.engagement()
        yield "evidence:"
        for number in range(self.sizes["evidence"]):
            yield from self.evidence(number)
        yield "characteristics:"
        for group in GROUPS:
            yield from self.row(group)

    def engagement(self) -> Iterator[str]:
        """An event with a long table of those who came."""
        yield "engagement:\n  panels:\n    who: residents and those who speak for them\n    how: meetings in the evening"
        yield "    when: June to October 2025\n    heard: |\n      | Who came | Where | What for |\n      | --- | --- | --- |"
        for number in range(self.sizes["participants"]):
            yield f"      | Group {number} of the north | Midshire | {self.random.choice(THINGS)} |"

    def evidence(self, number: int) -> Iterator[str]:
        """A fact with figures that add up."""
        yield f"  fact-{number}:\n    says: {self.sentence()}"
        yield f"    source: source-{number % self.sizes['sources']}\n    period: 2025\n    columns: [under 25, 25 and over]"
        yield "    figures:"
        for thing in self.random.sample(THINGS, 3):
            counted = self.random.randrange(100, 900)
            yield f"      content with {thing}: {counted / 10:.0f}% ({counted} of 1,000) v {self.random.randrange(10, 90)}%"

    def row(self, group: str) -> Iterator[str]:
        """A row with context, evidence, measures of every section and a gap."""
        yield f"  {group}:\n    context: |"
        yield from self.prose(6, self.sizes["paragraphs"])
        each = self.sizes["evidence"] // len(GROUPS)
        first = GROUPS.index(group) * each
        yield "    evidence:"
        yield from (f"      - fact-{number}" for number in range(first, first + each))
        yield "    mitigations:"
        for section in range(1, self.sizes["sections"] + 1):
            yield f"      - how: {self.sentence()}\n        actions: {section}.a–c, {section}.e, {section}.h"
        yield f"    impact: {self.random.choice(RATINGS)}\n    because: |"
        yield from self.prose(6, 1)
        yield f"    gaps:\n      - what: {self.sentence()}"

    def plan(self) -> Iterator[str]:
        """The lines of the plan."""
        yield f"plan: {ID}-plan\ntitle: A plan that touches everybody\nsections:"
        for section in range(1, self.sizes["sections"] + 1):
            yield f"  - id: {section}\n    title: Part {section}\n    actions:"
            for letter in "abcdefgh":
                yield f"      - id: {section}.{letter}\n        does: |"
                yield from self.prose(10, 1)
                yield "        owner: Head of Service\n        due: March 2027"

    def sources(self) -> Iterator[str]:
        """The lines of the sources."""
        yield f"sources: {ID}-sources"
        for number in range(self.sizes["sources"]):
            yield f"source-{number}:\n  title: What people in Midshire think of {self.random.choice(THINGS)}, part {number}"
            yield f"  by: Office of Figures\n  date: 2025\n  url: https://example.org/figures/part-{number}"


def generate(folder: Path, scale: int) -> Path:
    """Write the files of an assessment into a new folder of this one, and return it."""
    home = folder / f"{ID}-times-{scale}"
    home.mkdir(parents=True)
    (home / "eia.toml").touch()
    for name, text in Author(scale).files().items():
        (home / name).write_text(text, encoding="utf-8")
    return home


def main() -> None:
    """Write them where it was said."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", type=int, default=1, help="how many times as long as a real one")
    given = parser.parse_args()
    print(generate(given.folder, given.scale))


if __name__ == "__main__":
    main()
