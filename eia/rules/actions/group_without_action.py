"""An action that speaks of people is cited in the row about them.

The words of an action speak of a group that has a row; another row cites the action, and no row about that group
does, nor a gap that is `for:` that group. An action that says itself whom it is `for:` is left alone where it names
this group. Rows that cite `all` actions cite this one too, and a row that says `as:` cites what the other does. What
speaks of more than two groups is for people in general; an action that nobody cites is told of by another rule.

## Why

A citation slips by a letter. Then the people for whom something is done do not find it, and others are told that it
is for them.

## Bad

```yaml
plan:
  actions:
    - id: 2.d
      does: Consult women about what keeps them from reporting crime.
characteristics:
  sex:
    context: Women report crime less often.
  sexual-orientation:
    mitigations:
      - actions: 2.d
```

## Good

```yaml
plan:
  actions:
    - id: 2.d
      does: Consult women about what keeps them from reporting crime.
characteristics:
  sex:
    mitigations:
      - actions: 2.d
  sexual-orientation:
    mitigations:
      - actions: 2.d
```

## What to do

Look whether the action belongs in this row. If it does, cite it there; and look whether the row that cites it means
another.

## When not to use it

Where the plan names people only in passing.

## What it cannot tell

Of whom an action speaks in words that the form does not list.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import Definition, Site
from eia.model.asked import DUTIES, ROWS
from eia.model.part import Route, parts
from eia.model.plan import Action
from eia.model.reference import ActionReferences
from eia.model.row import Gap, Row
from eia.project import Dossier
from eia.rules.rule import Problem, rule

MOST = 2
"""What speaks of more groups than these speaks of people in general."""


@rule(Severity.NOTE, stage="in-review", confidence="heuristic", of_form=True)
def group_without_action(dossier: Dossier) -> Iterator[Problem]:
    """Groups that an action names, and whose rows do not cite it though another does."""
    citing = _groups_by_place(dossier)
    everywhere = {group for route, row in dossier.assessment.rows() if _cites_all(row) for group in citing[route]}
    rows = dossier.assessment.characteristics or {}
    for route, action in dossier.plan.content.all_actions():
        site = dossier.plan.site(route)
        one = dossier.index.at(site)
        places = _places(dossier, one) if one else set()
        if one is None or not places:
            continue
        told = everywhere.union(*(citing.get(place, ()) for place in places))
        for group in sorted(_named(dossier, action) - told, key=list(dossier.profile.groups).index):
            if group in rows and not rows[group].not_assessed:
                message = f"the row `{shortened(group, 40)}` does not cite the action {one.named}, which speaks of these people"
                related = ((site, "speaks of these people"),)
                help = "Look whether it belongs in this row, and whether a row that cites it means another."
                yield Problem(Site(dossier.file, (ROWS, group), key=True), message, help, related)


def _named(dossier: Dossier, action: Action) -> set[str]:
    """The groups of which an action speaks, where these are few, without those that it says itself to be for."""
    profile = dossier.profile
    spoken = profile.spoken_of(action.does.words) if action.does else set()
    named = spoken.intersection(profile.assessed())
    if len(named) > MOST or (action.for_ and action.for_.everything):
        return set()
    return named.difference(item.id for item in action.for_.items) if action.for_ else named


def _places(dossier: Dossier, action: Definition) -> set[Route]:
    """The rows and gaps that cite an action."""
    uses = dossier.index.cites(action)
    return {use.site.route[:2] for use in uses if use.site.file is dossier.file and use.site.route[0] != DUTIES}


def _groups_by_place(dossier: Dossier) -> dict[Route, set[str]]:
    """By each row and gap, the groups that it is about; and those of the rows that have the same done for them."""
    groups = {route: set(dossier.asked.groups_of(route, row)) for route, row in dossier.assessment.rows()}
    for route, row in dossier.assessment.rows():
        for other in row.shares_with:
            groups.setdefault((ROWS, other), set()).update(groups[route])
    for at, gap in parts(dossier.assessment.gaps, Gap):
        every = gap.for_ is not None and gap.for_.everything
        named = {item.id for item in gap.for_.items} if gap.for_ else set()
        groups[("gaps", *at)] = set(dossier.profile.groups) if every else named
    return groups


def _cites_all(row: Row) -> bool:
    return any(one.everything for _, one in parts(row.mitigations, ActionReferences))
