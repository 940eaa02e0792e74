"""A mitigation is something other than making this assessment.

A mitigation cites an action which says, in so many words, that this assessment is to be made: *ensure that the plan
is subject to an equality impact assessment*. An action about the assessment of something else, about several, or
about one that is to be published or read, is left alone. `actions: all` names none in particular, and neither does a
whole section.

## Why

A mitigation changes what happens to people. An assessment finds out what happens to them; that it is written changes
nothing yet.

## Bad

```yaml
plan:
  actions:
    - id: 5.c
      does: Ensure that the plan is subject to an equality impact assessment.
characteristics:
  age:
    mitigations:
      - actions: 5.c
```

## Good

```yaml
plan:
  actions:
    - id: 2.f
      does: Keep two quiet mornings a week in every branch.
    - id: 5.c
      does: Carry out an equality impact assessment of each change to the bus routes.
characteristics:
  age:
    mitigations:
      - actions: 2.f; 5.c
```

## What to do

Take the action out of the row. Cite what will be done for these people; if that is nothing, say so with `none:` and
the reason.

## When not to use it

Never, as long as the action is to make this assessment and no other.

## What it cannot tell

Whether another action does these people any good.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from eia.diagnostics.diagnostic import Severity
from eia.model.profile import Profile
from eia.model.reference import ActionReferences
from eia.model.scan import even
from eia.model.wording import mentions, sentences
from eia.project import Dossier
from eia.rules.rule import Problem, rule

THIS, MAKING, PLAN, OTHER = "this-assessment", "making-it", "this-plan", "another-assessment"
"""Lists of words: what this assessment is called, how its making is, what it is of, and what tells of another one."""


@rule(Severity.ERROR, confidence="high")
def self_referential_mitigation(dossier: Dossier) -> Iterator[Problem]:
    """Mitigations that cite the action of making this assessment."""
    actions = dossier.index.of_sorts("action")
    circular = {one.identity for one in actions if _makes_this(dossier.profile, one.title)}
    for route, _ in dossier.assessment.rows() if circular else ():
        for use in dossier.index.uses_in(dossier.site((*route, "mitigations"))):
            for one in dossier.index.resolve(use).targets if use.sorts == ActionReferences.kinds else ():
                if one.identity in circular:
                    message = f"the action {one.named} is to make this assessment, and is cited as a mitigation"
                    yield Problem(
                        use.site, message, "Take it out, and cite under `actions:` what will be done for these people."
                    )


def _makes_this(profile: Profile, does: str) -> bool:
    """Whether an action says that this assessment is to be made: not one of several, and not one of something else."""
    this, making, plan, other = map(profile.words_in, (THIS, MAKING, PLAN, OTHER))
    if not (this and making) or not any(mentions(does, this)):
        return False
    pattern = _pattern(*map(tuple, (this, making, plan)))
    for sentence in sentences(does):
        found = pattern.search(even(sentence.words))
        if found and not any(mentions(sentence.words[: found.start()], other)):
            return True
    return False


@lru_cache(maxsize=2**5)
def _pattern(this: tuple[str, ...], making: tuple[str, ...], plan: tuple[str, ...]) -> re.Pattern[str]:
    """`Carry out an assessment`, or `an assessment will be carried out`, and then nothing that says of what else it is."""
    one, makes, whole = (r"(?:" + "|".join(map(re.escape, words)) + r")\b" for words in (this, making, plan))
    which = r"(?:(?:an?|the|this|its|our|full)\s+){0,3}"
    end = rf"(?=\s*(?:[.,;:!?)]|$|which\b|that\b|so\b|to\b|by\b|(?:of|for|on)\s+(?:this|the|our)\s+{whole}))"
    active = rf"\b{makes}\s+{which}{one}"
    passive = rf"\b(?:an?|the|this)\s+(?:full\s+)?{one}\s+(?:will|must|shall|should|is\s+to|has\s+to)\s+be\s+{makes}"
    return re.compile(rf"(?:{active}|{passive}){end}")
