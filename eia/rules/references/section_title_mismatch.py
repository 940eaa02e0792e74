"""A section should be quoted by the title that the plan gives it.

`under:` quotes a section's title, and the plan calls that section something else. Capitals, spaces, dashes,
quotation marks, `&` for "and", and the section's number before or after its title do not count.

## Why

Titles drift when a plan is changed after it was assessed. A reader then asks whether the plan that was assessed is the one that
was decided on.

## Bad

```yaml
plan:
  sections:
    - id: 5
      title: Next steps
      actions:
        - id: 5.a
          does: Meet every quarter.
characteristics:
  age:
    mitigations:
      - under: Delivering this plan
        actions: 5.a
```

## Good

```yaml
plan:
  sections:
    - id: 5
      title: Next steps
      actions:
        - id: 5.a
          does: Meet every quarter.
characteristics:
  age:
    mitigations:
      - under: Next Steps
        actions: 5.a
```

## What to do

Find out which plan was assessed. If only the title changed, quote the new one, or leave `under:` out: the document prints
the plan's own title.

## When not to use it

Where the record quotes the plan as it was when it was assessed, and the plan in this project is a later one. Then say in the
remark which version was quoted.

## What it cannot tell

Whether the section still does the same. A plan can be rewritten from top to bottom under its old titles, and a title can be
changed for style alone. It also says nothing where `under:` is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from eia.diagnostics.diagnostic import Severity
from eia.diagnostics.shown import shortened
from eia.index import Definition, Site
from eia.model.part import Route
from eia.model.row import Mitigation
from eia.project import Dossier
from eia.rules.rule import Problem, rule
from eia.text.change import Fix, Set

SLIP = 0.85
"""Titles that have so large a part in common differ by a slip alone."""
_NUMBER = re.compile(r"\d+")
_EVEN = str.maketrans({**dict.fromkeys("-‑–—", " "), **dict.fromkeys("'‘’\"“”", None), "&": " and "})


@rule(Severity.WARNING, lasting=True, mends="safe")
def section_title_mismatch(dossier: Dossier) -> Iterator[Problem]:
    """Titles under `under:` that differ from those of the sections cited beside them; a section may have none."""
    sections = dossier.index.of_sorts("section")
    for site, mitigation in dossier.index.values(Mitigation):
        if quoted := mitigation.under:
            meant = _meant(dossier, (*site.route, "actions"), sections) or sections
            if meant and all(one.title and not _is_called(one, quoted) for one in meant):
                yield _problem(dossier.site((*site.route, "under")), quoted, meant)


def _meant(dossier: Dossier, actions: Route, sections: tuple[Definition, ...]) -> tuple[Definition, ...]:
    """The sections that a list cites, with their number or with an action that stands in them."""
    uses = dossier.index.uses_in(dossier.site(actions))
    numbers = {use.id.partition(".")[0] for use in uses}
    homes = {target.site.route[:-2] for use in uses for target in dossier.index.resolve(use).targets if target.site}
    return tuple(one for one in sections if one.id in numbers or (one.site and one.site.route in homes))


def _is_called(section: Definition, quoted: str) -> bool:
    """Whether this is the section's title, with or without its number before or after it."""
    said, title, number = _even(quoted), _even(section.title), rf"(?:\w+ )?{re.escape(section.id)}"
    return title in (said, re.sub(rf"^{number}[ .,:)]+", "", said), re.sub(rf"(?:, {number}| \({number}\))$", "", said))


def _problem(site: Site, quoted: str, meant: tuple[Definition, ...]) -> Problem:
    said, fix = f"`{shortened(quoted, 120)}`", _fix(site, quoted, meant)
    if len(meant) > 1:
        titles = {_even(one.title): f"`{shortened(one.title, 120)}`" for one in meant}
        near = get_close_matches(_even(quoted), titles, n=1)
        numbers = ", ".join(one.id for one in meant if one.id)
        help = f"Did you mean {titles[near[0]]}?" if near else f"Quote one of: {', '.join(titles.values())}."
        return Problem(site, f"{said} is the title of none of the sections {numbers}".rstrip(), help, fix=fix)
    section = meant[0]
    titled = section.site and Site(section.site.file, (*section.site.route, "title"))
    numbered = f"section {section.id}" if section.id else "the section"
    message = f"{numbered} is called `{shortened(section.title, 120)}` in the plan, not {said}"
    help = "Check that this is the plan that was assessed; then quote its title, or leave `under:` out."
    return Problem(site, message, help, ((titled, "the section's title"),) if titled else (), fix=fix)


def _fix(site: Site, quoted: str, meant: tuple[Definition, ...]) -> Fix | None:
    """The title as the plan has it, where only one of those that are meant is like it, and it has the same numbers."""
    titles = {_even(one.title): one.title for one in meant}
    near = get_close_matches(_even(quoted), titles, cutoff=SLIP)
    if len(near) != 1 or _NUMBER.findall(near[0]) != _NUMBER.findall(_even(quoted)):
        return None
    return Fix(f"write `{shortened(titles[near[0]], 80)}`", (Set(site.route, titles[near[0]]),))


def _even(title: str) -> str:
    return " ".join(title.translate(_EVEN).casefold().split()).strip(" .:")
