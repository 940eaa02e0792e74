"""A section of `text:` should be one that the form has.

A key under `text:` names no section of the document.

## Why

The text is printed all the same, but at the end of the document, under a heading made of the key. Most often the name is
misspelt.

## Bad

```yaml
text:
  introducton: The Cabinet asked for this.
```

## Good

```yaml
text:
  introduction: The Cabinet asked for this.
  appendix: The branches are listed here.
```

## What to do

Use a name that the form has, or put the text under `appendix:`.

## When not to use it

When your form is about to get a heading of this name and the text was written first. Otherwise put the text under
`appendix:`, where it is printed without complaint.

## What it cannot tell

Whether the text belongs there. An introduction that holds the whole assessment is found nowhere, nor a section that is
missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import closest, shortened
from eia.index import Site
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.WARNING)
def unknown_section(dossier: Dossier) -> Iterator[Problem]:
    """Keys of `text:` that no heading of the profile belongs to."""
    known = list(dossier.profile.headings)
    for key in dossier.assessment.text or {}:
        if dossier.knows_profile and key not in known:
            near = closest(key.casefold(), known, cutoff=0.75)
            help = f"Did you mean `{near}`?" if near else f"Use one of: {', '.join(known)}."
            message = f"`{shortened(key)}` is no section of a document in the form {dossier.profile.id}"
            yield Problem(Site(dossier.file, ("text", key), key=True), message, help)
