"""A rating needs a reason.

An impact is rated, and `because:` is missing, or says nothing of its own: it says the rating once more (“Positive impact.”), or
only points to another row (“See above”, “As for sex”, a citation of a row and nothing else). For an impact that is rated
`unknown`, a gap that says what is not known is reason enough.

## Why

Readers look for reasons, not labels. From the word alone nobody can tell whether the question was thought through.

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
  sex:
    impact: positive
    because: As for [@age], since most people with two jobs are women.
```

## What to do

Say under `because:` how the policy brings this impact about. A list of actions is no reason yet. Where the same holds for another
row, say in a few words why it holds for these people too.

## When not to use it

Where a table was published with its reasons in another column and is transcribed as it stood. In a row of your own, a short
reason costs less than the remark.

## What it cannot tell

Whether the reason is a good one. "This policy applies to everybody equally" is accepted here, though it is just the sentence
that an assessment is meant to test.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import quoted, shortened
from eia.model.part import Route, parts
from eia.model.prose import Prose
from eia.model.row import Row
from eia.model.terms import Rating
from eia.model.wording import readable
from eia.project import Dossier
from eia.rules.rule import Problem, rule

LISTS = ("repeats-the-rating", "points-elsewhere")
"""The lists of words that are no reason by themselves."""
LONGEST = 200
"""More characters than this are more than the rating."""
_WORD = re.compile(r"[\w'’]+")


@rule(Severity.ERROR, stage="in-review", early=Severity.NOTE, of_form=True)
def rating_without_reason(dossier: Dossier) -> Iterator[Problem]:
    """Ratings without a reason, or with one in name only; where each aim is rated, each needs its own or one for all."""
    empty = _empty_words(dossier)
    for route, row in dossier.assessment.rows():
        for at, rating in parts(row.impact, Rating):
            below, reason = _reason(row, at)
            said = shortened(rating.words)
            if reason is None:
                if not (dossier.profile.is_unknown(rating) and _names_a_gap(row)):
                    message = (
                        f"the record does not show why the impact on {quoted(str(route[-1]), 40)} is rated `{said}`"
                    )
                    help = "Say under `because:` why that is so for these people."
                    yield Problem(dossier.site((*route, "impact", *at)), message, help)
            elif _is_empty(dossier, reason, empty):
                message = f"`{shortened(reason.words)}` does not say why the impact is rated `{said}`"
                help = "Say under `because:` why that is so for these people."
                yield Problem(dossier.site((*route, "because", *below)), message, help)


def _names_a_gap(row: Row) -> bool:
    return isinstance(row.gaps, tuple) and any(gap.what for gap in row.gaps)


def _reason(row: Row, at: Route) -> tuple[Route, Prose | None]:
    """The reason for a rating, and where it stands below `because:`; of reasons by aim for one rating, the longest."""
    if isinstance(row.because, Mapping):
        given = {key: prose for key, prose in row.because.items() if not at or key == at[-1]}
        longest = max(given, key=lambda key: len(given[key].words), default="")
        return (longest,), given.get(longest)
    return (), row.because


def _is_empty(dossier: Dossier, reason: Prose, empty: set[str]) -> bool:
    """Whether a reason is nothing but words that say nothing by themselves, and citations of rows."""
    if len(reason.words) > LONGEST or any(dossier.index.citable.get(one.id) != "row" for one in reason.citations):
        return False
    said = _words(readable(reason.words))
    return bool(said or reason.citations) and said <= empty


def _empty_words(dossier: Dossier) -> set[str]:
    """The words of the scale, the names of rows, and what the form lists."""
    listed = (phrase for name in LISTS for phrase in dossier.profile.words_in(name))
    rows = (name for one in dossier.index.of_sorts("row", "group") for name in (one.id, one.title))
    scale = (name for key, word in dossier.profile.ratings.items() for name in word.names(key))
    return set().union(*map(_words, chain(listed, rows, scale)))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold().replace("-", " ")))
