"""Everybody signs whom the form asks to sign.

The form names who signs, the record has a status by which it is signed, and some of them have no approval.

## Why

Those whom the form asks to sign are those who answer for the decision. Where a signature is missing, the record does not show
that they had the assessment before them.

## Bad

```yaml
profile: england-council
kind: declaration
status: signed-off
approvals:
  - as: lead-officer
    date: 4 February 2027
  - as: equality-adviser
    date: 4 February 2027
```

## Good

```yaml
profile: england-council
kind: declaration
status: signed-off
approvals:
  - as: lead-officer
    date: 4 February 2027
  - as: equality-adviser
    date: 4 February 2027
  - role: Head of service
    date: 5 February 2027
```

## What to do

Add the approval, with `as:` and the short name that the message gives. If the post is called otherwise with you, `role:` says
how. Until then, the record is in review.

## When not to use it

Where somebody signs for two, as when one post is held by the other for a time: give that person two approvals and say so,
rather than a remark. An organisation in which another person signs says so in its form.

## What it cannot tell

Whether they read it, or had the evidence before them when they signed. It sees a line in a file; who wrote that line is
shown by the history of the file, if at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import listed
from eia.index import Site
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.ERROR, of_form=True)
def missing_sign_off(dossier: Dossier) -> Iterator[Problem]:
    """Signatories without an approval, where there is any; that there is none at all is told as an answer that is missing."""
    unsigned = dossier.unsigned(dossier.status)
    if unsigned:
        names = listed([f"{one.label or key} (`as: {key}`)" for key, one in unsigned.items()])
        site = Site(dossier.file, ("approvals",), key=True)
        item = f"`- as: {next(iter(unsigned))}`"
        help = f"For each, write an item like {item} under `approvals:`, with `date:`; until then, `status: in-review`."
        law = dossier.profile.basis(*(one.law for one in unsigned.values()))
        yield Problem(site, f"the record does not show that these have signed: {names}", help, law=law)
