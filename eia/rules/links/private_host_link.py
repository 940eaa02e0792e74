"""A link should lead where the public can follow.

An address in running text or under `url:` names a website without a dot, `localhost`, a number that is kept for internal
networks, or a website that the form lists as internal, as a share of documents that asks for a password, or as a service that
shortens addresses.

## Why

The public cannot open an internal page, and its address tells strangers how the network is made. A shortened address says nothing
of where it leads, and is gone when the service is.

## Bad

```yaml
related:
  rotas:
    title: Rotas and late evenings
    url: https://intranet/papers/12
```

## Good

```yaml
related:
  rotas:
    title: Rotas and late evenings
    url: https://www.example.org/papers/12
```

## What to do

Publish the paper and give that address, or leave the address out. Of a shortened address, write the one that it leads to.

## When not to use it

If the assessment is never published, or a listed website is open to everybody. `words` in `eia.toml` takes one out of the list
`private-hosts`.

## What it cannot tell

Whether a page with an ordinary address asks for a password.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.model.link import host_of, is_inside
from eia.project import Dossier
from eia.rules.links.addresses import addresses
from eia.rules.rule import Problem, rule

LOCAL, SHORTENERS = "private-hosts", "link-shorteners"
"""The lists of hosts that the public cannot open, and of those that hide where they lead."""


@rule(Severity.WARNING, preset="strict")
def private_host_link(dossier: Dossier) -> Iterator[Problem]:
    """Addresses that only people inside can open, and shortened ones."""
    inside, short = (dossier.profile.words_in(name) for name in (LOCAL, SHORTENERS))
    for site, link in addresses(dossier):
        host = host_of(link.address)
        if host and (is_inside(host) or _is_among(host, inside)):
            message = f"`{shortened(link.address)}` leads where the public cannot follow"
            yield Problem(site, message, "Give the address at which the public can read it, or leave it out.")
        elif host and _is_among(host, short):
            message = f"`{shortened(link.address)}` does not say where it leads"
            yield Problem(site, message, "Write the address to which it leads.")


def _is_among(host: str, listed: Iterable[str]) -> bool:
    """Whether a host is one of these, or one below it."""
    return any(host == one or host.endswith(f".{one}") for one in listed)
