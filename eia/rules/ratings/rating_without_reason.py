"""A rating needs a reason.

An impact is rated, and `because:` is missing. For an impact that is rated `unknown`, a gap that says what is not known is
reason enough.

## Why

Courts and readers look for reasons, not labels. The sixth of the *Brown* principles is to keep a record that shows how the
question was considered: *R (Brown) v SSWP* [2008] EWHC 3158 (Admin).

## Bad

```yaml
characteristics:
  age:
    impact: positive
```

## Good

```yaml
characteristics:
  age:
    impact: positive
    because: Evening hours open the library to people in work.
```

## What to do

Say under `because:` how the policy brings this impact about. A list of actions is no reason yet.

## When not to use it

Where a table was published with its reasons in another column and is transcribed as it stood. In a row of your own, a short
reason costs less than the remark.

## What it cannot tell

Whether the reason is a good one. "This policy applies to everybody equally" is accepted here, though it is just the sentence
that an assessment is meant to test.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.model.part import parts
from eia.model.row import Row
from eia.model.terms import Rating
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.ERROR, stage="in-review", early=Severity.NOTE)
def rating_without_reason(dossier: Dossier) -> Iterator[Problem]:
    """Ratings without `because`; where each aim is rated, each needs its own or one for all."""
    for route, row in dossier.assessment.rows():
        for at, rating in parts(row.impact, Rating):
            explained = dossier.profile.is_unknown(rating) and _names_a_gap(row)
            if not explained and not _has_reason(row, at[-1] if at else None):
                message = f"the record does not show why the impact is rated `{shortened(rating.words)}`"
                yield Problem(
                    dossier.site((*route, "impact", *at)), message, "Say under `because:` how the impact comes about."
                )


def _names_a_gap(row: Row) -> bool:
    return isinstance(row.gaps, tuple) and any(gap.what for gap in row.gaps)


def _has_reason(row: Row, aim: str | int | None) -> bool:
    if isinstance(row.because, Mapping):
        return aim in row.because if aim is not None else bool(row.because)
    return row.because is not None
