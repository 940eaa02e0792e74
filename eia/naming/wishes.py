"""What somebody wishes, as new ids: one thing renamed, a section numbered anew, room made for an action."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from string import ascii_lowercase

from eia.diagnostics.shown import closest, listed, nearest, shortened, shown_path
from eia.index import counted, folded
from eia.loading import LoadedFile
from eia.naming.allowed import hold_known
from eia.naming.listing import NUMBERED
from eia.naming.refused import Kept
from eia.naming.things import ASSESSMENT, Names, Place, Thing
from eia.text.change import Add, Move
from eia.text.span import Route

Known = Mapping[Place, Thing]
EMPTY = {"does": None, "owner": None, "due": None}
"""What is asked of every action, with nothing filled in."""
HOW = "Write a section and a letter or number, e.g. `1.c`."


@dataclass(frozen=True)
class Wish:
    """New ids; and an action that comes, or goes elsewhere, once they hold."""

    names: Names = field(default_factory=dict)
    file: LoadedFile | None = None
    change: Add | Move | None = None
    begun: Add | None = None
    """The list that it goes to, where there is none yet."""
    adds: str = ""
    """The id of the action that comes."""


def to_rename(known: Known, old: str, new: str) -> Wish:
    """One thing is called otherwise; with a section, its actions."""
    one = the_one(known, old)
    names = {one.place: new}
    if one.sort == "section":
        for action in _numbered(known, one.id, one):
            names[action.place] = f"{new}.{_label(action.id)}"
    elif one.sort == "action" and (section := _another_section(known, one, new)):
        help = f"`eia move {old} {new}` carries it there."
        raise Kept(f"`{new}` belongs to section {section}, and the action `{old}` stands in another", help)
    return Wish(names)


def to_renumber(known: Known, section: str) -> Wish:
    """The actions of a section get a, b, c … or 1, 2, 3, as they have now, in the order in which they stand."""
    whole = [one for one in known.values() if one.sort == "section"]
    here = [one for one in whole if one.id == section]
    actions = list(_numbered(known, section, None))
    if not here and not actions:
        help = nearest(section, [one.id for one in whole], "The sections are: {}.")
        raise Kept(f"there is no section `{shortened(section)}`", help)
    if len({_plan_of(one) for one in (*here, *actions)}) > 1:
        raise Kept(f"several plans have a section {section}", "Name the assessment that is meant with `--in`.")
    if here:
        one = the_one(known, section, "section")
        actions = [each for each in known.values() if _stands_in(each, one) and NUMBERED.fullmatch(each.id)]
    labels = _labels([_label(one.id) for one in actions])
    return Wish({one.place: f"{section}.{label}" for one, label in zip(actions, labels, strict=False)})


def to_insert(known: Known, id: str) -> Wish:
    """Room for an action with this id, and the action, with nothing filled in."""
    section, plan = _section_of(known, id)
    names = _making_room(known, plan, id)
    return Wish(names, plan.site.file, _begun(known, plan, id, section), adds=id)


def to_move(known: Known, old: str, new: str) -> Wish:
    """An action with its text goes to another place; those in its way make room."""
    one = the_one(known, old, "action")
    section, plan = _section_of({place: each for place, each in known.items() if _plan_of(each) == _plan_of(one)}, new)
    names = {**_making_room(known, plan, new, one), one.place: new}
    to = (*_list_of(plan, section), _number_for(known, plan, new, section))
    here = one.site.route[:-1] == to[:-1]
    begun = None if section is None or _has_list(section) else Add((*section.site.route, "actions"), ())
    stays = here and to[-1] in (one.site.route[-1], int(one.site.route[-1]) + 1)
    return Wish(names) if stays else Wish(names, one.site.file, Move(one.site.route, to), begun)


def the_one(known: Known, id: str, sort: str = "") -> Thing:
    """The thing that has this id. Raises `Kept` where there is none, or several."""
    found = [one for one in known.values() if one.id == id and sort in ("", one.sort)]
    if not found:
        what = f"{sort or 'thing'} with the id `{shortened(id, 40)}`"
        raise Kept(f"there is no {what}", _meant(known, id, sort))
    hold_known(found[0], found)
    if len(found) > 1:
        help = f"Name the assessment that is meant with `--in`: {listed([_holder(one) for one in found])}."
        raise Kept(f"{len(found)} assessments have something with the id `{id}`", help)
    return found[0]


def _meant(known: Known, id: str, sort: str) -> str:
    """What to do where nothing has this id: something used to, or has one like it."""
    able = [one for one in known.values() if sort in ("", one.sort)]
    if now := next((one for one in able if id in one.was), None):
        return f"It is now `{now.id}`."
    alike = (one.id for one in able if folded(one.id)["lookalike"] == folded(id)["lookalike"])
    near = next(alike, "") or closest(id, dict.fromkeys(one.id for one in able))
    if near:
        return f"Did you mean `{near}`?"
    hidden = next(
        (dossier for one in known.values() for dossier in one.known_in if dossier.out_of_sight - {"group"}), None
    )
    if hidden:
        path = shown_path(hidden.file.path)
        return f"What {path} names as its plan or sources cannot be read: `eia lint {path}` says why."
    return "Write the id as it stands in the file."


def _holder(one: Thing) -> str:
    return " or ".join(dossier.assessment.id for dossier in one.known_in)


def _plan_of(one: Thing) -> Path | None:
    """The file of the plan that an action or a section belongs to; a file holds one plan at most."""
    return one.site.file.path if one.sort in ("action", "section") else None


def _label(id: str) -> str:
    found = NUMBERED.fullmatch(id)
    return found["label"] if found else ""


def _numbered(known: Known, section: str, beside: Thing | None) -> Iterator[Thing]:
    """The actions whose ids begin with the number of a section, in the order of the plan; of one plan, if it is said which."""
    for one in known.values():
        found = NUMBERED.fullmatch(one.id) if one.sort == "action" else None
        if found and found["section"] == section and (beside is None or _plan_of(one) == _plan_of(beside)):
            yield one


def _stands_in(one: Thing, section: Thing) -> bool:
    """Whether an action is one of a section, whatever it is called."""
    return (
        one.sort == "action"
        and one.site.file is section.site.file
        and one.site.route[: len(section.site.route)] == section.site.route
    )


def _another_section(known: Known, one: Thing, new: str) -> str:
    """The section to which an id belongs, where it is another than that in which the action stands."""
    found = NUMBERED.fullmatch(new)
    sections = [each for each in known.values() if each.sort == "section" and _plan_of(each) == _plan_of(one)]
    its = next((each.id for each in sections if found and each.id == found["section"]), "")
    return its if its and not any(each.id == its and _stands_in(one, each) for each in sections) else ""


def _labels(now: list[str]) -> Iterator[str]:
    """a, b, c … z, aa, ab …; or numbers, as wide as the first of them."""
    if now and all(label.isdigit() for label in now):
        width = len(now[0]) if now[0].startswith("0") else 1
        return (str(number).zfill(width) for number in count(1))
    return iter([*ascii_lowercase, *(one + other for one in ascii_lowercase for other in ascii_lowercase)])


def _next(id: str) -> str:
    """The id after this one in its section."""
    section, _, label = id.partition(".")
    if label.isdigit():
        return f"{section}.{str(int(label) + 1).zfill(len(label))}"
    labels = list(_labels(["a"]))
    at = labels.index(label.lower()) + 1
    if at == len(labels):
        raise Kept(f"no label comes after `{id}`", HOW)
    return f"{section}.{labels[at]}"


def _making_room(known: Known, plan: Thing, id: str, leaving: Thing | None = None) -> dict[Place, str]:
    """The action that has this id, and those after it, each one label further, up to the first that is free."""
    there = {folded(one.id)["case"]: one for one in known.values() if one is not leaving and _meets(one, plan)}
    names: dict[Place, str] = {}
    while one := there.get(folded(id)["case"]):
        if one.sort != "action":
            raise Kept(f"the {one.called} is in the way", "Choose another id.")
        id = _next(id)
        names[one.place] = id
    return names


def _meets(one: Thing, plan: Thing) -> bool:
    """Whether a thing shares its ids with the actions of a plan."""
    return one.sort not in (ASSESSMENT, "section") and bool(
        {dossier.file.path for dossier in one.known_in} & {dossier.file.path for dossier in plan.known_in}
    )


def _section_of(known: Known, id: str) -> tuple[Thing | None, Thing]:
    """The section that an id belongs to, and something of the plan that has it; of a plan without sections, none."""
    found = NUMBERED.fullmatch(id)
    if not found:
        raise Kept(f"`{shortened(id, 40)}` is no place in a section", HOW)
    sections = [one for one in known.values() if one.sort == "section"]
    if any(one.id == found["section"] for one in sections):
        section = the_one(known, found["section"], "section")
        return section, section
    loose = [one for one in known.values() if one.sort == "action" and "sections" not in one.site.route]
    if len({_plan_of(one) for one in loose}) > 1:
        raise Kept("several assessments have a plan without sections", "Name the one that is meant with `--in`.")
    if loose and not any(_plan_of(one) == _plan_of(loose[0]) for one in sections):
        return None, loose[0]
    help = nearest(found["section"], [one.id for one in sections], "The sections are: {}.")
    raise Kept(f"there is no section {found['section']}", help if sections else "Begin it in the plan.")


def _list_of(plan: Thing, section: Thing | None) -> Route:
    """The list that the actions of a section stand in."""
    return (*section.site.route, "actions") if section else plan.site.route[:-1]


def _number_for(known: Known, plan: Thing, id: str, section: Thing | None) -> int:
    """Where in its list an action with this id stands: before the one that has it now, or the first that comes after it."""
    here = [one for one in known.values() if one.sort == "action" and one.site.file is plan.site.file]
    here = [one for one in here if one.site.route[:-1] == _list_of(plan, section)]
    later = (one for one in here if one.id.partition(".")[0] == id.partition(".")[0] and counted(one.id) >= counted(id))
    last = max((int(one.site.route[-1]) for one in here), default=-1)
    return min((int(one.site.route[-1]) for one in later), default=last + 1)


def _begun(known: Known, plan: Thing, id: str, section: Thing | None) -> Add:
    """The new action, in the list of its section, which it begins if need be."""
    route, tree = _list_of(plan, section), plan.site.file.tree
    action = {"id": id, **EMPTY}
    if tree is None or tree.is_silent(route) or (section and not _has_list(section)):
        return Add(route, (action,))
    return Add((*route, _number_for(known, plan, id, section)), action)


def _has_list(section: Thing) -> bool:
    """Whether a section has the key that its actions stand under."""
    tree = section.site.file.tree
    return tree is not None and tree.node((*section.site.route, "actions")) is not None
