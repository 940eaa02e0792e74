"""Silences told together: what is missing of several things of one sort is one problem, in the place of the first of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eia.diagnostics.shown import listed, shortened
from eia.index import Site
from eia.model.assessment import Assessment
from eia.model.outline import key_at, outline
from eia.model.silence import Place
from eia.project import Dossier
from eia.rules.rule import Problem

NONE = "If there is none, say so with `none:` and the reason."


def told_together(dossier: Dossier, silences: Iterable[tuple[Site, Place]]) -> Iterator[Problem]:
    """A problem for each key under which nothing is said, wherever that is."""
    silent: dict[str, list[tuple[Site, Place]]] = {}
    for site, place in silences:
        silent.setdefault(place.key, []).append((site, place))
    for key, places in silent.items():
        (site, place), *others = places
        last, names = f"`{place.route[-1]}:`", [_of(dossier, *one) for one in places]
        if others:
            message = f"{last} is not answered {len(places)} times: of {listed(names)}"
        else:
            message = f"{last} of {names[0]} is not answered" if names[0] else f"{last} is not answered"
        yield Problem(site, message, _help(dossier, key), also=tuple(other for other, _ in others))


def _of(dossier: Dossier, site: Site, place: Place) -> str:
    """The thing of which something is not said: an action or a row by its id, anything else by its key."""
    routes = (site.route[:end] for end in range(len(site.route), 0, -1))
    found = (dossier.index.at(Site(site.file, route)) for route in routes)
    if defined := next(filter(None, found), None):
        return f"`{shortened(defined.id, 40)}`" if defined.id else f"the {defined.sort} without a name"
    *above, step = place.route[:-1] or ("",)
    return f"item {step + 1} of `{above[-1]}:`" if isinstance(step, int) else f"`{step}:`" if step else ""


def _help(dossier: Dossier, key: str) -> str:
    """What belongs there: in the form's words where it has some, else in the format's."""
    found = key_at(key, outline(Assessment))
    said = " ".join(dossier.profile.guidance.get(key, "").split()) or (found.says if found else "")
    takes_none = found is not None and any(one.name == "none" for one in found.shape.keys)
    said = f"{said} {NONE}" if takes_none and "`none:`" not in said else said
    return f"Write the answer under `{key.rpartition('.')[2]}:`. {said}".rstrip()
