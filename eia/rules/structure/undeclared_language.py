"""An assessment should say in which language it is.

`language:` is silent. The document is then marked as being in the language of its form.

## Why

A screen reader speaks a document in the language that it is marked with. Welsh that is read out as English cannot be understood.

## Bad

```yaml
title: Library opening hours from April 2026
```

## Good

```yaml
title: Library opening hours from April 2026
language: en-GB
```

## What to do

Write `language: en-GB`, `language: cy`, or both with a comma between.

## When not to use it

Where all your assessments are in the language of the form, and always will be.

## What it cannot tell

Whether the text is in the language that is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.model.vocabulary import words_of
from eia.project import Dossier
from eia.rules.rule import Problem, rule


@rule(Severity.NOTE, basis="guidance", preset="strict")
def undeclared_language(dossier: Dossier) -> Iterator[Problem]:
    """An assessment without a language."""
    if not words_of(dossier.assessment.language):
        usual = dossier.profile.language
        form = f", so that it is taken for `{usual}`" if usual else ""
        message = f"the assessment does not say in which language it is{form}"
        yield Problem(dossier.site(("assessment",)), message, f"Add a line such as `language: {usual or 'en-GB'}`.")
