"""A wish fulfilled, as texts of files: all of it, held against what it must not change, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from eia.diagnostics.shown import quoted, shown_path
from eia.editing.apply import edited
from eia.editing.refused import NotMade
from eia.files import of_project
from eia.index import Site
from eia.linting import place
from eia.model.assessment import FollowUp
from eia.model.part import parts
from eia.model.reference import References
from eia.naming.allowed import hold_against
from eia.naming.follow import Following, following
from eia.naming.graph import Graph, graph
from eia.naming.mentions import Mention, mentions
from eia.naming.refused import Kept
from eia.naming.things import ASSESSMENT, Thing, things
from eia.naming.was import has_room
from eia.naming.wishes import Wish
from eia.project import Dossier, Project
from eia.text.change import Change, Move
from eia.text.read import real
from eia.text.span import Span, Text

NAMES_A_FILE = re.compile(r"""^(?:plan|sources)["']?[ \t]*:[ \t]+["']?([^\s#"'\0]+)""", re.MULTILINE)
"""How an assessment that cannot be read to the end still says which plan or sources it uses."""


@dataclass(frozen=True)
class Renamed:
    """What is to be written, and what people should know of it."""

    files: tuple[tuple[Text, Text], ...]
    """Each file as it was read, and as it is to be."""
    names: tuple[tuple[Thing, str], ...]
    """The things that get another id."""
    left: tuple[Mention, ...]
    """Where a former id still stands in plain words."""
    forgotten: tuple[Thing, ...]
    """Things that have no place for their former id."""
    added: str
    """The id of an action that comes."""
    wholes: tuple[tuple[Text, Span], ...]
    """Where a whole section is cited that has an action more now, or one less."""


def known_in(project: Project) -> tuple[Dossier, ...]:
    """All dossiers of a project."""
    found = (project.dossier(project.file(path)) for path in of_project(project.root))
    return tuple(one for one in found if one)


def fulfilled(project: Project, dossiers: Iterable[Dossier], wish: Wish, *, signed_off: bool = False) -> Renamed:
    """The files of a project as they are to be. Raises `Kept` where anybody would be told something else afterwards."""
    dossiers = tuple(dossiers)
    known = things(dossiers)
    renamed = [(known[where], new) for where, new in wish.names.items() if known[where].id != new]
    hold_against(known, dict(wish.names))
    touched = _touched(dossiers, renamed, wish)
    _hold_readable(project, touched, renamed)
    drafts = _drafts(following(dossiers, wish.names), wish)
    files = tuple((before, after) for before, after in drafts.values() if before.source != after.source)
    if not signed_off:
        _hold_unsigned(dossiers, {before.path for before, _ in files})
    after = _held_same(project, dossiers, wish, {real(before.path): after for before, after in files})
    wholes = dict.fromkeys(_wholes(after, wish))
    return Renamed(
        files,
        tuple(renamed),
        _left(after, renamed),
        tuple(one for one, _ in renamed if not has_room(one)),
        wish.adds,
        tuple(wholes),
    )


def _touched(dossiers: tuple[Dossier, ...], renamed: list[tuple[Thing, str]], wish: Wish) -> list[Dossier]:
    """The dossiers in which something may be cited that gets another id."""
    own = {dossier.file.path for one, _ in renamed for dossier in one.known_in}
    own |= {dossier.file.path for dossier in dossiers if wish.file in dossier.files}
    ids = {dossier.assessment.id for dossier in dossiers if dossier.file.path in own}
    return [
        one
        for one in dossiers
        if one.file.path in own
        or one.assessment.previous in ids
        or any(thing.sort == ASSESSMENT and thing.id in one.file.text.source for thing, _ in renamed)
    ]


def _hold_readable(project: Project, touched: list[Dossier], renamed: list[tuple[Thing, str]]) -> None:
    """Raises `Kept` where a citation might be hidden in what cannot be read."""
    sorts = {one.sort for one, _ in renamed}
    for dossier in touched:
        for file in dossier.files:
            if file.content is None or file.unread:
                raise _hidden(file.path)
        if dossier.out_of_sight - {"group"}:
            raise _hidden(dossier.file.path)
        for site, value in dossier.index.values(References):
            if value.misreads and not sorts.isdisjoint(_may_name(value)):
                text, span = place(site)
                raise _hidden(text.path, text.position(span.start).line)
    shared = {real(file.path) for dossier in touched for file in dossier.files}
    ids = [re.escape(one.id) for one, _ in renamed if one.sort == ASSESSMENT]
    for file in map(project.file, of_project(project.root)):
        source = file.text.source if file.content is None else ""
        names_it = any(re.search(rf"(?<![\w.-]){id}(?![\w.-])", source) for id in ids)
        if names_it or any(real(file.path.parent / found[1]) in shared for found in NAMES_A_FILE.finditer(source)):
            raise _hidden(file.path)


def _may_name(value: References) -> set[str]:
    """The sorts of thing that a list of ids may name."""
    return {
        *value.kinds,
        *(("row",) if "group" in value.kinds else ()),
        *(("section",) if "action" in value.kinds else ()),
    }


def _hidden(path: Path, line: int = 0) -> Kept:
    where = shown_path(path) + (f":{line}" if line else "")
    message = f"something in {where} cannot be read, so a citation might be hidden there; nothing was changed"
    return Kept(message, f"`eia lint {shown_path(path)}` says what is wrong: mend that first.")


def _hold_unsigned(dossiers: tuple[Dossier, ...], paths: set[Path]) -> None:
    signed = {file.path for one in dossiers if one.is_settled for file in one.files} & paths
    if signed:
        where = " and ".join(shown_path(path) for path in sorted(signed))
        message = f"{where} would be changed, and the assessment is signed off"
        raise Kept(message, "If that is agreed, add `--signed-off-too`.")


def _drafts(changes: tuple[Following, ...], wish: Wish) -> Mapping[Path, tuple[Text, Text]]:
    """By its path, each file as it was and as it is to be: first the ids, then what comes or goes elsewhere."""
    drafts = {one.file.path: (one.file.text, _edited(one.file.text, one.changes)) for one in changes}
    if wish.file and wish.change:
        before, after = drafts.get(wish.file.path, (wish.file.text, wish.file.text))
        begun = _edited(after, (wish.begun,)) if wish.begun else after
        drafts[wish.file.path] = before, _edited(begun, (wish.change,))
    return drafts


def _edited(text: Text, changes: tuple[Change, ...]) -> Text:
    try:
        return edited(text, changes)
    except NotMade as reason:
        raise Kept(f"{shown_path(text.path)} cannot be changed, since {reason.why}", "Change it by hand.") from reason


def _held_same(
    project: Project, dossiers: tuple[Dossier, ...], wish: Wish, drafts: Mapping[Path, Text]
) -> tuple[Dossier, ...]:
    """The project read once more, with the new texts. Raises `Kept` where a citation would lead elsewhere."""
    after = known_in(Project(project.root, project.as_of, project.today, project.choice, drafts))
    before, now = graph(dossiers, wish.names), graph(after, {})
    if wish.adds and wish.file:
        for one in dossiers:
            if wish.file in one.files:
                before.things[real(one.file.path), ("action", wish.adds)] += 1
    if before.things != now.things:
        raise Kept("something else in the project would get another id too", "Please report it.")
    if before.links != now.links:
        raise _elsewhere(before, now)
    return after


def _elsewhere(before: Graph, now: Graph) -> Kept:
    link = next(iter(now.links - before.links), None) or next(iter(before.links - now.links))
    site = now.sites.get(link) or before.sites[link]
    text, span = place(site)
    where = f"{shown_path(text.path)}:{text.position(span.start).line}"
    to = " and ".join(quoted(id, 40) for _, id in link.to)
    return Kept(f"{where} cites {to}, and would mean something else afterwards", "Correct that citation first.")


def _left(after: tuple[Dossier, ...], renamed: list[tuple[Thing, str]]) -> tuple[Mention, ...]:
    """Plain words in the files as they are to be."""
    cited = [spot for dossier in after for spot in _spots(dossier)]
    files = {file.path: file for dossier in after for file in dossier.files}
    holders = [{real(dossier.file.path) for dossier in one.known_in} for one, _ in renamed]
    found: dict[Mention, None] = {}
    for (one, _), own in zip(renamed, holders, strict=True):
        near = [dossier for dossier in after if one.sort == ASSESSMENT or _is_near(dossier, own)]
        held = {file.path for dossier in near for file in dossier.files}
        found |= dict.fromkeys(mentions(one, (files[path] for path in sorted(held)), cited))
    return tuple(found)


def _wholes(after: tuple[Dossier, ...], wish: Wish) -> Iterator[tuple[Text, Span]]:
    """Citations of the sections that an action has left or come to."""
    change = wish.change
    routes = [change.route, change.to] if isinstance(change, Move) else [change.route] if change else []
    sections = {route[: route.index("actions")] for route in routes if "actions" in route}
    for dossier in after if wish.file and len(sections) == len(routes) else ():
        for one in dossier.index.of_sorts("section"):
            if one.site and wish.file and one.site.file.path == wish.file.path and one.site.route in sections:
                yield from (place(use.site) for use in dossier.index.uses if one in dossier.index.resolve(use).targets)


def _is_near(dossier: Dossier, own: set[Path]) -> bool:
    """Whether people may speak there of what these dossiers hold: they themselves do, and those after them."""
    before = dossier.project.assessments.get(dossier.assessment.previous or "")
    return real(dossier.file.path) in own or (before is not None and real(before) in own)


def _spots(dossier: Dossier) -> Iterator[tuple[Text, Span]]:
    """Where ids stand as such: defined or cited."""
    yield from (place(one.name) for one in things([dossier]).values())
    for use in dossier.index.uses:
        within = use.reference.range if use.reference and use.reference.range else use.site.within
        yield place(Site(use.site.file, use.site.route, within))
    for route, one in parts(dossier.assessment.follow_up, FollowUp):
        if one.action:
            yield place(dossier.site(("follow-up", *route, "action")))
