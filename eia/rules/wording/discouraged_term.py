"""Words about people should be those that official guidance advises.

A term that the form lists under `discouraged:` stands in running text. It is told once, where it first stands, with what to
write instead and where that is advised. Left alone are words in quotation marks and block quotes, titles of sources, and the
labels and columns of figures, which stand as they were published.

## Why

Some words are felt as a slight by those whom they name, or lump people together about whom different things are true. Which
they are changes with time, so each is stated with its guide.

## Bad

```yaml
characteristics:
  disability:
    context: The hall has no lift, so that wheelchair-bound visitors stay away.
```

## Good

```yaml
characteristics:
  disability:
    context: |
      The hall has no lift, so that wheelchair users stay away. One said: “They call me wheelchair-bound, but the hall is.”
```

## What to do

Write what is advised, if it is what you mean. Ask the people themselves how they wish to be spoken of. Nothing is ever
changed for you.

## When not to use it

Where the term is the category of a survey or of a law that you report on. Put it in quotation marks, or set it aside with
that reason.

## What it cannot tell

What is meant. The list is of words, and some of them have other meanings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import many, shortened
from eia.index import Site
from eia.model.prose import Prose
from eia.model.quoted import quotations, without
from eia.model.vocabulary import Discouraged
from eia.model.wording import mentions
from eia.project import Dossier
from eia.rules.language import is_in_own_language, listed_words
from eia.rules.rule import Problem, rule

LITTLE = "before-no-noun"
"""The list of words before which no noun is missing."""
_NEXT = re.compile(r"\s*([^\W\d_][\w'’-]*)?")


@rule(Severity.NOTE, basis="guidance")
def discouraged_term(dossier: Dossier) -> Iterator[Problem]:
    """Each term that the form advises against, in the writer's own words, where it first stands."""
    terms = dossier.profile.discouraged if is_in_own_language(dossier) else {}
    found: dict[str, list[tuple[Site, str]]] = {}
    for site, term, words in _places(dossier, terms):
        found.setdefault(term, []).append((site, words))
    for term, ((first, words), *others) in found.items():
        said = terms[term]
        again = f", here and {many(len(others), 'more time')}" if others else ""
        help = f"If that is what you mean, write: {said.instead}." if said.instead else "Say it in other words."
        law = dossier.profile.basis(said.law)
        yield Problem(first, f"`{shortened(words)}` is best avoided{again}", help, law=law)


def _places(dossier: Dossier, terms: Mapping[str, Discouraged]) -> Iterator[tuple[Site, str, str]]:
    """Where a term stands that is the writer's own, and how it is written there."""
    titles = dossier.sources.content.titles
    little = frozenset(listed_words(dossier, LITTLE))
    for site, prose in dossier.index.values(Prose):
        if not any(mentions(prose.words, terms)):
            continue
        own = without(prose.words, (*quotations(prose.words), *mentions(prose.words, titles)))
        for term, said in terms.items():
            for start, end in mentions(own, (term,)):
                if not (said.where and _has_noun(prose.words, end, little)):
                    yield replace(site, within=(start, end)), term, prose.words[start:end]


def _has_noun(words: str, end: int, little: frozenset[str]) -> bool:
    """Whether another word follows that may be a noun."""
    following = _NEXT.match(words, end)
    return bool(following and following[1] and following[1].casefold() not in little)
