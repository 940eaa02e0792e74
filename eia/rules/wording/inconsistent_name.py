"""A name should be spelt in one way.

Three words with capitals stand in running text in two spellings that differ by a letter or two of one word: "Public Attitude
Survey" and "Public Attitudes Survey". The spelling that a source, a section of the plan or a piece of engagement has is taken for
the right one, else the one that is more common; the other is told once. A plural at the end of a name is no other spelling.

## Why

Readers cannot tell whether it is one survey or two.

## Bad

```yaml
characteristics:
  sexual-orientation:
    context: The Unser Satisfaction Survey shows no difference. Of the User Satisfaction Survey more is told in the row on age.
```

## Good

```yaml
characteristics:
  sexual-orientation:
    context: The User Satisfaction Survey shows no difference. Several User Satisfaction Surveys were made.
```

## What to do

Look up how the thing is called, and write that everywhere. Best is to cite the source: the document then prints its title.

## When not to use it

Where two things truly have names that differ by a letter.

## What it cannot tell

Which of two spellings is right. Names of one or two words are not compared, since many differ by a letter rightly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import Site
from eia.model.names import Name, holes, is_slip, names
from eia.model.prose import Prose
from eia.project import Dossier
from eia.rules.language import is_in_own_language
from eia.rules.rule import Problem, rule

REGISTERED = ("source", "section", "engagement")
"""Things whose titles are names."""
MOST = 12
"""More names than this that differ in one word have it for a number, as wards have."""


@rule(Severity.WARNING, confidence="high", preset="strict")
def inconsistent_name(dossier: Dossier) -> Iterator[Problem]:
    """Names that differ from another by a letter or two of one word; each pair of words once."""
    places: defaultdict[Name, list[Site]] = defaultdict(list)
    for site, prose in dossier.index.values(Prose) if is_in_own_language(dossier) else ():
        for name, start, end in names(prose.words):
            places[name].append(replace(site, within=(start, end)))
    titles = {name for one in dossier.index.of_sorts(*REGISTERED) for name, _, _ in names(one.title)}
    told = set[tuple[str, str]]()
    for right, wrong, at in _slips(places, titles):
        pair = right[at], wrong[at]
        if pair not in told:
            told.add(pair)
            message = f"`{shortened(' '.join(wrong))}` is spelt `{shortened(' '.join(right))}` elsewhere"
            related = tuple((site, "spelt so here") for site in places.get(right, ())[:1])
            yield Problem(places[wrong][0], message, "Write the name in one way.", related)


def _slips(places: dict[Name, list[Site]], titles: set[Name]) -> Iterator[tuple[Name, Name, int]]:
    """Pairs of names of which the second seems to be a slip for the first, and in which word."""
    alike: defaultdict[tuple[int, Name], list[Name]] = defaultdict(list)
    for name in dict.fromkeys((*places, *titles)):
        for at, hole in holes(name):
            alike[at, hole].append(name)
    for (at, hole), several in alike.items():
        ranked = sorted(several, key=lambda name: (name not in titles, -len(places.get(name, ()))))
        for number, right in enumerate(ranked if len(ranked) <= MOST else ()):
            for wrong in ranked[number + 1 :]:
                if wrong not in titles and is_slip(right[at], wrong[at], last=at == len(hole) - 1):
                    yield right, wrong, at
