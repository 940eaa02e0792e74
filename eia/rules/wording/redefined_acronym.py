"""An abbreviation must stand for one thing.

The text introduces an abbreviation twice, with long forms that are not alike: "air quality action plan (AQAP)" in one place,
and "air quality area programme (AQAP)" in another. A line under `glossary:` counts too, if its initials make the abbreviation.
Long forms that differ in an ending or two, such as a plural, are taken for the same.

## Why

Nobody can tell which of the two is meant where the abbreviation stands alone.

## Bad

```yaml
text:
  introduction: The air quality action plan (AQAP) runs to 2030.
  evidence: The air quality area programme (AQAP) covers four wards.
```

## Good

```yaml
text:
  introduction: The air quality action plan (AQAP) runs to 2030.
  evidence: Air quality action plans (AQAPs) are made by each council.
```

## What to do

Keep the abbreviation for the one that is named more often, and write the other out.

## When not to use it

Where two laws or bodies truly have the same letters and the text says each time which is meant.

## What it cannot tell

Whether the same long form means two things.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import Site
from eia.model.abbreviation import Introduced, introduced
from eia.project import Dossier
from eia.rules.language import is_in_own_language
from eia.rules.rule import Problem, rule

ALIKE = 0.75
"""Long forms that have so large a part in common are the same, but for an ending or a slip."""
LONGEST = 200


@rule(Severity.WARNING, confidence="high", basis="guidance")
def redefined_acronym(dossier: Dossier) -> Iterator[Problem]:
    """Abbreviations whose second long form is not like the first."""
    first: dict[str, tuple[Site, str]] = {}
    for site, one in _introduced(dossier) if is_in_own_language(dossier) else ():
        known, long = first.setdefault(one.short, (site, one.long))
        if not _is_alike(long, one.long):
            message = f"`{one.short}` stands for `{shortened(one.long)}` here, and for `{shortened(long)}` elsewhere"
            yield Problem(site, message, "Write one of the two out.", ((known, "the other"),))


def _introduced(dossier: Dossier) -> Iterator[tuple[Site, Introduced]]:
    """Every abbreviation with its long form: of the glossary first, then of the text."""
    for short, meaning in (dossier.assessment.glossary or {}).items():
        for one in introduced(f"{meaning.words.strip(' .')} ({short})"):
            yield dossier.site(("glossary", short)), one
    for site, words in dossier.index.texts():
        for one in introduced(words):
            yield replace(site, within=(one.start, one.end)), one


def _is_alike(one: str, other: str) -> bool:
    a, b = one.casefold()[:LONGEST], other.casefold()[:LONGEST]
    return a == b or SequenceMatcher(None, a, b, autojunk=False).ratio() >= ALIKE
