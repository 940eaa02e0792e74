"""An earlier or related assessment that is named must be one that can be found.

`previous:` nearly is the id of an assessment of this project, an assessment under `related:` is none of it, or an item of
`follow-up:` names an action that the plan of the previous assessment does not have. A previous assessment that is none of this
project is named by its title, and nothing is said about it.

## Why

Whoever asks what became of the promises of the last assessment has to find it. A misspelt name leads nowhere.

## Bad

```yaml
related:
  data-protection:
    assessment: library-data-2025
```

## Good

```yaml
previous: Library hours 2019, a Word document of the archive
related:
  data-protection: Data protection impact assessment of the library system
```

## What to do

Correct the id. If it is a document that does not lie in this project, write its title.

## When not to use it

When the other assessment is about to be added to the project under just this id, for instance by a colleague whose branch is
not merged yet.

## What it cannot tell

Whether the one that is named is really the one before, or whether there was one at all. A title of a document that lies
elsewhere is believed. What became of an action is not checked, only that there was one.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import closest, nearest, shortened
from eia.index import Site
from eia.model.assessment import FollowUp, Related
from eia.model.part import parts
from eia.project import Dossier
from eia.rules.rule import Problem, rule

NEAR = 0.85
"""How like an id a word has to be so that a slip of the keyboard is more likely than another document."""


@rule(Severity.WARNING, confidence="high")
def unknown_previous(dossier: Dossier) -> Iterator[Problem]:
    """Assessments and actions of assessments that are not there."""
    assessment = dossier.assessment
    if assessment.previous:
        yield from _previous(dossier, assessment.previous)
    for route, one in parts(assessment.related, Related):
        if one.assessment == assessment.id and assessment.id:
            message = "an assessment cannot belong with itself"
            yield Problem(dossier.site(("related", *route, "assessment")), message, "Name another one, or take it out.")
        elif one.assessment and one.assessment not in dossier.project.assessments:
            message = f"there is no assessment `{shortened(one.assessment)}` in this project"
            others = [id for id in dossier.project.assessments if id != assessment.id]
            help = nearest(
                one.assessment, others, "Its other assessments are: {}." if others else "The project has no other."
            )
            help += " If it is a document that lies elsewhere, write its `title:` instead."
            if now := dossier.project.formerly(one.assessment):
                message, help = _renamed(one.assessment, now)
            yield Problem(dossier.site(("related", *route, "assessment")), message, help)


def _previous(dossier: Dossier, said: str) -> Iterator[Problem]:
    known = dossier.project.assessments
    if said not in known:
        if now := dossier.project.formerly(said):
            yield Problem(dossier.site(("previous",)), *_renamed(said, now))
        elif near := closest(said, (id for id in known if id != dossier.assessment.id), NEAR):
            message = f"there is no assessment `{shortened(said)}` in this project"
            yield Problem(dossier.site(("previous",)), message, f"Did you mean `{near}`?")
        return
    line = dossier.project.before(dossier.assessment.id)
    if said == dossier.assessment.id:
        yield Problem(dossier.site(("previous",)), "an assessment cannot go before itself", "Name the one before it.")
    elif dossier.assessment.id in line:
        message = f"the assessments go before each other in a circle: {', '.join(line)}"
        yield Problem(
            dossier.site(("previous",)), message, "Name the one that was made before this one, or take the line out."
        )
    elif before := dossier.project.dossier(dossier.project.file(known[said])):
        yield from _followed(dossier, before)


def _followed(dossier: Dossier, before: Dossier) -> Iterator[Problem]:
    if "action" in before.out_of_sight:
        return
    known = before.index.of_sorts("action")
    actions = [one.id for one in known]
    for route, one in parts(dossier.assessment.follow_up, FollowUp):
        if one.action and one.action not in actions:
            message = f"the plan of `{shortened(before.assessment.id)}` has no action `{shortened(one.action)}`"
            now = next((each.id for each in known if one.action in each.was), "")
            help = f"It is now `{now}`: write that." if now else nearest(one.action, actions, "Its actions are: {}.")
            yield Problem(Site(dossier.file, ("follow-up", *route, "action")), message, help)


def _renamed(was: str, now: str) -> tuple[str, str]:
    message = f"there is no assessment `{shortened(was)}` in this project any more; it is now `{shortened(now)}`"
    return message, f"Write `{shortened(now)}`."
