"""An address must be whole, so that it opens.

An address under `url:`, or one that a link in running text leads to, has a space or a line break in it, lacks `https://` or the
name of a website, ends in a comma, a full stop or the like, or cannot be taken apart at all.

## Why

It is broken when somebody opens it. Addresses that are copied out of a printed page or a PDF often are.

## Bad

```yaml
sources:
  dashboard:
    title: Hate crime dashboard
    url: https://www.example.org/data-and- statistics/hate-crime
```

## Good

```yaml
sources:
  dashboard:
    title: Hate crime dashboard
    url: https://www.example.org/data-and-statistics/hate-crime
```

## What to do

Open the page, and copy its address out of the browser. If nothing can be opened, leave the address out.

## When not to use it

If an address truly ends in such a sign, write the sign as browsers do, e.g. `%2E` for a full stop.

## What it cannot tell

Whether the page is there: nothing is looked up on the web. An address that stands bare in a text ends for it where a space
stands, so that the rest of a broken one is taken for words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import Site
from eia.model.link import WEB, Link, parsed
from eia.project import Dossier
from eia.rules.links.addresses import addresses
from eia.rules.mending import instead
from eia.rules.rule import Problem, rule

STRAY = ".,;:!?'\"’”“‘>]"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_BEGUN = re.compile(r"(?P<web>https?)(?:/{1,2}|:/?|:/{3}|;//|: //)(?=[\w-]+\.\w)", re.IGNORECASE)
"""An address of which only the signs behind its first word are slips."""
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.?|[0-9a-f:.]+")
"""The name of a host, or the number of one."""


@rule(Severity.ERROR, lasting=True, mends="safe")
def malformed_url(dossier: Dossier) -> Iterator[Problem]:
    """Addresses with blanks, without a host, with a stray sign at the end, or beyond reading."""
    for site, link in addresses(dossier):
        if fault := _fault(link, is_field=site.within is None):
            help = "Copy the address out of the browser, from `https://` to its end."
            meant = _meant(link.address)
            fix = instead(Site(site.file, site.route, (link.start, link.end)), meant) if meant else None
            yield Problem(site, f"the address `{shortened(link.address)}` {fault}", help, fix=fix)


def _meant(address: str) -> str:
    """The address that somebody surely meant; nothing where anything but its beginning is wrong."""
    said = address.strip()
    begun = _BEGUN.match(said)
    better = (
        f"https://{said}" if said.startswith("www.") else f"{begun['web']}://{said[begun.end() :]}" if begun else ""
    )
    return better if better and not _fault(Link(better, 0, len(better)), is_field=True) else ""


def _fault(link: Link, is_field: bool) -> str:
    """What is wrong with an address; nothing where it is none of the web, such as a file beside the assessment."""
    address = link.address.strip()
    if not _SCHEME.match(address):
        meant = not address.startswith("\\\\") if is_field else bool(link.words) and address.startswith("www.")
        return "does not begin with `https://`" if meant else ""
    if not address.casefold().startswith(tuple(f"{scheme}:" for scheme in WEB)):
        return ""
    if re.search(r"\s", address):
        return "has a space or a line break in it"
    split = parsed(address)
    if split is None:
        return "cannot be read as one"
    if not split.hostname:
        return "names no website"
    if not _HOST.fullmatch(split.hostname):
        return "names a website that cannot be"
    return f"ends in a stray `{address[-1]}`" if _is_stray(address) else ""


def _is_stray(address: str) -> bool:
    """Whether the last sign is none of the address: a bracket is, if it closes one."""
    return address[-1] in STRAY or (address[-1] == ")" and address.count(")") > address.count("("))
