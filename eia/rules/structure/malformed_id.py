"""An id must be one that can be cited.

An id is missing, or written in a way that no citation could be told from a range, a list or a sentence.

## Why

Ids tie the table to the plan. An action that cannot be cited cannot be relied on.

## Bad

```yaml
plan:
  actions:
    - id: 1 (a)
      does: Keep two quiet mornings a week.
```

## Good

```yaml
plan:
  actions:
    - id: 1.a
      does: Keep two quiet mornings a week.
    - id: step-free-access
      does: Build a ramp.
```

## What to do

Write a section and a letter or number (`1.a`, `2.12`), or small words with hyphens (`step-free-access`). What the plan prints
instead, such as `(a)`, goes under `label:`.

## When not to use it

Never. It cannot be set aside, since a thing with such an id cannot be cited at all. What a published plan prints instead
stays readable in `label:`.

## What it cannot tell

Whether the id is a good one. `action-1` and `misc` are well formed, and tell nobody what they are. Nor does it know whether
an id that was changed had been quoted elsewhere, in a report or a letter; `was:` is for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import CALLED, CITABLE, Definition, Site, where_named
from eia.model.reference import FILE_NAME, LONGEST_ID, is_id
from eia.project import Dossier
from eia.rules.groups import nearest_group, unknown_rows
from eia.rules.rule import Problem, rule

NUMBERED = re.compile(r"([0-9]{1,3})(?:[ .:(]*(?=[a-z])|[ .:(]+)([a-z]{1,2}|[0-9]{1,3})[).:]*")
NUMBER_FIRST = re.compile(r"([0-9-]+)-([a-z].*)")
WORD = re.compile("[a-z]{3}")
HAVE_IDS = {"action": "1.a", "section": "1"}
"""Sorts of thing that bear their id under `id:`, and what it may be."""
SIGNS = re.compile("[^a-z0-9]+")


@rule(Severity.ERROR, firm=True, lasting=True)
def malformed_id(dossier: Dossier) -> Iterator[Problem]:
    """Ids that the grammar of references does not read as themselves; an assessment's own names its document."""
    if fault := _too_long(dossier.assessment.id) or _no_file_name(dossier.assessment.id):
        yield Problem(dossier.site(("assessment",)), *fault)
    told = {key for key in unknown_rows(dossier) if nearest_group(dossier, key)}
    for one in dossier.index.of_sorts(*CITABLE, "section"):
        if one.sort == "row" and one.id in told:
            continue  # the rule about unknown characteristics says what it should be called
        if one.site and not one.id.strip():
            yield _without(one, one.site)
        elif one.site and one.sort != "section" and (fault := _too_long(one.id) or _not_citable(one.id)):
            yield Problem(where_named(one, one.site), *fault)


def _without(one: Definition, site: Site) -> Problem:
    """That a thing has no id: nothing after `id:`, or before the colon."""
    message = f"this {CALLED[one.sort].partition(' ')[2]} has no id, so nothing can cite it"
    if one.sort in HAVE_IDS:
        return Problem(site, message, f"Give it an `id:`, such as `{HAVE_IDS[one.sort]}`.")
    return Problem(where_named(one, site), message, "Write a short name before the colon.")


def _too_long(id: str) -> tuple[str, str] | None:
    if len(id) <= LONGEST_ID:
        return None
    return f"the id `{shortened(id, 40)}` has {len(id):,} characters; the most is {LONGEST_ID}", "Give it a short name."


def _no_file_name(id: str) -> tuple[str, str] | None:
    if FILE_NAME.fullmatch(id):
        return None
    if not id:
        return "the assessment has no id", "Write a short name after `assessment:`, e.g. `library-hours-2026`."
    message = f"`{shortened(id, 40)}` cannot name the document of this assessment"
    return message, "Use letters, digits and hyphens, e.g. `library-hours-2026`."


def _not_citable(id: str) -> tuple[str, str] | None:
    if is_id(id):
        return None
    help = "Use a section and a letter (`1.a`), or words of three letters or more with hyphens (`step-free-access`)."
    if better := _better(id):
        help = f"Write `{better}`."
    return f"`{shortened(id, 40)}` cannot be cited as an id", help


def _better(id: str) -> str | None:
    """The same id in letters, digits and hyphens, if it can then be cited."""
    if numbered := NUMBERED.fullmatch(id.lower()):
        return f"{numbered[1]}.{numbered[2]}"
    bare = normalize("NFKD", id.lower()).encode("ascii", "ignore").decode()
    words = NUMBER_FIRST.sub(r"\2-\1", SIGNS.sub("-", bare).strip("-"))
    return words if WORD.search(bare) and is_id(words) else None
