"""Which ids a thing may get: well formed, free, and not a word of the form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from eia.diagnostics.shown import shortened
from eia.index import folded
from eia.loading import KINDS
from eia.model.reference import FILE_NAME, IS_SLUG, LONGEST_ID, SECTION, is_id
from eia.model.vocabulary import Named, chosen
from eia.naming.listing import NUMBERED
from eia.naming.refused import Kept
from eia.naming.things import ASSESSMENT, Names, Place, Thing, noun
from eia.project import Dossier

OTHER = "Choose another."


def hold_against(known: Mapping[Place, Thing], names: Names) -> None:
    """Raises `Kept` where one of these ids is not one that the thing may have, or the thing must keep its own."""
    for place, new in names.items():
        one = known[place]
        _well_formed(one, new)
        for dossier in one.known_in:
            _of_the_form(one, new, dossier)
    _free(known, names)


def _well_formed(one: Thing, new: str) -> None:
    shown = shortened(new, 40)
    if len(new) > LONGEST_ID:
        raise Kept(f"`{shown}` has {len(new):,} characters; the most is {LONGEST_ID}", "Choose a shorter one.")
    if one.sort == ASSESSMENT:
        if not FILE_NAME.fullmatch(new) or new.casefold() in KINDS:
            message = f"`{shown}` cannot be the short name of an assessment"
            raise Kept(message, "Use letters, digits and hyphens, e.g. `library-hours-2026`.")
    elif one.sort == "section":
        if not re.fullmatch(SECTION, new):
            raise Kept(f"`{shown}` cannot be the number of a section", "Write a number of one to three digits.")
    elif not is_id(new):
        number = (
            "Write a section and a letter or number (`1.a`, `2.12`), or a short name. " if one.sort == "action" else ""
        )
        raise Kept(
            f"`{shown}` cannot be cited as an id", f"{number}{IS_SLUG.replace('It takes', 'A short name takes')}"
        )


def _of_the_form(one: Thing, new: str, dossier: Dossier) -> None:
    """A row of the form keeps its name; no thing gets a name of the form's."""
    profile = dossier.profile
    duties: Mapping[str, Named] = profile.duties
    if one.sort == "row":
        table = str(one.site.route[0])
        if (table == "characteristics" and one.id in profile.groups) or (table == "duties" and chosen(duties, one.id)):
            message = f"`{one.id}` is called so by the form, and a row that keeps its name keeps its meaning"
            raise Kept(message, "To print another heading, write `label:` in the row.")
        row = (dossier.assessment.characteristics or {}).get(one.id)
        if table == "characteristics" and row and row.covers is None:
            help = "Say under `covers:` which groups of the form it is about, and try again."
            raise Kept(f"`{one.id}` is no group of the form, and does not say which groups it covers", help)
    if one.sort not in (ASSESSMENT, "section"):
        if new in profile.groups:
            raise Kept(f"`{new}` is the form's name for a group ({profile.groups[new].label or new})", OTHER)
        if one.sort == "row" and (key := chosen(duties, new)):
            raise Kept(f"`{new}` is the form's name for a duty ({duties[key].label or key})", OTHER)


def _free(known: Mapping[Place, Thing], names: Names) -> None:
    """Each id belongs to one thing: also where it differs in capitals, or, as a short name, in signs that look alike."""
    taken: dict[tuple[object, ...], Thing] = {}
    changing = {place for place, new in names.items() if known[place].id != new}
    for one in sorted(known.values(), key=lambda one: one.place in changing):
        for spot in _spots(one, names.get(one.place, one.id)):
            other = taken.setdefault(spot, one)
            if other is not one and one.place in changing:
                raise _clash(one, other, names)


def _spots(one: Thing, id: str) -> Iterator[tuple[object, ...]]:
    """All that an id takes up: what is compared with it, in which dossier, for which sort of id."""
    folds = folded(id)
    kept = (folds["case"],) if NUMBERED.fullmatch(id) or one.sort == "section" else (folds["case"], folds["lookalike"])
    if one.sort == ASSESSMENT:
        yield ASSESSMENT, one.known_in[0].root, folds["case"]
    else:
        yield from ((one.sort == "section", dossier.file.path, fold) for dossier in one.known_in for fold in set(kept))


def _clash(one: Thing, other: Thing, names: Names) -> Kept:
    new, its = names[one.place], names.get(other.place, other.id)
    if other.id != new == its:
        return Kept(f"two things would be called `{new}`", OTHER)
    if new == its:
        title = f" ({shortened(other.title)})" if other.title else ""
        return Kept(f"`{new}` is the id of another {noun(other.sort)} already{title}", OTHER)
    return Kept(f"`{new}` could be taken for `{its}`, which is the id of another {noun(other.sort)}", OTHER)


def hold_known(one: Thing, others: list[Thing]) -> None:
    """Raises `Kept` where the id belongs to several things of one dossier, so that nobody knows which is cited."""
    for other in others:
        if other.place != one.place and set(map(_path, one.known_in)) & set(map(_path, other.known_in)):
            message = f"two things have the id `{one.id}`, so nobody can tell which of them is cited"
            raise Kept(message, "Give one of them another id by hand, and see which of the two each citation means.")


def _path(dossier: Dossier) -> str:
    return str(dossier.file.path)
