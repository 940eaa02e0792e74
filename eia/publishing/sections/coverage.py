"""Coverage at a glance: for each row of the table, what there is of each part of it, and which actions of the plan answer it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from eia.document.tree import Blocks, Paragraph, Row, Table, Words
from eia.index import Definition, Identity, Site, Use
from eia.model import row as model
from eia.model.reference import EvidenceReferences
from eia.publishing.sections.brief import link, rated, rows_of_the_table
from eia.publishing.voice import Voice, joined, line

THERE, LACKING = "\N{CHECK MARK}", "\N{EN DASH}"
"""Marks for the eye, each before words that say the same."""
OF_ROW, OF_PLAN = (15, 18, 9, 9), 49
"""The shares of the page for what a row says of itself, and for all that the plan does."""
MOST = 5
"""So many sections of a plan have a column each; of a plan with more, all actions stand in one."""


@dataclass(frozen=True)
class _Line:
    """A row of the assessment, its place, and the actions of the plan that it cites."""

    site: Site
    row: model.Row
    cited: Collection[Definition]


@dataclass(frozen=True)
class _Column:
    """A column of the matrix, and what stands there of a row."""

    head: str
    tell: Callable[[_Line], Blocks]


def coverage(voice: Voice) -> Blocks:
    """A matrix of the rows and what they say, down to the actions that each of them cites."""
    columns = (*_of_row(voice), *_of_plan(voice))
    lines = (_Line(site, row, _cited(voice, site, row)) for site, row in rows_of_the_table(voice))
    told = tuple(Row(tuple(column.tell(one) for column in columns)) for one in lines)
    widths = (*OF_ROW, *(OF_PLAN // (len(columns) - len(OF_ROW)) for _ in columns[len(OF_ROW) :]))
    return (Table("", tuple(column.head for column in columns), told, widths, wide=True),) if told else ()


def _cited(voice: Voice, site: Site, row: model.Row) -> Collection[Definition]:
    """The actions that answer a row, each once and in the order of the plan: those that it cites by themselves, with their
    section or all together, and those of the rows that it has its mitigations from."""
    index = voice.dossier.index
    done = row.mitigations if isinstance(row.mitigations, tuple) else ()
    same = [Use(item.id, ("row",), site) for one in done if one.as_ for item in one.as_.items]
    rows = [site, *(target.site for use in same for target in index.resolve(use).targets if target.site)]
    found = (target for place in rows for use in index.uses_in(place) for target in index.resolve(use).targets)
    cited = {one.id for target in found for one in index.actions_of(target)}
    every = any(one.actions and one.actions.everything for one in done)
    return [one for one in _each_once(index.of_sorts("action")) if every or one.id in cited]


def _each_once(actions: Iterable[Definition]) -> Iterable[Definition]:
    """Of several actions with one id, the first."""
    first: dict[str, Definition] = {}
    for one in actions:
        first.setdefault(one.id, one)
    return first.values()


def _of_row(voice: Voice) -> Iterator[_Column]:
    """Its name, and what it says of itself."""
    yield _Column(voice.word("characteristic"), lambda one: (Paragraph((link(voice, one.site),)),))
    yield _Column(voice.word("expected"), partial(_ratings, voice))
    yield _Column(voice.word("evidence"), partial(_evidence, voice))
    yield _Column(voice.word("gaps"), partial(_gaps, voice))


def _of_plan(voice: Voice) -> Iterator[_Column]:
    """The actions that it cites, by the sections of the plan where these are few."""
    index, plan = voice.dossier.index, voice.dossier.plan.content
    sections = [] if plan.actions else index.of_sorts("section")
    if not 0 < len(sections) <= MOST:
        yield _Column(voice.word("actions"), lambda one: _actions(voice, one.cited))
        return
    for section in sections:
        members = frozenset(one.identity for one in index.actions_of(section))
        title = voice.plan_section(section.id, section.title)
        yield _Column(title, partial(_of_section, voice, members))


def _of_section(voice: Voice, members: frozenset[Identity], one: _Line) -> Blocks:
    return _actions(voice, [each for each in one.cited if each.identity in members])


def _ratings(voice: Voice, one: _Line) -> Blocks:
    said = rated(voice, one.site, one.row)
    names = voice.profile.scale_name
    return tuple(line(f"{names(scale)}: {rating}" if scale else rating) for scale, rating in said)


def _evidence(voice: Voice, one: _Line) -> Blocks:
    cited = one.row.evidence
    return _there(len(cited.items)) if isinstance(cited, EvidenceReferences) and cited.items else _lacking(voice)


def _gaps(voice: Voice, one: _Line) -> Blocks:
    said = one.row.gaps
    return (line(str(len(said))),) if isinstance(said, tuple) and said else _lacking(voice)


def _actions(voice: Voice, cited: Collection[Definition]) -> Blocks:
    links = joined(voice.jump(one, one.id) for one in cited)
    return (Paragraph((Words(f"{THERE} "), *links)),) if links else _lacking(voice)


def _there(number: int) -> Blocks:
    return (line(f"{THERE} {number}"),)


def _lacking(voice: Voice) -> Blocks:
    return (line(f"{LACKING} {voice.word('nothing')}"),)
