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

import re
from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.model.link import host_of, is_inside
from eia.project import Dossier
from eia.rules.links.addresses import addresses, other_address
from eia.rules.rule import Problem, rule

_HTTP = re.compile("http", re.IGNORECASE)


@rule(Severity.WARNING, mends="unsafe")
def insecure_link(dossier: Dossier) -> Iterator[Problem]:
    """Addresses of public pages that begin with `http://`."""
    for site, link in addresses(dossier):
        host = host_of(link.address)
        if link.address.strip().casefold().startswith("http://") and host and not is_inside(host):
            message = f"`{shortened(link.address)}` is not secure"
            secure = _HTTP.sub("https", link.address, count=1)
            help = "Write `https://` if the page opens with it."
            yield Problem(site, message, help, fix=other_address(site, link, secure, safe=False))
