"""Rows that are all rated alike are looked at again.

Five or more rows of the table are rated, and all have the very same rating. It is told once. A table in which everything is rated
unknown is left alone, and so is one without any impact in an assessment that is no more than a screening.

## Why

Different people are seldom touched in the same way, and nine equal ratings can look like one box ticked nine times. This is a
prompt to look again and no proof that anything is wrong.

## Bad

```yaml
characteristics:
  age:
    impact: positive
  disability:
    impact: positive
  race:
    impact: positive
  religion-or-belief:
    impact: positive
  sex:
    impact: positive
```

## Good

```yaml
characteristics:
  age:
    impact: positive
  disability:
    impact: mixed
  race:
    impact: positive
  religion-or-belief:
    impact: neutral
  sex:
    impact: positive
```

## What to do

Go through the rows again and ask of each what happens to these people. If it is the same for all, write the remark
`# eia: ignore[uniform-ratings] -- ` and the reason above `characteristics:`. The reason is printed in the document, among the
points that were considered.

## When not to use it

Where a decision touches everybody alike, such as a change to the address of an office. The remark is then the answer.

## What it cannot tell

Whether the ratings are right. It compares their words and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import many, shortened
from eia.index import Site
from eia.model.asked import ROWS
from eia.model.profile import UNKNOWN
from eia.model.row import Row
from eia.model.vocabulary import chosen, plainly
from eia.project import Dossier
from eia.rules.rule import Problem, rule

NO_IMPACT = "none"


@rule(Severity.WARNING, stage="in-review", of_form=True)
def uniform_ratings(dossier: Dossier) -> Iterator[Problem]:
    """Tables with one rating for all."""
    least = dossier.profile.threshold("uniform-rows")
    rated = [row for route, row in dossier.assessment.rows() if route[0] == ROWS and _words(dossier, row)]
    if least and len(rated) >= least and len({_words(dossier, row) for row in rated}) == 1:
        word = ", ".join(sorted(_words(dossier, rated[0])))
        if not _is_fitting(dossier, rated[0]):
            message = f"all {many(len(rated), 'row')} of the table have the same rating, `{shortened(word)}`"
            help = "Look at each again; if that is right, write on a line above: `# eia: ignore[uniform-ratings] -- ` and why."
            yield Problem(Site(dossier.file, (ROWS,), key=True), message, help)


def _words(dossier: Dossier, row: Row) -> frozenset[str]:
    """The words of the scale by which a row is rated in the end, whatever it calls them."""
    said = (term.text for _, rating in dossier.asked.counting(row) for term in rating.items)
    return frozenset(chosen(dossier.profile.ratings, word) or plainly(word) for word in said)


def _is_fitting(dossier: Dossier, row: Row) -> bool:
    """Whether one and the same rating for all is what one would expect."""
    asked = dossier.asked
    directions = asked.directions(row)
    only_screened = bool(asked.kind) and asked.holds("screening") and not asked.holds("decision")
    return directions == {UNKNOWN} or (directions == {NO_IMPACT} and only_screened)
