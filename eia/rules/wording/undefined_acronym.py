"""An abbreviation must be explained.

A word in capitals, such as `TSG`, `S&S` or `MARACs`, stands in running text, in the label of a figure or over a column, and
nothing says what it stands for. It is told once, where it first stands. Explained is whatever stands under `glossary:`, and what
the text itself explains in brackets, as in "British Sign Language (BSL)" or "BSL (British Sign Language)", anywhere in the
assessment, its plan or its sources. Left alone are widely known abbreviations, the form's own, numerals such as `IV`, titles of
sources, marks of papers and proposals such as `PE 11`, and words that stand in capitals side by side.

## Why

A reader from outside cannot guess it, and a screen reader may read it as a word.

## Bad

```yaml
characteristics:
  race:
    context: The unit's own scrutiny of the TSG was not asked for.
```

## Good

```yaml
glossary:
  TSG: Territorial Support Group
characteristics:
  race:
    context: The unit's own scrutiny of the TSG was not asked for. The British Transport Police (BTP) was.
```

## What to do

Write the long form where it first stands, with the abbreviation in brackets behind it, or add a line under `glossary:`.

## When not to use it

Where your readers know an abbreviation as well as `NHS`, add it to `acronyms` in `eia.toml`.

## What it cannot tell

Whether a word in capitals is an abbreviation or a name. An organisation that is called by capitals alone is told of too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import Site
from eia.model.abbreviation import Used, explained, used
from eia.model.evidence import Evidence
from eia.model.figure import Figures
from eia.model.profile import TABLES
from eia.model.prose import Prose
from eia.model.quoted import without
from eia.model.wording import mentions, readable
from eia.project import Dossier
from eia.rules.language import is_in_own_language
from eia.rules.mending import instead
from eia.rules.rule import Problem, rule
from eia.text.change import Fix

ACRONYMS, STRESSED = "acronyms", "stressed-words"
"""The lists of abbreviations that nobody needs to explain, and of words that people put into capitals."""
Words = frozenset[str]

HELP = "Write the long form before it and the abbreviation in brackets, or add a line `{}: …` under `glossary:`."
_BEFORE = re.compile(r"(?<![\w&/])([A-Z]{2,}) $")
_BEHIND = re.compile(r" ([A-Z]{2,})(?![\w&/])")
_NUMBERED = re.compile(r" \d{1,3}(?![\w%]|[.,]\d)")
"""What stands behind letters that are the mark of a paper, a proposal or a room."""
_LONGEST = 100
"""What a glossary says in more characters than this is no mere long form."""
_NEIGHBOUR = 30
"""No word in capitals beside another is longer."""


@rule(Severity.WARNING, confidence="high", basis="guidance", mends="safe")
def undefined_acronym(dossier: Dossier) -> Iterator[Problem]:
    """Words in capitals in prose, labels and columns that nothing explains; each where it first stands."""
    if not is_in_own_language(dossier):
        return
    stressed, told = frozenset(dossier.profile.words_in(STRESSED)), set[str]()
    known = _known(dossier) | stressed
    titles = dossier.sources.content.titles
    for site, words in _texts(dossier):
        for one in _unexplained(words, known, known - stressed, titles):
            if one.short not in told:
                told.add(one.short)
                message = f"nothing says what `{shortened(words[one.start : one.end], 30)}` stands for"
                place = site if site.key else replace(site, within=(one.start, one.end))
                fix = _fix(dossier, place, one) if words[one.start : one.end] == one.short else None
                yield Problem(place, message, HELP.format(shortened(one.short, 30)), fix=fix)


def _fix(dossier: Dossier, place: Site, one: Used) -> Fix | None:
    """The long form before it, as the glossary of an assessment before this one has it: so the record explained it itself."""
    for id in dossier.project.before(dossier.assessment.id):
        before = dossier.project.called(id)
        long = (before.assessment.glossary or {}).get(one.short) if before and id != dossier.assessment.id else None
        if long:
            written = f"{long.words.strip(' .')} ({one.short})"
            plain = "\n" not in written and len(written) <= _LONGEST and one.short in explained(written)
            return instead(place, written) if plain else None
    return None


def _unexplained(words: str, known: Words, abbreviations: Words, titles: list[str]) -> Iterator[Used]:
    """The abbreviations that nothing explains, in a text, but for those in the titles of sources."""
    if any(one.short.casefold() not in known for one in used(words)):
        said = readable(without(words, mentions(words, titles)))
        for one in used(said):
            is_plain = one.short.casefold() in known or _NUMBERED.match(said, one.end)
            if not is_plain and not _is_shouted(said, one, abbreviations):
                yield one


def _texts(dossier: Dossier) -> Iterator[tuple[Site, str]]:
    """Running text, the labels of figures and the names of columns, in their order."""
    for site, value in dossier.index.values(object):
        if isinstance(value, Prose):
            yield site, value.words
        elif isinstance(value, Figures):
            yield replace(site, key=True), str(site.route[-1])
        elif isinstance(value, Evidence) and value.columns:
            yield replace(site, route=(*site.route, "columns")), value.columns.words


def _known(dossier: Dossier) -> Words:
    """What needs no explanation, and what is explained, in small letters."""
    profile, glossary = dossier.profile, dossier.assessment.glossary or {}
    labels = [name for table in TABLES for key, word in table.of(profile).items() for name in word.names(key)]
    own = (*profile.words.values(), *profile.headings.values(), *labels, *glossary)
    said = {one.short.casefold() for words in own for one in used(words)}
    told = {short.casefold() for _, words in dossier.index.texts() for short in explained(" ".join(words.split()))}
    listed = {word.rstrip("+") for word in profile.words_in(ACRONYMS)}
    return frozenset({*listed, *said, *told, *(key.casefold() for key in glossary)})


def _is_shouted(said: str, one: Used, abbreviations: Words) -> bool:
    """Whether a word beside it stands in capitals too, and is no abbreviation that we know: then nothing is abbreviated."""
    before = _BEFORE.search(said[max(0, one.start - _NEIGHBOUR) : one.start])
    behind = _BEHIND.match(said, one.end)
    return any(found and found[1].casefold() not in abbreviations for found in (before, behind))
