"""A percentage must be what its count and base come to.

The count divided by the base, rounded as the percentage is written, gives another figure; or a count is more than its base
without the percentage saying so.
Rounding half up and half to even both pass. A figure that is called approximate is left alone, and so are the percentages of
evidence whose `base:` or `note:` says that they are weighted.

## Why

One wrong figure makes a reader doubt all of them.

## Bad

```yaml
evidence:
  reported-to-police:
    says: Reported the crime
    figures:
      young victims: 39% (141 of 356)
```

## Good

```yaml
evidence:
  reported-to-police:
    says: Reported the crime
    figures:
      young victims: 39% (141 of 365)
      with a bad experience: 25%, 26 of 102
```

## What to do

Check all three against the source; any of them may be the wrong one.

## When not to use it

Where a published table is quoted with its own slip: keep the figure as it was printed, and give the reason in the remark. Of
weighted results say so under `base:` or `note:`, and nothing need be set aside.

## What it cannot tell

Which of the three numbers is wrong, or whether all three were copied from the wrong row. A percentage without its count and
base cannot be checked at all, and passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from eia.diagnostics.diagnostic import Severity
from eia.model.evidence import Evidence
from eia.model.figure import Figure, Figures, Number
from eia.model.part import parts
from eia.project import Dossier
from eia.rules.rule import Problem, rule

_WEIGHTED = re.compile(r"\b(un-?|non-?)?weighted\b", re.IGNORECASE)
_NOT = re.compile(
    r"(?:\b(?:not|never|no|nor|neither|none|nothing|cannot|without)|n['’]t)"
    r"(?: (?:of (?:the |these |those )?\w+|is|are|was|were|be|been|being|has|have|had|yet|ever|here|at all|in any way))* $",
    re.IGNORECASE,
)
"""What takes back the word that follows it. `Not only` and `not fully` do not."""
_COUNTED = re.compile(r"\b(?:bases?|counts?)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;!?]")
_FARTHEST = 60
"""So many characters before a word what takes it back begins, if at all."""


@rule(Severity.ERROR, basis="statistics")
def percent_count_mismatch(dossier: Dossier) -> Iterator[Problem]:
    """Percentages further from their count and base than rounding explains, and counts that no base can hold."""
    weighted = {route for route, evidence in parts(dossier.assessment, Evidence) if _is_weighted(evidence)}
    for route, figures in parts(dossier.assessment, Figures):
        for figure in figures.cells:
            if figure.value and (message := _disagreement(figure, figure.value, route[:2] in weighted)):
                site = replace(dossier.site(route), within=(figure.value.start, figure.end))
                yield Problem(site, message, "Check all the numbers against the source: one of them is wrong.")


def _is_weighted(evidence: Evidence) -> bool:
    """Weighted percentages are not those of the people who were counted."""
    said = f"{evidence.base or ''}; {evidence.note.words if evidence.note else ''}"
    return any(map(_says_weighted, _SENTENCE.split(" ".join(said.split()))))


def _says_weighted(sentence: str) -> bool:
    """Whether something is said to be weighted. Where only the counts are said not to be, the percentages are."""
    for found in _WEIGHTED.finditer(sentence):
        before = max(0, found.start() - _FARTHEST)
        denied = found[1] or _NOT.search(sentence, before, found.start())
        if not denied or _COUNTED.search(sentence):
            return True
    return False


def _disagreement(figure: Figure, stated: Number, weighted: bool) -> str:
    """What is wrong with a figure that says how many of how many; nothing where percentage, count and base agree."""
    count, base = stated if figure.unit == "of" else figure.count, figure.of
    if not count or not base or figure.approx or figure.to:
        return ""
    real = Fraction(count.value) * 100 / Fraction(base.value) if figure.unit == "%" and base.value else None
    if real is not None and _rounds_to(real, stated):
        return ""
    if abs(count.value) > base.value:
        return f"`{count.words} of {base.words}` is more than the whole"
    if real is None or weighted:
        return ""
    exact = (Decimal(real.numerator) / Decimal(real.denominator)).quantize(Decimal(1).scaleb(-stated.places - 1))
    return f"`{count.words} of {base.words}` is {exact}%, and {stated.words}% is stated"


def _rounds_to(real: Fraction, stated: Number) -> bool:
    half = Fraction(1, 2 * 10**stated.places)
    return abs(real - Fraction(stated.value)) <= half
