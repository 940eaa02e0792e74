"""Each row of the table must be about a group that the form has.

A row's name is no characteristic of the form, and the row does not say with `covers:` what it is about.

## Why

A misspelt name would leave the real characteristic unassessed without anybody noticing.

## Bad

```yaml
characteristics:
  disabilty:
    context: Step-free routes are longer.
```

## Good

```yaml
characteristics:
  disability:
    context: Step-free routes are longer.
  over-75s:
    covers: age
    context: Many come on foot.
```

## What to do

Correct the name, or add `covers:` with the characteristic that the row belongs to. A group of your own belongs in your
organisation's form.

## When not to use it

While your organisation's form is being written and the rows come first. A group of one assessment only needs no remark:
`covers:` says to which characteristic it belongs.

## What it cannot tell

Whether the row is about the people that it names. Nor whether `covers:` is true: a row that says it covers disability and
speaks of age is taken at its word.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import Site
from eia.model.part import parts
from eia.model.waiver import Waiver
from eia.project import Dossier
from eia.rules.groups import called, nearest_group, unknown_rows
from eia.rules.mending import renamed
from eia.rules.rule import Problem, rule
from eia.text.change import Fix, Rename


@rule(Severity.ERROR, lasting=True, of_form=True, mends="safe")
def unknown_characteristic(dossier: Dossier) -> Iterator[Problem]:
    """Rows of `characteristics:` whose name the profile does not know."""
    for key in unknown_rows(dossier):
        site = Site(dossier.file, ("characteristics", key), key=True)
        message = f"`{shortened(key)}` is no characteristic of the form {dossier.profile.id}"
        yield _renamed(dossier, site, key, message) or Problem(site, message, _help(dossier, key))


def _renamed(dossier: Dossier, site: Site, key: str, message: str) -> Problem | None:
    """The problem where a row has another name of a group that no row is about yet: it can be renamed, with all that cites it."""
    group, row = called(dossier, key), dossier.index.at(Site(site.file, site.route))
    if not group or row is None or group in (dossier.assessment.characteristics or {}):
        return None
    cited = dossier.index.cites(row)
    if any(use.site.file is not site.file for use in cited):
        help = f"`eia rename {key} {group}` calls it what the form calls it, also in the other files that cite it."
        return Problem(site, message, help)
    if any(
        term.text == key for _, one in parts(dossier.assessment.waivers, Waiver) if one.at_ for term in one.at_.items
    ):
        return None  # a waiver is somebody's decision, and would be about nothing any more
    whole = tuple(change for change in (renamed(use, group) for use in cited) if change)
    fix = Fix(f"call it `{group}`, here and where it is cited", (Rename(site.route, group), *whole))
    return Problem(site, message, _help(dossier, key), fix=fix if len(whole) == len(cited) else None)


def _help(dossier: Dossier, key: str) -> str:
    if near := nearest_group(dossier, key):
        return f"Did you mean `{near}`? If not, add `covers:` with the characteristic that it belongs to."
    return f"Use one of: {', '.join(dossier.profile.groups)}; or add `covers:` with the one that it belongs to."
