"""A link should have words, and not only an address.

An address stands naked in running text, or is itself the text of a link, or a link has no text. What stands under `url:` is an
address, and is meant to be; so is what stands under `contact:`. The address of a letter box is left alone.

## Why

A screen reader reads an address letter by letter. On paper nobody can tell what is there.

## Bad

```yaml
text:
  evidence: See https://www.example.org/stats/a/b?c=1 for the figures.
```

## Good

```yaml
text:
  evidence: See the [hate crime dashboard](https://www.example.org/stats/a/b?c=1) for the figures.
contact: Look at www.example.org/help or ask in any branch.
```

## What to do

If it is a source, cite it by its id, e.g. `[@dashboard]`: the footnote has its title and its address. If not, write `[words](https://…)`.

## When not to use it

Where readers are to type the address, as on a poster, it may stand as it is.

## What it cannot tell

An address without `https://` or `www.` in front, such as `example.org`, is not recognised.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.model.link import BARE, Link, host_of
from eia.project import Dossier
from eia.rules.links.addresses import in_prose
from eia.rules.rule import Problem, rule

MEANT = "contact"
"""The key under which an address is there to be typed."""


@rule(Severity.WARNING, basis="guidance")
def bare_url_text(dossier: Dossier) -> Iterator[Problem]:
    """Addresses of the web that stand in running text without words."""
    named = {source.url.strip(): key for key, source in dossier.sources.content.root.items() if source.url}
    for site, link in in_prose(dossier):
        if site.route[0] != MEANT and host_of(link.address) and _is_bare(link):
            source = named.get(link.address.strip())
            cite = (
                f"Cite the source as `[@{source}]`."
                if source
                else "Write `[words](https://…)`, with words that name the page."
            )
            message = f"`{shortened(link.address)}` has no words that say what is there"
            yield Problem(replace(site, within=_place(link)), message, cite)


def _is_bare(link: Link) -> bool:
    words = (link.words or "").strip(" *_<>")
    return not words or BARE.fullmatch(words) is not None


def _place(link: Link) -> tuple[int, int]:
    """Where its words stand, or where they would."""
    return link.at if link.words else (link.start, link.end)
