"""A record that is published must not lead to a single person.

An e-mail address, a telephone number, an address with its number and postcode, a National Insurance number or an NHS number
stands in the assessment, its plan or its sources. Left alone are whatever stands under `contact:`, letter boxes of a team such as
`equality@` or `libraries@`, which the form lists or the title, unit or body names, and numbers of services, which begin with
03 or 08.

## Why

The file is meant to be published, and stays on the web. Whoever said something in confidence could be found by it.

## Bad

```yaml
engagement:
  survey:
    who: library users
    heard: One wrote that we can call her on 07700 900123.
```

## Good

```yaml
engagement:
  survey:
    who: library users
    how: a form sent to equality@example.org, or 0300 123 4567
    heard: One asked to be called, on a day when she can talk.
contact: Telephone 01632 960123.
```

## What to do

Take it out. Whom readers are to ask stands under `contact:`, best with a letter box that belongs to a team.

## When not to use it

Where it is the address of a public place, such as the hall where people met, set it aside with that reason. Other letter boxes of
teams can be added to the list `team-mailboxes` with `words` in `eia.toml`.

## What it cannot tell

Whose a letter box with one plain word before its `@` is, if neither the form nor the assessment has that word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eia.diagnostics.diagnostic import Severity
from eia.index import Site
from eia.model.contact import MAILBOX, details
from eia.project import Dossier
from eia.rules.privacy.mailbox import is_of_team, team_names
from eia.rules.rule import Problem, rule

MEANT, ADDRESS = "contact", "url"
"""Keys under which such a thing is meant to stand, or is a part of something else."""


@rule(Severity.ERROR, confidence="high")
def contact_detail(dossier: Dossier) -> Iterator[Problem]:
    """Whatever leads to one person, outside `contact:`; a message does not say it again."""
    teams = team_names(dossier)
    for site, words in _texts(dossier):
        for one in details(words):
            if one.called != MAILBOX or not is_of_team(one, teams):
                message = f"{one.called} may lead to one person"
                help = "Take it out; whom readers are to ask stands under `contact:`."
                yield Problem(replace(site, within=(one.start, one.end)), message, help)


def _texts(dossier: Dossier) -> Iterator[tuple[Site, str]]:
    for site, words in dossier.index.texts():
        if site.route and site.route[0] != MEANT and site.route[-1] != ADDRESS:
            yield site, words
