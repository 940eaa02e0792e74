"""What a document must say though no file does: which rows, answers and signatures are missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from eia.index import Site
from eia.model.asked import DUTIES, LISTED, PRINTED, RARE, ROWS
from eia.model.part import Nothing, Route
from eia.model.row import Row
from eia.model.vocabulary import chosen, words_of
from eia.project import Dossier

from .expected import Expected, Place
from .places import COVER, Places, heading
from .said import Speaker

IN_CELLS = {"context", "evidence", "mitigations", "not-assessed", "impact", "because", "gaps", "answers"}
"""The keys of a row that columns print."""
TOLD_OTHERWISE = ("approvals", "history", "intersections")
"""Parts whose silence is not told by the words that nobody answered."""


def silent(dossier: Dossier, places: Places) -> Iterator[Expected]:
    """What is said of all that is silent."""
    silences = _Silences(dossier, places)
    yield from silences.parts()
    yield from silences.begun()
    yield from silences.rows()
    yield from silences.questions((), dossier.asked.questions, dossier.assessment.answers or {})
    yield from silences.actions()
    yield from silences.signatures()


def missing_rows(dossier: Dossier) -> Iterator[tuple[Route, Row]]:
    """The groups and the further duties that the form asks for and no row is about, as rows that say nothing."""
    yield from _Silences(dossier, Places(dossier)).missing()


@dataclass(frozen=True)
class _Silences:
    dossier: Dossier
    places: Places

    def _at(self, site: Site, place: Place | None = None) -> Speaker:
        return Speaker(self.dossier, site, place or self.places.of(site))

    def _told(self, site: Site, *keys: str, place: Place | None = None) -> Iterator[Expected]:
        """That nothing is said at a place; but for one where something is said that could not be read."""
        if not self._is_lost(site):
            yield self._at(site, place).form(*keys)

    def _is_lost(self, site: Site) -> bool:
        ends = ((route, len(site.route)) for route in self._lost.get(site.file.path, ()))
        return any(route[:end] == site.route[: len(route)] for route, end in ends)

    @cached_property
    def _lost(self) -> Mapping[object, list[Route]]:
        return {file.path: [one.route for one in file.unread] for file in self.dossier.files}

    def parts(self) -> Iterator[Expected]:
        """The parts that are expected of this kind of assessment."""
        whole = self.dossier.whole
        if not whole.body:
            yield self._at(self.dossier.site(("body",)), COVER).form("no-answer")
        for part in dict.fromkeys((*PRINTED, *LISTED, *RARE)):
            if part not in TOLD_OTHERWISE and self.dossier.asked.expects(part) and not self._says(part):
                yield from self._told(self._site(part), "no-answer")
        if whole.policy and not whole.policy.aims:
            yield from self._told(self.dossier.site(("policy", "aims")), "no-answer")

    def _says(self, part: str) -> bool:
        """Whether anything is said about a part; what rows say of gaps is repeated in the section of gaps."""
        if part == "plan":
            plan = self.dossier.plan.content
            return bool(plan.title or plan.sections or plan.actions)
        if part == "sources":
            return bool(self.dossier.sources.content.root)
        in_rows = part == "gaps" and any(isinstance(row.gaps, tuple) for _, row in self.dossier.assessment.rows())
        return bool(self.dossier.assessment.at(part)) or in_rows

    def _site(self, part: str) -> Site:
        held = {"plan": self.dossier.plan.site(()), "sources": self.dossier.sources.site(())}
        return held.get(part) or self.dossier.site((part,))

    def begun(self) -> Iterator[Expected]:
        """What is begun and not said to the end."""
        rows = {route: self.dossier.asked.questions_of(route, row) for route, row in self.dossier.assessment.rows()}
        for one in self.dossier.asked.half_said():
            if one.route[:-1] not in rows or self._is_empty(one.route[-1], rows[one.route[:-1]]):
                yield from self._told(self.dossier.place_of(one), "no-answer", "planned-elsewhere")

    @cached_property
    def _columns(self) -> list[list[str]]:
        """The keys of each column of the table; nothing where the form leaves some to the last one, which may then say those."""
        columns = [(one.of, words_of(one.holds)) for one in self.dossier.profile.layout.columns.values()]
        every = [keys for of, keys in columns if not of]
        return every if {key for keys in every for key in keys} >= IN_CELLS else []

    def _is_empty(self, key: str | int, questions: object) -> bool:
        """Whether the cell for a key of a row says that there is no answer, where nothing is said: not if it has questions."""
        keys = next((keys for keys in self._columns if key in keys), [])
        return bool(keys) and not (questions and "answers" in keys)

    def rows(self) -> Iterator[Expected]:
        """The rows that the form asks for, and what is not said in those that are there."""
        assessment, form = self.dossier.assessment, self.dossier.profile
        for route, row in (*assessment.rows(), *self.missing()):
            table, key = map(str, route)
            site, place = self.dossier.site(route), self.places.row(table, key)
            name = row.label or form.row_label(table, key) or key
            yield from () if row.label else (self._at(site, place).words(name),)
            if isinstance(row.gaps, tuple) and any(gap.what for gap in row.gaps):
                yield self._at(site, (heading("gaps"),)).words(name)  # under it, its gaps are said again
            yield from self._ratings(site, row, place)
            given = row.answers or {}
            questions = self.dossier.asked.questions_of(route, row)
            yield from self.questions(route, questions, given, place)
            if site.route not in self._written and not self._is_lost(site):
                cells = (keys[0] for keys in self._columns if "impact" not in keys)
                empty = (key for key in cells if self._is_empty(key, questions))
                yield from (self._at(site, place).form("no-answer") for _ in empty)

    @cached_property
    def _written(self) -> frozenset[Route]:
        return frozenset(route for route, _ in self.dossier.assessment.rows())

    def missing(self) -> Iterator[tuple[Route, Row]]:
        """Groups and further duties of the form that no row is about."""
        assessment, form, asked = self.dossier.assessment, self.dossier.profile, self.dossier.asked
        rows = assessment.characteristics or {}
        if self.dossier.knows_profile and (rows or asked.holds(ROWS) or self._is_lost(self.dossier.site((ROWS,)))):
            covered = assessment.covered(form.groups)
            yield from (((ROWS, key), Row()) for key in form.assessed() if key not in covered)
        duties = self.dossier.site((DUTIES,))
        if asked.holds(DUTIES) and not isinstance(assessment.duties, Nothing) and not self._has_lost(duties):
            said = {chosen(form.duties, key) for key in assessment.duties or {}}
            yield from (((DUTIES, key), Row()) for key in form.duties if key not in said)

    def _has_lost(self, site: Site) -> bool:
        return site.route in self._lost.get(site.file.path, ())

    def _ratings(self, site: Site, row: Row, place: Place) -> Iterator[Expected]:
        """That a row is not rated, once for each aim or stage that the form wants; not where it was not assessed."""
        asked, form = self.dossier.asked, self.dossier.profile
        impact = Site(site.file, (*site.route, "impact"))
        given = asked.rated(row.impact)
        if self._is_lost(impact) or (row.not_assessed and not given):
            return
        owed = [key for key in asked.owed(site.route, row) if key not in given]
        alone = any(one.of for one in form.layout.columns.values())
        for key in owed:
            yield self._at(impact, place).form("not-rated")
            if not alone and key not in asked.rated(row.because):  # a reason says itself what it is the reason for
                yield self._at(impact, place).words(form.scale_name(key))
        if not (owed or row.impact or row.not_assessed or alone or self._is_lost(site)):
            yield self._at(impact, place).form("not-rated")

    def questions(
        self, route: Route, asked: Mapping[str, object], given: Mapping[str, object], place: Place | None = None
    ) -> Iterator[Expected]:
        """The questions that are asked and not answered."""
        for key in asked:
            site = self.dossier.site((*route, "answers", key))
            if key not in given and not self._is_lost(site):
                speaker = self._at(site, place)
                yield from (speaker.question(key), speaker.form("no-answer"))

    def actions(self) -> Iterator[Expected]:
        """Actions without an owner, a date, or anything to do."""
        words = {"does": "no-answer", "owner": "no-owner", "due": "no-date"}
        for route, action in self.dossier.plan.content.all_actions():
            for key, word in words.items():
                if not action.at(key):
                    yield from self._told(self.dossier.plan.site((*route, key)), word)

    def signatures(self) -> Iterator[Expected]:
        """Who has yet to sign; where nobody is named, that nobody has signed."""
        asked, said = self.dossier.asked, self.dossier.assessment.approvals
        site, place = self.dossier.site(("approvals",)), (heading("approvals"),)
        if isinstance(said, Nothing) or self._is_lost(site):
            return
        wanted = asked.unsigned if asked.holds("approvals") else {}
        for key, one in wanted.items():
            yield self._at(site, place).words(one.label or key)
            yield self._at(site, place).form("not-signed")
        if not (said or wanted) and asked.expects("approvals"):
            yield self._at(site, place).form("not-signed")
        for at, approval in enumerate(said or ()):
            if not approval.date:
                yield self._at(self.dossier.site(("approvals", at, "date")), place).form("no-answer")
