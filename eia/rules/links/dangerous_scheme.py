"""An address must be one that is safe to open.

A link in running text, or an address under `url:`, begins with `javascript:`, `vbscript:`, `data:` or `file:`; is the path of a
file on a computer or a network, such as `C:\\eia` or `\\\\server\\eia`; has a name and an `@` before the name of its website;
or has letters of two alphabets in that name, so that it looks like another. The document makes no link of what is not an address
of the web, but it would still stand there, for somebody to copy.

## Why

The document is opened by people who trust whoever sent it. Some of these addresses can do harm to a computer, some hide where
they lead, and the rest open nothing for a reader.

## Bad

```yaml
sources:
  survey:
    title: Survey of users 2025
    url: file://fileserver/equality/survey-2025.pdf
```

## Good

```yaml
sources:
  survey:
    title: Survey of users 2025
    url: https://www.example.org/survey-2025.pdf
```

## What to do

Give the address at which the public can read it. If there is none, take the address out; the title is enough.

## When not to use it

Never: it can only be mended.

## What it cannot tell

Where an address leads. Nothing is looked up on the web.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.model.link import parsed
from eia.project import Dossier
from eia.rules.links.addresses import addresses
from eia.rules.rule import Problem, rule

RUNS = ("javascript", "vbscript", "data")
_UNSEEN = re.compile(r"[\s\x00-\x1f\x7f\u200b-\u200f\u2060\ufeff]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_DRIVE = 1
"""A scheme of one letter is the drive of a computer."""


@rule(Severity.ERROR, firm=True, lasting=True)
def dangerous_scheme(dossier: Dossier) -> Iterator[Problem]:
    """Addresses that run something, lead to somebody's files, or hide where they lead."""
    for site, link in addresses(dossier):
        if danger := _danger(link.address):
            help = "Give the address at which the public can read it, or take it out."
            yield Problem(site, f"`{shortened(link.address)}` {danger}", help)


def _danger(address: str) -> str:
    """What is wrong with an address as a program would read it; nothing where it is none that does harm."""
    plain = _UNSEEN.sub("", unescape(address))
    scheme = _SCHEME.match(plain.casefold())
    name = scheme[1] if scheme else ""
    if name in RUNS:
        return f"begins with `{name}:`, which can run something on the computer of whoever opens it"
    if name == "file" or len(name) == _DRIVE or plain.startswith("\\\\"):
        return "is the path of a file on a computer or a network, which readers cannot open"
    split = parsed(plain)
    if split is None:
        return ""
    if "@" in split.netloc:
        return "has an `@` before the name of its website, so that it seems to lead elsewhere"
    return "mixes letters of two alphabets, so that it looks like another" if _is_mixed(split.hostname or "") else ""


def _is_mixed(host: str) -> bool:
    """Whether a part of a host's name has Latin letters among those of another script, as in a name made to look like another."""
    return any(len(_scripts(_spelt(label))) > 1 for label in host.split("."))


def _scripts(label: str) -> set[str]:
    """The scripts of the letters, of those three whose letters look alike."""
    names = (unicodedata.name(sign, "").partition(" ")[0] for sign in label if sign.isalpha())
    return {name for name in names if name in ("LATIN", "CYRILLIC", "GREEK")}


def _spelt(label: str) -> str:
    """A label as it is shown: what begins with `xn--` stands for other letters."""
    if not label.startswith("xn--"):
        return label
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode")
    except (UnicodeError, OverflowError, ValueError):
        return label
