"""Evidence for a row speaks of the people whom the row is about.

A row cites facts, each of them speaks of some group that the form names, and none of them speaks of the groups of this row. A
fact speaks of a group if its words, its columns, its base, the names of its figures or its note mention it, by its name or by the
words that the form has for it (`mentions:`). One fact that mentions no group, or that speaks of this one, is enough to leave the
row alone; and so is a source or a piece of engagement that the row cites.

## Why

What holds for women in general says little of pregnant women. A rating that rests on other people is a guess about these.

## Bad

```yaml
evidence:
  after-dark:
    says: Women who do not feel safe on the way home
characteristics:
  pregnancy-and-maternity:
    evidence: after-dark
    impact: positive
```

## Good

```yaml
evidence:
  after-dark:
    says: Women who do not feel safe on the way home
  parents:
    says: Mothers of babies who come by bus, some while pregnant
characteristics:
  pregnancy-and-maternity:
    evidence: after-dark, parents
    impact: positive
```

## What to do

Cite what is known of these people. If nothing is, say so under `gaps:`, and rate the impact as unknown.

## When not to use it

Where the one group is a fair sign of the other, say why in the context; a remark can set this aside.

## What it cannot tell

Whether a fact with none of the words is about these people all the same. It knows the words that the form lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import listed, quoted
from eia.model.evidence import Evidence
from eia.model.vocabulary import words_of
from eia.project import Dossier
from eia.rules.ground import cites_in_vain, grounds
from eia.rules.rule import Problem, rule


@rule(Severity.WARNING, stage="in-review", confidence="heuristic", of_form=True)
def other_groups_evidence(dossier: Dossier) -> Iterator[Problem]:
    """Rows all of whose evidence is about other people."""
    form, spoken_of = dossier.profile, cache(lambda id: _spoken_of(dossier, id))
    for route, row in dossier.assessment.rows():
        own = dossier.asked.groups_of(route, row)
        cited = list(grounds(dossier, route)) if own and not cites_in_vain(dossier, route) else []
        spoken = [spoken_of(one.id) if one.sort == "evidence" else frozenset() for one in cited]
        if spoken and all(spoken) and form.with_wider(own).isdisjoint(set().union(*spoken)):
            others = [form.groups[key].label or key for key in form.groups if key in set().union(*spoken)]
            message = f"what {quoted(str(route[-1]), 40)} cites speaks only of other groups: {listed(others)}"
            help = "Cite what is known of these people, or say under `gaps:` that nothing is."
            yield Problem(dossier.site((*route, "evidence")), message, help)


def _spoken_of(dossier: Dossier, id: str) -> frozenset[str]:
    """The groups of which a fact speaks."""
    fact = dossier.assessment.facts.get(id)
    return frozenset(dossier.profile.spoken_of("; ".join(_words(fact))) if fact else ())


def _words(fact: Evidence) -> Iterator[str]:
    """Everything that a fact says in words."""
    yield from (prose.words for prose in (fact.says, fact.note) if prose)
    yield from filter(None, (fact.base, fact.total, fact.compared_with))
    yield from (*words_of(fact.columns), *(fact.figures or ()))
