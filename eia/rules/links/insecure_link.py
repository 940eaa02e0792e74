"""A link should lead to the secure page.

An address in running text or under `url:` begins with `http://` and names a public website. Pages of an internal network are told
of by another rule.

## Why

Whoever stands between the reader and an `http://` page can read along and change what it says. Most browsers warn of it.

## Bad

```yaml
sources:
  inquiry:
    title: Report of the inquiry
    url: http://www.example.org/report.pdf
```

## Good

```yaml
sources:
  inquiry:
    title: Report of the inquiry
    url: https://www.example.org/report.pdf
```

## What to do

Open the page with `https://` in front. If it opens, write that. If it does not, look for a copy elsewhere.

## When not to use it

Some old pages exist only as `http://`. Say so beside the line when you set it aside.

## What it cannot tell

Whether there is a secure page: nothing is looked up on the web.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import Site
from eia.model.link import host_of, is_inside
from eia.project import Dossier
from eia.rules.links.addresses import addresses
from eia.rules.mending import instead
from eia.rules.rule import Problem, rule


@rule(Severity.WARNING, mends="unsafe")
def insecure_link(dossier: Dossier) -> Iterator[Problem]:
    """Addresses of public pages that begin with `http://`."""
    for site, link in addresses(dossier):
        host = host_of(link.address)
        if link.address.strip().casefold().startswith("http://") and host and not is_inside(host):
            message = f"`{shortened(link.address)}` is not secure"
            start = link.start + len(link.address) - len(link.address.lstrip())
            fix = instead(Site(site.file, site.route, (start, start + len("http"))), "https", safe=False)
            yield Problem(site, message, "Write `https://` if the page opens with it.", fix=fix)
