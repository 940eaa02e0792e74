"""A citation must lead to something that exists.

An id is cited that nothing in the assessment, its plan or its sources carries.

## Why

A reader who follows the citation finds nothing, and cannot tell what was relied on. A slip of one letter may have left out
the one action that does something for these people.

## Bad

```yaml
plan:
  actions:
    - id: 1.a
      does: Keep two quiet mornings a week.
characteristics:
  age:
    mitigations:
      - actions: 1.a; b
```

## Good

```yaml
plan:
  actions:
    - id: 1.a
      does: Keep two quiet mornings a week.
    - id: 1.b
      does: Tell users of the new hours by post.
characteristics:
  age:
    mitigations:
      - actions: 1.a; b
```

## What to do

Cite what was meant, or add what is missing. If there is no such thing, take the citation out, and say under `gaps:` what is not
known.

## When not to use it

Never. It cannot be set aside, since nobody can follow a citation that leads nowhere. Where the plan is still being written
by another team, leave the citation out and say in words what is expected; the id can follow later.

## What it cannot tell

That the right thing is cited. If the list says `1.b` and `1.c` was meant, and both exist, nothing is found. Nor does it look
outside the files: whether the document behind a source can still be had is for somebody to try.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import closest, shortened
from eia.index import CALLED, CITABLE, CITED, Definition, Index, Use, counted
from eia.model.reference import References
from eia.project import Dossier
from eia.rules.groups import nearest_group
from eia.rules.mending import cited_as
from eia.rules.rule import Problem, rule

NONE_YET = "Nothing of the kind is defined yet: give it this id where it belongs, or take the citation out."
NO_PLAN = "The plan has no actions yet: add them under `plan:`, or name the file that holds them there."


@rule(Severity.ERROR, firm=True, lasting=True, mends="unsafe")
def unknown_reference(dossier: Dossier) -> Iterator[Problem]:
    """Citations that resolve in no way; not those that may mean something in a file that could not be read."""
    for use in dossier.index.uses:
        if (
            dossier.out_of_sight.isdisjoint(use.sorts)
            and not dossier.index.resolve(use).targets
            and (told := _told(dossier, use))
        ):
            now = dossier.index.former(use)
            fix = cited_as(use, now[0].id, safe=False) if len(now) == 1 and not dossier.index.elsewhere(use) else None
            yield Problem(use.site, *told, fix=fix)


def _told(dossier: Dossier, use: Use) -> tuple[str, str] | None:
    """What is wrong and what to do; nothing where the last member of a range says it for all of them."""
    index, cited = dossier.index, f"`{shortened(use.id, 40)}`"
    if now := index.former(use):
        called = CALLED[now[0].sort].partition(" ")[2]
        message = f"there is no {called} {cited} any more; it is now {' or '.join(f'`{one.id}`' for one in now)}"
        return message, f"Cite {' or '.join(one.named for one in now)}."
    if other := index.elsewhere(use):
        return _of_another_sort(use, other, cited)
    if use.sorts == CITABLE and len(each := References.read(use.id).items) > 1:
        return f"{cited} is more than one id", f"Give each its own brackets: `[@{each[0].id}] [@{each[1].id}]`."
    if "section" in use.sorts:
        return f"the plan has no section {cited}", _plan_in_short(index)
    if "action" in use.sorts and use.id[0].isdigit() and "." in use.id:
        return _not_in_section(index, use, use.id.partition(".")[0])
    noun = "group" if "group" in use.sorts else " or ".join(CALLED[sort].partition(" ")[2] for sort in use.sorts)
    message = f"nothing here has the id {cited}" if use.sorts == CITABLE else f"there is no {noun} {cited}"
    return message, _suggestion(dossier, use)


def _of_another_sort(use: Use, other: Definition, cited: str) -> tuple[str, str]:
    if other.sort == "group" and "row" in use.sorts:
        return f"there is no row {cited} yet", "Add the row under `characteristics:`, or cite another."
    called, where = CALLED[other.sort], CITED[other.sort]
    meant = "something with a short name" if use.sorts == CITABLE else " or ".join(CALLED[sort] for sort in use.sorts)
    text = f", or as `[@{use.id}]` in the text" if other.sort in CITABLE else ""
    return f"{cited} is {called}, and {meant} is meant here", f"Cite {meant} here, and {called} {where}{text}."


def _not_in_section(index: Index, use: Use, section: str) -> tuple[str, str] | None:
    ids = index.in_section(section)
    last = next((id for id in reversed(ids) if id[-1].isdigit() == use.id[-1].isdigit()), "")
    if use.reference and (whole := use.reference.range) and counted(use.id) > counted(last):
        if use.reference.start == whole[0]:
            return None
        if last:
            message = f"the range runs past the end of section {section}, whose last action is `{last}`"
            return message, f"End it at `{last}`, or add the missing actions to the plan."
    if ids:
        return f"there is no action `{use.id}`", f"Look up which is meant: section {section} has {_listed(ids)}."
    sections = [one.id for one in index.of_sorts("section")]
    why = f"section {section} has no actions" if section in sections else f"the plan has no section {section}"
    return f"there is no action `{use.id}`" + (f", since {why}" if sections else ""), _plan_in_short(index)


def _plan_in_short(index: Index) -> str:
    if sections := index.of_sorts("section"):
        return f"Look up which is meant: the plan has the sections {', '.join(one.named for one in sections)}."
    actions = _listed(one.id for one in index.of_sorts("action"))
    return f"The plan has no sections; its actions are {actions}." if actions else NO_PLAN


def _suggestion(dossier: Dossier, use: Use) -> str:
    ids = {one.id.casefold(): one for one in dossier.index.of_sorts(*use.sorts) if one.id}
    if "group" in use.sorts:
        ids = {id: one for id, one in ids.items() if not one.site or one.site.route[0] == "characteristics"}
    close = closest(use.id.casefold(), ids)
    if near := ids.get(close or (use.sorts != CITABLE and nearest_group(dossier, use.id)) or ""):
        return f"Did you mean {near.named}?"
    if not ids:
        kept = {"action": dossier.plan.file, "source": dossier.sources.file}.get(use.sorts[0], dossier.file)
        return use.how_to_add("" if kept is dossier.file else kept.path.name) or NONE_YET
    everyone = " For everybody, write `all`." if "group" in use.sorts else ""
    return f"Look up which is meant: {_listed(one.id for one in ids.values())}.{everyone}"


def _listed(ids: Iterable[str], most: int = 15) -> str:
    some = [f"`{id}`" for id in dict.fromkeys(ids) if id]
    return ", ".join(some[:most]) + (" and more" if len(some) > most else "")
