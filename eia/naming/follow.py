"""From new ids to changes of files: each thing gets its id, and all that cites it follows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from eia.diagnostics.shown import shown_path
from eia.index import Definition, Index, Site, Use, sorts_of
from eia.linting import place
from eia.loading import LoadedFile
from eia.model.assessment import FollowUp, Related
from eia.model.part import parts
from eia.model.reference import References
from eia.model.terms import Names as FormerNames
from eia.model.terms import Term
from eia.model.written import JOINT
from eia.naming.listing import Named, Stretch, rewritten
from eia.naming.refused import Kept
from eia.naming.things import ASSESSMENT, Names, Thing, assessment_place, place_of, things
from eia.naming.was import remembered
from eia.project import Dossier
from eia.schema.files import POINTS
from eia.text.change import Change, Rename, Reword, Set, Within
from eia.text.span import LINE_END, Span
from eia.text.tree import Scalar, Sequence


@dataclass(frozen=True)
class Following:
    """What has to change in one file."""

    file: LoadedFile
    changes: tuple[Change, ...]


def following(dossiers: Iterable[Dossier], names: Names) -> tuple[Following, ...]:
    """All that has to change in the files of a project so that these things have these ids. Raises `Kept`."""
    dossiers = tuple(dossiers)
    files: dict[Path, LoadedFile] = {}
    changes: defaultdict[Path, dict[Change, None]] = defaultdict(dict)
    for file, change in _all(dossiers, names):
        files[file.path] = file
        changes[file.path][change] = None
    return tuple(Following(files[path], tuple(several)) for path, several in changes.items())


def _all(dossiers: tuple[Dossier, ...], names: Names) -> Iterator[tuple[LoadedFile, Change]]:
    for one in things(dossiers).values():
        if one.place in names and names[one.place] != one.id:
            yield from ((one.site.file, change) for change in _defined(one, names[one.place]))
    for dossier in dossiers:
        yield from _cited(dossier, names)
        yield from _named_in_full(dossier, names)
        yield from ((dossier.file, change) for change in _linked(dossier, names))


def _defined(one: Thing, new: str) -> Iterator[Change]:
    """The id where it is given, and the former one beside it."""
    yield Rename(one.site.route, new) if one.name.key else Set(one.name.route, new)
    yield from remembered(one, new)
    if one.sort == ASSESSMENT:
        yield from _schema(one.site.file, one.id, new)


def _schema(file: LoadedFile, old: str, new: str) -> Iterator[Change]:
    """The first line, which tells editors where the schema of this assessment is."""
    found = POINTS.match(file.text.source)
    if found and re.fullmatch(rf"(?:.*/)?{re.escape(old)}\.schema\.json", found[1]):
        head, _, tail = found[0].rpartition(f"{old}.schema.json")
        remark = next(one for one in file.tree.comments if one.span.start == 0) if file.tree else None
        if remark:
            rest = file.text.source[found.end() : remark.span.end]
            yield Reword(Span(0, remark.span.end), f"{head}{new}.schema.json{tail}{rest}")


def _cited(dossier: Dossier, names: Names) -> Iterator[tuple[LoadedFile, Change]]:
    """Citations in running text, and lists of ids."""
    for use in dossier.index.uses:
        if use.reference is None and (new := _new_id(dossier.index, use, names)) and new != use.id:
            yield use.site.file, _within(use.site, *use.site.within or (0, 0), new)
    for site, value in dossier.index.values(References):
        named = [_named(dossier.index, site, value, at, names) for at in range(len(value.items))]
        if any(one.old != one.new for one in named):
            for edit in rewritten(value.words, stretches(site, value.words), named):
                yield site.file, _within(site, edit.start, edit.end, edit.words)


def _named(index: Index, site: Site, value: References, at: int, names: Names) -> Named:
    item = value.items[at]
    use = Use(item.id, sorts_of(value, item), Site(site.file, site.route, (item.start, item.end)), item)
    return Named(item, _new_id(index, use, names) or item.id)


def _new_id(index: Index, use: Use, names: Names) -> str:
    """The id that is to be cited here now; nothing where what is cited keeps its own. Raises `Kept` where several are meant."""
    targets = index.resolve(use).targets
    new = {names.get(where, one.id) for one in targets if (where := place_of(one))}
    if not any(_is_renamed(one, names) for one in targets):
        return ""
    if len(targets) > 1:
        ids = " and ".join(f"`{one.id}`" for one in targets)
        raise Kept(
            f"{_where(use.site)} cites `{use.id}`, which may mean {ids}", "Say there which is meant, and try again."
        )
    return new.pop()


def _is_renamed(one: Definition, names: Names) -> bool:
    where = place_of(one)
    return where is not None and names.get(where, one.id) != one.id


def stretches(site: Site, words: str) -> Iterator[Stretch]:
    """The texts that a value is read from, without the blanks around them: one, or the items of a list."""
    tree = site.file.tree
    spot = tree.spot(site.route, 0, 0, JOINT) if tree else None
    node = tree.node(site.route) if tree else None
    at = 0
    for item in node.items if isinstance(node, Sequence) else [tree.node(spot[0]) if tree and spot else None]:
        value = item.value if isinstance(item, Scalar) else words
        source = site.file.text.slice(item.span) if item else ""
        body = source.strip("|>+- \t\r\n")
        start = at + len(value) - len(value.lstrip())
        yield Stretch(start, start + len(value.strip()), not LINE_END.search(body))
        at += len(value) + len(JOINT)


def _within(site: Site, start: int, end: int, words: str) -> Change:
    spot = site.file.tree.spot(site.route, start, end, JOINT) if site.file.tree else None
    if spot is None:
        raise Kept(f"{_where(site)} cannot be rewritten", "Write each id there on its own, and try again.")
    return Within(*spot, words)


def _named_in_full(dossier: Dossier, names: Names) -> Iterator[tuple[LoadedFile, Change]]:
    """Names that are given one by one and are no citations; what a thing was called before stays what it was."""
    known = {one.id: new for one in dossier.index.definitions if (where := place_of(one)) and (new := names.get(where))}
    if new := names.get(assessment_place(dossier.file.path)):
        known.setdefault(dossier.assessment.id, new)
    for site, value in dossier.index.values(FormerNames):
        if site.route[-1] != "was":
            yield from (
                (site.file, _renamed(site, term, known[term.text])) for term in value.items if term.text in known
            )


def _renamed(site: Site, term: Term, new: str) -> Change:
    return _within(site, term.start, term.end, new)


def _linked(dossier: Dossier, names: Names) -> Iterator[Change]:
    """Other assessments, and the actions of the one before."""
    project, assessment = dossier.project, dossier.assessment
    renamed = {id: names.get(assessment_place(project.file(path).path), id) for id, path in project.assessments.items()}
    if assessment.previous and (new := renamed.get(assessment.previous, assessment.previous)) != assessment.previous:
        yield Set(("previous",), new)
    for route, other in parts(assessment.related, Related):
        if other.assessment and (new := renamed.get(other.assessment, other.assessment)) != other.assessment:
            yield Set(("related", *route, "assessment"), new)
    before = project.called(assessment.previous) if assessment.previous else None
    actions = before.index.of_sorts("action") if before else ()
    for route, one in parts(assessment.follow_up, FollowUp):
        for action in (action for action in actions if action.id == one.action and _is_renamed(action, names)):
            where = place_of(action)
            if where:
                yield Set(("follow-up", *route, "action"), names[where])


def _where(site: Site) -> str:
    text, span = place(site)
    spot = text.position(span.start)
    return f"{shown_path(text.path)}:{spot.line}:{spot.column}"
