"""Evidence is new enough for the decision that rests on it.

A row cites a fact whose `period:` ended, or, where it has none, whose source was published or looked at, more than five years
before the day of the assessment. For a census, which is taken every ten years, it is eleven. Of facts that compare now with then,
only `period:` counts. A signed assessment is judged by the day on which it was signed. A fact that no row cites is left alone,
and so is one whose `note:` says that it is history, or that nothing newer is to be had (“history”, “background”, “the latest
figures”).

## Why

Who lives in a place, and what they need, changes. A decision that rests on how it was rests on less than it seems.

## Bad

```yaml
evidence:
  bus-use:
    says: Members who come by bus
    period: 12 months to September 2018
characteristics:
  age:
    evidence: bus-use
```

## Good

```yaml
evidence:
  bus-use:
    says: Members who come by bus
    period: 12 months to September 2025
    compared-with: 12 months to September 2018
  inquiry:
    says: What the inquiry found
    period: 1999
    note: Cited as history; what has changed since is told in the context.
characteristics:
  age:
    evidence: bus-use, inquiry
```

## What to do

Look for something newer. If there is nothing, or if the fact is history, say so in its `note:`.

## When not to use it

Where facts last longer, an `eia.toml` can give another number of years: `stale-after-years`, and `slow-stale-after-years` for
what the list `slow-sources` names.

## What it cannot tell

Whether an old fact still holds, and how old a fact is that has neither a period nor a source with a date.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import many, quoted
from eia.index import Site
from eia.model.evidence import Evidence
from eia.model.wording import mentions
from eia.project import Dossier
from eia.rules.ground import grounds
from eia.rules.rule import Problem, rule


@rule(Severity.WARNING, stage="in-review")
def stale_evidence(dossier: Dossier) -> Iterator[Problem]:
    """Facts that a row cites and that are older than they should be."""
    today = dossier.day
    cited = {one.id for route, _ in dossier.assessment.rows() for one in grounds(dossier, route)} if today else ()
    for key, fact in dossier.assessment.facts.items():
        known = _day_of(dossier, fact) if key in cited else None
        years = dossier.profile.threshold("slow-stale-after-years" if _is_slow(dossier, fact) else "stale-after-years")
        if known and today and years and _is_past(known[0], years, today) and not _is_known_to_be_old(dossier, fact):
            site = Site(dossier.file, ("evidence", key, *known[1]), key=not known[1])
            message = f"{quoted(key, 40)} is of {known[0].year}, more than {many(years, 'year')} before this assessment"
            help = "Look for something newer; if it is history, or there is nothing newer, say so under `note:`."
            yield Problem(site, message, help)


def _is_past(day: date, years: int, today: date) -> bool:
    """Whether so many years after a day are over."""
    return (day.year + years, day.month, day.day) < (today.year, today.month, today.day)


def _day_of(dossier: Dossier, fact: Evidence) -> tuple[date, tuple[str, ...]] | None:
    """The last day that a fact is about, and where that is said; without a period, the last on which a source of it is dated."""
    if fact.period:
        return (fact.period.last, ("period",)) if fact.period.last else None
    whens = [source.date or source.accessed for source in dossier.sources_of(fact)]
    days = [when.last for when in whens if when and when.last]
    return (max(days), ()) if days and len(days) == len(whens) else None


def _is_known_to_be_old(dossier: Dossier, fact: Evidence) -> bool:
    return fact.note is not None and any(mentions(fact.note.words, dossier.profile.words_in("known-to-be-old")))


def _is_slow(dossier: Dossier, fact: Evidence) -> bool:
    """Whether it comes from what is counted once in many years."""
    said = [text for source in dossier.sources_of(fact) for text in (source.title, source.in_)]
    words = " ".join(filter(None, (*said, fact.says.words if fact.says else "")))
    return any(mentions(words, dossier.profile.words_in("slow-sources")))
