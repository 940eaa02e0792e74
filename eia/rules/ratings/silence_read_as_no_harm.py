"""A rating rests on what was looked at, and not on what nobody knows.

A row is rated positive or neutral, and its reason, its mitigations or its context argue from absence: “nothing suggests”, “no
evidence of”, “not aware of any”. In the context, where facts are told, that counts only in a sentence about harm or a difference
between people. It is told where the row also says that something is not known (`gaps:`), or cites no evidence at all: then the
absence is that of knowledge. It is told once for each row. A sentence with a citation in it is left alone, since somebody looked;
and so is a row that is rated negative or unknown.

## Why

Whoever has not looked cannot say that there is nothing to see. The people of whom least is known are then rated as if they
were safe.

## Bad

```yaml
characteristics:
  disability:
    impact: positive
    because: There is nothing to indicate a harmful effect.
    gaps:
      - what: There are no data on disabled residents.
```

## Good

```yaml
evidence:
  survey:
    says: Disabled and other users were equally content
characteristics:
  disability:
    impact: neutral
    because: There is nothing to indicate a harmful effect in what users told us [@survey].
    gaps:
      - what: What those think who do not use it.
  age:
    impact: unknown
    because: There is nothing to indicate a harmful effect, and nobody has looked.
```

## What to do

Say what you looked at and cite it. If you have not looked, rate the impact `unknown` and say under `gaps:` how you will find out.

## When not to use it

Where the gap is about something else than the harm, a remark can set it aside.

## What it cannot tell

Whether anybody looked: it knows the words of a list, and what the row cites.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import quoted, shortened
from eia.index import Site
from eia.model.part import Route, parts
from eia.model.prose import CITATION, Prose
from eia.model.row import Row
from eia.model.wording import mentions, sentences_with
from eia.project import Dossier
from eia.rules.ground import gaps_of, rests_on_something
from eia.rules.rule import Problem, rule

CONTEXT = "context"
ARGUES = ("because", "mitigations", CONTEXT)
ABSENCE, HARM = "arguments-from-absence", "words-of-harm"
"""The lists of phrases that argue from absence, and of words about harm or a difference between people."""
HARMLESS = {"positive", "none"}
HELP = "Say what was looked at and cite it, or rate it as not known and say under `gaps:` how you will find out."


@rule(Severity.WARNING, stage="in-review", confidence="high", of_form=True)
def silence_read_as_no_harm(dossier: Dossier) -> Iterator[Problem]:
    """Rows rated harmless on the ground that nothing is known, where little is."""
    for route, row in dossier.assessment.rows():
        found = next(_argued(dossier, route, row), None) if _is_rated_harmless(dossier, row) else None
        has_gap = any(gaps_of(dossier, route, row))
        if found and (has_gap or not rests_on_something(dossier, route, row)):
            site, words = found
            whom = quoted(str(route[-1]), 40)
            little = f"a gap is named for {whom}" if has_gap else f"{whom} cites no evidence"
            message = f"`{shortened(words)}` argues from what is not known, and {little}"
            yield Problem(site, message, HELP)


def _is_rated_harmless(dossier: Dossier, row: Row) -> bool:
    directions = dossier.asked.directions(row)
    return bool(directions) and directions <= HARMLESS


def _argued(dossier: Dossier, route: Route, row: Row) -> Iterator[tuple[Site, str]]:
    """Where the row argues from absence, in a sentence that cites nothing."""
    phrases, harm = map(dossier.profile.words_in, (ABSENCE, HARM))
    for key in ARGUES:
        for below, prose in parts(row.at(key), Prose):
            for said, ((start, end), *_) in sentences_with(prose.words, phrases):
                is_told = key == CONTEXT and not any(mentions(said, harm))
                if not is_told and not CITATION.search(said):
                    site = dossier.site((*route, key, *below))
                    yield replace(site, within=(start, end)), prose.words[start:end]
