"""A text must be such that every document can carry it.

A heading, raw HTML, a citation of more than one id or without its signs, a picture that cannot be printed, a row of a table with
too many cells, or a list or quote inside too many others stands in a text.

## Why

The document has its own headings, in an order that readers know; one from inside a row would break it. HTML means nothing in
Word. A picture from outside the project would be missing in every other copy, and one that is empty, broken, cut off, or of more
than 20 MiB, in this one. What is no citation is printed with its brackets. Word has no room for ten lists inside one another.

## Bad

```yaml
characteristics:
  age:
    context: |
      ## What we found
      Older people come in the morning.
```

## Good

```yaml
characteristics:
  age:
    context: |
      **What we found.** Older people come in the morning, and 3 < 5 of them early.

      #1 in the list of wishes is quiet, see <https://example.org/wishes>.
```

## What to do

Begin the paragraph with a few words in `**stars**` instead of a heading. Write emphasis, lists and links in Markdown. Put
pictures beside the assessment.

## When not to use it

Where the characters themselves are meant, as in a quotation of a poster or a form, and it is fine that they are printed as
they stand. Of a picture that cannot be printed there is no such case.

## What it cannot tell

Whether the text is plain, or a picture has words that stand for it truly. Of a table it looks at the number of cells only,
and not at whether a reader can follow it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.model.half_cited import half_cited
from eia.model.heading import marked, underlined
from eia.model.prose import Prose, without_code
from eia.model.table import overfull
from eia.model.too_deep import too_deep
from eia.picture import Unprintable, address_of
from eia.project import Dossier
from eia.rules.rule import Problem, rule

Found = Iterator[tuple[tuple[int, int], str, str]]
"""Where in the words something is wrong, what it is, and what to do."""

_HTML = re.compile(
    r"(?<![\\(])<(?!/?(?:insert|enter|add|type)\b)(/?[A-Za-z][A-Za-z0-9-]*)(?=[\s/>])[^<>\n]*>|<!--(?:[^-]|-(?!->))*(?:-->)?"
)
_CITATION = re.compile(r"\[@(?![^\s\]@;,]+\])[^\]\n]{0,200}\]?")
_SIGN = r"[^\[\]\\\n]|\n(?![ \t]*\n)|\\(?s:.)"
_TITLE = r"\"[^\"]*\"|'[^']*'"
_PICTURE = re.compile(
    rf"!\[(?>(?:{_SIGN}|\[(?:{_SIGN})*\])*)\]"  # the words that stand for it, as long as they are, within a paragraph
    rf"\(\s*<?((?:[^()<>\n\"']|\([^()\n]*\)){{1,300}}?)>?(?:\s+(?:{_TITLE}))?\s*\)"
)


@rule(Severity.ERROR, confidence="high", lasting=True)
def unsupported_prose(dossier: Dossier) -> Iterator[Problem]:
    """Headings, HTML, citations of several ids or half written, unfit pictures, full rows, lists too deep; not in code."""
    for site, prose in dossier.index.values(Prose):
        words = without_code(prose.words)
        of_dossier = chain(_citations(dossier, words), _pictures(dossier, words))
        found = chain(_headings(words), _html(words), of_dossier, _tables(words), _deep(words))
        for within, message, help in found:
            yield Problem(replace(site, within=within), message, help)


def _headings(words: str) -> Found:
    help = "Begin the paragraph with a few words in **stars** instead."
    for span in marked(words):
        yield span, "a heading cannot stand in a text", help
    for span in underlined(words):
        message = "signs under a line of words make it a heading, which cannot stand in a text"
        yield span, message, f"Take them out, or put an empty line above them. {help}"


def _html(words: str) -> Found:
    opened = set()
    for found in _HTML.finditer(words):
        help = "Use Markdown: *emphasis*, **stress**, [link](address), an empty line between paragraphs."
        if not found[1]:
            help = "Take it out; a remark to colleagues stands after a # outside the text."
        if found[1] not in opened:
            yield found.span(), f"`{shortened(found[0])}` is HTML, and is printed as the characters it is", help
        opened.add(f"/{found[1]}")


def _citations(dossier: Dossier, words: str) -> Found:
    sorts = dossier.index.citable
    for span, id, signed in half_cited(words):
        plain = (
            sorts.get(id) == "row" or id.isalpha()
        )  # a word in brackets may be only that, as in "the [staff] agreed"
        if id in sorts and (signed or not plain):
            said = f"`{words[slice(*span)]}` is printed as the characters it is, and is no citation"
            yield span, said, f"Write `[@{id}]`."
    for found in _CITATION.finditer(words):
        said = f"`{shortened(found[0])}` is printed as the characters it is, since a citation holds one id and no more"
        yield found.span(), said, "Write `[@id]` for each id; page numbers and remarks stand outside the brackets."


def _pictures(dossier: Dossier, words: str) -> Found:
    for found in _PICTURE.finditer(words):
        try:
            address_of(dossier.root, dossier.file.path.parent, found[1])
        except Unprintable as reason:
            yield found.span(1), f"the picture `{shortened(found[1])}` {reason.message}", reason.help


def _tables(words: str) -> Found:
    help = "Give the head as many cells, or write `\\|` for a stroke that is part of the words."
    for span in overfull(words):
        yield span, "this row has more cells than the head of its table, so that its last words have no column", help


def _deep(words: str) -> Found:
    for span in too_deep(words):
        message = "lists or quotes stand so deep inside one another that this is printed as the characters it is"
        yield span, message, "Write what stands here as a paragraph or a list of its own."
