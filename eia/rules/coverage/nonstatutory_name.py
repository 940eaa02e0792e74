"""A row is called what the form calls its group.

A row has a `label:`, and the form knows that name as another name of this group, or as a name of another group, but
not as the one that it uses itself. Groups that a council adds of its own may be called as it likes, and so may rows
with `covers:`.

## Why

Whoever reads looks for the name that the law uses. Another one may mean other people: whether a row is about one
characteristic or about its neighbour then has to be guessed.

## Bad

```yaml
characteristics:
  religion-or-belief:
    label: Religion and belief
    impact: neutral
```

## Good

```yaml
characteristics:
  religion-or-belief:
    impact: neutral
  sex:
    label: Sex (women and men)
    impact: neutral
```

## What to do

Take the `label:` out: the document then has the form's own name. If the row is about other people, give it the name
of their group.

## When not to use it

Where your organisation has agreed on other names for the groups. Write these into a form of your own.

## What it cannot tell

Whether a name that the form does not know is a good one.
"""

from __future__ import annotations

from collections.abc import Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.model.vocabulary import plainly, words_of
from eia.project import Dossier
from eia.rules.rule import Problem, rule
from eia.text.change import Fix, Remove


@rule(Severity.WARNING, of_form=True, mends="safe")
def nonstatutory_name(dossier: Dossier) -> Iterator[Problem]:
    """Labels of rows that the form knows as another name of their group, or as a name of another."""
    groups, meant = dossier.profile.groups, _meant(dossier)
    for key, row in (dossier.assessment.characteristics or {}).items():
        group, label = groups.get(key), row.label or ""
        other = meant.get(plainly(label))
        if not group or not other or plainly(label) in map(plainly, (key, group.label)):
            continue
        if other != key or group.local is None:
            law = dossier.profile.basis(group.law)
            message, help = _told(shortened(label), group.label or key, "" if other == key else other)
            route = ("characteristics", key, "label")
            fix = Fix("take the label out", (Remove(route),)) if other == key else None
            yield Problem(dossier.site(route), message, help, law=law, fix=fix)


def _meant(dossier: Dossier) -> dict[str, str]:
    """The groups by each name that the form has for them; its own name goes before another's further one."""
    groups = dossier.profile.groups.items()
    further = {plainly(name): key for key, group in groups for name in words_of(group.also)}
    return further | {plainly(name): key for key, group in groups for name in (key, group.label) if name}


def _told(said: str, name: str, other: str) -> tuple[str, str]:
    """What is wrong with a label and what to do; `other` is the group that it names, where that is not its own."""
    if other:
        message = f"`{said}` is the name of another group, and this row is about {name}"
        return message, f"Take the label out; or, if the row is about that group, call it `{other}:`."
    message = f"`{said}` is not what the form calls this group: {name}"
    return message, "Take the label out; the document then has the form's own name."
