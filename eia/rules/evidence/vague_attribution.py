"""Whoever says that studies show something names the studies.

A sentence claims support and names none: “studies show”, “research suggests”, “evidence indicates”, “it is well known”. The words
are those of the list `vague-attributions`. A sentence with a citation or a link in it is left alone, and so are the words of a
fact that names its source.

## Why

A reader cannot look up what is not named, and cannot tell a survey of thousands from a remark in a meeting.

## Bad

```yaml
characteristics:
  age:
    context: Studies show that older people come early.
```

## Good

```yaml
sources:
  survey-2025:
    title: Residents' survey 2025
    date: November 2025
characteristics:
  age:
    context: Older people come early [@survey-2025].
  sex:
    context: Studies such as [the survey of 2025](https://example.org/survey) show the same of women.
```

## What to do

Cite the study, or say what was seen, by whom and when. If there is none, say that it is what you expect.

## When not to use it

Where the very next sentence names the study, a remark can set it aside.

## What it cannot tell

Whether a study is named in words: it looks for citations and links.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import Site
from eia.model.prose import Prose
from eia.model.wording import sentences_with
from eia.project import Dossier
from eia.rules.rule import Problem, rule

NAMED = ("[@", "](", "://")
"""Signs that something is cited or linked."""


@rule(Severity.WARNING, confidence="heuristic")
def vague_attribution(dossier: Dossier) -> Iterator[Problem]:
    """Sentences that lean on research without saying which."""
    phrases = dossier.profile.words_in("vague-attributions")
    for site, prose in dossier.index.values(Prose):
        for said, places in sentences_with(prose.words, phrases):
            if not any(sign in said for sign in NAMED) and not _has_source(dossier, site):
                for start, end in places:
                    message = f"`{shortened(prose.words[start:end])}` names no source"
                    help = "Cite the source by its id, as in `[@survey-2025]`, or say who found it and when."
                    yield Problem(replace(site, within=(start, end)), message, help)


def _has_source(dossier: Dossier, site: Site) -> bool:
    """Whether the words are those of a fact that names where it comes from."""
    fact = dossier.assessment.facts.get(str(site.route[1])) if site.route[0] == "evidence" else None
    return fact is not None and (fact.source is not None or fact.from_ is not None)
