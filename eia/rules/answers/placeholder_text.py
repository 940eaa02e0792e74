"""Nothing of the form may be left unfilled.

A value is still what a form has before somebody fills it in: TBC, XX, "insert text here"; or a sentence has a gap left in it,
such as [insert date] or £XX. "Yes" or "n/a" under `none:` or `not-assessed:`, where only a reason can stand, is one too.

## Why

A reader cannot tell whether the question was asked at all, or only not yet written up. An unanswered question is better left
empty: it is then printed as unanswered, and `eia status` lists it.

## Bad

```yaml
characteristics:
  age:
    because: TBC
```

## Good

```yaml
characteristics:
  age:
    because: Whether TBC Bank closes its branch too is not known, and would make the journey longer.
```

## What to do

Write the answer, or take the placeholder out. What is not known yet belongs under `gaps:`.

## When not to use it

Where the signs are the text: a letter template that is quoted, a company called TBC. If one such word comes up again and
again in your area, take it out of the list, in `eia.toml` or in your organisation's form, rather than set it aside in each
place.

## What it cannot tell

Whether an answer was thought about. A sentence copied from last year's assessment looks as finished as any other. Signs of
your own, such as three asterisks or a yellow mark in Word, it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import Site
from eia.model.terms import Rating, Terms
from eia.model.vocabulary import plainly, words_of
from eia.project import Dossier
from eia.rules.rule import Problem, rule

LONGEST = 200
"""More characters than this are no placeholder."""

REASONS = ("not-assessed", "none")
"""Keys under which only a reason can stand."""
PLACEHOLDERS, NO_REASON = "placeholders", "no-reason"
"""The lists of words of the form that stand in place of an answer, and that are no reason."""

_TEXT = "text|answer|response|details?|comments?"
_THING = rf"{_TEXT}|here|names?|dates?|numbers?|figures?|titles?|links?|data|sources?|references?|evidence"
_WHOLE = re.compile(
    rf"x{{2,}}|lorem ipsum\b.*|(?:insert|enter|add|type|your) (?:{_TEXT})(?: here)?|insert .* here"
    r"|(?:tb[acd]|to be confirmed) ?[–—:(-].*|click .*to (?:enter|add|insert) .*|(?:choose|select) an (?:item|option|answer)",
    re.IGNORECASE | re.DOTALL,
)
_SIGNS = re.compile(r"[.…?_-]{2,}|[…?]")
_PROMPT = re.compile(
    rf"[\[<]\s*(?:tb[acd]\b|insert\b|(?:enter|add|type)\b[^\]>\n]{{0,60}}\b(?:{_THING})\b)[^\]>\n]{{0,80}}[\]>](?!\()"
    r"|£x[x,]*x\b|(?<![\w.])x{2,} ?%|(?<![\w/])(?:xx/xx|dd/mm)/(?:[\dx]{2,4}|y{2,4})\b",
    re.IGNORECASE,
)


@rule(Severity.ERROR, stage="in-review", early=Severity.NOTE, confidence="high")
def placeholder_text(dossier: Dossier) -> Iterator[Problem]:
    """Values that are a placeholder as a whole, and prompts and blanks inside prose."""
    lists = dossier.profile.word_lists
    placeholders, no_reason = (
        {plainly(word) for word in words_of(lists.get(name))} for name in (PLACEHOLDERS, NO_REASON)
    )
    for site, words in _texts(dossier):
        if len(words) <= LONGEST and _is_placeholder(words, placeholders):
            yield _problem(site, words)
        elif site.route[-1] in REASONS and plainly(words.strip(" .\n")) in no_reason:
            said = f"`{shortened(words)}` is an answer, and a reason is meant here"
            yield Problem(site, said, "Say why, in a sentence.")
        else:
            for prompt in _PROMPT.finditer(words):
                yield _problem(replace(site, within=prompt.span()), prompt[0])


def _is_placeholder(words: str, known: set[str]) -> bool:
    bare = re.sub(r"^[\W_]+|[\W_]+$", "", words)
    if plainly(bare.replace("’", "'")) in known:
        return True
    return bool(_WHOLE.fullmatch(bare) if bare else _SIGNS.fullmatch("".join(words.split())))


def _texts(dossier: Dossier) -> Iterator[tuple[Site, str]]:
    """Every text but the labels of actions, which may be (xx), and how far an action has come, which may be "to do"."""
    for site, text in dossier.index.texts():
        if site.route[-1] not in ("label", "status"):
            yield site, text
    yield from ((site, said.words) for site, said in dossier.index.values(Terms) if not isinstance(said, Rating))


def _problem(site: Site, words: str) -> Problem:
    return Problem(
        site,
        f"`{shortened(words)}` is a placeholder, not an answer",
        "Write the answer, or leave it empty: it is then printed as unanswered.",
    )
