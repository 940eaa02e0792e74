"""What a summary must say: what its author wrote for it, whole, and of the rest what is told of it.

* On its first page: title, body, status, version and id; and at its end, whom to ask.
* Who is affected: every row, also those that the form asks for and nobody wrote, by its name; each rating that any of them
  has, or why there is none; and of those that lose or may lose most, with which words the reason begins.
* Of the first pieces of engagement: what they are called, when they were, the first figure, and with which words begins what was
  heard and what that changed.
* Of the first actions, those before others that something cites: id, who, when, and with which words they begin.
* Of the first gaps: with which words they begin, and whose they are.
* Of the decision, or where there is none yet of the screening: its outcome, by whom, when, with which words reason and conditions
  begin; who signed, when, and who has yet to.
* How many more there are of each kind, that something was not answered, that something could not be read.

Longer texts have only their beginning in a summary, and are asked for no more than that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from eia.index import Site
from eia.model.assessment import HOLD_ROWS, Approval, Decision, Summary
from eia.model.evidence import Engagement
from eia.model.part import Nothing, Route
from eia.model.plan import Action
from eia.model.profile import Decided
from eia.model.prose import Prose
from eia.model.row import Gap, Row
from eia.project import Dossier

from .expected import Expected, Place
from .places import COVER, heading
from .prose import pieces
from .said import Speaker
from .silences import missing_rows
from .words import Run

FIRST = 4
"""So many of a kind are told one by one."""
REASONS = 6
"""Of so many rows the reason is told."""
BEGINNING = 40
"""A beginning is never shorter than so many characters, unless nothing follows in the same paragraph."""
QUESTIONS = tuple(Summary.keys())


def promised(dossier: Dossier) -> Iterator[Expected]:
    """All of it, each in its place."""
    yield from _cover(dossier)
    for question in QUESTIONS:
        place = (heading(f"summary-{question}"),)
        authored = dossier.assessment.summary.at(question) if dossier.assessment.summary else None
        if isinstance(authored, Prose) and authored.words:
            yield from Speaker(dossier, dossier.site(("summary", question)), place).prose(authored)
        else:
            yield from _Answer(dossier, place).to(question)


def _cover(dossier: Dossier) -> Iterator[Expected]:
    """What tells which assessment it is the summary of, whom to ask, and what was withheld."""
    assessment = dossier.assessment
    for key, said in (("title", assessment.title), ("version", assessment.version), ("assessment", assessment.id)):
        if said:
            yield Speaker(dossier, dossier.site((key,)), COVER).words(said)
    body = Speaker(dossier, dossier.site(("body",)), COVER)
    yield body.words(assessment.body) if assessment.body else body.form("no-answer")
    yield Speaker(dossier, dossier.site(("status",)), COVER).form(dossier.status)
    if contact := assessment.contact:
        yield from Speaker(dossier, dossier.site(("contact",)), (heading("contact"),)).prose(contact)
    if withheld := (assessment.text or {}).get("withheld"):
        yield from Speaker(dossier, dossier.site(("text", "withheld")), (heading("withheld"),)).prose(withheld)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What must stand under one question that the author left to the record."""

    dossier: Dossier
    place: Place

    def to(self, question: str) -> Iterator[Expected]:
        """All that the record has to say to it."""
        match question:
            case "proposed":
                yield from self._aims()
            case "affected":
                yield from self._rows()
            case "heard":
                yield from self._engagement()
            case "doing":
                yield from self._plan()
            case "not-known":
                yield from self._gaps()
            case "decided":
                yield from (*self._decision(), *self._signatures())

    def _at(self, site: Site) -> Speaker:
        return Speaker(self.dossier, site, self.place)

    def _silence(self, part: str, site: Site, key: str = "no-answer") -> Iterator[Expected]:
        """Where a part is expected of this kind and nothing is said, that is told."""
        if self.dossier.asked.expects(part):
            yield self._at(site).form(key, "not-read")

    def _begun(self, site: Site, prose: Prose | None, silence: bool = True) -> Iterator[Expected]:
        """The first words of a text, or that there is none."""
        if prose and prose.words.strip():
            yield self._at(site).words(_first_words(prose))
        elif silence:
            yield self._at(site).form("no-answer", "not-read")

    def _more(self, number: int, site: Site) -> Iterator[Expected]:
        """How many are not told; and that something of the part could not be read."""
        if number > FIRST:
            yield self._at(site).words(str(number - FIRST))
        if number and any(one.route[: len(site.route)] == site.route for one in site.file.unread):
            yield self._at(site).form("not-read")

    def _aims(self) -> Iterator[Expected]:
        policy, site = self.dossier.assessment.policy, self.dossier.site(("policy",))
        if policy and policy.aims:
            yield from self._begun(site, policy.aims)
        else:
            yield from self._silence("policy", site)

    def _rows(self) -> Iterator[Expected]:
        """The name of each, and each rating once: rows that are rated alike may stand together."""
        policy = self.dossier.assessment.policy
        if policy and policy.affects:
            yield self._at(self.dossier.site(("policy", "affects"))).words(policy.affects.words)
        ratings: dict[tuple[Run, ...], Expected] = {}
        rows = [*self.dossier.assessment.rows(), *missing_rows(self.dossier)]
        for route, row in rows:
            site = self.dossier.site(route)
            yield self._at(site).words(*self._name(site, route))
            ratings |= {one.ways: one for one in self._ratings(site, row) if one.ways not in ratings}
        yield from (*ratings.values(), *self._reasons(rows))

    def _reasons(self, rows: list[tuple[Route, Row]]) -> Iterator[Expected]:
        """The first of those rows where somebody may lose, the gravest first and else in the order of the form."""
        asked = self.dossier.asked
        ordered = sorted(sorted(rows, key=self._order), key=lambda one: asked.weight(one[1]), reverse=True)
        told = [(route, row) for route, row in ordered if asked.weight(row)[0] and (row.impact or _reasons_of(row))]
        for route, row in told[:REASONS]:
            speaker, reasons = self._at(self.dossier.site(route)), _reasons_of(row)
            yield speaker.words(*map(_first_words, reasons)) if reasons else speaker.form("no-answer", "not-read")

    def _order(self, row: tuple[Route, Row]) -> tuple[int, int]:
        table, key = map(str, row[0])
        groups = list(self.dossier.profile.groups) if table == HOLD_ROWS[0] else []
        return HOLD_ROWS.index(table), groups.index(key) if key in groups else len(groups)

    def _name(self, site: Site, route: Route) -> tuple[str, ...]:
        table, key = map(str, route)
        target = self.dossier.index.at(site)
        named = target.title if target else ""
        return tuple(filter(None, (named, self.dossier.profile.row_label(table, key), key.replace("-", " "))))

    def _ratings(self, site: Site, row: Row) -> Iterator[Expected]:
        """The ratings that count in the end, or why there is none."""
        given = [rating for _, rating in self.dossier.asked.counting(row) if rating.words]
        for rating in given:
            yield from self._at(site).rating(rating)
        if not given:
            yield self._at(site).form(*(("not-assessed",) if row.not_assessed else ("not-rated", "not-read")))

    def _engagement(self) -> Iterator[Expected]:
        said, site = self.dossier.assessment.engagement, self.dossier.site(("engagement",))
        if isinstance(said, Nothing):
            yield from self._none(said, site)
        elif not said:
            yield from self._silence("engagement", site)
        else:
            for key, event in list(said.items())[:FIRST]:
                yield from self._event(key, event, self.dossier.site(("engagement", key)))
            yield from self._more(len(said), site)

    def _none(self, said: Nothing, site: Site) -> Iterator[Expected]:
        """There is none, and the whole reason."""
        if said.none:
            yield from self._at(site).prose(said.none)

    def _event(self, key: str, event: Engagement, site: Site) -> Iterator[Expected]:
        speaker = self._at(site)
        yield speaker.words(event.title or event.who or event.how or key)
        if when := event.when or event.planned:
            yield speaker.words(when.words)
        for label, figures in list((event.figures or {}).items())[:1]:
            yield speaker.words(label)
            yield from speaker.value(figures, figures.words)
        yield from self._begun(site, event.heard, silence=not event.planned)
        yield from self._begun(site, event.changed, silence=False)

    def _plan(self) -> Iterator[Expected]:
        """Those that something cites come first, each in the order of the plan."""
        plan, index = self.dossier.plan, self.dossier.index
        actions = [(plan.site(route), action) for route, action in plan.content.all_actions()]
        cited = [one for one in actions if (found := index.at(one[0])) and index.cites(found)]
        others = [one for one in actions if one not in cited]
        for site, action in [*cited, *others][:FIRST]:
            yield from self._action(site, action)
        yield from self._more(len(actions), plan.site(()))
        if not actions:
            yield from self._silence("plan", plan.site(()))

    def _action(self, site: Site, action: Action) -> Iterator[Expected]:
        speaker, due = self._at(site), action.due
        dues = list(due.values()) if isinstance(due, Mapping) else [due] if due else []
        yield speaker.words(action.id) if action.id else speaker.form("no-answer")
        yield from self._begun(site, action.does)
        yield speaker.words(action.owner) if action.owner else speaker.form("no-owner", "not-read")
        yield from (speaker.words(one.words) for one in dues)
        if not dues:
            yield speaker.form("no-date", "not-read")

    def _gaps(self) -> Iterator[Expected]:
        """Those of the whole come first, then row by row."""
        whole, site = self.dossier.assessment.gaps, self.dossier.site(("gaps",))
        of_whole: list[tuple[Site, Route, Gap]] = [(site, (), gap) for gap in _listed(whole)]
        rows = ((self.dossier.site(route), route, row.gaps) for route, row in self.dossier.assessment.rows())
        every = [*of_whole, *((at, route, gap) for at, route, gaps in rows for gap in _listed(gaps))]
        for at, route, gap in every[:FIRST]:
            yield from (self._at(at).words(*self._name(at, route)),) if route else ()
            yield from self._begun(at, gap.what)
        yield from self._more(len(every), site)
        if not every:
            yield from self._none(whole, site) if isinstance(whole, Nothing) else self._silence("gaps", site)

    def _decision(self) -> Iterator[Expected]:
        """The decision; before there is one, also what was found on screening."""
        said, screened = self.dossier.assessment.decision, self.dossier.assessment.screening
        if not said:
            yield from self._outcome("screening", screened)
        yield from self._outcome("decision", said)

    def _outcome(self, part: Decided, said: Decision | None) -> Iterator[Expected]:
        site = self.dossier.site((part,))
        if said is None:
            yield from self._silence(part, site)
            return
        if said.outcome:
            yield self._at(site).called(self.dossier.asked.outcomes(part), said.outcome)
        when = said.date or said.planned
        yield from map(self._at(site).words, filter(None, (said.by, when.words if when else "")))
        for text in (said.because, said.conditions):
            yield from self._begun(site, text, silence=False)

    def _signatures(self) -> Iterator[Expected]:
        said, site, asked = self.dossier.assessment.approvals, self.dossier.site(("approvals",)), self.dossier.asked
        if isinstance(said, Nothing):
            yield from self._none(said, site)
            return
        for approval in said or ():
            yield from self._signature(approval, site)
        wanted = asked.unsigned if asked.holds("approvals") else {}
        yield from (self._at(site).words(one.label or key) for key, one in wanted.items())
        if not said and not wanted:
            yield from self._silence("approvals", site, "not-signed")

    def _signature(self, one: Approval, site: Site) -> Iterator[Expected]:
        role = one.role or one.as_
        known = self.dossier.profile.signatories.get(self.dossier.asked.capacity(one))
        ways = (role, known.label if known and not one.role else "") if role else ()
        yield self._at(site).words(*filter(None, ways)) if ways else self._at(site).form("no-answer")
        if one.date:
            yield self._at(site).words(one.date.words)


def _reasons_of(row: Row) -> list[Prose]:
    """What may be told as the reason: one of those for the rating, else why it was not assessed, else what is not known."""
    given = row.because.values() if isinstance(row.because, Mapping) else [row.because]
    others = (row.not_assessed, *(gap.what for gap in _listed(row.gaps)))
    return [one for one in given if one] or [one for one in others if one][:1]


def _listed(gaps: tuple[Gap, ...] | Nothing | None) -> tuple[Gap, ...]:
    return gaps if isinstance(gaps, tuple) else ()


def _first_words(prose: Prose) -> str:
    """The whole words at its beginning, up to the first thing that is cited; none where the first is too long to be sure of."""
    first = next(iter(pieces(prose)), "")
    if not isinstance(first, str) or len(first) <= BEGINNING:
        return first if isinstance(first, str) else ""
    return " ".join(first[:BEGINNING].split()[:-1])
