"""What a form asks of one assessment, now that some of it is answered: parts, keys, ratings, questions, signatures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import get_args

from eia.model.assessment import PARTICULARS, STATUSES, Approval, Assessment, Decision, Status
from eia.model.part import Route
from eia.model.profile import Decided, Profile
from eia.model.reference import GroupReferences
from eia.model.row import Answer, Intersection, Row
from eia.model.silence import Place, half_said, places, speaks
from eia.model.terms import Rating, Terms
from eia.model.vocabulary import (
    Declaration,
    Kind,
    Named,
    Outcome,
    Question,
    Signatory,
    chosen,
    has,
    of_kind,
    plainly,
    words_of,
)

ROWS, DUTIES = "characteristics", "duties"
RARE = ("follow-up", "related", "screening", "intersections")
"""Parts that most assessments do without: silence about one means something only where the form names it."""
PRINTED = (
    *("follow-up", "policy", "engagement", "evidence", "gaps"),
    *("screening", "decision", "review", "approvals", "plan"),
)
"""Parts with a section that says so where nothing is answered; rows, duties and questions are asked for one by one."""
LISTED = ("sources", "related", "history", "contact", "waivers")
"""Parts that tell what there is: silence about one means something only where the form requires it."""

DECIDED: tuple[Decided, ...] = get_args(Decided)

HARMLESS = frozenset(("positive", "none"))
"""The directions of a rating by which nobody loses."""
Weight = tuple[bool, bool, int]
"""Of a rating: whether somebody may lose, whether somebody does, and how much, where the form has levels for that."""
UNWEIGHED: Weight = (True, False, -1)


class Asked:
    """A form, asked about one assessment. Everything that people wrote is understood by any name that the form has for it."""

    def __init__(self, form: Profile, whole: Assessment) -> None:
        """`whole` holds its plan and sources themselves."""
        self.form = form
        self.whole = whole
        self.kind = chosen(form.kinds, whole.kind)
        """The kind of assessment, by its key; nothing where the form has none of this name."""

    @property
    def _kind(self) -> Kind | None:
        return self.form.kinds.get(self.kind)

    def holds(self, part: str) -> bool:
        """Whether an assessment of this kind is made of this part; one whose kind is not known is made of all."""
        return part in PARTICULARS or self._kind is None or not Assessment.knows(part) or has(self._kind.holds, part)

    def expects(self, part: str) -> bool:
        """Whether silence about a part is to be told: it belongs to this kind, and is common or named by the form."""
        named = self.required_parts if part in LISTED else self.named
        return self.holds(part) and (part not in (*RARE, *LISTED) or part in named)

    @cached_property
    def named(self) -> frozenset[str]:
        """The parts that the form names for this kind, or requires of it."""
        return self.required_parts.union(words_of(self._kind.holds if self._kind else None))

    @cached_property
    def required_parts(self) -> frozenset[str]:
        """The parts of which the form requires anything, by whatever status."""
        return frozenset(key.partition(".")[0] for _, key in self._required())

    def _required(self) -> Iterator[tuple[Status, str]]:
        """What is asked for, and by which status: of every kind, and then of this one."""
        for wanted in (self.form.required, self._kind.required if self._kind else {}):
            for status, keys in wanted.items():
                yield from ((status, key) for key in words_of(keys) if self._is_asked(key))

    def _is_asked(self, key: str) -> bool:
        first, _, rest = key.partition(".")
        name = rest.partition(".")[0]
        of_whole = first != "answers" or name in self.questions or Answer.knows(name)
        return self.holds(first) and of_whole

    def required(self, status: Status | None = None) -> list[str]:
        """The keys that are asked for by this status, those of an earlier one first; without a status, by any."""
        wanted = sorted(self._required(), key=lambda one: STATUSES.index(one[0]))
        return [key for by, key in wanted if status is None or STATUSES.index(by) <= STATUSES.index(status)]

    def silences(self, status: Status) -> Iterator[Place]:
        """Where nothing is said though the form asks for it by this status, each place once."""
        told: set[Route] = set()
        for key in self.required(status):
            for one in self.places(key):
                if not one.said and one.route not in told:
                    told.add(one.route)
                    yield one

    def unsaid(self) -> Iterator[Place]:
        """Parts that are expected and about which nothing is said, though the form requires nothing of them by any status."""
        for part in PRINTED:
            said = any(one.said for one in self.places(part)) or (part == "gaps" and self._has_gaps_in_rows)
            if self.expects(part) and part not in self.required_parts and not said:
                yield Place((part,), part)

    @property
    def _has_gaps_in_rows(self) -> bool:
        return any(isinstance(row.gaps, tuple) and row.gaps for _, row in self.whole.rows())

    def half_said(self) -> Iterator[Place]:
        """What is begun and not said to the end, so that the document has to say that no answer is recorded."""
        yield from half_said(self.whole)
        for route, row in self.whole.rows():
            if speaks(row):
                empty = (keys for keys in self._columns() if not any(map(row.has_said, keys)))
                yield from (Place((*route, keys[0]), f"{route[0]}.{keys[0]}") for keys in empty)

    def _columns(self) -> Iterator[list[str]]:
        """The keys of a row that each column of the form prints; ratings and answers are asked for by themselves."""
        columns = (words_of(one.holds) for one in self.form.layout.columns.values() if not one.of)
        yield from (keys for keys in columns if {*keys} - {"answers"} and "impact" not in keys)

    def places(self, keys: str) -> Iterator[Place]:
        """Every place that dotted keys lead to, whatever names and numbers lie on the way."""
        return places(self.whole, keys, self._names)

    def _names(self, key: str, said: str) -> str:
        """The form's own name for one of its questions, groups, duties or people; duties and people are known by any name."""
        form = self.form
        exact: dict[str, Mapping[str, object]] = {"answers": form.questions, ROWS: form.groups}
        if key == DUTIES:
            return chosen(form.duties, said)
        if key == "people":
            return next((role for role in words_of(form.people) if plainly(role) == plainly(said)), "")
        return said if said in exact.get(key, ()) else ""

    # The whole

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The questions about the whole that are asked, now that some are answered."""
        given = self.whole.answers or {}
        return {key: one for key, one in self.every_question.items() if self._is_met(one, given)}

    @cached_property
    def every_question(self) -> dict[str, Question]:
        """The questions about the whole, whatever they depend on."""
        of_whole = {key: one for key, one in self._of_kind.items() if one.of is None}
        return of_whole if self.holds("answers") else {}

    @cached_property
    def _of_kind(self) -> dict[str, Question]:
        return of_kind(self.form.questions, self.kind)

    def _is_met(self, question: Question, given: Mapping[str, Answer]) -> bool:
        """Whether the question on which another depends was answered so, and that on which it depends itself, and so on."""
        conditions, met = list((question.when or {}).items()), set[str]()
        while conditions:
            key, wanted = conditions.pop()
            other = self._of_kind.get(key)
            if other is None or not self.was_answered(key, wanted, given):
                return False
            conditions += (other.when or {}).items() if key not in met else ()
            met.add(key)
        return True

    def was_answered(self, key: str, wanted: Terms, given: Mapping[str, Answer]) -> bool:
        """Whether a question was answered with one of these words, in the row or of the whole."""
        question, answer = self.form.questions.get(key), given.get(key) or (self.whole.answers or {}).get(key)
        said = self.form.answers(question, answer.answer.words) if question and answer and answer.answer else []
        return any(has(wanted, word) for word in said)

    def decided(self) -> Iterator[tuple[Decided, Decision, str]]:
        """The parts that have an outcome, what is said there, and the outcome of the form that is meant, if it has it."""
        for part, said in zip(DECIDED, (self.whole.screening, self.whole.decision), strict=True):
            if said:
                yield part, said, chosen(self.outcomes(part), said.outcome)

    def outcomes(self, part: Decided) -> Mapping[str, Outcome]:
        """What may be found on screening, or decided."""
        return self.form.outcomes.get(part, {})

    def capacity(self, approval: Approval) -> str:
        """The signatory of the form that somebody signed as, by what they say with `as:`, or else by their role."""
        return chosen(self.form.signatories, approval.as_ or approval.role)

    @cached_property
    def unsigned(self) -> dict[str, Signatory]:
        """Those who sign an assessment of this kind, and of whom no approval speaks."""
        signed = self.whole.approvals if isinstance(self.whole.approvals, tuple) else ()
        there = {self.capacity(one) for one in signed}
        wanted = of_kind(self.form.signatories, self.kind) if self.holds("approvals") else {}
        return {key: one for key, one in wanted.items() if key not in there}

    def declares(self, declaration: Declaration) -> bool:
        """Whether a declaration belongs to this kind of assessment, and to what was found or decided."""
        found = [outcome for _, _, outcome in self.decided()]
        of_kind = not self.kind or has(declaration.kinds, self.kind)
        return of_kind and (declaration.outcome is None or declaration.outcome in found)

    # Its rows

    def groups_of(self, route: Route, row: Row) -> list[str]:
        """The groups that a row is about: by its name, by what it says to cover, or by those that meet in it."""
        table, name = map(str, route)
        named = row.of if isinstance(row, Intersection) else row.covers
        if table == DUTIES or named is None:
            return [name] if table == ROWS and name in self.form.groups else []
        groups = self.form.assessed() if named.everything else {item.id for item in named.items}
        return [key for key in self.form.groups if key in groups or (table == ROWS and key == name)]

    def owed(self, route: Route, row: Row) -> dict[str, Named]:
        """What the form wants a row rated for, each in its own words: aims or stages; nothing where one rating is enough.

        Where the form leaves that open, whoever rates one aim is asked for all that reach the group, and whoever rates one
        stage for all of them."""
        table, name = map(str, route)
        duty = self.form.duties.get(chosen(self.form.duties, name)) if table == DUTIES else None
        by = duty.rated_by if duty else self.form.rated_by if table == ROWS else None
        given = self.rated(row.impact)
        if not by and given:
            by = "aims" if any(key in self.form.aims for key in given) else "stages"
            by = by if any(key in self.form.rated_for(by) for key in given) else None
        words = self.form.rated_for(by)
        return {key: word for key, word in words.items() if by != "aims" or self._reaches(key, route, row)}

    def _reaches(self, aim: str, route: Route, row: Row) -> bool:
        groups = self.groups_of(route, row)
        return any(map(self.form.aims[aim].reaches, groups)) if groups else self.form.aims[aim].only is None

    def rated(self, impact: object) -> dict[str, object]:
        """What stands under each aim or stage, by the form's own word for it; a second name for one stands for itself."""
        given = {str(key): value for key, value in impact.items()} if isinstance(impact, Mapping) else {}
        rated: dict[str, object] = {}
        for key, value in given.items():
            name = self.form.rated_as(key)
            rated[key if name in rated or name in given else name] = value
        return rated

    def counting(self, row: Row) -> Iterator[tuple[Route, Rating]]:
        """The ratings of a row that count in the end: of several stages, the last that is rated."""
        if isinstance(row.impact, Rating):
            yield (), row.impact
            return
        given = {str(key): rating for key, rating in (row.impact or {}).items() if isinstance(rating, Rating)}
        order = list(self.form.stages)
        staged = {key: order.index(word) for key in given if (word := self.form.rated_as(key)) in order}
        last = max(staged, key=lambda key: staged[key], default="")
        yield from (((key,), rating) for key, rating in given.items() if key not in staged or key == last)

    def directions(self, row: Row) -> set[str]:
        """The directions of the ratings that count in the end."""
        return {direction for _, rating in self.counting(row) for direction in self.form.directions(rating)}

    def weight(self, row: Row) -> Weight:
        """That of the rating of a row that weighs most; of what is not rated, nobody knows that it does no harm."""
        return max((self.weight_of(rating) for _, rating in self.counting(row)), default=UNWEIGHED)

    def weight_of(self, rating: Rating) -> Weight:
        """How much a rating weighs with those who lose; how much others gain is no part of it."""
        directions, levels = self.form.directions(rating), words_of(self.form.levels)
        harm = (word for word in self.form.meant(rating) if _may_harm({*words_of(word.means)}))
        level = max((levels.index(word.level) for word in harm if word.level in levels), default=-1)
        return _may_harm(directions), "negative" in directions, level

    def questions_of(self, route: Route, row: Row) -> dict[str, Question]:
        """The questions that are asked of a row, now that some are answered; of one that was not assessed, none is."""
        asked = {} if row.not_assessed else self.every_question_of(route, row)
        return {key: one for key, one in asked.items() if self._is_met(one, row.answers or {})}

    def every_question_of(self, route: Route, row: Row) -> dict[str, Question]:
        """The questions about a row, whatever they depend on."""
        table, name = map(str, route)
        if table not in (ROWS, DUTIES):
            return {}
        names = self.groups_of(route, row) if table == ROWS else [chosen(self.form.duties, name) or name]
        return {key: one for key, one in self._of_kind.items() if one.of and _is_of(one.of, names, table == ROWS)}


def _may_harm(directions: set[str]) -> bool:
    """Whether somebody may lose: a word that leaves the direction open does not say that nobody does."""
    return not directions or not directions <= HARMLESS


def _is_of(asked: GroupReferences, names: list[str], groups: bool) -> bool:
    """Whether a question is of any of these groups, or of this duty; `all` means all groups."""
    return (asked.everything and groups and bool(names)) or any(item.id in names for item in asked.items)
