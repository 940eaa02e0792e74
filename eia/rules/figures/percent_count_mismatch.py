"""A percentage must be what its count and base come to.

The count divided by the base, rounded as the percentage is written, gives another figure; a count is more than its base without
the percentage saying so; or the base is nought, of which there is no percentage. Rounding half up, half down and half to even
all pass.

This is asked of figures, and of running text where it is certain what belongs together: `38% (151 of 397)`,
`38 per cent, 151 of 397.` and `151 of 397 (38%)`. What is called approximate is left alone, and so are the percentages of
evidence whose `base:` or `note:` says that they are weighted, and of a text that says so.

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
base cannot be checked at all, and passes. In running text it reads the three patterns above and no others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from eia.diagnostics.diagnostic import Severity
from eia.model.evidence import Evidence
from eia.model.figure import Figure, Figures, Number
from eia.model.prose import Prose
from eia.model.rounding import extent
from eia.model.share import shares
from eia.model.weighted import says_weighted
from eia.project import Dossier
from eia.rules.rule import Problem, rule

HELP = "Check all the numbers against the source: one of them is wrong."


@rule(Severity.ERROR, basis="statistics")
def percent_count_mismatch(dossier: Dossier) -> Iterator[Problem]:
    """Percentages further from their count and base than rounding explains, and counts that no base can hold."""
    weighted = {("evidence", key) for key, one in dossier.assessment.facts.items() if _is_weighted(one)}
    for site, figures in dossier.index.values(Figures):
        for figure in figures.cells:
            if figure.value and (message := disagreement(figure, figure.value, site.route[:2] in weighted)):
                yield Problem(replace(site, within=(figure.value.start, figure.end)), message, HELP)
    for site, prose in dossier.index.values(Prose):
        of_weighted = site.file is dossier.file and site.route[:2] in weighted
        for within, message in _in_text(prose.words, of_weighted):
            yield Problem(replace(site, within=within), message, HELP)


def _in_text(words: str, of_weighted: bool) -> Iterator[tuple[tuple[int, int], str]]:
    """Where a share of a text is wrong, and how."""
    said = [(share, share.figure.value) for share in shares(words) if share.figure.value]
    wrong = [(share, value) for share, value in said if disagreement(share.figure, value)]
    weighted = of_weighted or (bool(wrong) and says_weighted(words))
    for share, value in wrong:
        if message := disagreement(share.figure, value, weighted):
            yield (share.start, share.end), message


def _is_weighted(evidence: Evidence) -> bool:
    """Weighted percentages are not those of the people who were counted."""
    return says_weighted(f"{evidence.base or ''}; {evidence.note.words if evidence.note else ''}")


def disagreement(figure: Figure, stated: Number, weighted: bool = False) -> str:
    """What is wrong with a figure that says how many of how many; nothing where percentage, count and base agree."""
    count, base = stated if figure.unit == "of" else figure.count, figure.of
    if not count or not base or figure.approx or figure.to:
        return ""
    real = Fraction(count.value) * 100 / Fraction(base.value) if figure.unit == "%" and base.value else None
    if real is not None and extent(stated).holds(real):
        return ""
    if abs(count.value) > base.value:
        return f"`{count.words} of {base.words}` is more than the whole"
    if figure.unit == "%" and not base.value:
        return f"`{count.words} of {base.words}` is no percentage, and {stated.words}% is stated"
    if real is None or weighted:
        return ""
    exact = (Decimal(real.numerator) / Decimal(real.denominator)).quantize(Decimal(1).scaleb(-stated.places - 1))
    return f"`{count.words} of {base.words}` is {exact}%, and {stated.words}% is stated"
