"""What a summary must say: what its author wrote for it, whole, and of the rest what is told of it.

Of every row that is its name and its ratings, of each piece of engagement what it is called and when it was, of each action of
a short plan who does it and when, of a long one how many more there are, of the decision its outcome, by whom and when. Longer
texts have only their beginning in a summary, and are not asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eia.index import Site
from eia.model.assessment import Decision, Summary
from eia.model.part import Route
from eia.model.prose import Prose
from eia.model.row import Row
from eia.project import Dossier

from .expected import Expected, Place
from .places import COVER, heading
from .said import Speaker
from .words import Run

FIRST = 5
"""So many of a kind are told one by one."""
QUESTIONS = tuple(Summary.keys())


def promised(dossier: Dossier) -> Iterator[Expected]:
    """All of it, each in its place."""
    yield from _cover(dossier)
    taken = {"affected": _rows, "heard": _events, "doing": _actions, "decided": _decision}
    for question in QUESTIONS:
        place = (heading(f"summary-{question}"),)
        site = dossier.site(("summary", question))
        authored = dossier.assessment.summary.at(question) if dossier.assessment.summary else None
        if isinstance(authored, Prose) and authored.words:
            yield from Speaker(dossier, site, place).prose(authored)
        elif question in taken:
            yield from taken[question](dossier, place)


def _cover(dossier: Dossier) -> Iterator[Expected]:
    """What tells which assessment it is the summary of, whom to ask, and what was withheld."""
    for key in ("title", "body", "version", "assessment"):
        said = dossier.assessment.id if key == "assessment" else dossier.assessment.at(key)
        if isinstance(said, str) and said:
            yield Speaker(dossier, dossier.site((key,)), COVER).words(said)
    if contact := dossier.assessment.contact:
        yield from Speaker(dossier, dossier.site(("contact",)), (heading("contact"),)).prose(contact)
    if withheld := (dossier.assessment.text or {}).get("withheld"):
        yield from Speaker(dossier, dossier.site(("text", "withheld")), (heading("withheld"),)).prose(withheld)


def _rows(dossier: Dossier, place: Place) -> Iterator[Expected]:
    """The name of each, and each rating once: rows that are rated alike stand together."""
    ratings: dict[tuple[Run, ...], Expected] = {}
    for route, row in dossier.assessment.rows():
        site = dossier.site(route)
        speaker = Speaker(dossier, site, place)
        yield speaker.words(*_name(dossier, site, route))
        ratings |= {one.ways: one for one in _ratings(dossier, speaker, row) if one.ways not in ratings}
    yield from ratings.values()


def _name(dossier: Dossier, site: Site, route: Route) -> tuple[str, ...]:
    table, key = map(str, route)
    target = dossier.index.at(site)
    named = target.title if target else ""
    return tuple(filter(None, (named, dossier.profile.row_label(table, key), key.replace("-", " "))))


def _ratings(dossier: Dossier, speaker: Speaker, row: Row) -> Iterator[Expected]:
    """The ratings that count in the end, or why there is none."""
    given = [rating for _, rating in dossier.asked.counting(row) if rating.words]
    for rating in given:
        yield from speaker.rating(rating)
    if not given:
        yield speaker.form(*(("not-assessed",) if row.not_assessed else ("not-rated", "not-read")))


def _events(dossier: Dossier, place: Place) -> Iterator[Expected]:
    for key, event in list(dossier.assessment.events.items())[:FIRST]:
        speaker = Speaker(dossier, dossier.site(("engagement", key)), place)
        yield speaker.words(event.title or event.who or event.how or key)
        if when := event.when or event.planned:
            yield speaker.words(when.words)


def _actions(dossier: Dossier, place: Place) -> Iterator[Expected]:
    """Of a short plan each action with its owner and its dates; of a longer one, how many more there are."""
    actions = list(dossier.plan.content.all_actions())
    for route, action in actions if len(actions) <= FIRST else ():
        speaker = Speaker(dossier, dossier.plan.site(route), place)
        yield from map(speaker.words, filter(None, (action.id, action.owner)))
        due = action.due.values() if isinstance(action.due, Mapping) else filter(None, [action.due])
        yield from (speaker.words(one.words) for one in due)
    if len(actions) > FIRST:
        yield Speaker(dossier, dossier.plan.site(()), place).words(str(len(actions) - FIRST))


def _decision(dossier: Dossier, place: Place) -> Iterator[Expected]:
    said = dossier.assessment.decision
    if not isinstance(said, Decision):
        return
    if said.outcome:
        outcomes = dossier.asked.outcomes("decision")
        yield Speaker(dossier, dossier.site(("decision", "outcome")), place).called(outcomes, said.outcome)
    for key, words in (("by", said.by), ("date", said.date.words if said.date else None)):
        if words:
            yield Speaker(dossier, dossier.site(("decision", key)), place).words(words)
